/**
 * One look back as arrows, step by step under a slider: a query beside the vectors that it is compared
 * with, the vectors shrunk to their weights, and the walk along all of them that ends at their sum.
 *
 * @module
 */
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Arrow, arrows, type ArrowsOptions } from "./arrows.ts";
import type { Figure } from "./figure.ts";
import { slider } from "./slider.ts";
import { modelColours, seriesColours } from "./style.ts";

/** What is compared, and the weights that came of it. Vectors have two numbers. */
export interface WeightedSum {
  /** The vector that asks. */
  readonly query: readonly number[];
  /** The vectors that are compared with it, and added up. */
  readonly states: readonly (readonly number[])[];
  /** A name for each of them. */
  readonly names: readonly string[];
  /** A weight for each of them. */
  readonly weights: readonly number[];
}

/** The sum is ink, the query blue; the vectors have the other colours. */
const ink = "#24292f";

/**
 * Draws the three steps: compare, weigh, add.
 *
 * @example
 * ```ts
 * import { weightedSum } from "lib/plots/weighted_sum.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const look = { query: [0, 1], states: [[1, 0], [0, 2]], names: ["a", "b"], weights: [0.25, 0.75] };
 * const steps = weightedSum(look, {
 *   axes: { x: "first number", y: "second number" },
 *   range: { x: [-1, 2], y: [-1, 2] },
 * });
 * assertStringIncludes(steps.summary, "at compare: Compare: s (0, 1), a (1, 0), b (0, 2)");
 * ```
 *
 * @throws {RangeError} Unless each vector has a name and a weight.
 */
export function weightedSum(
  { query, states, names, weights }: WeightedSum,
  page: Pick<ArrowsOptions, "axes" | "range">,
): Figure {
  if (names.length !== states.length || weights.length !== states.length) {
    throw new RangeError(
      `expected a name and a weight for each of ${states.length} states, ` +
        `got ${names.length} and ${weights.length}`,
    );
  }
  const colour = (j: number) => seriesColours[1 + j % (seriesColours.length - 1)];
  const whole = states.map(([x, y], j): Arrow => ({
    name: names[j],
    to: [x, y],
    colour: colour(j),
  }));
  const parts = states.map(([x, y], j): [number, number] => [weights[j] * x, weights[j] * y]);
  const weighed = parts.map((to, j): Arrow => {
    return { name: `${weights[j].toFixed(2)} · ${names[j]}`, to, colour: colour(j) };
  });
  let at: readonly [number, number] = [0, 0];
  const walk = parts.map(([x, y], j): Arrow => {
    const from = at;
    at = [from[0] + x, from[1] + y];
    return { name: names[j], from, to: at, colour: colour(j) };
  });
  const faint = whole.map((arrow) => ({ ...arrow, name: "", faint: true }));
  const asking: Arrow = { name: "s", to: [query[0], query[1]], colour: modelColours.attention };
  const sum: Arrow = { name: "c", to: at, colour: ink };
  const lists = [[asking, ...whole], [...faint, ...weighed], [...walk, sum]];
  const { step, titles } = words[notebookLanguage()];
  return slider(
    step,
    titles.map((title, i) => ({
      label: title.toLowerCase(),
      figure: arrows(lists[i], { ...page, title }),
    })),
  );
}

const words = {
  en: { step: "step", titles: ["Compare", "Weigh", "Add"] },
  ko: { step: "단계", titles: ["비교", "가중치 곱하기", "더하기"] },
};
