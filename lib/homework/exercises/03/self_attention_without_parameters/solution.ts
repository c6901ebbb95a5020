/**
 * A solution of exercise 03.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** softmax(X·Xᵀ)·X: every word plays all three roles itself. */
export function selfAttentionWithoutParameters(
  inputs: Axes<"time dim">,
): { output: Axes<"time dim">; weights: Axes<"query key"> } {
  // Entry [i, j] is the dot product of word i and word j.
  const scores: Axes<"query key"> = tf.matMul(inputs, inputs, false, true);
  // Along the last axis: each word that asks shares out 1.
  const weights: Axes<"query key"> = tf.softmax(scores);
  const output: Axes<"time dim"> = tf.matMul(weights, inputs);
  return { output, weights };
}
