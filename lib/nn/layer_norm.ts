/**
 * Layer normalisation with a learned gain and bias.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { layerNorm } from "lib/tensor/ops/layer_norm.ts";
import { parameter } from "./initializers.ts";
import { Module, type Signature } from "./module.ts";

/** How a {@linkcode LayerNorm} is made. */
export interface LayerNormConfig {
  /** Length of the last axis, which is normalised. */
  readonly modelSize: number;
  /** Added to the variance, inside the root. Default 1e-5. */
  readonly epsilon?: number;
}

/**
 * Normalises each position's features on their own.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { LayerNorm } from "lib/nn/layer_norm.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * using norm = new LayerNorm({ modelSize: 2 });
 * assertAlmostEquals(norm.forward(tf.tensor2d([[1, 3]])).dataSync()[1], 1, 1e-4);
 * ```
 */
export class LayerNorm extends Module {
  /** [model], begins at 1. */
  readonly gain: tf.Variable;
  /** [model], begins at 0. */
  readonly bias: tf.Variable;
  readonly #epsilon: number;

  constructor({ modelSize, epsilon = 1e-5 }: LayerNormConfig) {
    super();
    this.gain = parameter(tf.ones([modelSize]));
    this.bias = parameter(tf.zeros([modelSize]));
    this.#epsilon = epsilon;
  }

  /** inputs [..., model] → [..., model] */
  forward(inputs: tf.Tensor): tf.Tensor {
    return layerNorm(inputs, this.gain, this.bias, this.#epsilon);
  }

  override signature(): Signature {
    const axes = { "...": null, model: this.gain.shape[0] };
    return { kind: "layer norm", inputs: { inputs: axes }, output: axes };
  }
}
