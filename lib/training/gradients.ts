/**
 * A loss and its gradients by parameter name, and what to say when they are no longer numbers.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Scalar } from "lib/tensor/axes.ts";
import type { Gradients } from "./optimizers/optimizer.ts";

/**
 * The value of `loss` and its gradient for each of `parameters`, by name. A parameter that the loss
 * does not depend on has no entry. The caller disposes of all tensors returned.
 */
export function lossAndGradients(
  loss: () => Scalar,
  parameters: ReadonlyMap<string, tf.Variable>,
): { readonly value: Scalar; readonly gradients: Gradients } {
  const { value, grads } = tf.variableGrads(loss, [...parameters.values()]);
  const gradients = new Map<string, tf.Tensor>();
  for (const [name, parameter] of parameters) {
    if (parameter.name in grads) gradients.set(name, grads[parameter.name]);
  }
  return { value, gradients };
}

/** Thrown when a loss or a gradient is NaN or infinite; the parameters are as before the step. */
export class NotFiniteError extends Error {
  /** The step at which it was noticed, counted from 1. */
  readonly step: number;

  constructor(message: string, step: number) {
    super(message);
    this.name = "NotFiniteError";
    this.step = step;
  }
}

/** A message that names the first parameter, or else gradient, that is not finite. */
export async function whereNotFinite(
  parameters: ReadonlyMap<string, tf.Variable>,
  gradients: Gradients,
): Promise<string> {
  const isFinite = async (tensor: tf.Tensor) => (await tensor.data()).every(Number.isFinite);
  for (const [name, parameter] of parameters) {
    if (!await isFinite(parameter)) return `the parameter ${name} is not finite`;
  }
  for (const [name, gradient] of gradients) {
    if (!await isFinite(gradient)) return `the gradient of ${name} is not finite`;
  }
  return "all parameters and gradients are finite, so look into the loss itself";
}
