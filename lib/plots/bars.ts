/**
 * Bars side by side, one group for each label: what two models think of the same words, or how far
 * three ways of training come.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { mean } from "lib/statistics.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout, namedAxis, type NumericAxis, seriesColours, tokenAxis } from "./style.ts";

/** One bar in each group. */
export interface BarSeries {
  /** What the legend calls it. */
  readonly name: string;
  /** The bars' lengths, one for each label. */
  readonly values: readonly number[];
  /** A line over each bar, such as from the lowest to the highest of three seeds. */
  readonly range?: { readonly low: readonly number[]; readonly high: readonly number[] };
  /** A colour of lib/plots/style.ts. Default: by order. */
  readonly colour?: string;
}

/** Labels and words of a figure of bars. */
export interface BarsOptions {
  /** A label for each group, from top to bottom. */
  readonly labels: readonly string[];
  /** What a label is: `word`. */
  readonly label: string;
  /** What the bars measure. */
  readonly value: NumericAxis;
  /** The finding, as a sentence. */
  readonly title: string;
  /** Replaces the summary that names every bar. */
  readonly summary?: string;
}

/**
 * Runs of several seeds as one series: their means, with lines from the lowest to the highest.
 *
 * @param runs Values of each label's runs: [label][seed].
 */
export function barsOverSeeds(
  name: string,
  runs: readonly (readonly number[])[],
  colour?: string,
): BarSeries {
  const low = runs.map((each) => Math.min(...each));
  const high = runs.map((each) => Math.max(...each));
  return { name, values: runs.map((each) => mean(each)), range: { low, high }, colour };
}

/**
 * Draws lying bars, so that long labels have room.
 *
 * @example
 * ```ts
 * import { bars } from "lib/plots/bars.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const guesses = bars([{ name: "BERT", values: [0.9, 0.1] }, { name: "GPT", values: [0.3, 0.4] }], {
 *   labels: ["카페", "공원"],
 *   label: "word",
 *   value: { name: "probability", range: [0, 1] },
 *   title: "Both sides help",
 * });
 * assertEquals(guesses.summary, "Both sides help: 카페 BERT 0.9, GPT 0.3; 공원 BERT 0.1, GPT 0.4");
 * ```
 */
export function bars(
  series: readonly BarSeries[],
  { labels, label, value, title, summary }: BarsOptions,
): Figure {
  for (const { name, values, range } of series) {
    const counts = [values, range?.low ?? values, range?.high ?? values].map(({ length }) =>
      length
    );
    if (counts.some((count) => count !== labels.length)) {
      throw new RangeError(
        `expected ${labels.length} values in "${name}", one for each label, got ${
          counts.join(", ")
        }`,
      );
    }
  }
  const places = labels.map((_, i) => i);
  return figure({
    data: series.map(({ name, values, range, colour }, i): Data => ({
      type: "bar",
      orientation: "h",
      name,
      x: [...values],
      y: places,
      customdata: [...labels],
      marker: { color: colour ?? seriesColours[i % seriesColours.length] },
      hovertemplate: `%{customdata}: %{x:.3f}<extra>${name}</extra>`,
      ...(range && { error_x: spread(values, range) }),
    })),
    layout: {
      ...baseLayout(title),
      barmode: "group",
      margin: { t: 80, r: 24, b: 56, l: 110 },
      bargap: 0.3,
      height: Math.max(260, 150 + labels.length * (12 + 16 * series.length)),
      xaxis: namedAxis(value),
      yaxis: {
        ...tokenAxis(label, labels),
        title: { text: label, standoff: 16 },
        range: [labels.length - 0.5, -0.5],
      },
    },
    summary: `${title}: ${summary ?? labels.map((_, i) => describe(i, labels, series)).join("; ")}`,
  });
}

/** Plotly takes distances from the value, not its ends. */
function spread(
  values: readonly number[],
  { low, high }: { readonly low: readonly number[]; readonly high: readonly number[] },
) {
  return {
    type: "data" as const,
    symmetric: false,
    array: high.map((end, i) => end - values[i]),
    arrayminus: low.map((end, i) => values[i] - end),
    color: "#24292f",
    thickness: 1.5,
    width: 4,
  };
}

/** `카페 BERT 0.9, GPT 0.3`. */
function describe(i: number, labels: readonly string[], series: readonly BarSeries[]): string {
  const short = (value: number) => Number(value.toPrecision(2)).toString();
  return `${labels[i]} ${
    series.map(({ name, values }) => `${name} ${short(values[i])}`).join(", ")
  }`;
}
