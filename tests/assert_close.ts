/**
 * Compares tensors number by number.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals } from "@std/assert";

/** Throws unless both have the same shape and no number differs by more than `tolerance`. */
export function assertClose(
  actual: tf.Tensor,
  expected: tf.Tensor,
  message: string,
  tolerance = 1e-5,
): void {
  assertEquals(actual.shape, expected.shape, message);
  const values = expected.dataSync();
  actual.dataSync().forEach((value, i) => assertAlmostEquals(value, values[i], tolerance, message));
}
