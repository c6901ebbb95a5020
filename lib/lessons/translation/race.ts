/**
 * Several translators side by side: their marks as lines over the steps, and what each had reached after equal
 * time.
 *
 * @module
 */
import { curves } from "lib/plots/curves.ts";
import type { SliderStop } from "lib/plots/slider.ts";
import type { LessonMark, LongLesson } from "./long_lesson.ts";

/** A translator that has learned, as figures show it. */
export interface Contestant {
  readonly name: string;
  readonly run: LongLesson;
  readonly colour: string;
}

/** One number of a mark. */
export type Measure = (mark: LessonMark) => number;

/**
 * One measure over the steps, as a position of a slider; the title says how it ended.
 *
 * @param axes What is measured and from where to where it goes, and what the steps are called.
 */
export function raceStop(
  contestants: readonly Contestant[],
  measure: Measure,
  { label, range, over }: {
    readonly label: string;
    readonly range: [number, number];
    readonly over: string;
  },
): SliderStop {
  const lines = contestants.map(({ name, colour, run: { marks } }) => (
    { name, colour, x: marks.map(({ step }) => step), y: marks.map(measure) }
  ));
  const ends = lines.map(({ name, y }) => `${name} ${y[y.length - 1].toPrecision(3)}`);
  const figure = curves(lines, {
    title: `${label}: ${ends.join(", ")}`,
    x: { name: over },
    y: { name: label, range },
  });
  return { label, figure };
}

/**
 * The BLEU of a run after so much time, read between its marks; after the last mark it stays as it was.
 *
 * @example Half-way between 40 and 60 points
 * ```ts
 * import { bleuAfter } from "lib/lessons/translation/race.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rest = { loss: 1, chrf: 0, written: [], trainingLoss: 1 };
 * const early = { step: 100, seconds: 10, bleu: 40, ...rest };
 * const late = { step: 200, seconds: 20, bleu: 60, ...rest };
 * assertEquals(bleuAfter({ marks: [early, late] }, 15), 50);
 * ```
 *
 * @param seconds Processor time of its training; a run begins with 0 points.
 */
export function bleuAfter({ marks }: Pick<LongLesson, "marks">, seconds: number): number {
  let before = { seconds: 0, bleu: 0 };
  for (const mark of marks) {
    if (mark.seconds >= seconds) {
      const share = (seconds - before.seconds) / (mark.seconds - before.seconds);
      return before.bleu + share * (mark.bleu - before.bleu);
    }
    before = mark;
  }
  return before.bleu;
}
