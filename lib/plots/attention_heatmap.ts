/**
 * Who looks at whom: attention weights as a map, one row for each query, one column for each key.
 *
 * @module
 */
import { notebookLanguage } from "lib/notebook_language.ts";
import type { Figure } from "./figure.ts";
import { gridMap, gridSize, hasRoomForNumbers } from "./grid_map.ts";
import { sequentialScale } from "./style.ts";

/** Labels and words of an attention map. */
export interface AttentionHeatmapOptions {
  /** The tokens that ask, one for each row. */
  readonly rows: readonly string[];
  /** The tokens that are looked at, one for each column. */
  readonly columns: readonly string[];
  /** The finding, as a sentence. */
  readonly title: string;
  /** Names of the two axes. Default: `query` and `key`, in the notebook's language. */
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
  const language = notebookLanguage();
  const { rows, columns, title, axes = usualAxes[language] } = options;
  const { numbers, measure = usualMeasure[language], summary } = options;
  const labels = { axes, rows, columns };
  const { rowCount, columnCount } = gridSize("weights", weights, labels);
  return gridMap({
    labels,
    cells: {
      z: weights.map((row) => Array.from(row)),
      limits: [0, 1],
      scale: sequentialScale,
      hovertemplate: `%{y} → %{x}: %{z:.3f}<extra></extra>`,
      measure,
      numbered: numbers ?? hasRoomForNumbers(rowCount, columnCount),
    },
    height: { row: 46, largest: 640 },
    title,
    summary: summary ?? describeStrongest(weights, rows, columns),
  });
}

const usualAxes = {
  en: { rows: "query", columns: "key" },
  ko: { rows: "쿼리", columns: "키" },
};
const usualMeasure = { en: "weight", ko: "가중치" };

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
