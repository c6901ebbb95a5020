/**
 * A solution of exercise 07.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** A key may be seen unless it is padding, whoever asks. */
export function paddingMask(ids: Axes<"batch key">, padId: number): Axes<"batch query key"> {
  const isWord = tf.notEqual(ids, tf.scalar(padId, "int32"));
  // One row for all queries of a sentence: the axis of length 1 broadcasts.
  return tf.expandDims(isWord, 1);
}
