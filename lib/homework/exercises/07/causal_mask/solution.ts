/**
 * A solution of exercise 07.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** The number of a key against the number of a query, for every pair. */
export function causalMask(length: number): Axes<"query key"> {
  const keys = tf.range(0, length, 1, "int32");
  // A row beside a column broadcasts to a square.
  const queries = tf.expandDims(keys, 1);
  return tf.lessEqual(keys, queries);
}
