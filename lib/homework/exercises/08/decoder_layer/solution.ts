/**
 * A solution of exercise 08.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask } from "lib/attention/masks.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { feedForward } from "../feed_forward/solution.ts";
import { layerNorm } from "../layer_norm/solution.ts";

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
    queryInputs: tf.Tensor,
    keyInputs: tf.Tensor,
    matrices: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
    keep?: tf.Tensor,
  ): tf.Tensor => {
    const { output } = scaledDotProductAttention({
      queries: tf.matMul(queryInputs, matrices.queries),
      keys: tf.matMul(keyInputs, matrices.keys),
      values: tf.matMul(keyInputs, matrices.values),
      keep,
    });
    return tf.matMul(output, matrices.output);
  };
  // What was said so far: no word may see a later one.
  const own = attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]));
  const attended = norm(tf.add(inputs, own), 0);
  // The question comes from here, keys and values from the encoder.
  const crossAttended = norm(tf.add(attended, attend(attended, memory, attentions.cross)), 1);
  return norm(tf.add(crossAttended, feedForward(crossAttended, network)), 2);
}
