/**
 * The affine map `y = x W + b`, the most frequent operation of the course.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";

/** What follows the affine map: nothing, or `max(0, y)`. */
export type LinearActivation = "none" | "relu";

/**
 * `activation(inputs · weights + bias)` along the last axis; the leading axes stay as they are.
 *
 * Weights are stored as [in, out], so the formula reads from left to right.
 *
 * @param inputs [..., in]
 * @param weights [in, out]
 * @param bias [out]; left out, nothing is added.
 * @returns [..., out]
 * @throws {RangeError} when the inputs' last axis or the bias does not fit the weights.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { linear } from "lib/tensor/ops/linear.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const outputs = linear(tf.ones([2, 3, 5]), tf.ones([5, 7]), tf.ones([7]));
 * assertEquals(outputs.shape, [2, 3, 7]);
 * assertEquals(outputs.dataSync()[0], 6);
 * ```
 */
export function linear(
  inputs: tf.Tensor,
  weights: tf.Tensor,
  bias?: tf.Tensor,
  activation: LinearActivation = "none",
): tf.Tensor {
  assertShape("weights", weights, { in: undefined, out: undefined });
  const [inputSize, outputSize] = weights.shape;
  assertShape("inputs", inputs, { "...": undefined, in: inputSize });
  if (bias) assertShape("bias", bias, { out: outputSize });
  return fused("linear", plainLinear)(inputs, weights, bias, activation);
}

/** The readable definition of {@linkcode linear}; the engine's version must agree with it. */
export function plainLinear(
  inputs: tf.Tensor,
  weights: tf.Tensor,
  bias: tf.Tensor | undefined,
  activation: LinearActivation,
): tf.Tensor {
  const [inputSize, outputSize] = weights.shape;
  // tfjs has no gradient for a three-dimensional by a two-dimensional matrix product.
  const rows: Axes<"row in"> = tf.reshape(inputs, [-1, inputSize]);
  const products: Axes<"row out"> = tf.matMul(rows, weights);
  const sums = bias ? tf.add(products, bias) : products;
  const outputs = tf.reshape(sums, [...inputs.shape.slice(0, -1), outputSize]);
  return activation === "relu" ? tf.relu(outputs) : outputs;
}
