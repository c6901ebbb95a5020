/**
 * How every figure of the course looks: two colour scales and one colour for each model, all safe for
 * colour-blind readers, and quiet axes.
 *
 * @module
 */
import type { Layout } from "plotly.js";

/** From nothing (paper) to all (ink): attention weights, probabilities. Lightness alone orders it. */
export const sequentialScale: [number, string][] = [
  [0, "#f7f9fc"],
  [0.25, "#c3d5ea"],
  [0.5, "#7ba6d0"],
  [0.75, "#3a72ad"],
  [1, "#0b3c74"],
];

/** From negative (orange) over zero (paper) to positive (blue): scores, differences, encodings. */
export const divergingScale: [number, string][] = [
  [0, "#a04000"],
  [0.25, "#e59a55"],
  [0.5, "#f7f7f5"],
  [0.75, "#6fa3d2"],
  [1, "#0b3c74"],
];

/** One colour for each model throughout the course (Okabe and Ito's palette). */
export const modelColours = {
  rnn: "#999999",
  gru: "#E69F00",
  lstm: "#009E73",
  attention: "#0072B2",
  transformer: "#D55E00",
  bert: "#CC79A7",
  gpt: "#56B4E9",
} as const;

/** Colours of series that are no model, in order. */
export const seriesColours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];

/** The course's one pair "with the piece, without it": scaled against unscaled, masked against not. */
export const contrastColours = { with: "#0072B2", without: "#D55E00" } as const;

/** The three roles of attention, wherever they are drawn: a strong colour for words and edges, a tint for areas. */
export const roleColours = {
  query: { ink: "#005a8e", tint: "#cfe3f1" },
  key: { ink: "#a84900", tint: "#f9dcc6" },
  value: { ink: "#00694c", tint: "#cdeadf" },
} as const;

const fontFamily =
  'Inter, "Noto Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';

/** Pixels from the figure's upper edge to its legend: room for a title of one line. */
const legendTop = 44;
const height = 400;

/** The layout that every figure starts from. */
export function baseLayout(title: string): Partial<Layout> {
  return {
    title: {
      text: title,
      font: { size: 16 },
      x: 0,
      xref: "paper",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: { t: 18 },
    },
    font: { family: fontFamily, size: 13, color: "#24292f" },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    margin: { t: 80, r: 24, b: 56, l: 72 },
    height,
    hoverlabel: { font: { family: fontFamily } },
    // Hung up below the title, it pushes the plot down by as many lines as it needs.
    legend: {
      orientation: "h",
      y: 1 - legendTop / height,
      yref: "container",
      yanchor: "top",
      x: 0,
      xanchor: "left",
    },
  };
}

/** A numeric axis: what it measures, on which scale, and where it is labelled. */
export interface NumericAxis {
  /** What it measures, with its unit. */
  readonly name: string;
  /** Default: linear. */
  readonly scale?: "linear" | "log";
  /** The labelled values, such as the powers of two that were measured. Default: Plotly's choice. */
  readonly ticks?: readonly number[];
  /** First and last value shown. Default: all data. */
  readonly range?: readonly [number, number];
}

/** A numeric axis with a name, light grid lines and no box. */
export function namedAxis(
  { name, scale = "linear", ticks, range }: NumericAxis,
): Partial<Layout["xaxis"]> {
  const labels = ticks
    ? { tickmode: "array" as const, tickvals: [...ticks], ticktext: ticks.map(String) }
    : scale === "log"
    ? { dtick: 1, exponentformat: "power" as const }
    : {};
  return {
    title: { text: name },
    type: scale,
    gridcolor: "#e6e9ed",
    zerolinecolor: "#c7ccd1",
    automargin: true,
    ...labels,
    ...(range ? { range: scale === "log" ? range.map(Math.log10) : [...range] } : {}),
  };
}

/** An axis of tokens: every token is a label, also when two are the same word. */
export function tokenAxis(name: string, tokens: readonly string[]): Partial<Layout["xaxis"]> {
  return {
    title: { text: name },
    tickmode: "array",
    tickvals: tokens.map((_, i) => i),
    // Plotly reads labels as HTML: <eos> would be an unknown element, and vanish.
    ticktext: tokens.map((token) => token.replace(/&/g, "&amp;").replace(/</g, "&lt;")),
    showgrid: false,
    zeroline: false,
    ticks: "",
    automargin: true,
  };
}
