/**
 * Who looks at whom: attention weights as a map, one row for each query, one column for each key.
 *
 * @module
 */
import { type Figure, figure } from "lib/plots/figure.ts";
import { numberedMap } from "lib/plots/numbered_map.ts";
import { baseLayout, sequentialScale, tokenAxis } from "lib/plots/style.ts";

/** Labels and words of an attention map. */
export interface AttentionHeatmapOptions {
  /** The tokens that ask, one for each row. */
  readonly rows: readonly string[];
  /** The tokens that are looked at, one for each column. */
  readonly columns: readonly string[];
  /** The finding, as a sentence. */
  readonly title: string;
  /** Names of the two axes. Default: `query` and `key`. */
  readonly axes?: { readonly rows: string; readonly columns: string };
  /** Writes each weight into its cell. Default: true up to 12 × 12. */
  readonly numbers?: boolean;
  /** What a cell measures, where it is no weight: `cosine`. */
  readonly measure?: string;
  /** Replaces the summary that names each row's largest cell. */
  readonly summary?: string;
}

/**
 * Draws attention weights. Every map of the course uses the same scale from 0 to 1, so that two maps
 * can be compared.
 *
 * @param weights One row of weights for each query, one number for each key: [query, key].
 */
export function attentionHeatmap(
  weights: readonly ArrayLike<number>[],
  options: AttentionHeatmapOptions,
): Figure {
  const { rows, columns, title, axes = { rows: "query", columns: "key" } } = options;
  const { numbers, measure = "weight", summary } = options;
  checkGrid(weights, rows, columns);
  const labelled = numbers ?? (rows.length <= 12 && columns.length <= 12);
  const cell = 46;
  return figure({
    data: numberedMap({
      z: weights.map((row) => Array.from(row)),
      limits: [0, 1],
      scale: sequentialScale,
      hovertemplate: `%{y} → %{x}: %{z:.3f}<extra></extra>`,
      measure,
      numbered: labelled,
    }),
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 24, b: 56, l: 72 },
      height: Math.max(260, Math.min(640, 150 + cell * rows.length)),
      xaxis: tokenAxis(axes.columns, columns),
      yaxis: { ...tokenAxis(axes.rows, rows), autorange: "reversed" },
    },
    summary: `${title}: ${summary ?? describeStrongest(weights, rows, columns)}`,
  });
}

function checkGrid(
  weights: readonly ArrayLike<number>[],
  rows: readonly string[],
  columns: readonly string[],
): void {
  const widths = new Set(weights.map((row) => row.length));
  if (weights.length !== rows.length || widths.size > 1 || !widths.has(columns.length)) {
    throw new RangeError(
      `expected weights [query, key] = [${rows.length}, ${columns.length}], ` +
        `got [${weights.length}, ${[...widths].join(" or ")}]`,
    );
  }
}

/** `어제 → 카페 0.71, …`: for each query the key that it looks at most. */
function describeStrongest(
  weights: readonly ArrayLike<number>[],
  rows: readonly string[],
  columns: readonly string[],
): string {
  return weights.slice(0, 8).map((row, i) => {
    let best = 0;
    for (let j = 1; j < row.length; j++) if (row[j] > row[best]) best = j;
    return `${rows[i]} → ${columns[best]} ${row[best].toFixed(2)}`;
  }).join(", ");
}
