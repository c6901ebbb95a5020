/**
 * The experiment that notebooks 01 and 02 share: a model writes a sequence of letters backwards, or
 * copies it, trained on short sequences and examined at each length. What must be equal for their
 * curves to be comparable stands here: letters, lengths, batches, schedule, exam. `letter_run.ts` makes
 * notebook 01's models; 02 makes its own.
 *
 * @see lib/text/tasks/sequences.ts
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { greedyDecode } from "lib/decoding/generate.ts";
import type { Seq2Seq } from "lib/models/seq2seq.ts";
import { inference } from "lib/nn/mode.ts";
import type { CellKind } from "lib/nn/recurrent.ts";
import type { Random } from "lib/random.ts";
import { type SequenceOptions, symbols } from "lib/text/tasks/sequences.ts";
import type { TaskPair } from "lib/text/tasks/task.ts";
import { Vocabulary } from "lib/text/vocabulary.ts";
import { makeBatch, type Rows } from "lib/training/batches.ts";
import { exactMatch } from "lib/training/metrics/metrics.ts";
import type { Schedule } from "lib/training/optimizers/schedule.ts";
import { pairLesson, type PairTraining } from "./pair_lesson.ts";

/** `reverseTask` or `copyTask`. */
export type LetterTask = (options: SequenceOptions) => TaskPair[];

/** Ten letters and the four special tokens; source and target share them. */
export const letters: Vocabulary = new Vocabulary(symbols(10));

/** The longest sequence that a model is trained on; all lengths from 1 are equally likely. */
export const trainedLength = 10;

/** What a model is examined on: the trained lengths and two beyond. */
export const examLengths: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

/** The part of a `Seq2SeqConfig` that does not differ from model to model. */
export const letterSizes = {
  sourceVocabularySize: letters.size,
  targetVocabularySize: letters.size,
  embeddingSize: 16,
} as const;

/** How long a run of the full budget trains. */
export const letterSteps = 800;

/** Sequences per step. */
const batchSize = 64;

/** A model to train on a task. */
export interface LetterPlan {
  /** What to make of a sequence. */
  readonly task: LetterTask;
  /** Which recurrent network: the library calls its step a cell. */
  readonly cell: CellKind;
  /** Numbers in its state. */
  readonly hiddenSize: number;
  /** How many steps to train. Default {@linkcode letterSteps}. */
  readonly steps?: number;
}

/** What {@linkcode letterTraining} gives to `train`. */
export interface LetterTraining extends PairTraining {
  /** Up to 0.005 within a twentieth of the steps, then down to 0 along half a cosine. */
  readonly schedule: Schedule;
  /** Gradients of recurrent networks explode now and then. */
  readonly clipNorm: number;
}

/**
 * Batches, schedule and clipping of a run.
 *
 * @example
 * ```ts
 * import { letterTraining } from "lib/lessons/tasks/letter_task.ts";
 * import { Random } from "lib/random.ts";
 * import { reverseTask } from "lib/text/tasks/sequences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using batch = letterTraining(reverseTask).batches(1, new Random(1));
 * assertEquals([batch.source.shape, batch.target.shape], [[64, 10], [64, 11]]);
 * ```
 *
 * @param task What to make of a sequence.
 * @param steps How many steps to make. Default {@linkcode letterSteps}.
 */
export function letterTraining(task: LetterTask, steps: number = letterSteps): LetterTraining {
  return pairLesson(letters, {
    steps,
    peak: 0.005,
    draw: (random) => task({ random, count: batchSize, maximumLength: trainedLength }),
  });
}

/** The questions of one length. */
export interface LetterQuestions {
  readonly length: number;
  /** Ids, one row for each question. */
  readonly sources: Rows;
  /** The right answers, without `<eos>`. */
  readonly wanted: Rows;
}

/** Questions of one length, and what a model wrote. */
export interface LetterAnswers extends LetterQuestions {
  /** What the model wrote, without `<eos>`. */
  readonly written: Rows;
}

/**
 * An exam: `count` questions of each length. Give it the same seed for every model.
 *
 * @param task What to make of a sequence.
 * @param random Where the questions are drawn from.
 * @param count Questions of each length.
 */
export function letterExam(task: LetterTask, random: Random, count = 100): LetterQuestions[] {
  return examLengths.map((length) => {
    const pairs = task({ random, count, minimumLength: length, maximumLength: length });
    const sources = pairs.map(({ source }) => letters.ids(source));
    const wanted = pairs.map(({ target }) => letters.ids(target));
    return { length, sources, wanted };
  });
}

/**
 * Lets a model sit an exam: it writes on its own, greedily, until it says `<eos>` or has written three
 * letters too many.
 */
export async function sitExam(
  model: Pick<Seq2Seq, "startDecoding" | "decodeStep">,
  exam: readonly LetterQuestions[],
): Promise<LetterAnswers[]> {
  const answers: LetterAnswers[] = [];
  for (const questions of exam) {
    using batch = makeBatch({ source: questions.sources }, letters.padId);
    const decoded = await greedyDecode({
      start: () => model.startDecoding(batch.source),
      step: (tokens, state) => model.decodeStep(tokens, state),
      prompts: questions.sources.map(() => [letters.sosId]),
      endId: letters.eosId,
      maxLength: questions.length + 3,
    });
    answers.push({ ...questions, written: decoded.map(({ tokens }) => tokens) });
  }
  return answers;
}

/**
 * What a model says at each place when it reads the right letters so far (teacher forcing): as many
 * letters as are wanted.
 */
export function teacherForced(
  model: Pick<Seq2Seq, "logits">,
  questions: LetterQuestions,
): LetterAnswers {
  const { sources, wanted } = questions;
  const target = wanted.map((row) => [letters.sosId, ...row.slice(0, -1)]);
  using batch = makeBatch({ source: sources, target }, letters.padId);
  const said = tf.tidy(() => tf.argMax(model.logits(batch, inference), -1).dataSync());
  const written = wanted.map((row, i) =>
    Array.from(said.subarray(i * row.length, (i + 1) * row.length))
  );
  return { ...questions, written };
}

/** For each length the share of sequences that are right from the first letter to the end. */
export function exactByLength(answers: readonly LetterAnswers[]): number[] {
  return answers.map(({ written, wanted }) => exactMatch(written, wanted));
}

/** For each place in what was to be written, the share of letters that are right there. */
export function rightByPlace({ length, written, wanted }: LetterAnswers): number[] {
  return Array.from({ length }, (_, place) => {
    const right = wanted.filter((row, i) => row[place] === written[i][place]);
    return right.length / wanted.length;
  });
}
