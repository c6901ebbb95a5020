/**
 * A share for each pair of a row and a column, such as accuracy by length and position, or how much of
 * each word a state still holds. Cells without a value stay blank.
 *
 * @module
 */
import type { Figure } from "./figure.ts";
import { gridMap, gridSize } from "./grid_map.ts";
import { sequentialScale } from "./style.ts";

/** Labels and words of a map of shares. */
export interface ShareMapOptions {
  /** A label for each row, from top to bottom. */
  readonly rows: readonly string[];
  /** A label for each column. */
  readonly columns: readonly string[];
  /** Names of the two axes. */
  readonly axes: { readonly rows: string; readonly columns: string };
  /** What a cell measures: a word or two beside the colours. */
  readonly measure: string;
  /** The finding, as a sentence. */
  readonly title: string;
}

/**
 * Draws shares from 0 to 1, with their numbers, on the scale of all maps of the course.
 *
 * @example
 * ```ts
 * import { shareMap } from "lib/plots/share_map.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const map = shareMap([[1, undefined], [0.25, 0.5]], {
 *   rows: ["1", "2"],
 *   columns: ["first", "second"],
 *   axes: { rows: "length", columns: "position" },
 *   measure: "right",
 *   title: "Long ones fail early",
 * });
 * assertEquals(map.summary, "Long ones fail early: right 1: 1.00; 2: 0.25 0.50");
 * ```
 *
 * @param shares One row for each label of `rows`; `undefined` where there is nothing to measure.
 */
export function shareMap(
  shares: readonly (readonly (number | undefined)[])[],
  { rows, columns, axes, measure, title }: ShareMapOptions,
): Figure {
  const labels = { axes, rows, columns };
  gridSize("shares", shares, labels);
  const texts = shares.map((row) => row.map((share) => share?.toFixed(2) ?? ""));
  return gridMap({
    labels,
    cells: {
      z: shares.map((row) => row.map((share) => share ?? null)),
      limits: [0, 1],
      scale: sequentialScale,
      hovertemplate: `${axes.rows} %{y}, ${axes.columns} %{x}: %{z:.2f}<extra></extra>`,
      measure,
      numbered: true,
    },
    height: { row: 34, largest: 640 },
    title,
    summary: `${measure} ${describeRows(texts, rows)}`,
  });
}

/** `1: 1.00; 2: 0.25 0.50`: all rows of a small map, the first, middle and last of a large one. */
function describeRows(texts: readonly (readonly string[])[], rows: readonly string[]): string {
  const last = rows.length - 1;
  const shown = rows.length <= 6 ? [...rows.keys()] : [0, last >> 1, last];
  return shown.map((i) => `${rows[i]}: ${texts[i].filter(Boolean).join(" ")}`).join("; ");
}
