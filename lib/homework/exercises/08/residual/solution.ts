/**
 * A solution of exercise 08.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { layerNorm } from "../layer_norm/solution.ts";

/** Two orders of the same three things. */
export function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  norm: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  const normalise = (x: tf.Tensor) => layerNorm(x, norm.gain, norm.bias, 1e-5);
  // Pre-norm: what goes around is untouched.
  if (normFirst) return tf.add(inputs, tf.matMul(normalise(inputs), weights));
  // Post-norm: the sum, too, is brought to size.
  return normalise(tf.add(inputs, tf.matMul(inputs, weights)));
}
