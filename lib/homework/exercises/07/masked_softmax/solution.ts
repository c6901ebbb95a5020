/**
 * A solution of exercise 07.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Hide before the softmax; afterwards only rows without any key are left to mend. */
export function maskedSoftmax(
  scores: Axes<"query key">,
  keep: Axes<"query key">,
): Axes<"query key"> {
  const kept = tf.cast(keep, "float32");
  // So low that its exponential is 0 beside any score; −∞ would make NaN of an empty row.
  const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
  // Changes only rows that may see nothing: there all scores are equally low.
  return tf.mul(tf.softmax(lowered), kept);
}
