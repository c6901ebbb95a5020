/**
 * Tensors filled from a seeded stream.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";

/** A tensor of normal draws, mean 0 and the given standard deviation. */
export function randomNormal(random: Random, shape: number[], standardDeviation = 1): tf.Tensor {
  return tf.tensor(random.normals(tf.util.sizeFromShape(shape), 0, standardDeviation), shape);
}

/** A tensor of uniform draws in [low, high). */
export function randomUniform(random: Random, shape: number[], low = 0, high = 1): tf.Tensor {
  return tf.tensor(random.uniforms(tf.util.sizeFromShape(shape), low, high), shape);
}
