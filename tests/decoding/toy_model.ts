/**
 * A "model" for the tests: the next token's distribution is a random function of the source and the
 * whole prefix, so every prefix must be in the right row. Token 0 ends a sequence.
 */
import * as tf from "@tensorflow/tfjs";
import type { DecodeOutput } from "lib/decoding/step.ts";
import { Random } from "lib/random.ts";

export const endId = 0;
export const startId = 1;

/** Log-probabilities [vocab] after a source and a prefix (which begins with `startId`). */
export function toyLogProbabilities(source: number, prefix: readonly number[], vocab: number) {
  let hash = source;
  for (const token of prefix) hash = (Math.imul(hash, 31) + token + 1) | 0;
  const logits = new Random(hash).normals(vocab, 0, 1.5);
  const total = Math.log(logits.reduce((sum, value) => sum + Math.exp(value), 0));
  return [...logits].map((value) => value - total);
}

/** The source [batch, 1], and the prefix [batch, time] from the second step on. */
export type ToyState = { readonly tensors: readonly tf.Tensor[]; readonly step: number };

/** The state before the first token. */
export function toyStart(sources: readonly number[]): ToyState {
  return { tensors: [tf.tensor2d(sources.map((source) => [source]), undefined, "int32")], step: 0 };
}

/** The weights [batch, 2, 3] hold the prefix's length and its sum, to recognise a row by. */
export function toyStep(vocab: number) {
  return (tokens: tf.Tensor, { tensors, step }: ToyState): DecodeOutput<ToyState> => {
    const column = tf.expandDims(tokens, 1);
    const prefix = step === 0 ? column : tf.concat([tensors[1], column], 1);
    const sources = tensors[0].dataSync();
    const rows = prefix.as2D(prefix.shape[0], step + 1).arraySync();
    const logits = rows.map((row, i) => toyLogProbabilities(sources[i], row, vocab));
    const sum = (row: number[]) => row.reduce((total, token) => total + token, 0);
    return {
      logits: tf.tensor2d(logits),
      state: { tensors: [tensors[0], prefix], step: step + 1 },
      weights: tf.tensor3d(rows.map((row) => [[row.length, 0, 0], [sum(row), 0, 0]])),
    };
  };
}

/** A whole sequence of the toy: its tokens (the end token included) and its log-probability. */
export interface ToySequence {
  readonly tokens: readonly number[];
  readonly logProbability: number;
}

/** Every sequence that ends within `maxLength` tokens or is cut off there. */
export function everySequence(source: number, maxLength: number, vocab: number): ToySequence[] {
  const grow = (tokens: readonly number[], logProbability: number): ToySequence[] => {
    if (tokens.at(-1) === endId || tokens.length === maxLength) return [{ tokens, logProbability }];
    return toyLogProbabilities(source, [startId, ...tokens], vocab)
      .flatMap((value, token) => grow([...tokens, token], logProbability + value));
  };
  return grow([], 0);
}
