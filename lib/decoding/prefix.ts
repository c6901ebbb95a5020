/**
 * Decoding without a cache: the model is run anew on the whole prefix for every token. Slow (t tokens
 * cost 1 + 2 + … + t positions), but it needs nothing beyond the forward pass used in training, and it
 * is what a key/value cache must agree with.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { DecodeStep } from "./step.ts";

/** A forward pass over a prefix, as in training. */
export type PrefixLogits = (
  prefix: Axes<"batch time">,
  context: readonly tf.Tensor[],
) => Axes<"batch time vocab">;

/** What is remembered without a cache. */
export type PrefixState = {
  /** How many tokens were read. */
  readonly step: number;
  /** What the model needs besides the prefix, such as the source tokens; the batch comes first. */
  readonly context: readonly tf.Tensor[];
  /** The tokens that were read, int32; none before the first. */
  readonly prefix?: Axes<"batch time">;
};

/** What {@linkcode prefixDecoder} returns. */
export interface PrefixDecoder {
  /** The state before the first token. The first axis of each `context` is the batch. */
  start(context?: readonly tf.Tensor[]): PrefixState;
  /** Appends the tokens to the prefix and runs the model on all of it. */
  readonly step: DecodeStep<PrefixState>;
}

/**
 * A decoder that re-runs the prefix.
 *
 * @param logits The model's forward pass; `context` is what {@linkcode PrefixDecoder.start} was given,
 *     such as the source tokens.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { prefixDecoder } from "lib/decoding/prefix.ts";
 * import { greedyDecode } from "lib/decoding/generate.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const one = tf.scalar(1, "int32");
 * // A "model" that always predicts the next number; 5 ends.
 * const { start, step } = prefixDecoder((prefix) => tf.oneHot(tf.add(prefix, one), 6));
 * const [decoded] = await greedyDecode({ start, step, prompts: [[2]], endId: 5, maxLength: 10 });
 * assertEquals(decoded.tokens, [3, 4]);
 * ```
 */
export function prefixDecoder(logits: PrefixLogits): PrefixDecoder {
  return {
    start: (context = []) => ({ context, step: 0 }),
    step: (tokens, { context, prefix: before, step }) => {
      const column: Axes<"batch time"> = tf.expandDims(tokens, 1);
      const prefix: Axes<"batch time"> = before ? tf.concat([before, column], 1) : column;
      const all = logits(prefix, context);
      const [batch, time, vocab] = all.shape;
      const last: Axes<"batch vocab"> = tf.reshape(
        tf.slice(all, [0, time - 1, 0], [batch, 1, vocab]),
        [batch, vocab],
      );
      return { logits: last, state: { context, prefix, step: step + 1 } };
    },
  };
}
