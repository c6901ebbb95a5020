/**
 * A linear layer: `y = x W + b` with learned weights and bias.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import { linear, type LinearActivation } from "lib/tensor/ops/linear.ts";
import { glorotUniform, parameter } from "./initializers.ts";
import { Module, type Signature } from "./module.ts";

/** How a {@linkcode Linear} layer is made. */
export interface LinearConfig {
  /** Length of the inputs' last axis. */
  readonly inputSize: number;
  /** Length of the outputs' last axis. */
  readonly outputSize: number;
  /** Whether a bias is added. Default true. */
  readonly bias?: boolean;
  /** What follows. Default `"none"`. */
  readonly activation?: LinearActivation;
}

/**
 * A linear layer. The weights are drawn uniformly (Glorot and Bengio, 2010); the bias begins at 0.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Linear } from "lib/nn/linear.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new Linear({ inputSize: 3, outputSize: 5 }, new Random(1));
 * assertEquals(layer.forward(tf.ones([2, 3])).shape, [2, 5]);
 * assertEquals(layer.parameterCount(), 3 * 5 + 5);
 * ```
 */
export class Linear extends Module {
  /** [in, out] */
  readonly weights: tf.Variable;
  /** [out], or `undefined` where none was asked for. */
  readonly bias: tf.Variable | undefined;
  readonly #activation: LinearActivation;

  constructor(config: LinearConfig, random: Random) {
    super();
    const { inputSize, outputSize, bias = true, activation = "none" } = config;
    this.weights = parameter(glorotUniform(random, inputSize, outputSize));
    this.bias = bias ? parameter(tf.zeros([outputSize])) : undefined;
    this.#activation = activation;
  }

  /** inputs [..., in] → [..., out] */
  forward(inputs: tf.Tensor): tf.Tensor {
    return linear(inputs, this.weights, this.bias, this.#activation);
  }

  override signature(): Signature {
    const [inputSize, outputSize] = this.weights.shape;
    return {
      kind: this.#activation === "none" ? "linear" : `linear, ${this.#activation}`,
      inputs: { inputs: { "...": null, in: inputSize } },
      output: { "...": null, out: outputSize },
    };
  }
}
