/**
 * Training on pairs of sequences over one vocabulary, source in and target out: what the notebooks give
 * to `train` when a task comes as `TaskPair`s. `letter_task.ts` builds the letters of notebooks 01 and 02
 * on it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { greedyDecode } from "lib/decoding/generate.ts";
import type { Seq2Seq } from "lib/models/seq2seq.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import type { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { TaskPair } from "lib/text/tasks/task.ts";
import type { Vocabulary } from "lib/text/vocabulary.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule, type Schedule } from "lib/training/optimizers/schedule.ts";

/** What is learned, for how long and how fast. */
export interface PairLessonOptions {
  /** How many steps to make. */
  readonly steps: number;
  /** The highest learning rate: reached within a twentieth of the steps, then down to 0. */
  readonly peak: number;
  /** Draws the pairs of a step. */
  readonly draw: (random: Random) => readonly TaskPair[];
}

/** The part of `train`'s options that does not differ from model to model. */
export interface PairTraining {
  /** New pairs at every step: target begins with `<sos>`, labels end with `<eos>`. */
  readonly batches: (step: number, random: Random) => Batch<"source" | "target" | "labels">;
  /** How many steps to make. */
  readonly steps: number;
  /** The learning rate of each step. */
  readonly schedule: Schedule;
  /** Gradients longer than this, all together, are shortened. */
  readonly clipNorm: number;
  /** What fills short rows up; in labels it does not count. */
  readonly padId: number;
}

/**
 * Pairs as a model takes them: `source`; `target`, which begins with `<sos>`; `labels`, which end with
 * `<eos>`.
 *
 * @param words Both sides' tokens.
 * @param pairs One for each row.
 */
export function pairBatch(
  words: Vocabulary,
  pairs: readonly TaskPair[],
): Batch<"source" | "target" | "labels"> {
  const targets = pairs.map(({ target }) => words.ids(target));
  return makeBatch({
    source: pairs.map(({ source }) => words.ids(source)),
    target: targets.map((ids) => [words.sosId, ...ids]),
    labels: targets.map((ids) => [...ids, words.eosId]),
  }, words.padId);
}

/**
 * Batches, schedule and clipping of a run, to spread into `train`.
 *
 * @example
 * ```ts
 * import { pairLesson } from "lib/lessons/tasks/pair_lesson.ts";
 * import { Random } from "lib/random.ts";
 * import { Vocabulary } from "lib/text/vocabulary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const words = new Vocabulary(["카페", "cafe"]);
 * const draw = () => [{ source: ["카페"], target: ["cafe"] }];
 * using batch = pairLesson(words, { steps: 100, peak: 0.005, draw }).batches(1, new Random(1));
 * assertEquals(batch.source.arraySync(), [[4]]);
 * assertEquals(batch.target.arraySync(), [[words.sosId, 5]]);
 * assertEquals(batch.labels.arraySync(), [[5, words.eosId]]);
 * ```
 */
export function pairLesson(
  words: Vocabulary,
  { steps, peak, draw }: PairLessonOptions,
): PairTraining {
  const warmupSteps = Math.round(steps / 20);
  return {
    steps,
    schedule: cosineSchedule({ peak, totalSteps: steps, warmupSteps }),
    clipNorm: 1,
    padId: words.padId,
    batches: (_step, random) => pairBatch(words, draw(random)),
  };
}

/**
 * Trains a model on pairs by teacher forcing, as notebook 01 spells it out: the loss is the mean
 * cross-entropy of the labels, padding apart, and Adam moves every parameter.
 *
 * @param model What learns.
 * @param lesson From {@linkcode pairLesson} or `letterTraining`.
 * @param random Draws the pairs.
 * @param onStep Called after each step.
 */
export async function learnPairs(
  model: Module & Pick<Seq2Seq, "logits">,
  lesson: PairTraining,
  random: Random,
  onStep?: (report: StepReport) => void,
): Promise<void> {
  using optimizer = new Adam(model.parameters());
  await train({
    ...lesson,
    loss: (batch, { random }) => {
      const logits = model.logits(batch, { training: true, random });
      return crossEntropy(logits, batch.labels, { ignoredIndex: lesson.padId });
    },
    optimizer,
    random,
    onStep,
    progress: false,
  });
}

/**
 * What a model writes on its own for a source, greedily, until it says `<eos>`.
 *
 * @param words The vocabulary of both sides.
 * @param maxLength How many tokens it may write. Default 30.
 */
export async function writeOut(
  model: Pick<Seq2Seq, "startDecoding" | "decodeStep">,
  words: Vocabulary,
  source: readonly string[],
  maxLength = 30,
): Promise<string[]> {
  using batch = makeBatch({ source: [words.ids(source)] }, words.padId);
  const [{ tokens }] = await greedyDecode({
    start: () => model.startDecoding(batch.source),
    step: (tokens, state) => model.decodeStep(tokens, state),
    prompts: [[words.sosId]],
    endId: words.eosId,
    maxLength,
  });
  return tokens.map((id) => words.token(id));
}

/** A model that says where it looked: `Seq2Seq`, or another with attention weights. */
export interface LookingModel {
  /** At least the weights [batch, query, key] of a pass. */
  forward(
    pairs: Batch<"source" | "target" | "labels">,
    mode: Mode,
  ): { readonly weights: Axes<"batch query key"> | undefined };
}

/**
 * Where a decoder looks while it reads the right target: its attention weights, one row for each token
 * written, `<eos>` included, one column for each token read. Of several pairs, the mean.
 *
 * @param model With attention.
 * @param words The vocabulary of both sides.
 * @param pairs At least one; sources of one length, targets of one length.
 * @returns [written][read]
 * @throws {RangeError} If the model has no attention, or lengths differ.
 */
export function lookBack(
  model: LookingModel,
  words: Vocabulary,
  pairs: readonly TaskPair[],
): number[][] {
  const shapes = new Set(pairs.map(({ source, target }) => `${source.length} → ${target.length}`));
  if (shapes.size !== 1) {
    throw new RangeError(`expected pairs of one length, got ${[...shapes].join(", ") || "none"}`);
  }
  return tf.tidy(() => {
    const { weights } = model.forward(pairBatch(words, pairs), inference);
    if (!weights) throw new RangeError("expected a model with attention, got one without");
    const [rows, columns] = weights.shape.slice(1);
    const numbers = tf.mean(weights, 0).dataSync();
    return Array.from(
      { length: rows },
      (_, row) => Array.from(numbers.slice(row * columns, (row + 1) * columns)),
    );
  });
}
