/**
 * A solution of exercise 10.3, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";

/** n tokens make n − 1 questions: the last has no answer, the first is no answer. */
export function nextWordLoss(
  logits: Axes<"batch time vocab">,
  tokens: Axes<"batch time">,
  padId: number,
): tf.Scalar {
  const [batch, time, vocab] = logits.shape;
  const predictions = tf.slice(logits, [0, 0, 0], [batch, time - 1, vocab]);
  const answers = tf.slice(tokens, [0, 1], [batch, time - 1]);
  return crossEntropy(predictions, answers, { ignoredIndex: padId });
}
