/**
 * Finds out-of-range ids where they are used, before they show as a NaN later.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/**
 * The first id that is not in [0, `count`), or undefined where all are. On WebGPU numbers cannot be read
 * at once, and nothing is found.
 *
 * @param ids int32, of any shape
 * @param count how many rows or classes there are
 * @param ignored an id that need not name anything
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { findOutOfRangeId } from "lib/tensor/ids.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(findOutOfRangeId(tf.tensor1d([2, 7, 0], "int32"), 5), { id: 7, index: 1 });
 * ```
 */
export function findOutOfRangeId(
  ids: tf.Tensor,
  count: number,
  ignored?: number,
): { readonly id: number; readonly index: number } | undefined {
  if (tf.getBackend() === "webgpu") return undefined;
  const numbers = ids.dataSync();
  const index = numbers.findIndex((id) => (id < 0 || id >= count) && id !== ignored);
  return index < 0 ? undefined : { id: numbers[index], index };
}
