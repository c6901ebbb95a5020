/**
 * A solution of exercise 04.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** wᵢ · (pullᵢ − mean pull): a score is worth raising only if its value pulls more than what is looked at now. */
export function scoreGradient(
  scores: Axes<"key">,
  values: Axes<"key value">,
  force: Axes<"value">,
): Axes<"key"> {
  const weights = tf.softmax(scores);
  const pulls = tf.sum(tf.mul(values, force), -1);
  // The Jacobian, multiplied out: the own weight rises, and every weight pays its share.
  const meanPull = tf.sum(tf.mul(weights, pulls));
  return tf.mul(weights, tf.sub(pulls, meanPull));
}
