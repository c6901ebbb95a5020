/**
 * A one-dimensional convolution with a learned filter.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { conv1d } from "lib/tensor/ops/conv1d.ts";
import { glorotUniform, parameter } from "./initializers.ts";
import { Module } from "./module.ts";

/** How a {@linkcode Conv1d} is made. */
export interface Conv1dConfig {
  /** Length of the inputs' last axis. */
  readonly inputSize: number;
  /** Length of the outputs' last axis. */
  readonly outputSize: number;
  /** Positions in the window. */
  readonly width: number;
}

/**
 * A convolution over time that keeps the length: zeros beyond both ends.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Conv1d } from "lib/nn/conv1d.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new Conv1d({ inputSize: 3, outputSize: 5, width: 3 }, new Random(1));
 * assertEquals(layer.forward(tf.ones([2, 7, 3])).shape, [2, 7, 5]);
 * ```
 */
export class Conv1d extends Module {
  /** [width, in, out] */
  readonly filter: tf.Variable;
  /** [out] */
  readonly bias: tf.Variable;

  constructor({ inputSize, outputSize, width }: Conv1dConfig, random: Random) {
    super();
    const shape = [width, inputSize, outputSize];
    this.filter = parameter(glorotUniform(random, width * inputSize, outputSize, shape));
    this.bias = parameter(tf.zeros([outputSize]));
  }

  /** inputs [batch, time, in] → [batch, time, out] */
  forward(inputs: Axes<"batch time in">): Axes<"batch time out"> {
    return conv1d(inputs, this.filter, this.bias);
  }
}
