/**
 * Transformer layers as a drawing, side by side: the words flow from top to bottom, a skip line leads around each
 * sub-layer to a plus, and the norm stands after the plus or before the sub-layer.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout } from "./style.ts";

/** What a layer computes between two plusses. */
export interface SubLayer {
  /** What stands in its box: `self-attention`. */
  readonly name: string;
  /** What else flows in from the left, such as `encoder's output`. */
  readonly from?: string;
}

/** A layer that is drawn. */
export interface DrawnLayer {
  /** What stands above it: `encoder layer, pre-norm`. */
  readonly name: string;
  /** From the first to the last. */
  readonly subLayers: readonly SubLayer[];
  /** Where the norm stands: before the sub-layer (pre-norm) or after the plus. Default `false`. */
  readonly normFirst?: boolean;
  /** Whether skip lines and plusses are drawn. Default `true`. */
  readonly residual?: boolean;
}

/** What the drawing shows. */
export interface BlockDiagramOptions {
  /** From left to right. */
  readonly layers: readonly DrawnLayer[];
  /** The finding, as a sentence, or a question. */
  readonly title: string;
}

const labels = {
  en: {
    words: "words",
    norm: "norm",
    added: "plus what went in",
    output: "output",
    with: (name: string, from: string) => `${name} (with ${from})`,
  },
  ko: {
    words: "단어",
    norm: "정규화",
    added: "들어온 것을 더함",
    output: "출력",
    with: (name: string, from: string) => `${name}(${from}도 받음)`,
  },
};

const ink = "#57606a";
const skipColour = "#009E73";
const subLayerColour = "#cfe0f1";
const normColour = "#fdf0c8";
/** Half of a box's width. */
const half = 1.3;
/** A box has room for two lines of text. */
const boxHeight = 0.7;
/** From what stands above a box to its upper edge. */
const lead = 0.4;
/** How far to the right of a layer's middle its skip lines run. */
const around = 1.75;
/** Room beside a layer for the name of what else flows in. */
const fromRoom = 1.7;
const gap = 0.5;

/**
 * Draws the layers.
 *
 * @example
 * ```ts
 * import { blockDiagram } from "lib/plots/block_diagram.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const layers = [{ name: "post-norm", subLayers: [{ name: "attention" }] }];
 * const drawn = blockDiagram({ layers, title: "A layer" });
 * assertEquals(
 *   drawn.summary,
 *   "A layer: post-norm: words → attention → plus what went in → norm → output",
 * );
 * ```
 *
 * @throws {RangeError} If there is no layer, or a layer without sub-layers.
 */
export function blockDiagram({ layers, title }: BlockDiagramOptions): Figure {
  if (layers.length === 0) throw new RangeError("expected at least one layer, got 0");
  let right = 0;
  const drawn = layers.map((layer) => {
    const room = layer.subLayers.some(({ from }) => from) ? fromRoom : 0;
    const middle = right + gap + room + half;
    right = middle + around;
    return drawLayer(layer, middle);
  });
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: drawn.flatMap(({ data }) => data),
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 16, b: 16, l: 16 },
      height: 660,
      xaxis: { ...hidden, range: [gap / 2, right + gap / 2] },
      yaxis: { ...hidden, range: [Math.max(...drawn.map(({ bottom }) => bottom)), -1.3] },
    },
    summary: `${title}: ${drawn.map(({ summary }) => summary).join("; ")}`,
  });
}

