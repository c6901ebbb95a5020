/**
 * A solution of exercise 08.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Widen, cut off what is negative, narrow. */
export function feedForward(
  inputs: Axes<"batch time model">,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): tf.Tensor {
  // The same matrix for every position: nothing here knows which word it is.
  const hidden = tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias));
  return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
}
