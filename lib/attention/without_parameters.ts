/**
 * Self-attention with nothing to learn: every position asks, answers and is looked at with the same
 * vector,
 *
 *     y_i = Σ_j w_ij x_j,   w_ij = softmax_j(x_i · x_j)
 *
 * It shows what attention is before any parameter appears, and what it cannot do: a position is most
 * like itself, so it can only ask for what it already is.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import { type Axes, rename } from "lib/tensor/axes.ts";
import { type AttentionOutput, scaledDotProductAttention } from "./dot_product.ts";

/**
 * Self-attention without parameters and without a scale.
 *
 * @param inputs [..., time, dim]
 * @param keep bool, broadcasts to [..., time, time]; `true` = may be seen. Default: all is seen.
 * @returns `output` [..., time, dim] and `weights` [..., time, time]
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { output, weights } = selfAttentionWithoutParameters(tf.ones([2, 3, 5]));
 * assertEquals([output.shape, weights.shape], [[2, 3, 5], [2, 3, 3]]);
 * ```
 */
export function selfAttentionWithoutParameters(
  inputs: Axes<"... time dim">,
  keep?: tf.Tensor,
): AttentionOutput {
  return scaledDotProductAttention({
    // In self-attention the time axis is both the query and the key axis.
    queries: rename(inputs, "... query dim"),
    keys: rename(inputs, "... key dim"),
    values: rename(inputs, "... key value"),
    keep,
    scale: 1,
  });
}
