/**
 * Shapes, checked where a reader's mistake would first show: at the entrance of public functions.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { AxisName } from "./axes.ts";

/**
 * The expected length of each axis, outermost first. `undefined` means "any length". A first entry
 * named `"..."` allows any leading axes.
 */
export type ExpectedShape = Readonly<Partial<Record<AxisName | "...", number>>>;

/**
 * Throws a `RangeError` unless `tensor` has exactly the axes of `expected`.
 *
 * @param name What the learner calls the tensor: `keys`, `the source`.
 * @param tensor The tensor to look at.
 * @param expected Axis names, outermost first, each with its length (or `undefined` for any).
 *
 * @example The message names axes
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { assertShape } from "lib/tensor/shape.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => assertShape("keys", tf.ones([2, 5, 6]), { batch: 2, key: 5, dim: 8 }),
 *   RangeError,
 *   "expected keys [batch, key, dim] = [2, 5, 8], got [2, 5, 6]",
 * );
 * ```
 */
export function assertShape(name: string, tensor: tf.Tensor, expected: ExpectedShape): void {
  const shape = tensor.shape;
  const axes = Object.entries(expected);
  const anyLeading = axes[0]?.[0] === "...";
  const own = anyLeading ? axes.slice(1) : axes;
  const tail = anyLeading ? shape.slice(shape.length - own.length) : shape;
  const fits = (anyLeading ? shape.length >= own.length : shape.length === own.length) &&
    own.every(([, length], i) => length === undefined || length === tail[i]);
  if (fits) return;
  const names = axes.map(([axis]) => axis).join(", ");
  const lengths = axes.map(([axis, length]) => axis === "..." ? "..." : length ?? "any").join(", ");
  throw new RangeError(`expected ${name} [${names}] = [${lengths}], got [${shape.join(", ")}]`);
}

/**
 * Throws a `RangeError` unless `tensor` broadcasts to `expected`: read from the last axis, each of its
 * axes has the expected length or 1, and it has no more axes than expected.
 *
 * @param name What the learner calls the tensor: `keep`.
 * @param tensor The tensor to look at.
 * @param expected Axis names, outermost first, each with its length.
 */
export function assertBroadcasts(
  name: string,
  tensor: tf.Tensor,
  expected: Readonly<Partial<Record<AxisName, number>>>,
): void {
  const shape = tensor.shape;
  const lengths = Object.values(expected);
  const own = lengths.slice(Math.max(0, lengths.length - shape.length));
  const fits = shape.length <= lengths.length &&
    own.every((length, i) => shape[i] === length || shape[i] === 1);
  if (fits) return;
  const names = Object.keys(expected).join(", ");
  throw new RangeError(
    `expected ${name} to broadcast to [${names}] = [${lengths.join(", ")}], got [${
      shape.join(", ")
    }]`,
  );
}
