/**
 * A solution of exercise 08.4, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { feedForward } from "../feed_forward/solution.ts";
import { layerNorm } from "../layer_norm/solution.ts";

/** Attend, add, norm, think, add, norm. */
export function encoderLayer(
  inputs: Axes<"batch time model">,
  attention: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  const norm = (x: tf.Tensor, i: number) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  // Self-attention: queries, keys and values are made from the same words.
  const { output } = scaledDotProductAttention({
    queries: tf.matMul(inputs, attention.queries),
    keys: tf.matMul(inputs, attention.keys),
    values: tf.matMul(inputs, attention.values),
  });
  const attended = norm(tf.add(inputs, tf.matMul(output, attention.output)), 0);
  // From here on each word is alone again.
  return norm(tf.add(attended, feedForward(attended, network)), 1);
}
