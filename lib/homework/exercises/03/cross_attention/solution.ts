/**
 * A solution of exercise 03.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Who asks makes the queries; who answers makes keys and values. */
export function crossAttention(
  asking: Axes<"query model">,
  asked: Axes<"key model">,
  queryWeights: Axes<"model dim">,
  keyWeights: Axes<"model dim">,
  valueWeights: Axes<"model value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  const queries = tf.matMul(asking, queryWeights);
  const keys = tf.matMul(asked, keyWeights);
  const values = tf.matMul(asked, valueWeights);
  const weights: Axes<"query key"> = tf.softmax(tf.matMul(queries, keys, false, true));
  return { output: tf.matMul(weights, values), weights };
}
