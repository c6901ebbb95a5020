/**
 * A solution of exercise 04.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** softmax(Q·Kᵀ / √d_k)·V, one line for each of its three shapes. */
export function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: Axes<"query dim">; weights: Axes<"query key"> } {
  // A dot product adds up d_k terms: its variance is d_k, its standard deviation √d_k.
  const [, dim] = keys.shape;
  const scores: Axes<"query key"> = tf.div(
    tf.matMul(queries, keys, false, true),
    Math.sqrt(dim),
  );
  // Along the last axis, key: each query shares 1 out over the keys.
  const weights: Axes<"query key"> = tf.softmax(scores);
  const output: Axes<"query dim"> = tf.matMul(weights, values);
  return { output, weights };
}
