/**
 * Layer normalisation (Ba, Kiros and Hinton, 2016): each position's features, on their own, are
 * brought to mean 0 and variance 1. Neither time nor batch is looked at.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";

/**
 * `(x − mean) / √(variance + ε) · gain + bias` over the last axis, with the biased variance.
 *
 * @param inputs [..., model]
 * @param gain [model], the scale after normalising
 * @param bias [model], the shift after normalising
 * @param epsilon Added to the variance, inside the root. Default 1e-5.
 * @returns [..., model]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { layerNorm } from "lib/tensor/ops/layer_norm.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const outputs = layerNorm(tf.tensor2d([[1, 3]]), tf.ones([2]), tf.zeros([2]));
 * assertAlmostEquals(outputs.dataSync()[1], 1, 1e-4);
 * ```
 */
export function layerNorm(
  inputs: tf.Tensor,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon = 1e-5,
): tf.Tensor {
  const model = inputs.shape[inputs.rank - 1];
  assertShape("the gain", gain, { model });
  assertShape("the bias", bias, { model });
  return fused("layerNorm", plainLayerNorm)(inputs, gain, bias, epsilon);
}

/** The readable definition of {@linkcode layerNorm}; the engine's version must agree with it. */
export function plainLayerNorm(
  inputs: tf.Tensor,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon: number,
): tf.Tensor {
  const centred = tf.sub(inputs, tf.mean(inputs, -1, true));
  const variance = tf.mean(tf.square(centred), -1, true);
  const normalised = tf.div(centred, tf.sqrt(tf.add(variance, epsilon)));
  return tf.add(tf.mul(normalised, gain), bias);
}
