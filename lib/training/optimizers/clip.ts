/**
 * Gradient clipping by global norm (Pascanu et al., 2013): all gradients together are one vector, and
 * when it is longer than a limit it is shortened to that limit. Its direction stays, so one bad batch
 * can no longer throw the weights far away. Recurrent networks need it most.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Scalar } from "lib/tensor/axes.ts";
import type { Gradients } from "./optimizer.ts";

/** The Euclidean length of all gradients taken as one vector. */
export function globalNorm(gradients: Gradients): Scalar {
  return tf.tidy(() => {
    const squares = [...gradients.values()].map((gradient) => tf.sum(tf.square(gradient)));
    return tf.sqrt(tf.sum(tf.stack(squares)));
  });
}

/**
 * Shortens the gradients to a global norm of at most `maximum`, as PyTorch's `clip_grad_norm_` does:
 * multiplied by min(1, maximum / (norm + 1e-6)). The given gradients stay as they are.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { clipByGlobalNorm } from "lib/training/optimizers/clip.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const gradients = new Map([["a", tf.tensor([3])], ["b", tf.tensor([4])]]); // global norm 5
 * const { gradients: clipped, norm } = clipByGlobalNorm(gradients, 1);
 * assertAlmostEquals(norm.dataSync()[0], 5, 1e-5);
 * assertAlmostEquals(clipped.get("b")!.dataSync()[0], 0.8, 1e-5);
 * ```
 */
export function clipByGlobalNorm(
  gradients: Gradients,
  maximum: number,
): { readonly gradients: Gradients; readonly norm: Scalar } {
  if (!(maximum > 0)) throw new RangeError(`expected a maximum norm above 0, got ${maximum}`);
  const norm = globalNorm(gradients);
  const clipped = tf.tidy(() => {
    const scale = tf.minimum(1, tf.div(maximum, tf.add(norm, 1e-6)));
    return [...gradients.values()].map((gradient) => tf.mul(gradient, scale));
  });
  const names = [...gradients.keys()];
  return { gradients: new Map(names.map((name, i) => [name, clipped[i]])), norm };
}
