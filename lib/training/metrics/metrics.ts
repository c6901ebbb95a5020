/**
 * Measures of how right a model is: tokens, whole sequences, and perplexity. What they count is
 * whole-number work, so they have no gradient; a loss stands in for them while training.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes, Scalar } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";

/**
 * The share of tokens whose most likely prediction is right, given the right tokens before them
 * (teacher forcing): kinder than what the model does on its own.
 *
 * @param logits [batch, time, vocab]
 * @param targets int32 [batch, time]
 * @param options `ignoredIndex`: targets with this id, such as padding, do not count.
 * @returns A scalar in [0, 1]; 0 when no target counts.
 *
 * @example Padding does not count
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { tokenAccuracy } from "lib/training/metrics/metrics.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const logits = tf.tensor3d([[[0, 9, 0], [0, 0, 9], [9, 0, 0]]]); // predicts 1, 2, 0
 * const targets = tf.tensor2d([[1, 1, 0]], [1, 3], "int32");
 * const accuracy = tokenAccuracy(logits, targets, { ignoredIndex: 0 });
 * assertAlmostEquals(accuracy.dataSync()[0], 1 / 2);
 * ```
 */
export function tokenAccuracy(
  logits: Axes<"batch time vocab">,
  targets: Axes<"batch time">,
  { ignoredIndex }: { readonly ignoredIndex?: number } = {},
): Scalar {
  const [batch, time] = targets.shape;
  assertShape("logits", logits, { batch, time, vocab: undefined });
  return tf.tidy(() => {
    const right: Axes<"batch time"> = tf.cast(tf.equal(tf.argMax(logits, -1), targets), "float32");
    if (ignoredIndex === undefined) return tf.mean(right);
    const counts: Axes<"batch time"> = tf.cast(tf.notEqual(targets, ignoredIndex), "float32");
    return tf.div(tf.sum(tf.mul(right, counts)), tf.maximum(tf.sum(counts), 1));
  });
}

/**
 * The share of sequences that are right from the first token to the last.
 *
 * @param hypotheses What a model decoded, one array of tokens (ids or words) per sequence.
 * @param references What was wanted, in the same order.
 *
 * @example
 * ```ts
 * import { exactMatch } from "lib/training/metrics/metrics.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(exactMatch([[1, 2], [3]], [[1, 2], [3, 4]]), 0.5);
 * ```
 */
export function exactMatch<Token>(
  hypotheses: readonly (readonly Token[])[],
  references: readonly (readonly Token[])[],
): number {
  if (hypotheses.length !== references.length || references.length === 0) {
    throw new RangeError(
      `expected as many hypotheses as references, above 0, got ${hypotheses.length} and ` +
        `${references.length}`,
    );
  }
  const right = hypotheses.filter((hypothesis, i) =>
    hypothesis.length === references[i].length &&
    hypothesis.every((token, j) => token === references[i][j])
  );
  return right.length / references.length;
}

/**
 * Perplexity: e to the mean cross-entropy. A model with perplexity 8 is as unsure, on average, as one
 * that chooses evenly among 8 tokens.
 *
 * @param crossEntropy Mean over tokens, in nats, without label smoothing.
 */
export function perplexity(crossEntropy: number): number {
  return Math.exp(crossEntropy);
}
