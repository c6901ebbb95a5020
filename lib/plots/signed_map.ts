/**
 * A number for each pair of a row and a column that may be negative, such as the waves of a positional
 * encoding: orange below zero, paper at zero, blue above.
 *
 * @module
 */
import type { Layout } from "plotly.js";
import { type Figure, figure } from "lib/plots/figure.ts";
import { numberedMap } from "lib/plots/numbered_map.ts";
import { baseLayout, divergingScale, namedAxis, tokenAxis } from "lib/plots/style.ts";

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
  const widths = new Set(values.map((row) => row.length));
  const [rowCount, columnCount] = [
    rows?.length ?? values.length,
    columns?.length ?? values[0]?.length,
  ];
  if (values.length !== rowCount || widths.size !== 1 || !widths.has(columnCount)) {
    throw new RangeError(
      `expected values [${axes.rows}, ${axes.columns}] = [${rowCount}, ${columnCount}], ` +
        `got [${values.length}, ${[...widths].join(" or ")}]`,
    );
  }
  const z = values.map((row) => Array.from(row));
  const [lowest, highest] = [Math.min(...z.flat()), Math.max(...z.flat())];
  const darkest = limit ?? Math.max(Math.abs(lowest), Math.abs(highest));
  const isSmall = rowCount <= 12 && columnCount <= 12;
  const short = (value: number) => Number(value.toPrecision(3)).toString();
  const range = `of ${rowCount} × ${columnCount} cells, from ${short(lowest)} to ${short(highest)}`;
  return figure({
    data: numberedMap({
      z,
      limits: [-darkest, darkest],
      scale: divergingScale,
      hovertemplate: `${axes.rows} %{y}, ${axes.columns} %{x}: %{z:.3f}<extra></extra>`,
      measure,
      numbered: isSmall,
    }),
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 24, b: 56, l: 72 },
      height: Math.max(260, Math.min(560, 150 + 34 * rowCount)),
      xaxis: axis(axes.columns, columns),
      yaxis: { ...axis(axes.rows, rows), autorange: "reversed" },
    },
    summary: `${title}: ${summary ?? `${measure} ${range}`}`,
  });
}

/** Labels where there are some, else a numeric axis without lines over the map. */
function axis(name: string, labels?: readonly string[]): Partial<Layout["xaxis"]> {
  return labels
    ? tokenAxis(name, labels)
    : { ...namedAxis({ name }), showgrid: false, zeroline: false };
}
