/**
 * One network reads a sentence, another writes one: step by step under a slider. Below, the words that are
 * read and the encoder's states; above, the decoder's states and the words that it writes, each of which
 * the next state reads. With attention, lines lead from each written word back to the states that it looks at, as thick as their weights.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { slider } from "./slider.ts";
import { baseLayout, modelColours } from "./style.ts";

/** What is read, what is written, and where the writer looks. */
export interface SequenceDiagramOptions {
  /** The words that are read. */
  readonly source: readonly string[];
  /** The words that are written, without `<eos>`. */
  readonly target: readonly string[];
  /** Attention weights [written][read], with a row for `<eos>`. Left out: a decoder that looks at nothing. */
  readonly weights?: readonly ArrayLike<number>[];
  /** Which step is shown first, counted from 1. Default: the last word that is read. */
  readonly initial?: number;
}

/** A point of the drawing. */
type Point = readonly [x: number, y: number];

/** A state, or a word, and when it comes to be: the step that makes it. */
interface Dot {
  readonly at: Point;
  readonly step: number;
  readonly text: string;
}

const [wordsRead, encoderStates, decoderStates, wordsWritten] = [0, 0.9, 2.4, 3.2];
/** Written words stand in two heights, so that long neighbours have room. */
const stagger = 0.42;
const colours = { done: "#57606a", now: modelColours.attention, later: "#d0d7de" } as const;
/** A word needs more contrast than a line. */
const wordColours = { ...colours, later: "#8c959f" } as const;
/** Between a word and the line that ends at it. */
const gap = 0.1;

/**
 * Draws the steps of a translation.
 *
 * @example
 * ```ts
 * import { sequenceDiagram } from "lib/plots/sequence_diagram.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const diagram = sequenceDiagram({ source: ["거기", "갔었어"], target: ["went", "there"] });
 * assertEquals(
 *   diagram.summary,
 *   "slider over step (1, 2, 3, 4, 5), at 2: Reads 갔었어: one state for 2 words",
 * );
 * ```
 *
 * @throws {RangeError} If there is no word to read, or `weights` do not fit the words.
 */
export function sequenceDiagram(options: SequenceDiagramOptions): Figure {
  const { source, target, weights, initial = source.length } = options;
  const written = [...target, "<eos>"];
  if (source.length === 0) throw new RangeError("expected at least one word to read, got 0");
  const widths = new Set(weights?.map((row) => row.length) ?? [source.length]);
  if (weights && weights.length !== written.length || [...widths].join() !== `${source.length}`) {
    throw new RangeError(
      `expected weights [written, read] = [${written.length}, ${source.length}], ` +
        `got [${weights?.length}, ${[...widths].join(" or ")}]`,
    );
  }
  const steps = Array.from({ length: source.length + written.length }, (_, i) => i + 1);
  const stops = steps.map((step) => ({
    label: `${step}`,
    figure: drawn(step, source, written, weights),
  }));
  return slider({ en: "step", ko: "단계" }[notebookLanguage()], stops, initial - 1);
}

