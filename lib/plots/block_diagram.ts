/**
 * One Transformer layer as a drawing: the words flow from top to bottom, a skip line leads around each sub-layer to
 * a plus, and the norm stands after the plus or before the sub-layer. Everything is drawn by traces, so that layers
 * of several kinds can stand under one slider.
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

/** The layer that is drawn. */
export interface BlockDiagramOptions {
  /** From the first to the last. */
  readonly subLayers: readonly SubLayer[];
  /** Where the norm stands: before the sub-layer (pre-norm) or after the plus. Default `false`. */
  readonly normFirst?: boolean;
  /** Whether skip lines and plusses are drawn. Default `true`. */
  readonly residual?: boolean;
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
const half = 1.5;
/** How far to the right of the middle a skip line runs. */
const around = 2.3;

/**
 * Draws the layer.
 *
 * @example
 * ```ts
 * import { blockDiagram } from "lib/plots/block_diagram.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const drawn = blockDiagram({ subLayers: [{ name: "attention" }], title: "Post-norm" });
 * assertEquals(drawn.summary, "Post-norm: words → attention → plus what went in → norm → output");
 * ```
 *
 * @throws {RangeError} If there is no sub-layer.
 */
export function blockDiagram(
  { subLayers, normFirst = false, residual = true, title }: BlockDiagramOptions,
): Figure {
  if (subLayers.length === 0) throw new RangeError("expected at least one sub-layer, got 0");
  const label = labels[notebookLanguage()];
  const data: Data[] = [];
  const told = [label.words];
  let y = 0;
  const box = (text: string, colour: string) => {
    data.push(
      flow([[0, y], [0, y + 0.4]], ink),
      rectangle(y + 0.4, colour),
      words(text, 0, y + 0.7),
    );
    told.push(text);
    y += 1;
  };
  data.push(words(`<b>${label.words}</b>`, 0, y - 0.25));
  for (const { name, from } of subLayers) {
    const forkedAt = y + 0.15;
    if (normFirst) box(label.norm, normColour);
    box(name, subLayerColour);
    if (from) {
      const middle = y - 0.3;
      data.push(flow([[-half - 0.9, middle], [-half, middle]], ink));
      data.push(words(from, -half - 0.95, middle, "middle left"));
      told[told.length - 1] = label.with(name, from);
    }
    if (residual) {
      const plusAt = y + 0.5;
      data.push(flow([[0, y], [0, plusAt - 0.17]], ink), plus(plusAt));
      data.push(
        flow([[0, forkedAt], [around, forkedAt], [around, plusAt], [0.2, plusAt]], skipColour),
      );
      told.push(label.added);
      y = plusAt + 0.17;
    }
    if (!normFirst) box(label.norm, normColour);
  }
  data.push(flow([[0, y], [0, y + 0.4]], ink), words(`<b>${label.output}</b>`, 0, y + 0.65));
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data,
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 16, b: 16, l: 16 },
      height: 560,
      xaxis: { ...hidden, range: [-4.4, 2.8] },
      // As long as a decoder layer, so that every layer is drawn to one scale.
      yaxis: { ...hidden, range: [Math.max(8.9, y + 1), -0.6] },
    },
    summary: `${title}: ${[...told, label.output].join(" → ")}`,
  });
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
  const path = [...points, wing(1), [x, y] as const, wing(-1)];
  return {
    type: "scatter",
    mode: "lines",
    x: path.map(([each]) => each),
    y: path.map(([, each]) => each),
    line: { color: colour, width: 2 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function rectangle(top: number, colour: string): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: [-half, half, half, -half, -half],
    y: [top, top, top + 0.6, top + 0.6, top],
    fill: "toself",
    fillcolor: colour,
    line: { color: "#8b949e", width: 1 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function plus(y: number): Data {
  return {
    type: "scatter",
    mode: "text+markers",
    x: [0],
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
    text: [text],
    textposition,
    textfont: { size: 13, color: "#24292f" },
    hoverinfo: "skip",
    showlegend: false,
  };
}
