/**
 * GELU, the Gaussian error linear unit (Hendrycks and Gimpel, 2016): `x · Φ(x)`, where Φ is the
 * normal distribution function. BERT uses the exact form, GPT the approximation by tanh.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";

/**
 * `x · ½ (1 + erf(x / √2))`, exactly.
 *
 * @param inputs [...]
 * @returns [...]
 */
export function gelu(inputs: tf.Tensor): tf.Tensor {
  return fused("gelu", plainGelu)(inputs);
}

/** The readable definition of {@linkcode gelu}; the engine's version must agree with it. */
export function plainGelu(inputs: tf.Tensor): tf.Tensor {
  const probability = tf.mul(0.5, tf.add(1, tf.erf(tf.mul(inputs, Math.SQRT1_2))));
  return tf.mul(inputs, probability);
}

/**
 * `½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))`, the approximation that GPT uses.
 *
 * @param inputs [...]
 * @returns [...]
 */
export function geluTanh(inputs: tf.Tensor): tf.Tensor {
  return fused("geluTanh", plainGeluTanh)(inputs);
}

/** The readable definition of {@linkcode geluTanh}; the engine's version must agree with it. */
export function plainGeluTanh(inputs: tf.Tensor): tf.Tensor {
  const cube = tf.mul(tf.mul(inputs, inputs), inputs);
  const argument = tf.mul(Math.sqrt(2 / Math.PI), tf.add(inputs, tf.mul(0.044715, cube)));
  return tf.mul(tf.mul(0.5, inputs), tf.add(1, tf.tanh(argument)));
}
