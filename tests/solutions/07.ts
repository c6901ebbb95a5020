/**
 * One solution of each exercise of notebook 07, with the thought behind it. `deno task check 07
 * --solution 07.1` shows one of them.
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

/** The number of a key against the number of a query, for every pair. */
export function causalMask(length: number): Axes<"query key"> {
  const keys = tf.range(0, length, 1, "int32");
  // A row beside a column broadcasts to a square.
  const queries = tf.expandDims(keys, 1);
  return tf.lessEqual(keys, queries);
}

/** Hide before the softmax; afterwards only rows without any key are left to mend. */
export function maskedSoftmax(
  scores: Axes<"query key">,
  keep: Axes<"query key">,
): Axes<"query key"> {
  const kept = tf.cast(keep, "float32");
  // So low that its exponential is 0 beside any score; −∞ would make NaN of an empty row.
  const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
  // Changes only rows that may see nothing: there all scores are equally low.
  return tf.mul(tf.softmax(lowered), kept);
}

/** A key must be no future and no padding. */
export function combineMasks(
  causal: Axes<"query key">,
  padding: Axes<"batch query key">,
): Axes<"batch query key"> {
  // The one has no batch, the other one row for all queries: both axes broadcast.
  return tf.logicalAnd(causal, padding);
}
