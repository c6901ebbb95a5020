/**
 * One word that looks at a sentence, step by step under a slider: its query, everybody's keys, the scores, the
 * weights, the values, and the output below them. Every number stands in a cell; a query lies above the keys
 * that it is multiplied with, an output below the values that it is added up from.
 *
 * @module
 */
import type { Data, PlotData } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { colourAt, inkOn, inks } from "./contrast.ts";
import { type Figure, figure } from "./figure.ts";
import { slider } from "./slider.ts";
import { baseLayout, roleColours, sequentialScale } from "./style.ts";

/** One word's way through attention. */
export interface AttentionSteps {
  /** The words that are looked at, one for each row. */
  readonly words: readonly string[];
  /** The word that asks; it need not be one of them. */
  readonly asker: string;
  /** [dim] */
  readonly query: readonly number[];
  /** [key, dim] */
  readonly keys: readonly (readonly number[])[];
  /** [key]: query times key, before anything is divided. */
  readonly scores: readonly number[];
  /** [key]: the scores divided by the root of the query's length, where they were. */
  readonly divided?: readonly number[];
  /** [key] */
  readonly weights: readonly number[];
  /** [key, value] */
  readonly values: readonly (readonly number[])[];
  /** [value] */
  readonly output: readonly number[];
}

/** A cell: where it stands, what it says, how it looks. */
interface CellOfNumber {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly fill: string;
  readonly edge: string;
  readonly ink?: string;
  readonly opacity?: number;
}

const stepNames = ["query", "keys", "scores", "weights", "values", "output"] as const;
type StepName = typeof stepNames[number];

/** What the figure says, by the notebook's language. */
const wording = {
  en: {
    step: "step",
    query: "query",
    keys: "keys",
    scores: "scores",
    weights: "weights",
    values: "values",
    output: "output",
    score: "score",
    weight: "weight",
    asks: " asks",
    asksWith: " asks with",
  },
  ko: {
    step: "단계",
    query: "쿼리",
    keys: "키",
    scores: "점수",
    weights: "가중치",
    values: "값",
    output: "출력",
    score: "점수",
    weight: "가중치",
    asks: "의 쿼리",
    asksWith: "의 쿼리",
  },
};

const ink = "#24292f";
const cellSize = 32;

/**
 * Draws the six steps.
 *
 * @param title The finding, or a question; each step writes its own word behind it.
 * @param initial Which step is shown first. Default: the last, where everything is seen.
 *
 * @example
 * ```ts
 * import { attentionSteps } from "lib/plots/attention_steps.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const steps = { words: ["a", "b"], asker: "a", query: [1], keys: [[0], [2]], scores: [0, 2] };
 * const drawn = attentionSteps(
 *   { ...steps, weights: [0.12, 0.88], values: [[5], [7]], output: [6.76] },
 *   "a looks",
 * );
 * assertStringIncludes(drawn.summary, "a asks with (1): a 0.12, b 0.88; output (6.76)");
 * ```
 *
 * @throws {RangeError} Unless each word has a key, a score, a weight and a value.
 */
