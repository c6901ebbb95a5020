/**
 * One step of a gated recurrent unit with its numbers: word and old state make the gates; the reset gate
 * scales what the candidate gets from the old state, *after* its matrix; the update gate lets a share of the
 * old state through, the candidate fills the rest, and their sum is the new state.
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
  /** h_n: the old state times the candidate's matrix, plus the bias. */
  readonly recalled: number;
  /** The gate r: how much of h_n the candidate sees. */
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
  en: {
    state: "old state",
    word: "word x",
    gate: "gate",
    candidate: "candidate",
    next: "new state",
  },
  ko: { state: "옛 상태", word: "단어 x", gate: "게이트", candidate: "후보", next: "새 상태" },
};
const colours = {
  plain: "#f1f3f6",
  gate: "#fdf3c4",
  state: "#cfe0f1",
  candidate: "#fbdcc4",
  next: "#d5ecdf",
};
const ink = "#57606a";
/** Half of a box's width and height. */
const [half, low] = [0.95, 0.42];

/**
 * Draws the step from left to right.
 *
 * @example
 * ```ts
 * import { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const step = { state: 0.5, recalled: -2, reset: 1, update: 0.75, candidate: -1 };
 * assertEquals(
 *   gruStepDiagram(step, "Who fills the state?").summary,
 *   "Who fills the state?: r · h_n = 1.00 · −2.00 = −2.00; " +
 *     "z · h = 0.75 · 0.50 = 0.38; (1 − z) · n = 0.25 · −1.00 = −0.25; h′ = 0.13",
 * );
 * ```
 *
 * @param title The finding, as a sentence, or a question.
 * @throws {RangeError} Unless both gates lie between 0 and 1.
 */
export function gruStepDiagram(step: GruStepNumbers, title: string): Figure {
  const { state, recalled, reset, update, candidate } = step;
  if (![reset, update].every((gate) => gate >= 0 && gate <= 1)) {
    throw new RangeError(`expected gates between 0 and 1, got r ${reset} and z ${update}`);
  }
  const [kept, filled] = [update * state, (1 - update) * candidate];
  const name = names[notebookLanguage()];
  const box = (x: number, y: number, text: string, colour: string): Box => ({ x, y, text, colour });
  const old = box(0, 1, `${name.state}<br>h ${short(state)}`, colours.state);
  const word = box(0, 4, name.word, colours.plain);
  const z = box(3.2, 0, `${name.gate}<br>z ${short(update)}`, colours.gate);
  const seen = box(3.2, 2, `h<sub>n</sub><br>${short(recalled)}`, colours.state);
  const r = box(3.2, 3, `${name.gate}<br>r ${short(reset)}`, colours.gate);
  const fresh = box(5.9, 4, `${name.candidate}<br>n ${short(candidate)}`, colours.candidate);
  const keep = box(8.6, 1, `× z<br>${short(update)}`, colours.state);
  const fill = box(8.6, 4, `× (1 − z)<br>${short(1 - update)}`, colours.candidate);
  const next = box(11.2, 2.5, `${name.next}<br>h′ ${short(kept + filled)}`, colours.next);
  const boxes = [old, word, z, seen, r, fresh, keep, fill, next];
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: [hoverTexts(boxes)],
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 12, b: 12, l: 12 },
      height: 360,
      xaxis: { ...hidden, range: [-1.1, 12.3] },
      yaxis: { ...hidden, range: [4.6, -0.6] },
      shapes: boxes.map(rectangle),
      annotations: [
        ...boxes.map(({ x, y, text }) => label(text, x, y)),
        ...[z, seen, r, keep].map((to) => arrow(old, to)),
        ...[z, r, fresh].map((to) => arrow(word, to)),
        ...[seen, r].map((from) => arrow(from, fresh)),
        label(`r · h<sub>n</sub> ${short(reset * recalled)}`, 5.9, 3.25),
        ...[keep, fill].map((to) => arrow(z, to)),
        arrow(fresh, fill),
        arrow(keep, next),
        label(short(kept), 10.3, 1.4),
        arrow(fill, next),
        label(short(filled), 10.3, 3.6),
      ],
    },
    summary:
      `${title}: r · h_n = ${short(reset)} · ${short(recalled)} = ${short(reset * recalled)}; ` +
      `z · h = ${short(update)} · ${short(state)} = ${short(kept)}; ` +
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
