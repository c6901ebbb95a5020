/**
 * The one thing that decoding needs of a model: a function from the last tokens and what the model
 * remembers to the scores of the next tokens and what it remembers then.
 *
 * What it remembers — encoder outputs, hidden states, cached keys and values — is nobody else's
 * business, but beam search must be able to copy, drop and reorder its rows. So a state says just this:
 * these are my tensors, and each has the batch as its first axis.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** What a model remembers between two tokens. */
export interface DecodeState {
  /** Every tensor of the state; the first axis of each is the batch. */
  readonly tensors: readonly tf.Tensor[];
  /** How many tokens it has seen. */
  readonly step: number;
}

/** What a model says after one more token. */
export interface DecodeOutput<State extends DecodeState> {
  /** Unnormalised scores of the next token. */
  readonly logits: Axes<"batch vocab">;
  /** What it remembers now; may share tensors with the state before. */
  readonly state: State;
  /** Which source tokens it looked at, if it has cross-attention. */
  readonly weights?: Axes<"batch head key">;
}

/**
 * One step of a model: int32 tokens [batch] in, scores of the next ones out. It holds no tidy and
 * disposes of nothing; the caller does.
 */
export type DecodeStep<State extends DecodeState> = (
  tokens: Axes<"batch">,
  state: State,
) => DecodeOutput<State>;

/**
 * The state whose row i is row `rows[i]` of `state`. Rows may repeat, be left out and change places.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { gatherState } from "lib/decoding/step.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const state = { tensors: [tf.tensor2d([[1, 2], [3, 4]])], step: 5 };
 * assertEquals(gatherState(state, [1, 1, 0]).tensors[0].arraySync(), [[3, 4], [3, 4], [1, 2]]);
 * ```
 */
export function gatherState<State extends DecodeState>(
  state: State,
  rows: readonly number[],
): State {
  const indices = tf.tensor1d([...rows], "int32");
  const tensors = state.tensors.map((tensor) => tf.gather(tensor, indices));
  indices.dispose();
  return { ...state, tensors };
}
