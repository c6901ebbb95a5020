/**
 * A solution of exercise 09.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** What is wanted, the surprise at it, the mean over what is real. */
export function labelSmoothing(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  { smoothing, padId }: { smoothing: number; padId: number },
): tf.Tensor {
  const vocab = logits.shape[1];
  const right = tf.cast(tf.oneHot(targets, vocab), "float32");
  // 1 − ε of what is right, ε of knowing nothing: each row still sums to 1.
  const wanted = tf.add(tf.mul(right, 1 - smoothing), smoothing / vocab);
  const losses = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  // The mask serves twice, or more padding would mean a smaller loss.
  const real = tf.cast(tf.notEqual(targets, padId), "float32");
  return tf.div(tf.sum(tf.mul(losses, real)), tf.sum(real));
}
