/**
 * A solution of exercise 05.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** The two steps of the split backwards. */
export function mergeHeads(heads: Axes<"... dim">): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  // Exchanging two axes a second time puts them back.
  const slices = tf.transpose(heads, [0, 2, 1, 3]);
  return tf.reshape(slices, [batch, time, head * dim]);
}
