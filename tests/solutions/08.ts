/**
 * One solution of each exercise of notebook 08, with the thought behind it. `deno task check 08
 * --solution 08.1` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";

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

/** Widen, cut off what is negative, narrow. */
export function feedForward(
  inputs: Axes<"batch time model">,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): tf.Tensor {
  // The same matrix for every position: nothing here knows which word it is.
  const hidden = tf.relu(tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias));
  return tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
}

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
  const met = norm(tf.add(inputs, tf.matMul(output, attention.output)), 0);
  // From here on each word is alone again.
  return norm(tf.add(met, feedForward(met, network)), 1);
}

/** The encoder's pattern with a step in the middle, which looks at the source. */
export function decoderLayer(
  inputs: Axes<"batch query model">,
  memory: Axes<"batch key model">,
  attentions: Record<"self" | "cross", Record<"queries" | "keys" | "values" | "output", tf.Tensor>>,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
  norms: Record<"gain" | "bias", Axes<"model">>[],
): tf.Tensor {
  const norm = (x: tf.Tensor, i: number) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5);
  const attend = (
    asking: tf.Tensor,
    seen: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const { output } = scaledDotProductAttention({
      queries: tf.matMul(asking, matrices.queries),
      keys: tf.matMul(seen, matrices.keys),
      values: tf.matMul(seen, matrices.values),
      keep,
    });
    return tf.matMul(output, matrices.output);
  };
  // What was said so far: no word may see a later one.
  const own = attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]));
  const met = norm(tf.add(inputs, own), 0);
  // The question comes from here, keys and values from the encoder.
  const informed = norm(tf.add(met, attend(met, memory, attentions.cross)), 1);
  return norm(tf.add(informed, feedForward(informed, network)), 2);
}