export function attentionSteps(steps: AttentionSteps, title: string, initial = 5): Figure {
  const { words, asker, query, keys, scores, divided = [], weights, values, output } = steps;
  for (const [name, rows] of Object.entries({ keys, scores, weights, values })) {
    if (rows.length !== words.length) {
      throw new RangeError(
        `expected one of ${name} for each of ${words.length} words, got ${rows.length}`,
      );
    }
  }
  const say = wording[notebookLanguage()];
  const at = columns(query.length, divided.length > 0);
  const below = words.length;
  const key = { fill: roleColours.key.tint, edge: roleColours.key.ink };
  const value = { fill: roleColours.value.tint, edge: roleColours.value.ink };
  const asked = { fill: roleColours.query.tint, edge: roleColours.query.ink };
  const grey = { fill: "#ffffff", edge: "#8c959f" };

  const layers: Record<StepName, (faded: boolean) => Data[]> = {
    query: () => [
      cells(query.map((number, i) => ({ x: at.key + i, y: -1, value: number, ...asked }))),
      texts([[at.word, -1, `<b>${asker}</b>${say.asks}`, roleColours.query.ink]], "middle right"),
    ],
    keys: () => [
      cells(grid(keys, at.key, key)),
      texts([[centre(at.key, query.length), -2, say.keys, roleColours.key.ink]]),
    ],
    scores: () => [
      cells(scores.map((number, y) => ({ x: at.score, y, value: number, ...grey }))),
      texts([[at.score, -2, say.score, ink]]),
      cells(divided.map((number, y) => ({ x: at.divided, y, value: number, ...grey }))),
      texts(divided.length > 0 ? [[at.divided, -2, `÷ √${query.length}`, ink]] : []),
    ],
    weights: () => [
      cells(weights.map((number, y) => {
        const shade = colourAt(sequentialScale, number);
        const look = {
          fill: `rgb(${shade.map(Math.round).join()})`,
          edge: grey.edge,
          ink: inks[inkOn(shade)],
        };
        return { x: at.weight, y, value: number, ...look };
      })),
      texts([[at.weight, -2, say.weight, ink]]),
    ],
    values: (faded) => [
      cells(
        grid(values, at.value, value).map((cell) =>
          faded ? { ...cell, opacity: 0.2 + 0.8 * weights[cell.y] } : cell
        ),
      ),
      texts([[centre(at.value, output.length), -2, say.values, roleColours.value.ink]]),
    ],
    output: () => [
      cells(
        output.map((number, i) => ({
          x: at.value + i,
          y: below,
          value: number,
          digits: 2,
          ...value,
        })),
      ),
      texts([[at.weight, below, `<b>${say.output}</b>`, roleColours.value.ink]]),
    ],
  };
  const summary = `${asker}${say.asksWith} (${listed(query)}): ${
    words.map((word, j) => `${word} ${weights[j].toFixed(2)}`).join(", ")
  }; ${say.output} (${listed(output)})`;
  const wordLabels = texts(words.map((word, y) => [at.word, y, word, ink]), "middle right");
  return slider(
    say.step,
    stepNames.map((stepName, step) => ({
      label: say[stepName],
      figure: figure({
        // Each stop draws all layers, the later ones empty, so that every stop has as many traces.
        data: [
          wordLabels,
          ...stepNames.flatMap((name, i) =>
            layers[name](step === stepNames.length - 1).map((trace) =>
              i <= step ? trace : { ...trace, x: [], y: [], text: [] }
            )
          ),
        ],
        layout: {
          ...baseLayout(`${title} · ${step + 1}. ${say[stepName]}`),
          height: 44 * (words.length + 4) + 60,
          margin: { t: 56, r: 28, b: 16, l: 28 },
          xaxis: {
            visible: false,
            fixedrange: true,
            range: [-0.3, at.value + output.length - 0.3],
          },
          yaxis: { visible: false, fixedrange: true, range: [below + 0.6, -2.6] },
        },
        summary: `${title}: ${summary}`,
      }),
    })),
    initial,
  );
}

/** Where each column of cells begins. */
function columns(dim: number, areDivided: boolean) {
  const word = 0;
  const key = word + 2;
  const score = key + dim + 0.3;
  const divided = score + 1.1;
  const weight = areDivided ? divided + 1.1 : divided;
  return { word, key, score, divided, weight, value: weight + 1.3 };
}

function centre(first: number, count: number): number {
  return first + (count - 1) / 2;
}

function grid(
  rows: readonly (readonly number[])[],
  left: number,
  look: Pick<CellOfNumber, "fill" | "edge">,
): CellOfNumber[] {
  return rows.flatMap((row, y) => row.map((value, i) => ({ x: left + i, y, value, ...look })));
}

function cells(list: readonly CellOfNumber[]): Partial<PlotData> {
  return {
    type: "scatter",
    mode: "text+markers",
    x: list.map(({ x }) => x),
    y: list.map(({ y }) => y),
    text: list.map(({ value }) => short(value)),
    textfont: { size: 12, color: list.map((cell) => cell.ink ?? ink) },
    marker: {
      symbol: "square",
      size: cellSize,
      color: list.map(({ fill }) => fill),
      opacity: list.map(({ opacity = 1 }) => opacity),
      line: { width: 1, color: list.map(({ edge }) => edge) },
    },
    hoverinfo: "skip",
    showlegend: false,
  };
}

/** Words, centred where they stand unless told otherwise. */
function texts(
  list: readonly (readonly [x: number, y: number, text: string, colour: string])[],
  textposition: PlotData["textposition"] = "middle center",
): Partial<PlotData> {
  return {
    type: "scatter",
    mode: "text",
    x: list.map(([x]) => x),
    y: list.map(([, y]) => y),
    text: list.map(([, , text]) => text),
    textposition,
    textfont: { size: 13, color: list.map(([, , , colour]) => colour) },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function listed(numbers: readonly number[]): string {
  return numbers.map((number) => short(number)).join(", ");
}

/** `0.93`, but `4` and `0`: whole numbers have no digits behind the point. */
function short(value: number): string {
  return Number.isInteger(value) ? `${value}` : value.toFixed(2);
}
