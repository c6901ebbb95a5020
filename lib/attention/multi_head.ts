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
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { fastAttention } from "lib/tensor/ops/fast_attention.ts";
import { assertBroadcasts, assertShape } from "lib/tensor/shape.ts";

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
 * (transpose). A reshape alone would mix positions.
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
export function splitHeads(sequence: tf.Tensor, headCount: number): Axes<"batch head time dim"> {
  assertShape("the sequence", sequence, { batch: undefined, time: undefined, model: undefined });
  const [batch, time, model] = sequence.shape;
  assertHeads(model, headCount);
  const slices: Axes<"batch time head dim"> = tf.reshape(
    sequence,
    [batch, time, headCount, model / headCount],
  );
  return tf.transpose<tf.Tensor>(slices, [0, 2, 1, 3]);
}

/** Puts the heads side by side again: [batch, head, time, dim] → [batch, time, head·dim]. */
export function mergeHeads(heads: Axes<"batch head time dim">): Axes<"batch time model"> {
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
 * Attention in every head, without projections.
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
  assertShape("values", values, { batch, key: keys.shape[1], model });
  const everyHead = keep?.rank === 3 ? tf.expandDims(keep, 1) : keep;
  if (everyHead) {
    const key = keys.shape[1];
    assertBroadcasts("keep", everyHead, { batch, head: headCount, query, key });
  }
  const fast = fastAttention(queries, keys, values, headCount, everyHead);
  if (fast) return fast;
  const { output, weights } = scaledDotProductAttention({
    queries: headsOf(queries, headCount),
    keys: headsOf(keys, headCount),
    values: headsOf(values, headCount),
    keep: everyHead,
  });
  return { output: headsMerged(output), weights };
}

/** {@linkcode splitHeads}, with the time axis named by the role that it plays in attention. */
function headsOf(sequence: tf.Tensor, headCount: number): tf.Tensor {
  return splitHeads(sequence, headCount);
}

function headsMerged(heads: tf.Tensor): tf.Tensor {
  return mergeHeads(heads);
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
  /** Draws the projections. */
  readonly random: Random;
}

/**
 * Multi-head attention with its four learned projections.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { causalMask } from "lib/attention/masks.ts";
 * import { MultiHeadAttention } from "lib/attention/multi_head.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using attention = new MultiHeadAttention({ modelSize: 6, headCount: 2, random: new Random(1) });
 * const sequence = tf.ones([3, 5, 6]);
 * const { output, weights } = attention.forward(sequence, sequence, causalMask(5));
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

  /** Makes the four projections and draws their weights. */
  constructor({ modelSize, headCount, random }: MultiHeadAttentionConfig) {
    super();
    assertHeads(modelSize, headCount);
    const square = { inputSize: modelSize, outputSize: modelSize, random };
    this.queries = new Linear(square);
    this.keys = new Linear(square);
    this.values = new Linear(square);
    this.output = new Linear(square);
    this.headCount = headCount;
  }

  /**
   * Lets `queries` look at `sequence`; in self-attention they are the same.
   *
   * @param queries [batch, query, model]
   * @param sequence [batch, key, model]
   * @param keep What may be seen, as {@linkcode multiHeadAttention} takes it. Default: everything.
   */
  forward(queries: QuerySequence, sequence: KeySequence, keep?: tf.Tensor): MultiHeadOutput {
    return this.attend(queries, this.project(sequence), keep);
  }

  /** Keys and values of a sequence. They do not depend on who asks, so they can be kept. */
  project(sequence: KeySequence): KeysAndValues {
    return { keys: this.keys.forward(sequence), values: this.values.forward(sequence) };
  }

  /** Lets `queries` look at keys and values that were made by {@linkcode project}. */
  attend(queries: QuerySequence, memory: KeysAndValues, keep?: tf.Tensor): MultiHeadOutput {
    const asked: Axes<"batch query model"> = this.queries.forward(queries);
    const { output, weights } = multiHeadAttention(asked, memory, this.headCount, keep);
    return { output: this.output.forward(output), weights };
  }

  /** Its kind, and the axes of what goes in and comes out. */
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
