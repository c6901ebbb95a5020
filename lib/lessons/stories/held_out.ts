/**
 * What a pre-trained model makes of stories that it has not read: its loss beside that of a unigram model, and
 * how many pairs BERT judges rightly.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Bert } from "lib/models/bert.ts";
import { inference } from "lib/nn/mode.ts";
import { mean } from "lib/statistics.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import { unigramLoss } from "lib/text/unigram.ts";
import type { Rows } from "lib/training/batches.ts";
import type { MaskedBatch } from "./story_lesson.ts";

/**
 * Two losses on the same questions, in nats: a model's, and that of one who knows only how frequent each word
 * is.
 *
 * @param loss The model's loss.
 * @param labels What was asked; 0 where nothing was.
 * @param texts What the unigram model counts: ids.
 */
export function besideUnigram(
  loss: () => Scalar,
  labels: tf.Tensor,
  texts: Rows,
): { nats: number; unigram: number } {
  const nats = tf.tidy(() => loss().dataSync()[0]);
  const asked = Array.from(labels.dataSync()).filter((id) => id !== 0);
  return { nats, unigram: unigramLoss(texts.flat(), asked) };
}

/** The share of pairs of which BERT says rightly whether the second part follows the first. */
export function pairsRight(bert: Bert, batch: MaskedBatch): number {
  return tf.tidy(() => {
    const { pooled } = bert.forward(batch, inference);
    const isRight = tf.equal(tf.argMax(bert.nextSentenceLogits(pooled), -1), batch.isNext);
    return mean(Array.from(isRight.dataSync()));
  });
}
