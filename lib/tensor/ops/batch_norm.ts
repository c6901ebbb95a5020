/**
 * Batch normalisation (Ioffe and Szegedy, 2015), for the comparison with layer normalisation: each
 * feature is brought to mean 0 and variance 1 over all positions of all sentences in the batch, so
 * that a sentence's output depends on its neighbours.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";

/** A batch's mean and variance of each feature. */
export interface FeatureStatistics {
  /** [model] */
  readonly mean: Axes<"model">;
  /** [model], biased: divided by the number of positions. */
  readonly variance: Axes<"model">;
}

/** The mean and the biased variance over every axis but the last. */
export function featureStatistics(inputs: Axes<"... model">): FeatureStatistics {
  const rows: Axes<"row model"> = tf.reshape(inputs, [-1, inputs.shape[inputs.rank - 1]]);
  const mean: Axes<"model"> = tf.mean(rows, 0);
  return { mean, variance: tf.mean(tf.square(tf.sub(rows, mean)), 0) };
}

/**
 * `(x − mean) / √(variance + ε) · gain + bias`, feature by feature.
 *
 * @param inputs [..., model]
 * @param gain [model]
 * @param bias [model]
 * @param statistics Those of the batch while training (the default), stored ones when answering.
 * @param epsilon Added to the variance, inside the root. Default 1e-5.
 * @returns [..., model]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { batchNorm } from "lib/tensor/ops/batch_norm.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const outputs = batchNorm(tf.tensor2d([[1], [3]]), tf.ones([1]), tf.zeros([1]));
 * assertAlmostEquals(outputs.dataSync()[1], 1, 1e-4);
 * ```
 */
export function batchNorm(
  inputs: tf.Tensor,
  gain: Axes<"model">,
  bias: Axes<"model">,
  statistics: FeatureStatistics = featureStatistics(inputs),
  epsilon = 1e-5,
): tf.Tensor {
  const model = inputs.shape[inputs.rank - 1];
  assertShape("the gain", gain, { model });
  assertShape("the bias", bias, { model });
  const centred = tf.sub(inputs, statistics.mean);
  const normalised = tf.div(centred, tf.sqrt(tf.add(statistics.variance, epsilon)));
  return tf.add(tf.mul(normalised, gain), bias);
}
