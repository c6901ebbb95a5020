/**
 * What happens on the way through a stack of layers, forwards to the words and backwards to the
 * gradients.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Encoder } from "lib/models/encoder.ts";
import { inference } from "lib/nn/mode.ts";
import { type Axes, nested, type Scalar } from "lib/tensor/axes.ts";
import { lossAndGradients } from "lib/training/gradients.ts";

/**
 * How alike the positions of one sentence are, before the first layer and after each: cosines
 * [depth][position][position].
 *
 * @param inputs [1, time, model]
 */
export function cosinesByDepth(encoder: Encoder, inputs: Axes<"batch time model">): number[][][] {
  return tf.tidy(() => {
    const states = [inputs];
    for (const [i, layer] of encoder.layers.entries()) {
      states.push(layer.forward(states[i], inference).output);
    }
    return states.map((state) => {
      const unit = tf.div(state, tf.norm(state, 2, -1, true));
      return nested(tf.squeeze(tf.matMul(unit, unit, false, true), [0]), "query key");
    });
  });
}

/**
 * The length of the gradient of each layer's parameters, from the first layer to the last, when
 * `force` pulls at the stack's output: the loss is the sum of their product.
 *
 * @param inputs [batch, time, model]
 * @param force [batch, time, model]
 */
export function gradientNormsByLayer(
  encoder: Encoder,
  inputs: Axes<"batch time model">,
  force: Axes<"batch time model">,
): number[] {
  return tf.tidy(() => {
    const pull = (): Scalar => tf.sum(tf.mul(encoder.forward(inputs, inference).output, force));
    const gradients = [...lossAndGradients(pull, encoder.parameters()).gradients];
    return encoder.layers.map((_, i) => {
      const ofLayer = gradients.filter(([name]) => name.startsWith(`layers.${i}.`));
      return Math.hypot(...ofLayer.map(([, gradient]) => tf.norm(gradient).dataSync()[0]));
    });
  });
}
