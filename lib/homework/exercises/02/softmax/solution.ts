/**
 * A solution of exercise 02.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Powers of e, divided by each row's sum. */
export function softmax(scores: Axes<"query key">): Axes<"query key"> {
  // Only differences count; without the largest, no power exceeds 1 and none overflows.
  const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));
}
