/**
 * A solution of exercise 05.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Cut first, then move: reshape names the slices, transpose brings the heads outwards. */
export function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  // Each vector falls into its slices; no number moves.
  const slices: Axes<"batch time head dim"> = tf.reshape(
    sequence,
    [batch, time, headCount, model / headCount],
  );
  // Here they do move: all positions of head 0, then all positions of head 1, …
  return tf.transpose(slices, [0, 2, 1, 3]);
}
