/**
 * One solution of each exercise of notebook 01, with the thought behind it. `deno task check 01
 * --solution 01.2` shows one of them.
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

/** At position t the decoder reads what it should have said at t − 1. */
export function shiftRight(labels: number[], startId: number): number[] {
  // The last label, <eos>, is said but never read.
  return [startId, ...labels.slice(0, -1)];
}

/** The model reads its own words: right or wrong, they are all it has. */
export function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { startId, endId, maxLength }: { startId: number; endId: number; maxLength: number },
): { tokens: number[]; right: boolean } {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    // <eos> says that the sentence is over; it is no part of it.
    if (next === endId) break;
    tokens.push(next);
  }
  const right = tokens.length === expected.length &&
    tokens.every((token, i) => token === expected[i]);
  return { tokens, right };
}
