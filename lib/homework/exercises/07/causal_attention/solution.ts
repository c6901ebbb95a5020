/**
 * A solution of exercise 07.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { causalMask } from "../causal_mask/solution.ts";
import { combineMasks } from "../combine_masks/solution.ts";
import { maskedSoftmax } from "../masked_softmax/solution.ts";
import { paddingMask } from "../padding_mask/solution.ts";

/** Causal, padded, scaled multi-head attention of a sequence on itself. */
export function causalAttention(
  sequence: Axes<"batch time model">,
  ids: Axes<"batch key">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): { output: Axes<"batch time model">; weights: Axes<"batch head query key"> } {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  // Reshape, then transpose: each head gets its slice of every position.
  const inHeads = (projection: Axes<"model model">): Axes<"batch head time dim"> =>
    tf.transpose(
      tf.reshape(tf.matMul(sequence, projection), [batch, time, headCount, dim]),
      [0, 2, 1, 3],
    );
  const queries = inHeads(projections.queries);
  const keys = inHeads(projections.keys);
  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(dim));

  // One mask for every head: no future, no padding. maskedSoftmax is written for one table of scores, and
  // the axes before it broadcast.
  const keep = tf.expandDims<tf.Tensor>(combineMasks(causalMask(time), paddingMask(ids, 0)), 1);
  const weights: tf.Tensor = maskedSoftmax(scores, keep);

  const perHead = tf.matMul(weights, inHeads(projections.values));
  const merged = tf.reshape(tf.transpose(perHead, [0, 2, 1, 3]), [batch, time, model]);
  return { output: tf.matMul(merged, projections.output), weights };
}
