/**
 * Additive attention (Bahdanau, Cho and Bengio, 2015): a small network scores how well a decoder's
 * state and an encoder's state fit each other,
 *
 *     score(s, h) = v · tanh(s W_q + h W_k)
 *
 * States of different lengths can meet, since each has a projection of its own.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { glorotUniform, parameter } from "lib/nn/initializers.ts";
import { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { linear } from "lib/tensor/ops/linear.ts";
import { assertBroadcasts, assertShape } from "lib/tensor/shape.ts";
import type { AttentionOptions, AttentionOutput } from "./dot_product.ts";
import { maskedSoftmax } from "./masked_softmax.ts";

/** What additive attention learns. */
export interface AdditiveParameters {
  /** W_q: [dim, attention] */
  readonly queryWeights: Axes<"dim attention">;
  /** W_k: [state, attention] */
  readonly keyWeights: Axes<"state attention">;
  /** v: [attention] */
  readonly scoreWeights: Axes<"attention">;
}

/**
 * `v · tanh(s W_q + h W_k)` for every pair of query and state.
 *
 * @param queries [batch, query, dim]
 * @param states [batch, key, state]
 * @returns [batch, query, key]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { additiveScores } from "lib/attention/additive.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const scores = additiveScores(tf.ones([2, 3, 5]), tf.ones([2, 7, 11]), {
 *   queryWeights: tf.ones([5, 13]),
 *   keyWeights: tf.ones([11, 13]),
 *   scoreWeights: tf.ones([13]),
 * });
 * assertEquals(scores.shape, [2, 3, 7]);
 * ```
 */
export function additiveScores(
  queries: Axes<"batch query dim">,
  states: Axes<"batch key state">,
  { queryWeights, keyWeights, scoreWeights }: AdditiveParameters,
): Axes<"batch query key"> {
  const [dim, attention] = queryWeights.shape;
  const [state] = keyWeights.shape;
  assertShape("queries", queries, { batch: undefined, query: undefined, dim });
  assertShape("states", states, { batch: queries.shape[0], key: undefined, state });
  assertShape("keyWeights", keyWeights, { state, attention });
  assertShape("scoreWeights", scoreWeights, { attention });
  const projectedQueries: Axes<"batch query attention"> = linear(queries, queryWeights);
  const projectedStates: Axes<"batch key attention"> = linear(states, keyWeights);
  const everyPair: Axes<"batch query key attention"> = tf.add(
    tf.expandDims(projectedQueries, 2),
    tf.expandDims(projectedStates, 1),
  );
  const column: Axes<"attention one"> = tf.expandDims(scoreWeights, 1);
  return tf.squeeze(linear(tf.tanh(everyPair), column), [3]);
}

/** How an {@linkcode AdditiveAttention} is made. */
export interface AdditiveAttentionConfig {
  /** Length of a query. */
  readonly querySize: number;
  /** Length of an encoder state. */
  readonly stateSize: number;
  /** Length of the space in which they are compared. */
  readonly attentionSize: number;
}

/**
 * Additive attention with learned projections.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { AdditiveAttention } from "lib/attention/additive.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sizes = { querySize: 5, stateSize: 11, attentionSize: 13 };
 * using attention = new AdditiveAttention(sizes, new Random(1));
 * const { output, weights } = attention.forward(tf.ones([2, 3, 5]), tf.ones([2, 7, 11]));
 * assertEquals([output.shape, weights.shape], [[2, 3, 11], [2, 3, 7]]);
 * ```
 */
export class AdditiveAttention extends Module {
  /** [dim, attention] */
  readonly queryWeights: tf.Variable;
  /** [state, attention] */
  readonly keyWeights: tf.Variable;
  /** [attention] */
  readonly scoreWeights: tf.Variable;

  constructor(config: AdditiveAttentionConfig, random: Random) {
    super();
    const { querySize, stateSize, attentionSize } = config;
    this.queryWeights = parameter(glorotUniform(random, querySize, attentionSize));
    this.keyWeights = parameter(glorotUniform(random, stateSize, attentionSize));
    this.scoreWeights = parameter(glorotUniform(random, attentionSize, 1, [attentionSize]));
  }

  /**
   * Lets a decoder look at an encoder's states.
   *
   * @param queries The decoder's states: [batch, query, dim].
   * @param states The encoder's states, both compared and mixed: [batch, key, state].
   * @returns `output` [batch, query, state], the contexts, and `weights` [batch, query, key].
   */
  forward(
    queries: Axes<"batch query dim">,
    states: Axes<"batch key state">,
    { keep }: AttentionOptions = {},
  ): AttentionOutput {
    return mixStates(additiveScores(queries, states, this), states, keep);
  }
}

/** Weighs the states with the softmax of their scores. */
export function mixStates(
  scores: Axes<"batch query key">,
  states: Axes<"batch key state">,
  keep: tf.Tensor | undefined,
): AttentionOutput {
  const [batch, query, key] = scores.shape;
  if (keep) assertBroadcasts("keep", keep, { batch, query, key });
  const weights: Axes<"batch query key"> = maskedSoftmax(scores, keep);
  return { output: tf.matMul(weights, states), weights };
}
