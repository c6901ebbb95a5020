/**
 * Lines over a numeric axis, with a band for the spread over seeds.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { spread } from "lib/statistics.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout, namedAxis, type NumericAxis, seriesColours } from "./style.ts";

/** One line of the figure. */
export interface Series {
  /** What the legend calls it. */
  readonly name: string;
  /** Where its points stand on the horizontal axis. */
  readonly x: ArrayLike<number>;
  /** Their heights, one for each x. */
  readonly y: ArrayLike<number>;
  /** The band around the line, such as the lowest and the highest of three seeds. */
  readonly band?: { readonly low: ArrayLike<number>; readonly high: ArrayLike<number> };
  /** A colour of lib/plots/style.ts. Default: by order. */
  readonly colour?: string;
  /** A reference, such as what theory predicts: drawn dashed and without points. */
  readonly reference?: boolean;
  /** Dashed, with its points: a line that lies under it stays visible. */
  readonly dashed?: boolean;
}

/**
 * Runs of several seeds as one line: their mean, with a band from the lowest to the highest.
 *
 * @param runs Values of each run at each x: [seed][point].
 */
export function overSeeds(
  name: string,
  x: ArrayLike<number>,
  runs: readonly ArrayLike<number>[],
  colour?: string,
): Series {
  const { mean, low, high } = spread(runs);
  return { name, x, y: mean, band: { low, high }, colour };
}

/** Words, axes and scales of a figure of curves. */
export interface CurvesOptions {
  /** The finding, as a sentence. */
  readonly title: string;
  /** The horizontal axis. */
  readonly x: NumericAxis;
  /** The vertical axis. */
  readonly y: NumericAxis;
  /** Replaces the summary that names each line's first and last value. */
  readonly summary?: string;
}

/** Draws `series` over a common axis. */
export function curves(series: readonly Series[], { title, x, y, summary }: CurvesOptions): Figure {
  for (const line of series) {
    if (line.x.length !== line.y.length) {
      throw new RangeError(
        `expected as many y as x in "${line.name}", got ${line.x.length} x and ${line.y.length} y`,
      );
    }
  }
  const data = series.flatMap((line, i) => lineTraces(line, line.colour ?? seriesColours[i % 6]));
  return figure({
    data,
    layout: {
      ...baseLayout(title),
      xaxis: namedAxis(x),
      yaxis: namedAxis(y),
    },
    summary: `${title}: ${summary ?? series.map((line) => describeEnds(line, x.name)).join("; ")}`,
  });
}

function lineTraces(line: Series, colour: string): Data[] {
  const x = Array.from(line.x);
  const traces: Data[] = [];
  const dash = line.reference || line.dashed ? { dash: "dash" as const } : {};
  if (line.band) {
    traces.push({
      type: "scatter",
      mode: "lines", // Plotly would draw the points of a short band
      x: [...x, ...x.toReversed()],
      y: [...Array.from(line.band.high), ...Array.from(line.band.low).toReversed()],
      fill: "toself",
      fillcolor: `${colour}26`, // 15 % opaque
      line: { width: 0 },
      hoverinfo: "skip",
      showlegend: false,
      name: `${line.name}, spread`,
    });
  }
  traces.push({
    type: "scatter",
    mode: line.reference || x.length > 60 ? "lines" : "lines+markers",
    name: line.name,
    x,
    y: Array.from(line.y),
    line: { color: colour, width: 2, ...dash },
    marker: { size: 6 },
  });
  return traces;
}

function describeEnds(line: Series, axis: string): string {
  const language = notebookLanguage();
  if (line.x.length === 0) {
    return { en: `${line.name} is empty`, ko: `${line.name}: 값 없음` }[language];
  }
  const last = line.x.length - 1;
  const short = (value: number) => Number(value.toPrecision(4)).toString();
  const [from, to] = [0, last].map((i) => ({ x: short(line.x[i]), y: short(line.y[i]) }));
  return {
    en: `${line.name} ${from.y} at ${axis} ${from.x}, ${to.y} at ${to.x}`,
    ko: `${line.name}: ${axis} ${from.x}에서 ${from.y}, ${to.x}에서 ${to.y}`,
  }[language];
}
