/**
 * The position-wise feed-forward network (Vaswani et al., 2017, section 3.3): two linear maps with a
 * non-linearity between them. It acts on each position alone; positions meet only in attention.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import { gelu, geluTanh } from "lib/tensor/ops/gelu.ts";
import { Linear } from "./linear.ts";
import { Module, type Signature } from "./module.ts";

/** The non-linearity: the Transformer's, BERT's (exact), GPT's (approximate). */
export type Activation = "relu" | "gelu" | "gelu tanh";

/** How a {@linkcode FeedForward} is made. */
export interface FeedForwardConfig {
  /** Length of a position's vector. */
  readonly modelSize: number;
  /** Length of the hidden layer: d_ff. Default 4 · modelSize. */
  readonly feedForwardSize?: number;
  /** The non-linearity. Default `"relu"`. */
  readonly activation?: Activation;
}

/** The configuration with its defaults. */
export function resolveFeedForward(config: FeedForwardConfig): Required<FeedForwardConfig> {
  const { modelSize, feedForwardSize = 4 * modelSize, activation = "relu" } = config;
  return { modelSize, feedForwardSize, activation };
}

/**
 * `activation(x W₁ + b₁) W₂ + b₂`
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { FeedForward } from "lib/nn/feed_forward.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new FeedForward({ modelSize: 3, feedForwardSize: 5 }, new Random(1));
 * assertEquals(layer.forward(tf.ones([2, 7, 3])).shape, [2, 7, 3]);
 * ```
 */
export class FeedForward extends Module {
  /** [model] → [hidden] */
  readonly hidden: Linear;
  /** [hidden] → [model] */
  readonly output: Linear;
  readonly #activation: Activation;

  constructor(config: FeedForwardConfig, random: Random) {
    super();
    const { modelSize, feedForwardSize, activation } = resolveFeedForward(config);
    this.hidden = new Linear({
      inputSize: modelSize,
      outputSize: feedForwardSize,
      // The linear layer computes relu in the same pass; the others follow on their own.
      activation: activation === "relu" ? "relu" : "none",
    }, random);
    this.output = new Linear({ inputSize: feedForwardSize, outputSize: modelSize }, random);
    this.#activation = activation;
  }

  /** inputs [..., model] → [..., model] */
  forward(inputs: tf.Tensor): tf.Tensor {
    const hidden = this.hidden.forward(inputs);
    if (this.#activation === "gelu") return this.output.forward(gelu(hidden));
    if (this.#activation === "gelu tanh") return this.output.forward(geluTanh(hidden));
    return this.output.forward(hidden);
  }

  override signature(): Signature {
    const [, model] = this.output.weights.shape;
    const axes = { "...": null, model };
    return { kind: `feed-forward, ${this.#activation}`, inputs: { inputs: axes }, output: axes };
  }
}
