/**
 * A run of the letters' experiment: a recurrent network learns a task and sits the exam. Notebook 01
 * compares many of them.
 *
 * @module
 */
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { accuracyByLength } from "lib/plots/accuracy_by_length.ts";
import { curves } from "lib/plots/curves.ts";
import type { Figure } from "lib/plots/figure.ts";
import { Random } from "lib/random.ts";
import { mean, spread } from "lib/statistics.ts";
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

/** Runs with vectors of several sizes, joined by a line. */
export interface SizeLine {
  /** What the legend calls it. */
  readonly name: string;
  /** A colour of lib/plots/style.ts. */
  readonly colour: string;
  /** The runs of each size: [size][seed]. */
  readonly points: readonly (readonly LetterRun[])[];
}

/** Draws the share of sequences of one length that are right over the numbers that are handed over. */
export function rightBySize(lines: readonly SizeLine[], length: number, title: string): Figure {
  const series = lines.map(({ name, colour, points }) => {
    const x = points.map(([run]) => handedOver(run.plan));
    const ofSizes = points.map((runs) => spread(rightAt(runs, length).map((right) => [right])));
    const [y, low, high] = (["mean", "low", "high"] as const).map((which) =>
      ofSizes.map((ofSize) => ofSize[which][0])
    );
    return { name, colour, x, y, band: { low, high } };
  });
  const names = {
    en: { x: "numbers handed over", y: `sequences all right at length ${length}` },
    ko: { x: "넘겨주는 수", y: `길이 ${length}에서 통째로 맞은 시퀀스` },
  }[notebookLanguage()];
  return curves(series, {
    title,
    x: { name: names.x, scale: "log", ticks: [32, 64, 128] },
    y: { name: names.y, range: [0, 1.02] },
  });
}
