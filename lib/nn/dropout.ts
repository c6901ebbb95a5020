/**
 * Dropout (Srivastava et al., 2014): while a model learns, each number is left out with probability
 * `rate`, so that no feature can rely on one particular other. The rest is scaled up, so that nothing
 * needs to change when the model answers.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { randomKeep } from "lib/tensor/random.ts";
import type { Mode } from "./mode.ts";

/**
 * Inputs with a share of zeros while learning; the inputs themselves otherwise.
 *
 * @param inputs [...]
 * @param rate The probability that a number is left out, in [0, 1).
 * @param mode Learning (with the stream to draw from) or answering.
 * @returns [...]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { dropout } from "lib/nn/dropout.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assert, assertStrictEquals } from "@std/assert";
 *
 * const inputs = tf.ones([1000]);
 * assertStrictEquals(dropout(inputs, 0.5, inference), inputs);
 * const dropped = dropout(inputs, 0.5, { training: true, random: new Random(1) });
 * assert(dropped.dataSync().every((value) => value === 0 || value === 2));
 * ```
 */
export function dropout(inputs: tf.Tensor, rate: number, mode: Mode): tf.Tensor {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`expected a rate in [0, 1), got ${rate}`);
  if (!mode.training || rate === 0) return inputs;
  return tf.mul(inputs, randomKeep(mode.random, inputs.shape, rate, 1 / (1 - rate)));
}
