/**
 * Multi-head attention (Vaswani et al., 2017, section 3.2.2): several small attentions side by side,
 * each in its own slice of the model axis, so that a position can look at several places for several
 * reasons. Their outputs are concatenated and mixed; the number of parameters does not depend on the
 * number of heads.
 *
 * It is not the same as self-attention: cross-attention has heads, too.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { assertBroadcasts, assertShape } from "lib/tensor/shape.ts";
import { type AttentionOptions, scaledDotProductAttention } from "./dot_product.ts";

/** A sequence that asks: its own time axis, or the query axis of a cross-attention. */
export type QuerySequence = Axes<"batch time model"> | Axes<"batch query model">;

/** A sequence that is looked at. */
export type KeySequence = Axes<"batch time model"> | Axes<"batch key model">;

/** Keys and values of a sequence, ready to be asked; a cache holds them. */
export type KeysAndValues = {
  /** [batch, key, model] */
  readonly keys: Axes<"batch key model">;
  /** [batch, key, model] */
  readonly values: Axes<"batch key model">;
};

/** What multi-head attention returns. */
export type MultiHeadOutput = {
  /** [batch, query, model] */
  readonly output: Axes<"batch query model">;
  /** What each head looks at: [batch, head, query, key]. */
  readonly weights: Axes<"batch head query key">;
};

/**
 * Cuts the model axis into heads: [batch, time, head·dim] → [batch, head, time, dim].
 *
 * Each position's vector is cut into slices first (reshape); only then do the heads move outwards
 * (transpose). A reshape alone would mix positions. Time may be a query or a key axis: the annotation at
 * the call says which.
 *
 * @throws {RangeError} when the model axis is not a multiple of the number of heads.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { mergeHeads, splitHeads } from "lib/attention/multi_head.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sequence = tf.tensor3d([[[1, 2, 3, 4], [5, 6, 7, 8]]]);
 * const heads = splitHeads(sequence, 2);
 * assertEquals(heads.arraySync(), [[[[1, 2], [5, 6]], [[3, 4], [7, 8]]]]);
 * assertEquals(mergeHeads(heads).arraySync(), sequence.arraySync());
 * ```
 */
export function splitHeads(sequence: tf.Tensor, headCount: number): tf.Tensor {
  assertShape("the sequence", sequence, { batch: undefined, time: undefined, model: undefined });
  const [batch, time, model] = sequence.shape;
  assertHeads(model, headCount);
  const slices: Axes<"batch time head dim"> = tf.reshape(
    sequence,
    [batch, time, headCount, model / headCount],
  );
  return tf.transpose(slices, [0, 2, 1, 3]);
}

/** Puts the heads side by side again: [batch, head, time, dim] → [batch, time, head·dim]. */
export function mergeHeads(heads: tf.Tensor): tf.Tensor {
  assertShape("heads", heads, {
    batch: undefined,
    head: undefined,
    time: undefined,
    dim: undefined,
  });
  const [batch, head, time, dim] = heads.shape;
  const slices: Axes<"batch time head dim"> = tf.transpose<tf.Tensor>(heads, [0, 2, 1, 3]);
  return tf.reshape(slices, [batch, time, head * dim]);
}

/**
 * Attention in every head, without projections: split the model axis, attend, merge.
 *
 * @param queries [batch, query, model]
 * @param keysAndValues both [batch, key, model]
 * @param headCount Into how many slices the model axis is cut.
 * @param keep bool, `true` = may be seen: [query, key], [batch, query, key] or, to treat heads
 * differently, [batch, head, query, key]; axes of length 1 broadcast. A head that may see nothing is
 * silenced: its output is 0.
 */
export function multiHeadAttention(
  queries: QuerySequence,
  { keys, values }: KeysAndValues,
  headCount: number,
  keep?: tf.Tensor,
): MultiHeadOutput {
  assertShape("queries", queries, { batch: undefined, query: undefined, model: undefined });
  const [batch, query, model] = queries.shape;
  assertHeads(model, headCount);
  assertShape("keys", keys, { batch, key: undefined, model });
  const [, key] = keys.shape;
  assertShape("values", values, { batch, key, model });
  const everyHead = keep?.rank === 3 ? tf.expandDims(keep, 1) : keep;
  if (everyHead) assertBroadcasts("keep", everyHead, { batch, head: headCount, query, key });

  const attend = fused("multiHeadAttention", plainMultiHeadAttention);
  // The engine's version has nothing for some rare masks.
  return attend(queries, keys, values, headCount, everyHead) ??
    plainMultiHeadAttention(queries, keys, values, headCount, everyHead);
}

