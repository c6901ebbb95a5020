/**
 * One solution of each exercise of notebook 05, with the thought behind it. `deno task check 05
 * --solution 05.1` shows one of them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";

/** Cut first, then move: reshape names the slices, transpose brings the heads outwards. */
export function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  // Each vector falls into its slices; no number moves.
  const slices: Axes<"batch time head dim"> = tf.reshape(
    sequence,
    [batch, time, headCount, model / headCount],
  );
  // Here they do move: all positions of head 0, then all positions of head 1, …
  return tf.transpose(slices, [0, 2, 1, 3]);
}

/** The two steps of the split backwards. */
export function mergeHeads(heads: Axes<"... dim">): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  // Exchanging two axes a second time puts them back.
  const slices = tf.transpose(heads, [0, 2, 1, 3]);
  return tf.reshape(slices, [batch, time, head * dim]);
}

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

/** Three projections into the heads, one out of them, each with a bias. */
export function countParameters(modelSize: number, headCount: number, dim: number): number {
  // All heads together: with dim = modelSize / headCount this is modelSize, whatever headCount is.
  const width = headCount * dim;
  const into = modelSize * width + width;
  const out = width * modelSize + modelSize;
  return 3 * into + out;
}
