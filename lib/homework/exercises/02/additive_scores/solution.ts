/**
 * A solution of exercise 02.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** v · tanh(s W_q + h W_k), for every pair at once. */
export function additiveScores(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  queryWeights: Axes<"dim attention">,
  keyWeights: Axes<"state attention">,
  scoreWeights: Axes<"attention">,
): Axes<"query key"> {
  const projectedQueries: Axes<"query attention"> = tf.matMul(queries, queryWeights);
  const projectedStates: Axes<"key attention"> = tf.matMul(states, keyWeights);
  // [query, 1, attention] + [1, key, attention]: every query meets every state.
  const combined = tf.tanh(
    tf.add(tf.expandDims(projectedQueries, 1), tf.expandDims(projectedStates, 0)),
  );
  return tf.sum(tf.mul(combined, scoreWeights), -1);
}
