/**
 * A number for each pair of a row and a column that may be negative, such as the waves of a positional
 * encoding: orange below zero, paper at zero, blue above.
 *
 * @module
 */
import { notebookLanguage } from "lib/notebook_language.ts";
import type { Figure } from "./figure.ts";
import { gridMap, gridSize, hasRoomForNumbers } from "./grid_map.ts";
import { divergingScale } from "./style.ts";

/** Labels and words of a signed map. */
export interface SignedMapOptions {
  /** A label for each row, from top to bottom. Default: rows are counted from 0. */
  readonly rows?: readonly string[];
  /** A label for each column. Default: columns are counted from 0. */
  readonly columns?: readonly string[];
  /** Names of the two axes. */
  readonly axes: { readonly rows: string; readonly columns: string };
  /** What a cell measures: a word or two beside the colours. */
  readonly measure: string;
  /** The value of the darkest colours, above and below zero. Default: the largest in the map. */
  readonly limit?: number;
  /** The finding, as a sentence. */
  readonly title: string;
  /** Replaces the summary that names the size, the lowest and the highest cell. */
  readonly summary?: string;
}

/**
 * Draws signed values; zero is always the paper's colour. Numbers stand in the cells up to 12 × 12.
 *
 * @example
 * ```ts
 * import { signedMap } from "lib/plots/signed_map.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const map = signedMap([[0, 1], [0.84, 0.54]], {
 *   axes: { rows: "position", columns: "dimension" },
 *   measure: "encoding",
 *   title: "Two positions",
 * });
 * assertEquals(map.summary, "Two positions: encoding of 2 × 2 cells, from 0 to 1");
 * ```
 *
 * @param values One row of numbers for each row of the map.
 */
export function signedMap(
  values: readonly ArrayLike<number>[],
  { rows, columns, axes, measure, limit, title, summary }: SignedMapOptions,
): Figure {
  const labels = { axes, rows, columns };
  const { rowCount, columnCount } = gridSize("values", values, labels);
  const z = values.map((row) => Array.from(row));
  const lowest = Math.min(...z.flat());
  const highest = Math.max(...z.flat());
  const darkest = limit ?? Math.max(Math.abs(lowest), Math.abs(highest));
  const short = (value: number) => Number(value.toPrecision(3)).toString();
  const size = `${rowCount} × ${columnCount}`;
  const found = {
    en: `${measure} of ${size} cells, from ${short(lowest)} to ${short(highest)}`,
    ko: `${size}칸의 ${measure}, ${short(lowest)}에서 ${short(highest)}까지`,
  };
  return gridMap({
    labels,
    cells: {
      z,
      limits: [-darkest, darkest],
      scale: divergingScale,
      hovertemplate: `${axes.rows} %{y}, ${axes.columns} %{x}: %{z:.3f}<extra></extra>`,
      measure,
      numbered: hasRoomForNumbers(rowCount, columnCount),
    },
    height: { row: 34, largest: 560 },
    title,
    summary: summary ?? found[notebookLanguage()],
  });
}
