/**
 * The position-wise feed-forward network (Vaswani et al., 2017, section 3.3): two linear maps with a
 * non-linearity between them. It acts on each position alone; positions meet only in attention.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import { dropout } from "lib/nn/dropout.ts";
import { Linear } from "lib/nn/linear.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import { gelu, geluTanh } from "lib/tensor/ops/gelu.ts";

/** The non-linearity: the Transformer's, BERT's (exact), GPT's (approximate). */
export type Activation = "relu" | "gelu" | "gelu tanh";

/** How a {@linkcode FeedForward} is made. */
export interface FeedForwardConfig {
  /** Length of a position's vector. */
  readonly modelSize: number;
  /** Length of the hidden layer, usually 4 · modelSize. */
  readonly feedForwardSize: number;
  /** Default `"relu"`. */
  readonly activation?: Activation;
  /** Share of hidden numbers left out while learning, in [0, 1). Default 0. */
  readonly dropout?: number;
  /** Draws the weights. */
  readonly random: Random;
}

/**
 * `activation(x W₁ + b₁) W₂ + b₂`
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { FeedForward } from "lib/nn/feed_forward.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new FeedForward({ modelSize: 3, feedForwardSize: 5, random: new Random(1) });
 * assertEquals(layer.forward(tf.ones([2, 7, 3]), inference).shape, [2, 7, 3]);
 * ```
 */
export class FeedForward extends Module {
  /** [model] → [hidden] */
  readonly hidden: Linear;
  /** [hidden] → [model] */
  readonly output: Linear;
  readonly #activation: Activation;
  readonly #dropout: number;

  /** Makes the network and draws its weights. */
  constructor(config: FeedForwardConfig) {
    super();
    const { modelSize, feedForwardSize, activation = "relu", random } = config;
    this.hidden = new Linear({
      inputSize: modelSize,
      outputSize: feedForwardSize,
      // The linear layer computes relu in the same pass; the others follow on their own.
      activation: activation === "relu" ? "relu" : "none",
      random,
    });
    this.output = new Linear({ inputSize: feedForwardSize, outputSize: modelSize, random });
    this.#activation = activation;
    this.#dropout = config.dropout ?? 0;
  }

  /** inputs [..., model] → [..., model] */
  forward(inputs: tf.Tensor, mode: Mode): tf.Tensor {
    const linear = this.hidden.forward(inputs);
    const activated = this.#activation === "gelu"
      ? gelu(linear)
      : this.#activation === "gelu tanh"
      ? geluTanh(linear)
      : linear;
    return this.output.forward(dropout(activated, this.#dropout, mode));
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    const [, model] = this.output.weights.shape;
    const axes = { "...": null, model };
    return { kind: `feed-forward, ${this.#activation}`, inputs: { inputs: axes }, output: axes };
  }
}