function drawn(
  step: number,
  source: readonly string[],
  written: readonly string[],
  weights: SequenceDiagramOptions["weights"],
): Figure {
  const width = Math.max(source.length, written.length) - 1;
  const place = (i: number, count: number) => count === 1 ? width / 2 : i * width / (count - 1);
  const read = source.map((text, i): Dot => ({
    at: [place(i, source.length), wordsRead],
    step: i + 1,
    text,
  }));
  const encoder = read.map(({ at: [x], step }): Dot => ({
    at: [x, encoderStates],
    step,
    text: "",
  }));
  const decoder = written.map((_, j): Dot => ({
    at: [place(j, written.length), decoderStates],
    step: source.length + j + 1,
    text: "",
  }));
  const said = decoder.map(({ at: [x], step }, j): Dot => ({
    at: [x, wordsWritten + (j % 2) * stagger],
    step,
    text: written[j].replace("<", "&lt;"),
  }));
  const states = [...encoder, ...decoder];
  const links = [
    ...read.map((dot, i) => [dot, encoder[i]]),
    ...states.slice(1).map((dot, i) => [states[i], dot]),
    ...decoder.map((dot, j) => [dot, said[j]]),
    ...decoder.slice(1).map((dot, j) => [said[j], dot]),
  ];
  const writing = step - source.length - 1;
  const looks = weights && writing >= 0
    ? encoder.map((dot, i) => look(dot, decoder[writing], weights[writing][i], source[i]))
    : [];
  const hidden = { visible: false, fixedrange: true } as const;
  const summary = describe(step, source, written, weights);
  return figure({
    data: [
      ...(["later", "done", "now"] as const).map((when) =>
        lines(links.filter(([, end]) => whenIs(end, step) === when), colours[when])
      ),
      ...looks,
      dots(states, step),
      texts(read, step, "bottom center"),
      texts(said, step, "top center"),
    ],
    layout: {
      ...baseLayout(summary.replaceAll("<", "&lt;")), // Plotly reads titles as HTML
      margin: { t: 56, r: 12, b: 16, l: 12 },
      height: 340,
      xaxis: { ...hidden, range: [-0.7, width + 0.7] },
      yaxis: { ...hidden, range: [-0.6, wordsWritten + stagger + 0.6] },
    },
    summary,
  });
}

function whenIs(dot: Dot, step: number): keyof typeof colours {
  return dot.step === step ? "now" : dot.step < step ? "done" : "later";
}

function lines(links: readonly (readonly Dot[])[], colour: string): Data {
  const ends = (axis: 0 | 1) => links.flatMap(([from, to]) => [from.at[axis], to.at[axis], null]);
  return {
    type: "scatter",
    mode: "lines",
    x: ends(0),
    y: ends(1),
    line: { color: colour, width: colour === colours.now ? 2.5 : 1.2 },
    hoverinfo: "skip",
    showlegend: false,
  };
}

/** The line along which a decoder's state looks at one of the encoder's. */
function look(from: Dot, to: Dot, weight: number, word: string): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: [from.at[0], to.at[0]],
    y: [from.at[1], to.at[1]],
    line: { color: modelColours.transformer, width: 0.5 + 9 * weight },
    opacity: 0.15 + 0.75 * weight,
    name: `${word} ${weight.toFixed(2)}`,
    hoverinfo: "name",
    showlegend: false,
  };
}

function dots(states: readonly Dot[], step: number): Data {
  return {
    type: "scatter",
    mode: "markers",
    x: states.map(({ at: [x] }) => x),
    y: states.map(({ at: [, y] }) => y),
    marker: { size: 18, color: states.map((state) => colours[whenIs(state, step)]) },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function texts(
  words: readonly Dot[],
  step: number,
  textposition: "top center" | "bottom center",
): Data {
  const shift = textposition === "top center" ? gap : -gap;
  return {
    type: "scatter",
    mode: "text",
    x: words.map(({ at: [x] }) => x),
    y: words.map(({ at: [, y] }) => y + shift),
    text: words.map(({ text }) => text),
    textposition,
    textfont: { size: 13, color: words.map((word) => wordColours[whenIs(word, step)]) },
    hoverinfo: "skip",
    showlegend: false,
  };
}

function describe(
  step: number,
  source: readonly string[],
  written: readonly string[],
  weights: SequenceDiagramOptions["weights"],
): string {
  const language = notebookLanguage();
  if (step <= source.length) {
    const word = source[step - 1];
    return {
      en: `Reads ${word}: one state for ${step} ${step === 1 ? "word" : "words"}`,
      ko: `${word} 읽기: 단어 ${step}개에 상태 하나`,
    }[language];
  }
  const j = step - source.length - 1;
  const reads = j === 0 ? "<sos>" : written[j - 1];
  const writes = {
    en: `Reads ${reads}, writes ${written[j]}`,
    ko: `${reads} 읽고 ${written[j]} 쓰기`,
  }[language];
  if (!weights) return writes;
  const row = Array.from(weights[j]);
  const best = row.indexOf(Math.max(...row));
  const weight = row[best].toFixed(2);
  return {
    en: `${writes}: looks at ${source[best]} with ${weight}`,
    ko: `${writes}: ${source[best]} 쪽을 ${weight}만큼 봄`,
  }[language];
}
