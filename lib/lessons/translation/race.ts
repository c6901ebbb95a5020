/**
 * Several translators side by side: their marks as lines over steps or time, and from when one of them is in
 * front for good.
 *
 * @module
 */
import { curves, type Series } from "lib/plots/curves.ts";
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
 * A line for each contestant, with a point for each of its marks.
 *
 * @param measure The points' heights.
 * @param over Where they stand: after how many steps, or at which time.
 */
export function raceLines(
  contestants: readonly Contestant[],
  measure: Measure,
  over: Measure,
): Series[] {
  return contestants.map(({ name, colour, run: { marks } }) => (
    { name, colour, x: marks.map(over), y: marks.map(measure) }
  ));
}

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
  const lines = raceLines(contestants, measure, ({ step }) => step);
  const ends = lines.map(({ name, y }) => `${name} ${y[y.length - 1].toPrecision(3)}`);
  const figure = curves(lines, {
    title: `${label}: ${ends.join(", ")}`,
    x: { name: over },
    y: { name: label, range },
  });
  return { label, figure };
}

/**
 * From which of its own points on a line stays above all others, which are read between their points; after
 * its last point a line keeps its height.
 *
 * @example
 * ```ts
 * import { leadsFrom } from "lib/lessons/translation/race.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const early = { name: "early", x: [1, 3], y: [4, 6] };
 * const late = { name: "late", x: [1, 2, 3], y: [0, 5.5, 9] };
 * assertEquals(leadsFrom([early, late], "late"), 2);
 * ```
 *
 * @returns The point's x; `Infinity` if the line does not end above the others.
 */
export function leadsFrom(lines: readonly Series[], name: string): number {
  const others = lines.filter((line) => line.name !== name);
  const { x, y } = lines.find((line) => line.name === name) ?? { x: [], y: [] };
  let from = Infinity;
  for (let i = x.length - 1; i >= 0; i--) {
    if (others.some((other) => heightAt(other, x[i]) >= y[i])) break;
    from = x[i];
  }
  return from;
}

/** The height of a line at `at`. */
function heightAt({ x, y }: Series, at: number): number {
  let i = 0;
  while (i < x.length && x[i] < at) i++;
  if (i === 0) return y[0];
  if (i === x.length) return y[i - 1];
  const share = (at - x[i - 1]) / (x[i] - x[i - 1]);
  return y[i - 1] + share * (y[i] - y[i - 1]);
}
