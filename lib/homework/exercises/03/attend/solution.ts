/**
 * A solution of exercise 03.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Queries meet keys, and the weights collect values. */
export function attend(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  const scores: Axes<"query key"> = tf.matMul(queries, keys, false, true);
  // The last axis is key: each query shares 1 out over the keys.
  const weights: Axes<"query key"> = tf.softmax(scores);
  const output: Axes<"query value"> = tf.matMul(weights, values);
  return { output, weights };
}
