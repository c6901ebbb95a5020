/**
 * Batch normalisation with a learned gain and bias, for the comparison with layer normalisation.
 *
 * While a model learns, a batch is normalised by its own statistics, and their running average is kept
 * for answering. That average is state which is not learned by gradients; layer norm needs none.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { batchNorm, featureStatistics } from "lib/tensor/ops/batch_norm.ts";
import { parameter } from "./initializers.ts";
import type { Mode } from "./mode.ts";
import { Module } from "./module.ts";

/** How a {@linkcode BatchNorm} is made. */
export interface BatchNormConfig {
  /** Length of the last axis: the number of features. */
  readonly modelSize: number;
  /** Added to the variance, inside the root. Default 1e-5. */
  readonly epsilon?: number;
  /** The newest batch's share in the running averages, in (0, 1]. Default 0.1. */
  readonly momentum?: number;
}

/**
 * Normalises each feature over all positions of the batch.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { BatchNorm } from "lib/nn/batch_norm.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * using norm = new BatchNorm({ modelSize: 1 });
 * const outputs = norm.forward(tf.tensor2d([[1], [3]]), { training: true, random: new Random(1) });
 * assertAlmostEquals(outputs.dataSync()[1], 1, 1e-4);
 * ```
 */
export class BatchNorm extends Module {
  /** [model], begins at 1. */
  readonly gain: tf.Variable;
  /** [model], begins at 0. */
  readonly bias: tf.Variable;
  readonly #epsilon: number;
  readonly #momentum: number;
  /** Not learned, so not among the parameters. */
  readonly #running: { readonly mean: tf.Variable; readonly variance: tf.Variable };

  constructor({ modelSize, epsilon = 1e-5, momentum = 0.1 }: BatchNormConfig) {
    super();
    this.gain = parameter(tf.ones([modelSize]));
    this.bias = parameter(tf.zeros([modelSize]));
    this.#running = {
      mean: parameter(tf.zeros([modelSize])),
      variance: parameter(tf.ones([modelSize])),
    };
    this.#epsilon = epsilon;
    this.#momentum = momentum;
  }

  /** inputs [..., model] → [..., model] */
  forward(inputs: tf.Tensor, mode: Mode): tf.Tensor {
    if (!mode.training) {
      return batchNorm(inputs, this.gain, this.bias, this.#running, this.#epsilon);
    }
    const statistics = featureStatistics(inputs);
    tf.tidy(() => {
      const { mean, variance } = this.#running;
      mean.assign(this.#average(mean, statistics.mean));
      variance.assign(this.#average(variance, statistics.variance));
    });
    return batchNorm(inputs, this.gain, this.bias, statistics, this.#epsilon);
  }

  #average(old: tf.Tensor, newest: tf.Tensor): tf.Tensor {
    return tf.add(tf.mul(old, 1 - this.#momentum), tf.mul(newest, this.#momentum));
  }

  /** Frees the parameters and the running averages. */
  override [Symbol.dispose](): void {
    super[Symbol.dispose]();
    for (const average of Object.values(this.#running)) {
      if (!average.isDisposed) average.dispose();
    }
  }
}
