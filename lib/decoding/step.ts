/**
 * The one thing that decoding needs of a model: a function from the last tokens and what the model
 * remembers to the scores of the next tokens and what it remembers then.
 *
 * What it remembers — encoder outputs, hidden states, cached keys and values — is nobody else's
 * business, but beam search must be able to copy, drop and reorder its rows. So a state is a record of
 * any form in which every tensor has the batch as its first axis: {@linkcode tensorsOf} lists them,
 * {@linkcode mapTensors} makes the same record of others.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Tensors in lists and records, and plain values beside them. */
export type TensorTree =
  | tf.Tensor
  | number
  | string
  | boolean
  | undefined
  | readonly TensorTree[]
  | { readonly [name: string]: TensorTree };

/** What a model remembers between two tokens; the first axis of each tensor is the batch. */
export type DecodeState = {
  /** How many tokens it has read. */
  readonly step: number;
  /** Whatever else: the source's keys, the keys and values of each layer so far. */
  readonly [name: string]: TensorTree;
};

/** What a model says after one more token. */
export type DecodeOutput<State extends DecodeState> = {
  /** How likely each token is next, before any softmax: [batch, vocab]. */
  readonly logits: Axes<"batch vocab">;
  /** What it remembers now; shares what did not change with the state before. */
  readonly state: State;
  /** What the last layer's cross-attention looked at, if there is any: [batch, head, key]. */
  readonly weights?: Axes<"batch head key">;
};

/**
 * One step of a model: int32 tokens [batch] in, scores of the next ones out. It holds no tidy and
 * disposes of nothing; the caller does.
 */
export type DecodeStep<State extends DecodeState> = (
  tokens: Axes<"batch">,
  state: State,
) => DecodeOutput<State>;

/** All tensors of a state. */
export function tensorsOf(state: TensorTree): tf.Tensor[] {
  const tensors: tf.Tensor[] = [];
  mapTensors(state, (tensor) => {
    tensors.push(tensor);
    return tensor;
  });
  return tensors;
}

/** The same lists and records, with `map`'s tensor in place of each tensor. */
export function mapTensors<Tree extends TensorTree>(
  tree: Tree,
  map: (tensor: tf.Tensor) => tf.Tensor,
): Tree;
export function mapTensors(tree: unknown, map: (tensor: tf.Tensor) => tf.Tensor): unknown {
  if (tree instanceof tf.Tensor) return map(tree);
  if (Array.isArray(tree)) return tree.map((each) => mapTensors(each, map));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([name, each]) => [name, mapTensors(each, map)]),
  );
}

/**
 * The state whose row i is row `rows[i]` of `state`. Rows may repeat, be left out and change places.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { gatherState } from "lib/decoding/step.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const state = { keys: tf.tensor2d([[1, 2], [3, 4]]), step: 5 };
 * assertEquals(gatherState(state, [1, 1, 0]).keys.arraySync(), [[3, 4], [3, 4], [1, 2]]);
 * ```
 */
export function gatherState<State extends DecodeState>(
  state: State,
  rows: readonly number[],
): State {
  const indices = tf.tensor1d([...rows], "int32");
  const gathered = mapTensors(state, (tensor) => tf.gather(tensor, indices));
  indices.dispose();
  return gathered;
}
