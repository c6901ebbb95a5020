/**
 * A solution of exercise 02.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Padding falls by a billion before the softmax: e to that power is exactly 0. */
export function attentionWeights(
  scores: Axes<"query key">,
  keep: Axes<"key">,
): Axes<"query key"> {
  const hidden = tf.mul(tf.sub(1, tf.cast(keep, "float32")), -1e9);
  return tf.softmax(tf.add(scores, hidden));
}
