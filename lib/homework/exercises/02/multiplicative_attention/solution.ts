/**
 * A solution of exercise 02.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { attentionWeights } from "../attention_weights/solution.ts";

/** Compare, weigh, collect. */
export function multiplicativeAttention(
  queries: Axes<"query dim">,
  states: Axes<"key state">,
  matrix: Axes<"dim state">,
  keep: Axes<"key">,
): { weights: Axes<"query key">; contexts: Axes<"query state"> } {
  // W says each query in the encoder's terms; then one product compares it with every state.
  const translated: Axes<"query state"> = tf.matMul(queries, matrix);
  const scores: Axes<"query key"> = tf.matMul(translated, states, false, true);
  const weights = attentionWeights(scores, keep);
  // What is taken home are the states themselves.
  const contexts: Axes<"query state"> = tf.matMul(weights, states);
  return { weights, contexts };
}
