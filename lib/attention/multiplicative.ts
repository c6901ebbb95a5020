/**
 * Multiplicative attention, called "general" by Luong, Pham and Manning (2015): one matrix between the
 * decoder's state and the encoder's state,
 *
 *     score(s, h) = s W h
 *
 * It costs one matrix product where additive attention needs a network for every pair.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { glorotUniform, parameter } from "lib/nn/initializers.ts";
import { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { linear } from "lib/tensor/ops/linear.ts";
import { assertShape } from "lib/tensor/shape.ts";
import { mixStates } from "./additive.ts";
import type { AttentionOptions, AttentionOutput } from "./dot_product.ts";

/**
 * `s W h` for every pair of query and state.
 *
 * @param queries [batch, query, dim]
 * @param states [batch, key, state]
 * @param weights [dim, state]
 * @returns [batch, query, key]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { multiplicativeScores } from "lib/attention/multiplicative.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const queries = tf.ones([2, 3, 5]);
 * const states = tf.ones([2, 7, 11]);
 * assertEquals(multiplicativeScores(queries, states, tf.ones([5, 11])).shape, [2, 3, 7]);
 * ```
 */
export function multiplicativeScores(
  queries: Axes<"batch query dim">,
  states: Axes<"batch key state">,
  weights: Axes<"dim state">,
): Axes<"batch query key"> {
  const [dim, state] = weights.shape;
  assertShape("queries", queries, { batch: undefined, query: undefined, dim });
  assertShape("states", states, { batch: queries.shape[0], key: undefined, state });
  const projected: Axes<"batch query state"> = linear(queries, weights);
  return tf.matMul(projected, states, false, true);
}

/** How a {@linkcode MultiplicativeAttention} is made. */
export interface MultiplicativeAttentionConfig {
  /** Length of a query. */
  readonly querySize: number;
  /** Length of an encoder state. */
  readonly stateSize: number;
}

/**
 * Multiplicative attention with a learned matrix.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { MultiplicativeAttention } from "lib/attention/multiplicative.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using attention = new MultiplicativeAttention({ querySize: 5, stateSize: 11 }, new Random(1));
 * const { output, weights } = attention.forward(tf.ones([2, 3, 5]), tf.ones([2, 7, 11]));
 * assertEquals([output.shape, weights.shape], [[2, 3, 11], [2, 3, 7]]);
 * ```
 */
export class MultiplicativeAttention extends Module {
  /** [dim, state] */
  readonly weights: tf.Variable;

  constructor({ querySize, stateSize }: MultiplicativeAttentionConfig, random: Random) {
    super();
    this.weights = parameter(glorotUniform(random, querySize, stateSize));
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
    return mixStates(multiplicativeScores(queries, states, this.weights), states, keep);
  }
}
