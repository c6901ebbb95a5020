/**
 * A run of the letters' experiment: a recurrent network learns a task and sits the exam. Notebook 01
 * compares many of them.
 *
 * @module
 */
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { accuracyByLength } from "lib/plots/accuracy_by_length.ts";
import type { Figure } from "lib/plots/figure.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { budget } from "lib/training/budget.ts";
import {
  exactByLength,
  examLengths,
  type LetterAnswers,
  letterExam,
  type LetterPlan,
  letterSizes,
  letterSteps,
  letterTraining,
  sitExam,
  trainedLength,
} from "./letter_task.ts";
import { learnPairs } from "./pair_lesson.ts";

/** A trained model, and what it wrote in the exam. */
export interface LetterRun {
  /** What was trained, and for how many steps. */
  readonly plan: Required<LetterPlan>;
  readonly model: Seq2Seq;
  /** One sheet for each length of the exam. */
  readonly answers: readonly LetterAnswers[];
}

/** Where the questions are drawn from: all runs of a task sit the same exam. */
const examSeed = 2;

/**
 * Trains a model and examines it. Weights and batches are drawn from streams of their own, so that a model
 * of another size sees the same batches.
 *
 * @param plan `steps` default to {@linkcode letterSteps}; to 60 at the small budget.
 */
export async function letterRun(plan: LetterPlan, seed: number): Promise<LetterRun> {
  const { task, cell, hiddenSize, steps = budget({ full: letterSteps, small: 60 }) } = plan;
  const random = new Random(seed);
  const model = new Seq2Seq({ ...letterSizes, cell, hiddenSize }, random.fork("weights"));
  await learnPairs(model, letterTraining(task, steps), random.fork("batches"));
  const answers = await sitExam(model, letterExam(task, new Random(examSeed)));
  return { plan: { task, cell, hiddenSize, steps }, model, answers };
}

/** The share of sequences of one length that each run got right, as a whole. */
export function rightAt(runs: readonly LetterRun[], length: number): number[] {
  const place = examLengths.indexOf(length);
  if (place < 0) {
    throw new RangeError(`expected a length of the exam, ${examLengths.join(", ")}, got ${length}`);
  }
  return runs.map(({ answers }) => exactByLength([answers[place]])[0]);
}

/** {@linkcode rightAt}, the mean over runs, for each length: `"1.00  0.86  0.40"`. */
export function meansAt(runs: readonly LetterRun[], lengths: readonly number[]): string {
  return lengths.map((length) => mean(rightAt(runs, length)).toFixed(2)).join("  ");
}

/** Runs of one kind, with several seeds. */
export interface NamedRuns {
  /** What the legend calls them. */
  readonly name: string;
  /** A colour of lib/plots/style.ts. */
  readonly colour: string;
  readonly runs: readonly LetterRun[];
}

/** Draws the share of sequences that are right over their length, a line for each kind of run. */
export function examCurves(kinds: readonly NamedRuns[], title: string): Figure {
  const lines = kinds.map(({ name, colour, runs }) => ({
    name,
    colour,
    runs: runs.map(({ answers }) => exactByLength(answers)),
  }));
  return accuracyByLength(lines, { lengths: examLengths, trainedLength, title });
}

/** How many numbers an encoder of this plan hands over: an LSTM's state and its memory. */
export function handedOver({ cell, hiddenSize }: Pick<LetterPlan, "cell" | "hiddenSize">): number {
  return cell === "lstm" ? 2 * hiddenSize : hiddenSize;
}
