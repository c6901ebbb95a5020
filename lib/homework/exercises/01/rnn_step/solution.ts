/**
 * A solution of exercise 01.1, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** What is read, what is remembered and a bias: three terms of one shape, squashed. */
export function rnnStep(
  inputs: Axes<"batch in">,
  hidden: Axes<"batch hidden">,
  parameters: {
    inputWeights: Axes<"in hidden">;
    recurrentWeights: Axes<"hidden hidden">;
    bias: Axes<"hidden">;
  },
): Axes<"batch hidden"> {
  const read = tf.matMul(inputs, parameters.inputWeights);
  // The only way by which anything earlier reaches this step.
  const remembered = tf.matMul(hidden, parameters.recurrentWeights);
  return tf.tanh(tf.add(tf.add(read, remembered), parameters.bias));
}
