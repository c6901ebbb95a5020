/**
 * A Transformer run by hand, layer by layer, so that one can choose which encoder layer feeds which decoder layer.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { causalMask } from "lib/attention/masks.ts";
import type { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import type { Axes } from "lib/tensor/axes.ts";

/**
 * The model's scores for each next word when decoder layer i, counted from 1, is fed by encoder layer `feeding(i)`.
 *
 * @param source Token ids, [batch, time].
 * @param target Token ids, [batch, time].
 * @returns [batch, time, vocab]
 */
export function logitsFedBy(
  model: Transformer,
  { source, target }: { readonly source: Axes<"batch time">; readonly target: Axes<"batch time"> },
  feeding: (decoderLayer: number) => number,
): tf.Tensor {
  return tf.tidy(() => {
    const states = [model.sourceEmbedding.forward(source, inference)]; // then layer 1, 2, 3, …
    for (const [i, layer] of model.encoder.layers.entries()) {
      states.push(layer.forward(states[i], inference).output);
    }
    const keep = causalMask(target.shape[1]);
    let written = model.targetEmbedding.forward(target, inference);
    for (const [i, layer] of model.decoder.layers.entries()) {
      const memory = layer.crossAttention.project(states[feeding(i + 1)]);
      written = layer.forward(written, memory, inference, { keep }).output;
    }
    if (!model.outputLayer) throw new TypeError("expected a model with an output layer of its own");
    return model.outputLayer.forward(written);
  });
}