/** The traces of one layer around the vertical line x = `middle`. */
function drawLayer(
  { name: layerName, subLayers, normFirst = false, residual = true }: DrawnLayer,
  middle: number,
): { readonly data: Data[]; readonly summary: string; readonly bottom: number } {
  if (subLayers.length === 0) throw new RangeError("expected at least one sub-layer, got 0");
  const label = labels[notebookLanguage()];
  const data: Data[] = [];
  const told = [label.words];
  let y = 0;
  // From the words to the output there is a way past all sub-layers; it has one colour.
  const wayColour = residual ? skipColour : ink;
  const box = (text: string, colour: string, arriving = ink) => {
    data.push(
      flow([[middle, y], [middle, y + lead]], arriving),
      rectangle(middle, y + lead, colour),
      words(text, middle, y + lead + boxHeight / 2),
    );
    told.push(text);
    y += lead + boxHeight;
  };
  data.push(words(`<b>${layerName}</b>`, middle, -0.85), words(label.words, middle, -0.25));
  for (const { name, from } of subLayers) {
    const forkedAt = y + 0.15;
    const entered = y;
    if (normFirst) box(label.norm, normColour);
    box(name, subLayerColour);
    if (residual) data.push(line([[middle, entered], [middle, forkedAt]], skipColour));
    if (from) {
      const edge = middle - half;
      const at = y - boxHeight / 2;
      data.push(flow([[edge - 0.6, at], [edge, at]], ink));
      data.push(words(from, edge - 0.65, at, "middle left"));
      told[told.length - 1] = label.with(name, from);
    }
    if (residual) {
      const plusAt = y + 0.5;
      const side = middle + around;
      data.push(flow([[middle, y], [middle, plusAt - 0.17]], ink), plus(middle, plusAt));
      data.push(
        flow(
          [[middle, forkedAt], [side, forkedAt], [side, plusAt], [middle + 0.25, plusAt]],
          skipColour,
        ),
      );
      told.push(label.added);
      y = plusAt + 0.17;
    }
    if (!normFirst) box(label.norm, normColour, wayColour);
  }
  data.push(
    flow([[middle, y], [middle, y + lead]], wayColour),
    words(label.output, middle, y + 0.65),
  );
  return {
    data,
    summary: `${layerName}: ${[...told, label.output].join(" → ")}`,
    bottom: y + 0.9,
  };
}

/** A text of several words in two lines, broken at the space nearest to its middle. */
function inTwoLines(text: string): string {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0 || text.length < 10) return text;
  const offMiddle = (index: number) => Math.abs(index - text.length / 2);
  const at = spaces.reduce((best, index) => offMiddle(index) < offMiddle(best) ? index : best);
  return `${text.slice(0, at)}<br>${text.slice(at + 1)}`;
}

/** A line with a small head at its end. */
function flow(points: readonly (readonly [x: number, y: number])[], colour: string): Data {
  const [[fromX, fromY], [x, y]] = points.slice(-2);
  const length = Math.hypot(x - fromX, y - fromY);
  const [ux, uy] = [(x - fromX) / length, (y - fromY) / length];
  const wing = (side: number): [number, number] => [
    x - 0.14 * ux - side * 0.07 * uy,
    y - 0.14 * uy + side * 0.07 * ux,
  ];
  return line([...points, wing(1), [x, y], wing(-1)], colour);
}

function line(points: readonly (readonly [x: number, y: number])[], colour: string): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: points.map(([each]) => each),
    y: points.map(([, each]) => each),
    line: { color: colour, width: 2 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function rectangle(middle: number, top: number, colour: string): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: [-half, half, half, -half, -half].map((x) => middle + x),
    y: [top, top, top + boxHeight, top + boxHeight, top],
    fill: "toself",
    fillcolor: colour,
    line: { color: "#8b949e", width: 1 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function plus(x: number, y: number): Data {
  return {
    type: "scatter",
    mode: "text+markers",
    x: [x],
    y: [y],
    text: ["+"],
    textfont: { size: 16, color: skipColour },
    marker: { size: 22, color: "#ffffff", line: { color: skipColour, width: 2 } },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function words(
  text: string,
  x: number,
  y: number,
  textposition: "middle center" | "middle left" = "middle center",
): Data {
  return {
    type: "scatter",
    mode: "text",
    x: [x],
    y: [y],
    text: [inTwoLines(text)],
    textposition,
    textfont: { size: 12, color: "#24292f" },
    hoverinfo: "skip",
    showlegend: false,
  };
}
