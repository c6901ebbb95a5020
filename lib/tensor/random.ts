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

/**
 * A tensor full of `value`, each entry replaced by 0 with probability `rate`: what dropout multiplies
 * with.
 *
 * A training step draws millions of these, so one number of the stream seeds a small integer hash
 * (mulberry32), which is as reproducible and twenty times faster than drawing each from the stream.
 */
export function randomKeep(
  random: Random,
  shape: number[],
  rate: number,
  value = 1,
): tf.Tensor {
  const values = new Float32Array(tf.util.sizeFromShape(shape));
  const limit = rate * 2 ** 32;
  let state = random.integer(2 ** 32) | 0;
  for (let i = 0; i < values.length; i++) {
    state = (state + 0x6D2B79F5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    values[i] = ((hash ^ (hash >>> 14)) >>> 0) < limit ? 0 : value;
  }
  return tf.tensor(values, shape);
}
