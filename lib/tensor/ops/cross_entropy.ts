/**
 * Cross-entropy: how surprised a model is by the right answer, on average, in nats.
 *
 * Label smoothing (Szegedy et al., 2016) asks for `1 − ε` on the right class and spreads `ε` over all
 * of them. Rows whose target is padding count nowhere, neither in the sum nor in the mean.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import { findOutOfRangeId } from "../ids.ts";
import { assertShape } from "../shape.ts";
import { oneHot } from "./one_hot.ts";

/** What {@linkcode crossEntropy} leaves out and smooths. */
export interface CrossEntropyOptions {
  /** Rows with this target do not count: the id of padding. Default: every row counts. */
  readonly ignoredIndex?: number;
  /** The probability mass that is spread over all classes, in [0, 1). Default 0. */
  readonly labelSmoothing?: number;
}

/**
 * The mean cross-entropy of logits against the right classes.
 *
 * @param logits [..., vocab] or [..., class], before any softmax
 * @param targets int32 [...], the right class of each row
 * @returns A scalar; 0 when every row is ignored.
 * @throws {RangeError} when the shapes do not fit, a target names no class and is not ignored, or the
 * smoothing is not in [0, 1).
 *
 * @example A model that knows nothing is surprised by log(vocab)
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const loss = crossEntropy(tf.zeros([2, 3, 7]), tf.zeros([2, 3], "int32"));
 * assertAlmostEquals(loss.dataSync()[0], Math.log(7), 1e-6);
 * ```
 */
export function crossEntropy(
  logits: Axes<"... vocab"> | Axes<"... class">,
  targets: tf.Tensor,
  options: CrossEntropyOptions = {},
): tf.Scalar {
  const { ignoredIndex, labelSmoothing = 0 } = options;
  if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
    throw new RangeError(`expected label smoothing in [0, 1), got ${labelSmoothing}`);
  }
  if (targets.dtype !== "int32") {
    throw new TypeError(`expected int32 targets, got ${targets.dtype}`);
  }
  const names = targets.rank === 2 ? ["batch", "time"] : targets.shape.map((_, i) => `row ${i}`);
  const leading = Object.fromEntries(targets.shape.map((length, i) => [names[i], length]));
  assertShape("logits", logits, { ...leading, vocab: undefined });
  const rows: Axes<"row vocab"> = tf.reshape(logits, [-1, logits.shape[logits.rank - 1]]);
  const classes: Axes<"row"> = tf.reshape(targets, [-1]);
  const smoothed = { ignoredIndex, labelSmoothing };
  return fused("crossEntropy", plainCrossEntropy)(rows, classes, smoothed);
}

/** The readable definition of {@linkcode crossEntropy}; the engine's version must agree with it. */
export function plainCrossEntropy(
  logits: Axes<"row vocab">,
  targets: Axes<"row">,
  options: { readonly ignoredIndex: number | undefined; readonly labelSmoothing: number },
): tf.Scalar {
  const [, vocabularySize] = logits.shape;
  const smoothing = options.labelSmoothing;
  const outOfRange = findOutOfRangeId(targets, vocabularySize, options.ignoredIndex);
  if (outOfRange) {
    throw new RangeError(
      `expected targets in [0, ${vocabularySize}), the classes of the logits, got ${outOfRange.id} in ` +
        `row ${outOfRange.index}`,
    );
  }
  const wanted = tf.add(
    tf.mul(oneHot(targets, vocabularySize), 1 - smoothing),
    smoothing / vocabularySize,
  );
  const surprise: Axes<"row"> = tf.neg(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1));
  if (options.ignoredIndex === undefined) return tf.mean(surprise);
  const counts: Axes<"row"> = tf.cast(tf.notEqual(targets, options.ignoredIndex), "float32");
  return tf.div(tf.sum(tf.mul(surprise, counts)), tf.maximum(tf.sum(counts), 1));
}
