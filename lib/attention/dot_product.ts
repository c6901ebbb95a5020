/**
 * Scaled dot-product attention (Vaswani et al., 2017, section 3.2.1): a soft dictionary. Each query is
 * compared with every key; the softmax of these scores weighs the values.
 *
 *     attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V
 *
 * There is nothing to learn here. The weights are computed anew for every input.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { assertBroadcasts, assertShape } from "lib/tensor/shape.ts";
import { maskedSoftmax } from "./masked_softmax.ts";

/** What {@linkcode scaledDotProductAttention} takes. The leading axes of all three are the same. */
export interface DotProductAttentionInputs {
  /** What is asked: [..., query, dim]. */
  readonly queries: Axes<"... query dim">;
  /** What each question is compared with: [..., key, dim]. */
  readonly keys: Axes<"... key dim">;
  /** What the answers are mixed from: [..., key, value]; one value for each key. */
  readonly values: Axes<"... key value">;
  /** bool, broadcasts to [..., query, key]; `true` = may be seen. Default: everything is seen. */
  readonly keep?: tf.Tensor;
  /** What scores are multiplied with. Default 1 / √dim. */
  readonly scale?: number;
}

/** What a pass through attention may be told besides its inputs. */
export interface AttentionOptions {
  /** bool, broadcasts to the scores; `true` = may be seen. Default: everything is seen. */
  readonly keep?: tf.Tensor;
}

/**
 * What attention returns. The caller's annotation names the leading axes. (A type rather than an
 * interface: `tf.tidy` passes only those on.)
 */
export type AttentionOutput = {
  /** The mixed values: [..., query, value]. */
  readonly output: tf.Tensor;
  /** How much of each value went into it: [..., query, key]; each row sums to 1. */
  readonly weights: tf.Tensor;
};

/**
 * Attention over any leading axes, such as batch, or batch and head.
 *
 * @returns `output` [..., query, value] and `weights` [..., query, key]. A query with nothing to see
 * gets weights 0 and output 0.
 * @throws {RangeError} when the shapes do not fit one another.
 *
 * @example A query takes the value of the key that it points at
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { output, weights } = scaledDotProductAttention({
 *   queries: tf.tensor2d([[100, 0]]),
 *   keys: tf.tensor2d([[1, 0], [0, 1], [-1, 0]]),
 *   values: tf.tensor2d([[7], [5], [3]]),
 * });
 * assertEquals(weights.shape, [1, 3]);
 * assertAlmostEquals(output.dataSync()[0], 7, 1e-6);
 * ```
 */
export function scaledDotProductAttention(inputs: DotProductAttentionInputs): AttentionOutput {
  const { queries, keys, values, keep } = inputs;
  assertFits(inputs);
  const { scale = 1 / Math.sqrt(queries.shape[queries.rank - 1]) } = inputs;
  const scores: Axes<"... query key"> = tf.mul(tf.matMul(queries, keys, false, true), scale);
  const weights: Axes<"... query key"> = maskedSoftmax(scores, keep);
  const output: Axes<"... query value"> = tf.matMul(weights, values);
  return { output, weights };
}

function assertFits({ queries, keys, values, keep }: DotProductAttentionInputs): void {
  assertShape("queries", queries, { "...": undefined, query: undefined, dim: undefined });
  const leading = Object.fromEntries(
    queries.shape.slice(0, -2).map((length, i, all) => [leadingName(i, all.length), length]),
  );
  const [queryLength, dim] = queries.shape.slice(-2);
  assertShape("keys", keys, { ...leading, key: undefined, dim });
  const keyLength = keys.shape[keys.rank - 2];
  assertShape("values", values, { ...leading, key: keyLength, value: undefined });
  if (keep) assertBroadcasts("keep", keep, { ...leading, query: queryLength, key: keyLength });
}

/** The course's names of the axes before query and key: batch, or batch and head. */
function leadingName(index: number, count: number): string {
  if (count <= 2) return index === 0 ? "batch" : "head";
  return `axis ${index}`;
}
