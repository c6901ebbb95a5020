/**
 * A solution of exercise 01.2, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** One matrix product for all three parts, two gates, a candidate, and a mixture. */
export function gruStep(
  projected: Axes<"batch gates">,
  hidden: Axes<"batch hidden">,
  recurrentWeights: Axes<"hidden gates">,
  recurrentBias: Axes<"gates">,
): Axes<"batch hidden"> {
  const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const [inputReset, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
  const [hiddenReset, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
  const reset = tf.sigmoid(tf.add(inputReset, hiddenReset));
  const update = tf.sigmoid(tf.add(inputUpdate, hiddenUpdate));
  // The reset gate fades what the state offers, after the matrix product.
  const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
  // Where update is 1, the old state goes through untouched.
  return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
}
