/**
 * A solution of exercise 05.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { mergeHeads } from "../merge_heads/solution.ts";
import { splitHeads } from "../split_heads/solution.ts";

/** Project, split, attend, merge, mix. */
export function multiHeadAttention(
  queries: Axes<"batch query model">,
  sequence: Axes<"batch key model">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): { output: Axes<"batch query model">; weights: Axes<"batch head query key"> } {
  // One matrix makes the queries of all heads at once; each head then takes its slice.
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(tf.matMul(queries, projections.queries), headCount),
    keys: splitHeads(tf.matMul(sequence, projections.keys), headCount),
    values: splitHeads(tf.matMul(sequence, projections.values), headCount),
  });
  // Side by side the heads know nothing of one another; the output projection mixes them.
  const merged = mergeHeads(output);
  return { output: tf.matMul(merged, projections.output), weights };
}
