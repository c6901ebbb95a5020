/**
 * How much of a model's work is right, by the length of what it reads: the curve that shows what one
 * vector forgets and what attention brings back.
 *
 * @module
 */
import { notebookLanguage } from "lib/notebook_language.ts";
import { curves, overSeeds } from "./curves.ts";
import { type Figure, figure } from "./figure.ts";

/** A model, run with several seeds. */
export interface LengthLine {
  /** What the legend calls it. */
  readonly name: string;
  /** The share that is right for each length: [seed][length]. */
  readonly runs: readonly ArrayLike<number>[];
  /** A colour of lib/plots/style.ts. Default: by order. */
  readonly colour?: string;
}

/** Words and lengths of the figure. */
export interface AccuracyByLengthOptions {
  /** The lengths that were examined. */
  readonly lengths: readonly number[];
  /** The longest that was trained on; a dotted line marks where training ended. */
  readonly trainedLength: number;
  /** The finding, as a sentence. */
  readonly title: string;
}

/**
 * Draws accuracy over length: lines are means over seeds, bands reach from the worst to the best.
 *
 * @example
 * ```ts
 * import { accuracyByLength } from "lib/plots/accuracy_by_length.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const curve = accuracyByLength([{ name: "GRU", runs: [[1, 0.5], [1, 0.25]] }], {
 *   lengths: [4, 8],
 *   trainedLength: 8,
 *   title: "Long ones are lost",
 * });
 * assertStringIncludes(curve.summary, "GRU 1 at length of the source 4, 0.375 at 8");
 * ```
 */
export function accuracyByLength(
  lines: readonly LengthLine[],
  { lengths, trainedLength, title }: AccuracyByLengthOptions,
): Figure {
  const language = notebookLanguage();
  const series = lines.map(({ name, runs, colour }) => overSeeds(name, lengths, runs, colour));
  const drawn = curves(series, {
    title,
    x: { name: { en: "length of the source", ko: "입력의 길이" }[language], ticks: lengths },
    y: {
      name: { en: "share of sequences wholly right", ko: "통째로 맞은 시퀀스의 비율" }[language],
      range: [0, 1.02],
    },
    summary: series.map(({ name, y }) => describe(name, lengths, y, trainedLength)).join("; "),
  });
  const edge = trainedLength + 0.5;
  const shape = {
    type: "line" as const,
    xref: "x" as const,
    yref: "paper" as const,
    x0: edge,
    x1: edge,
    y0: 0,
    y1: 1,
    line: { color: "#8c959f", width: 1, dash: "dot" } as const,
  };
  const { data, layout, summary } = drawn;
  return figure({ data, layout: { ...layout, shapes: [shape] }, summary });
}

/** First, middle and longest trained length of a line; `1 at length of the source 4, 0.375 at 8`. */
function describe(
  name: string,
  lengths: readonly number[],
  shares: ArrayLike<number>,
  trainedLength: number,
): string {
  const trained = lengths.flatMap((length, i) => length <= trainedLength ? [i] : []);
  const shown = new Set([0, trained.length >> 1, trained.length - 1]);
  const ends = [...shown].map((i, k) => {
    const share = Number(shares[i].toPrecision(4));
    return {
      en: `${share} at ${k === 0 ? "length of the source " : ""}${lengths[i]}`,
      ko: `${k === 0 ? "길이 " : ""}${lengths[i]}에서 ${share}`,
    };
  });
  return {
    en: `${name} ${ends.map(({ en }) => en).join(", ")}`,
    ko: `${name}: ${ends.map(({ ko }) => ko).join(", ")}`,
  }[notebookLanguage()];
}
