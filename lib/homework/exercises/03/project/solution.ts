/**
 * A solution of exercise 03.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

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
