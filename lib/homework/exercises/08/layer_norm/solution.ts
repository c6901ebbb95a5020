/**
 * A solution of exercise 08.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Centre, measure, divide; everything along the last axis. */
export function layerNorm(
  inputs: Axes<"batch time model">,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon: number,
): tf.Tensor {
  // Kept with length 1, the last axis of a mean can be subtracted from every feature.
  const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  // Under the root ε keeps a position whose numbers are all equal from dividing by 0.
  const normal = tf.div(centred, tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normal, gain), bias);
}
