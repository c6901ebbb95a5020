/**
 * One solution of each exercise of notebook 04, with the thought behind it. `deno task check 04
 * --solution 04.2` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Three steps: the dot products, their mean, their mean squared distance from it. */
export function dotProductVariance(queries: number[][], keys: number[][]): number {
  // One number per pair of rows: multiply entry by entry, and add up over dim.
  const products = queries.map((query, i) =>
    query.reduce((sum, entry, d) => sum + entry * keys[i][d], 0)
  );
  const mean = products.reduce((sum, product) => sum + product, 0) / products.length;
  const squares = products.reduce((sum, product) => sum + (product - mean) ** 2, 0);
  // n − 1: the mean was estimated from the same numbers and lies a little too close to them.
  return squares / (products.length - 1);
}

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

/** wᵢ·(δᵢⱼ − wⱼ): the own score raises a weight, every score lowers it by its share. */
export function softmaxJacobian(scores: Axes<"key">): Axes<"key key"> {
  const weights: Axes<"key"> = tf.softmax(scores);
  // A column against a row gives every pair (i, j) at once.
  const column = tf.expandDims(weights, 1);
  const row = tf.expandDims(weights, 0);
  return tf.mul(column, tf.sub(tf.eye(weights.shape[0]), row));
}

/** −Σ w·ln w. As w goes to 0, so does w·ln w: weights of 0 add nothing. */
export function entropy(weights: number[]): number {
  return weights
    .filter((weight) => weight > 0)
    .reduce((sum, weight) => sum - weight * Math.log(weight), 0);
}
