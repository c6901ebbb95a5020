/**
 * One step of a gated recurrent unit with its numbers: the update gate lets a share of the old state through,
 * the candidate fills the rest, and their sum is the new state.
 *
 * @module
 */
import type { Annotations, Data, Shape } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout } from "./style.ts";

/** The numbers of a step whose state is a single number. */
export interface GruStepNumbers {
  /** The old state h. */
  readonly state: number;
  /** The gate r: how much of the old state the candidate sees. */
  readonly reset: number;
  /** The gate z: the share of the old state that stays. */
  readonly update: number;
  /** The candidate n. */
  readonly candidate: number;
}

/** A box of the drawing, by its middle. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly colour: string;
}

const names = {
  en: { state: "old state h", word: "word x", candidate: "candidate n", next: "new state h′" },
  ko: { state: "옛 상태 h", word: "단어 x", candidate: "후보 n", next: "새 상태 h′" },
};
const colours = { plain: "#f1f3f6", state: "#cfe0f1", candidate: "#fbdcc4", next: "#d5ecdf" };
const ink = "#57606a";
/** Half of a box's width and height. */
const [half, low] = [1.15, 0.42];

/**
 * Draws the step from left to right.
 *
 * @example
 * ```ts
 * import { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const step = { state: 0.5, reset: 1, update: 0.75, candidate: -1 };
 * assertEquals(
 *   gruStepDiagram(step, "Who fills the state?").summary,
 *   "Who fills the state?: z · h = 0.75 · 0.50 = 0.38; (1 − z) · n = 0.25 · −1.00 = −0.25; h′ = 0.13",
 * );
 * ```
 *
 * @param title The finding, as a sentence, or a question.
 * @throws {RangeError} Unless both gates lie between 0 and 1.
 */
export function gruStepDiagram(step: GruStepNumbers, title: string): Figure {
  const { state, reset, update, candidate } = step;
  if (![reset, update].every((gate) => gate >= 0 && gate <= 1)) {
    throw new RangeError(`expected gates between 0 and 1, got r ${reset} and z ${update}`);
  }
  const [kept, filled] = [update * state, (1 - update) * candidate];
  const name = names[notebookLanguage()];
  const box = (x: number, y: number, text: string, colour: string): Box => ({ x, y, text, colour });
  const old = box(0, 0, `${name.state}<br>${short(state)}`, colours.state);
  const word = box(0, 2, name.word, colours.plain);
  const fresh = box(2.9, 2, `${name.candidate}<br>${short(candidate)}`, colours.candidate);
  const keep = box(5.8, 0, `× z<br>${short(update)}`, colours.state);
  const fill = box(5.8, 2, `× (1 − z)<br>${short(1 - update)}`, colours.candidate);
  const next = box(8.7, 1, `${name.next}<br>${short(kept + filled)}`, colours.next);
  const boxes = [old, word, fresh, keep, fill, next];
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: [hoverTexts(boxes)],
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 12, b: 12, l: 12 },
      height: 260,
      xaxis: { ...hidden, range: [-1.3, 10] },
      yaxis: { ...hidden, range: [2.6, -0.6] },
      shapes: boxes.map(rectangle),
      annotations: [
        ...boxes.map(({ x, y, text }) => label(text, x, y)),
        ...[[old, keep], [word, fresh], [fresh, fill]].map(([from, to]) => arrow(from, to)),
        arrow(old, fresh),
        label(`r ${short(reset)}`, 2, 0.95),
        arrow(keep, next),
        label(short(kept), 7.7, 0.2),
        arrow(fill, next),
        label(short(filled), 7.7, 1.8),
      ],
    },
    summary: `${title}: z · h = ${short(update)} · ${short(state)} = ${short(kept)}; ` +
      `(1 − z) · n = ${short(1 - update)} · ${short(candidate)} = ${short(filled)}; ` +
      `h′ = ${short(kept + filled)}`,
  });
}

function short(value: number): string {
  return value.toFixed(2).replace("-", "−");
}

function hoverTexts(boxes: readonly Box[]): Data {
  return {
    type: "scatter",
    mode: "markers",
    x: boxes.map(({ x }) => x),
    y: boxes.map(({ y }) => y),
    text: boxes.map(({ text }) => text),
    hovertemplate: "%{text}<extra></extra>",
    marker: { size: 20, opacity: 0 },
    showlegend: false,
  };
}

function rectangle({ x, y, colour }: Box): Partial<Shape> {
  return {
    type: "rect",
    x0: x - half,
    x1: x + half,
    y0: y - low,
    y1: y + low,
    fillcolor: colour,
    line: { color: "#8b949e", width: 1 },
    layer: "below",
  };
}

function label(text: string, x: number, y: number): Partial<Annotations> {
  return { text, x, y, showarrow: false, font: { size: 12 } };
}

/** From the right edge of a box to the left edge of another: to its middle where both stand on one level. */
function arrow(from: Box, to: Box): Partial<Annotations> {
  const level = from.y === to.y;
  return {
    text: "",
    x: to.x - half,
    y: level ? to.y : to.y + Math.sign(from.y - to.y) * low / 2,
    ax: from.x + half,
    ay: from.y,
    xref: "x",
    yref: "y",
    axref: "x",
    ayref: "y",
    showarrow: true,
    arrowhead: 2,
    arrowwidth: 1.5,
    arrowcolor: ink,
  };
}
