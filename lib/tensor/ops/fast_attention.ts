/**
 * The way from `lib/attention` to the engine's attention of all heads at once. The readable definition
 * stands in `lib/attention/multi_head.ts`; here is only what may take its place.
 *
 * @module
 */
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import type * as tf from "@tensorflow/tfjs";

/**
 * Attention in every head, without splitting and merging them, or `undefined` where the engine has
 * nothing for this case.
 *
 * @param queries [batch, query, model]
 * @param keys [batch, key, model]
 * @param values [batch, key, model]
 * @param headCount Into how many slices the model axis is cut.
 * @param keep bool, broadcasts to [batch, head, query, key]; `true` = may be seen.
 * @returns `output` [batch, query, model] and `weights` [batch, head, query, key], which carry no
 * gradient.
 */
export function fastAttention(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  headCount: number,
  keep: tf.Tensor | undefined,
):
  | {
    readonly output: Axes<"batch query model">;
    readonly weights: Axes<"batch head query key">;
  }
  | undefined {
  return fused.multiHeadAttention?.(queries, keys, values, headCount, keep);
}
