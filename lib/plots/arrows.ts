/**
 * Vectors of two numbers as arrows on squared paper: which point the same way, and where one arrives who
 * walks along several, one after the other.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout, namedAxis, seriesColours } from "./style.ts";

/** One arrow. */
export interface Arrow {
  /** What stands at its tip; without a name an arrow is not in the summary. */
  readonly name: string;
  /** Where it ends. */
  readonly to: readonly [number, number];
  /** Where it begins. Default: the origin. */
  readonly from?: readonly [number, number];
  /** A colour of lib/plots/style.ts. Default: by order. */
  readonly colour?: string;
  /** Thin and dashed: there for comparison. */
  readonly faint?: boolean;
}

/** Words and limits of the figure. */
export interface ArrowsOptions {
  /** A question, or the finding. */
  readonly title: string;
  /** What the two numbers are called. */
  readonly axes: { readonly x: string; readonly y: string };
  /** First and last value shown, left to right and bottom to top. */
  readonly range: {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
  };
  /** Replaces the summary that names every arrow's two numbers. */
  readonly summary?: string;
}

/** An arrowhead's length and half its width, as a share of the vertical range. */
const head = { length: 0.05, width: 0.022 };

/**
 * Draws arrows; both axes have one scale, so that angles are true.
 *
 * @example
 * ```ts
 * import { arrows } from "lib/plots/arrows.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const drawn = arrows([{ name: "s", to: [0, 1] }, { name: "h", from: [0, 1], to: [2, 1] }], {
 *   title: "At right angles",
 *   axes: { x: "first number", y: "second number" },
 *   range: { x: [-1, 3], y: [-1, 2] },
 * });
 * assertEquals(drawn.summary, "At right angles: s (0, 1), h (2, 1) from (0, 1)");
 * ```
 */
export function arrows(
  list: readonly Arrow[],
  { title, axes, range, summary }: ArrowsOptions,
): Figure {
  const size = range.y[1] - range.y[0];
  return figure({
    data: list.map((arrow, i) => trace(arrow, size, arrow.colour ?? seriesColours[i % 6])),
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 24, b: 56, l: 72 },
      xaxis: { ...namedAxis({ name: axes.x, range: range.x }), constrain: "domain" },
      yaxis: {
        ...namedAxis({ name: axes.y, range: range.y }),
        scaleanchor: "x",
        constrain: "domain",
      },
    },
    summary: `${title}: ${
      summary ?? list.filter(({ name }) => name !== "").map(describe).join(", ")
    }`,
  });
}

/** A line from an arrow's beginning to its tip, and on along the two sides of its head. */
function trace({ name, to, from = [0, 0], faint }: Arrow, size: number, colour: string): Data {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const [ux, uy] = length > 0 ? [dx / length, dy / length] : [0, 0];
  // The head of a short arrow is no longer than half of it.
  const scale = Math.min(1, length / (2 * head.length * size)) * size;
  const back = [to[0] - head.length * scale * ux, to[1] - head.length * scale * uy];
  const side = [-head.width * scale * uy, head.width * scale * ux];
  return {
    type: "scatter",
    mode: "text+lines",
    name,
    x: [from[0], to[0], back[0] + side[0], to[0], back[0] - side[0]],
    y: [from[1], to[1], back[1] + side[1], to[1], back[1] - side[1]],
    text: ["", name, "", "", ""],
    textposition: beyondTip(ux, uy),
    textfont: { color: colour, size: 14 },
    line: { color: colour, width: faint ? 1.5 : 3, ...(faint ? { dash: "dot" as const } : {}) },
    hovertemplate: `${name}: ${point(to)}<extra></extra>`,
    showlegend: false,
  };
}

/** Where a name stands beside the tip of an arrow that points this way. */
function beyondTip(x: number, y: number) {
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? "middle right" : "middle left";
  return y < 0 ? "bottom center" : "top center";
}

function describe({ name, to, from }: Arrow): string {
  if (!from) return `${name} ${point(to)}`;
  return {
    en: `${name} ${point(to)} from ${point(from)}`,
    ko: `${name} ${point(from)}에서 ${point(to)}`,
  }[notebookLanguage()];
}

function point([x, y]: readonly [number, number]): string {
  const short = (value: number) => Number(value.toPrecision(3)).toString();
  return `(${short(x)}, ${short(y)})`;
}