/**
 * The readable definition of {@linkcode multiHeadAttention}; the engine's version must agree with it.
 *
 * @param queries [batch, query, model]
 * @param keys [batch, key, model]
 * @param values [batch, key, model]
 * @param headCount Into how many slices the model axis is cut.
 * @param keep bool, broadcasts to [batch, head, query, key]
 */
function plainMultiHeadAttention(
  queries: tf.Tensor,
  keys: tf.Tensor,
  values: tf.Tensor,
  headCount: number,
  keep: tf.Tensor | undefined,
): MultiHeadOutput {
  const { output, weights } = scaledDotProductAttention({
    queries: splitHeads(queries, headCount), // [batch, head, query, dim]
    keys: splitHeads(keys, headCount), // [batch, head, key, dim]
    values: splitHeads(values, headCount), // [batch, head, key, value]
    keep,
  });
  return { output: mergeHeads(output), weights };
}

function assertHeads(modelSize: number, headCount: number): void {
  if (Number.isInteger(headCount) && headCount >= 1 && modelSize % headCount === 0) return;
  throw new RangeError(
    `expected a number of heads that divides the model size ${modelSize}, got ${headCount}`,
  );
}

/** How a {@linkcode MultiHeadAttention} is made. */
export interface MultiHeadAttentionConfig {
  /** Length of a position's vector: d_model. */
  readonly modelSize: number;
  /** How many heads; divides modelSize. */
  readonly headCount: number;
}

/**
 * Multi-head attention with its four learned projections,
 *
 *     MultiHead(Q, K, V) = Concat(head₁, …, head_h) W_O
 *     headᵢ              = Attention(Q W_Qᵢ, K W_Kᵢ, V W_Vᵢ)
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { causalMask } from "lib/attention/masks.ts";
 * import { MultiHeadAttention } from "lib/attention/multi_head.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using attention = new MultiHeadAttention({ modelSize: 6, headCount: 2 }, new Random(1));
 * const sequence = tf.ones([3, 5, 6]);
 * const { output, weights } = attention.forward(sequence, sequence, { keep: causalMask(5) });
 * assertEquals([output.shape, weights.shape], [[3, 5, 6], [3, 2, 5, 5]]);
 * ```
 */
export class MultiHeadAttention extends Module {
  /** W_Q and its bias: what is asked. */
  readonly queries: Linear;
  /** W_K and its bias: what is compared. */
  readonly keys: Linear;
  /** W_V and its bias: what is answered. */
  readonly values: Linear;
  /** W_O and its bias: mixes the heads. */
  readonly output: Linear;
  /** How many heads. */
  readonly headCount: number;

  constructor({ modelSize, headCount }: MultiHeadAttentionConfig, random: Random) {
    super();
    assertHeads(modelSize, headCount);
    const square = { inputSize: modelSize, outputSize: modelSize };
    this.queries = new Linear(square, random);
    this.keys = new Linear(square, random);
    this.values = new Linear(square, random);
    this.output = new Linear(square, random);
    this.headCount = headCount;
  }

  /**
   * Lets `queries` look at `sequence`; in self-attention they are the same.
   *
   * @param queries [batch, query, model]
   * @param sequence [batch, key, model]
   * @param options What may be seen, as {@linkcode multiHeadAttention} takes it.
   */
  forward(
    queries: QuerySequence,
    sequence: KeySequence,
    options: AttentionOptions = {},
  ): MultiHeadOutput {
    return this.attend(queries, this.project(sequence), options);
  }

  /** Keys and values of a sequence. They do not depend on who asks, so they can be kept. */
  project(sequence: KeySequence): KeysAndValues {
    return { keys: this.keys.forward(sequence), values: this.values.forward(sequence) };
  }

  /** Lets `queries` look at keys and values that were made by {@linkcode project}. */
  attend(
    queries: QuerySequence,
    keysAndValues: KeysAndValues,
    { keep }: AttentionOptions = {},
  ): MultiHeadOutput {
    const projected: Axes<"batch query model"> = this.queries.forward(queries);
    const attended = multiHeadAttention(projected, keysAndValues, this.headCount, keep);
    return { output: this.output.forward(attended.output), weights: attended.weights };
  }

  override signature(): Signature {
    const [model] = this.queries.weights.shape;
    return {
      kind: `multi-head attention, ${this.headCount} head${this.headCount === 1 ? "" : "s"}`,
      inputs: {
        queries: { batch: null, query: null, model },
        sequence: { batch: null, key: null, model },
      },
      output: { batch: null, query: null, model },
    };
  }
}
