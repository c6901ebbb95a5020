/**
 * What every fused operation is built from: the registry, the heap and what computes.
 *
 * A fused operation is a kernel in tfjs's own registry with its gradient, so that tapes, tidy and
 * `tf.profile` treat it as any other. What the backward pass needs besides inputs and outputs is written
 * into a *saved tensor*: one made before the call and passed as an input, since an output would make tfjs
 * build a gradient of zeros for it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Compute } from "../compute.ts";
import type { Heap } from "../heap.ts";
import type { KernelRegistry } from "../registry.ts";

/** The engine as the operations see it. */
export interface Context {
  /** Where kernels are registered. */
  readonly registry: KernelRegistry;
  /** Where tensors lie. */
  readonly heap: Heap;
  /** How to compute. */
  readonly compute: Compute;
}

/** Runs a registered kernel that returns one tensor. */
export function runOne<T extends tf.Tensor = tf.Tensor>(
  name: string,
  inputs: tf.NamedTensorMap,
  attrs: tf.NamedAttrMap = {},
): T {
  return tf.engine().runKernel<T>(name, inputs, attrs);
}

/** Runs a registered kernel that returns several tensors. */
export function runMany(
  name: string,
  inputs: tf.NamedTensorMap,
  attrs: tf.NamedAttrMap = {},
): tf.Tensor[] {
  return tf.engine().runKernel<tf.Tensor[]>(name, inputs, attrs);
}

/** A tensor with undefined contents, for a kernel to write what the backward pass will read. */
export function savedTensor(heap: Heap, shape: readonly number[]): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(heap.allocate(shape));
}

/** The only gradient of an operation with one output. */
export function single(dy: tf.Tensor | tf.Tensor[]): tf.Tensor {
  return Array.isArray(dy) ? dy[0] : dy;
}

/** The gradients of an operation with several outputs. */
export function several(dy: tf.Tensor | tf.Tensor[]): tf.Tensor[] {
  return Array.isArray(dy) ? dy : [dy];
}
