/**
 * One solution of each exercise of notebook 02, with the thought behind it. `deno task check 02
 * --solution 02.3` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Powers of e, divided by each row's sum. */
export function softmax(scores: Axes<"query key">): Axes<"query key"> {
  // Only differences count; without the largest, no power exceeds 1 and none overflows.
  const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));
}

/** v · tanh(s W_q + h W_k), for every pair at once. */
export function additiveScores(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  queryWeights: Axes<"dim attention">,
  keyWeights: Axes<"state attention">,
  scoreWeights: Axes<"attention">,
): Axes<"query key"> {
  const asked: Axes<"query attention"> = tf.matMul(queries, queryWeights);
  const offered: Axes<"key attention"> = tf.matMul(states, keyWeights);
  // [query, 1, attention] + [1, key, attention]: every query meets every state.
  const met = tf.tanh(tf.add(tf.expandDims(asked, 1), tf.expandDims(offered, 0)));
  return tf.sum(tf.mul(met, scoreWeights), -1);
}

/** Padding falls by a billion before the softmax: e to that power is exactly 0. */
export function attentionWeights(
  scores: Axes<"query key">,
  keep: Axes<"key">,
): Axes<"query key"> {
  const hidden = tf.mul(tf.sub(1, tf.cast(keep, "float32")), -1e9);
  return tf.softmax(tf.add(scores, hidden));
}

/** Each state times its weight, added up number by number. */
export function contextVector(weights: number[], states: number[][]): number[] {
  return states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
}
