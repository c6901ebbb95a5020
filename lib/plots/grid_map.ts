/**
 * A map of cells in rows and columns: what the course's maps share. Each kind of map has a file of its
 * own, with its scale and its words: `attention_heatmap.ts`, `signed_map.ts`.
 *
 * @module
 */
import type { Data, Layout } from "plotly.js";
import { colourAt, type ColourScale, inkOn, inks } from "./contrast.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout, namedAxis, tokenAxis } from "./style.ts";

/** What is written along the two sides of a map. */
export interface GridLabels {
  /** Names of the two axes. */
  readonly axes: { readonly rows: string; readonly columns: string };
  /** A label for each row, from top to bottom. Without labels rows are counted from 0. */
  readonly rows?: readonly string[];
  /** A label for each column. Without labels columns are counted from 0. */
  readonly columns?: readonly string[];
}

/** A map's cells and how they look. */
export interface GridCells {
  /** One row of cells for each row of the map; null where a cell stays blank. */
  readonly z: readonly (readonly (number | null)[])[];
  /** The values at both ends of the colours. */
  readonly limits: readonly [lowest: number, highest: number];
  /** From the lowest value to the highest. */
  readonly scale: ColourScale;
  /** What a cell says when it is pointed at. */
  readonly hovertemplate: string;
  /** What a cell measures, beside the colours. */
  readonly measure: string;
  /** False: no number stands in the cells, and no gap between them. */
  readonly numbered: boolean;
}

/** All of a map. */
export interface GridMap {
  /** What is written along its sides. */
  readonly labels: GridLabels;
  /** What stands in it. */
  readonly cells: GridCells;
  /** The height in pixels that one more row adds, and the largest height of the figure. */
  readonly height: { readonly row: number; readonly largest: number };
  /** The finding, as a sentence. */
  readonly title: string;
  /** The same map in words, behind the title. */
  readonly summary: string;
}

/**
 * How many rows and columns a map has. Throws a `RangeError` unless there is a row of values for each
 * row label and a value for each column label.
 *
 * @param name What the values are, for the message: `weights`.
 */
export function gridSize(
  name: string,
  values: readonly ArrayLike<unknown>[],
  { axes, rows, columns }: GridLabels,
): { readonly rowCount: number; readonly columnCount: number } {
  const widths = new Set(values.map((row) => row.length));
  const rowCount = rows?.length ?? values.length;
  const columnCount = columns?.length ?? values[0]?.length;
  if (values.length !== rowCount || widths.size !== 1 || !widths.has(columnCount)) {
    throw new RangeError(
      `expected ${name} [${axes.rows}, ${axes.columns}] = [${rowCount}, ${columnCount}], ` +
        `got [${values.length}, ${[...widths].join(" or ")}]`,
    );
  }
  return { rowCount, columnCount };
}

/** Whether numbers can be read in the cells: up to 12 × 12. */
export function hasRoomForNumbers(rowCount: number, columnCount: number): boolean {
  return rowCount <= 12 && columnCount <= 12;
}

/** Draws a map; its first row is on top. */
export function gridMap({ labels, cells, height, title, summary }: GridMap): Figure {
  const { axes, rows, columns } = labels;
  return figure({
    data: numberedCells(cells),
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 24, b: 56, l: 72 },
      height: Math.max(260, Math.min(height.largest, 150 + height.row * cells.z.length)),
      xaxis: gridAxis(axes.columns, columns),
      yaxis: { ...gridAxis(axes.rows, rows), autorange: "reversed" },
    },
    summary: `${title}: ${summary}`,
  });
}

/** Labels where there are some, else a numeric axis without lines over the map. */
function gridAxis(name: string, labels?: readonly string[]): Partial<Layout["xaxis"]> {
  return labels
    ? tokenAxis(name, labels)
    : { ...namedAxis({ name }), showgrid: false, zeroline: false };
}

/**
 * The traces of a map, with numbers in an ink that can be read on each cell's colour.
 *
 * Plotly writes all numbers of a map in one colour, or chooses between white and a grey that is hard to
 * read on cells of middle darkness. So the whole map has black numbers, and its dark cells are drawn
 * once more over it, with white ones.
 */
export function numberedCells(cells: GridCells): Data[] {
  const { z, limits: [zmin, zmax], scale, hovertemplate, measure, numbered } = cells;
  const whole = {
    type: "heatmap" as const,
    z: z.map((row) => [...row]),
    zmin,
    zmax,
    colorscale: scale.map(([share, colour]): [number, string] => [share, colour]),
    hoverongaps: false,
    hovertemplate,
    colorbar: { title: { text: measure }, thickness: 12, outlinewidth: 0 },
  };
  if (!numbered) return [whole];
  const isDark = (value: number) => {
    const share = (value - zmin) / (zmax - zmin);
    return inkOn(colourAt(scale, Math.min(1, Math.max(0, share)))) === "light";
  };
  const dark = z.map((row) => row.map((value) => value !== null && isDark(value) ? value : null));
  const numbers = (ink: keyof typeof inks) => ({
    xgap: 1,
    ygap: 1,
    texttemplate: "%{z:.2f}",
    textfont: { color: inks[ink] },
  });
  return [
    { ...whole, ...numbers("dark") },
    { ...whole, ...numbers("light"), z: dark, showscale: false },
  ];
}
