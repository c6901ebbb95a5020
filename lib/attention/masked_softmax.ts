/**
 * Softmax over the keys that may be seen.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** So low that its exponential is exactly 0 beside any score; −∞ would make NaN of an empty row. */
const hiddenScore = -1e9;

/**
 * Weights that sum to 1 over the last axis, with exactly 0 where `keep` is false. A row with nothing to
 * see gets weights 0, and its gradient is 0.
 *
 * The mask comes *before* the softmax: hiding weights afterwards would leave rows that no longer sum
 * to 1. What happens afterwards concerns only rows without any key.
 *
 * @param scores [..., query, key]
 * @param keep bool, broadcasts to the scores; `true` = may be seen. Left out, everything is seen.
 * @returns [..., query, key]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { maskedSoftmax } from "lib/attention/masked_softmax.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const keep = tf.tensor2d([[1, 1, 0], [0, 0, 0]], [2, 3], "bool");
 * assertEquals(maskedSoftmax(tf.zeros([2, 3]), keep).arraySync(), [[0.5, 0.5, 0], [0, 0, 0]]);
 * ```
 */
export function maskedSoftmax(scores: Axes<"... query key">, keep?: tf.Tensor): tf.Tensor {
  if (keep === undefined) return tf.softmax(scores);
  if (keep.dtype !== "bool") throw new TypeError(`expected keep of type bool, got ${keep.dtype}`);
  const kept = tf.cast(keep, "float32");
  const weights = tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), hiddenScore)));
  return tf.mul(weights, kept);
}
