/**
 * A class as a row of numbers: 1 in its place, 0 elsewhere.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "../axes.ts";

/**
 * Rows of zeros with a single 1. tfjs's own function refuses a single class.
 *
 * @param classes int32 [row]
 * @param classCount How many classes there are.
 * @returns float32 [row, class]; a row of zeros for a class that does not exist.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { oneHot } from "lib/tensor/ops/one_hot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(oneHot(tf.tensor1d([2, 0], "int32"), 3).arraySync(), [[0, 0, 1], [1, 0, 0]]);
 * ```
 */
export function oneHot(classes: Axes<"row">, classCount: number): Axes<"row class"> {
  const all: Axes<"class"> = tf.range(0, classCount, 1, "int32");
  return tf.cast(tf.equal(tf.expandDims(classes, 1), all), "float32");
}
