/**
 * What a model carries from one decoded token to the next. Decoding treats it as a closed box: a list
 * of tensors with the batch first, so that beam search can take rows of them.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import type { KeysAndValues } from "lib/attention/multi_head.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** A model's memory between two tokens. */
export type DecodeState = {
  /** Each tensor's first axis is the batch. */
  readonly tensors: tf.Tensor[];
  /** How many tokens were read so far. */
  readonly step: number;
};

/** What one decoding step returns. */
export type DecodeOutput = {
  /** How likely each token is next, before any softmax: [batch, vocab]. */
  readonly logits: Axes<"batch vocab">;
  /** The state after this token. It shares what did not change with the state before. */
  readonly state: DecodeState;
  /** What the last layer's cross-attention looked at: [batch, head, key]. */
  readonly weights?: Axes<"batch head key">;
};

/** Keys and values of all layers as a flat list: key, value, key, value … */
export function flattenPast(past: readonly KeysAndValues[]): tf.Tensor[] {
  return past.flatMap(({ keys, values }) => [keys, values]);
}

/** The inverse of {@linkcode flattenPast}. */
export function unflattenPast(tensors: readonly tf.Tensor[]): KeysAndValues[] {
  const past: KeysAndValues[] = [];
  for (let i = 0; i < tensors.length; i += 2) {
    past.push({ keys: tensors[i], values: tensors[i + 1] });
  }
  return past;
}
