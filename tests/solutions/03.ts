/**
 * One solution of each exercise of notebook 03, with the thought behind it. `deno task check 03
 * --solution 03.3` shows one of them.
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

/** One matrix for each role: how to ask, how to be found, what to answer. */
export function project(
  inputs: Axes<"time model">,
  queryWeights: Axes<"model dim">,
  keyWeights: Axes<"model dim">,
  valueWeights: Axes<"model value">,
): { queries: Axes<"time dim">; keys: Axes<"time dim">; values: Axes<"time value"> } {
  // [time, model] · [model, dim] → [time, dim]: the inner axes meet, nothing is transposed.
  return {
    queries: tf.matMul(inputs, queryWeights),
    keys: tf.matMul(inputs, keyWeights),
    values: tf.matMul(inputs, valueWeights),
  };
}

/** Queries meet keys, and the weights collect values. */
export function attend(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  const scores: Axes<"query key"> = tf.matMul(queries, keys, false, true);
  // The last axis is key: each query shares 1 out over the keys.
  const weights: Axes<"query key"> = tf.softmax(scores);
  const output: Axes<"query value"> = tf.matMul(weights, values);
  return { output, weights };
}

/** A Map that answers with a mixture. */
export function lookup(query: number[], keys: number[][], values: number[][]): number[] {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0));
  // Only differences between scores matter; without the largest, Math.exp cannot overflow.
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return values[0].map((_, d) =>
    powers.reduce((sum, power, i) => sum + power / total * values[i][d], 0)
  );
}
