/**
 * Where parameters begin. Every draw comes from the stream that is handed in: the same seed gives the
 * same weights, bit for bit, and no two layers are alike.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import { randomUniform } from "lib/tensor/random.ts";

/** A parameter that begins at `initial`, which is freed: its numbers now belong to the parameter. */
export function parameter(initial: tf.Tensor): tf.Variable {
  const created = tf.variable(initial);
  initial.dispose();
  return created;
}

/**
 * Uniform in ±√(6 / (in + out)), which keeps the variance of activations and gradients about equal
 * from layer to layer (Glorot and Bengio, 2010).
 *
 * @returns [in, out]
 */
export function glorotUniform(
  random: Random,
  inputSize: number,
  outputSize: number,
  shape: number[] = [inputSize, outputSize],
): tf.Tensor {
  const limit = Math.sqrt(6 / (inputSize + outputSize));
  return randomUniform(random, shape, -limit, limit);
}

/**
 * Uniform in ±1/√size, the customary start of recurrent layers.
 *
 * @param size Length of the hidden state.
 */
export function recurrentUniform(random: Random, size: number, shape: number[]): tf.Tensor {
  const limit = 1 / Math.sqrt(size);
  return randomUniform(random, shape, -limit, limit);
}
