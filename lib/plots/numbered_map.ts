/**
 * A map with its numbers in its cells, each in an ink that can be read on the cell's colour.
 *
 * Plotly writes all numbers of a map in one colour, or chooses between white and a grey that is hard to
 * read on cells of middle darkness. So the whole map has black numbers, and its dark cells are drawn
 * once more over it, with white ones.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { colourAt, type ColourScale, inkOn, inks } from "lib/plots/contrast.ts";

/** What a map of numbers consists of. */
export interface NumberedMap {
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

/** The traces of a map: the whole map, and with numbers its dark cells a second time. */
export function numberedMap(map: NumberedMap): Data[] {
  const { z, limits: [zmin, zmax], scale, hovertemplate, measure, numbered } = map;
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
    ...{ xgap: 1, ygap: 1, texttemplate: "%{z:.2f}" },
    textfont: { color: inks[ink] },
  });
  return [
    { ...whole, ...numbers("dark") },
    { ...whole, ...numbers("light"), z: dark, showscale: false },
  ];
}
