/**
 * A small BERT of its own, trained briefly to fill blanks: asked for the chosen words only, as BERT is,
 * or for every word it reads. It shows what a loss over all tokens is worth.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Bert, type BertConfig } from "lib/models/bert.ts";
import { inference } from "lib/nn/mode.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { progressBar } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { Story } from "lib/text/corpora/stories.ts";
import type { Tokenizer } from "lib/text/tokenizers/tokenizer.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { type MaskedBatch, maskedBatch } from "./story_lesson.ts";

/** How one run is made. */
export interface FillRun {
  /** Whether the loss counts all words, or those that were chosen. */
  readonly asks: "all" | "chosen";
  /** The model. */
  readonly config: BertConfig;
  /** What the model reads. */
  readonly words: Tokenizer;
  /** The stories that it learns from. */
  readonly stories: readonly Story[];
  /** The share of words that is chosen. */
  readonly share: number;
  /** How many steps, of 32 stories each. */
  readonly steps: number;
  /** Decides weights and batches. */
  readonly seed: number;
  /** What it is examined on. */
  readonly heldOut: MaskedBatch;
}

/**
 * Trains one model and returns two losses in nats: its own, in its last step, and that on the chosen
 * words of the held-out stories, which is the same question for every model.
 */
export async function learnToFill(
  { asks, config, words, stories, share, steps, seed, heldOut }: FillRun,
): Promise<{ own: number; hidden: number }> {
  const random = new Random(seed);
  using model = new Bert(config, random);
  using optimizer = new Adam(model.parameters());
  const { losses } = await train({
    batches: (_step, random) =>
      maskedBatch(words, Array.from({ length: 32 }, () => random.choice(stories)), random, share),
    loss: (batch): Scalar => fillLoss(model, batch, asks),
    optimizer,
    random,
    steps,
    schedule: 0.003,
    clipNorm: 1,
    progress: false,
  });
  const hidden = tf.tidy(() => fillLoss(model, heldOut, "chosen").dataSync()[0]);
  return { own: losses[losses.length - 1], hidden };
}

/** The same once for each seed, with a bar that shows how far it is: both losses of every run. */
export async function learnToFillOften(
  { seeds, ...run }: Omit<FillRun, "seed"> & { readonly seeds: readonly number[] },
): Promise<{ own: number[]; hidden: number[] }> {
  const label = { en: "short trainings", ko: "짧은 학습" }[notebookLanguage()];
  const bar = progressBar({ total: seeds.length, label });
  const [own, hidden]: number[][] = [[], []];
  for (const seed of seeds) {
    const losses = await learnToFill({ ...run, seed });
    own.push(losses.own);
    hidden.push(losses.hidden);
    bar.update(own.length);
  }
  bar.finish();
  return { own, hidden };
}

/** A place that was not chosen has the label `<pad>`; what it holds is what is read there. */
function fillLoss(
  model: Bert,
  { tokens, segments, labels }: MaskedBatch,
  asks: FillRun["asks"],
): Scalar {
  const wanted = asks === "all" ? tf.where(tf.equal(labels, 0), tokens, labels) : labels;
  const { hiddens } = model.forward({ tokens, segments }, inference);
  return crossEntropy(model.maskedLogits(hiddens), wanted, { ignoredIndex: 0 });
}
