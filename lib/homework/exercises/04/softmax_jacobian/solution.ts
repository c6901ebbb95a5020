/**
 * A solution of exercise 04.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** wᵢ·(δᵢⱼ − wⱼ): the own score raises a weight, every score lowers it by its share. */
export function softmaxJacobian(scores: Axes<"key">): Axes<"key key"> {
  const weights: Axes<"key"> = tf.softmax(scores);
  // A column against a row gives every pair (i, j) at once.
  const column = tf.expandDims(weights, 1);
  const row = tf.expandDims(weights, 0);
  return tf.mul(column, tf.sub(tf.eye(weights.shape[0]), row));
}
