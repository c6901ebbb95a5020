/**
 * A beam search as a tree that grows under a slider: each step extends the beginnings that were kept by
 * every next word, keeps the best of them, and drops the others. It opens at the first step, so that the
 * next ones can be guessed.
 *
 * @module
 */
import type { Data } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { slider } from "./slider.ts";
import { baseLayout, modelColours } from "./style.ts";

/** A beginning that a step has looked at. */
export interface BeamCandidate {
  /** Its words, at least one. */
  readonly words: readonly string[];
  /** The product of their probabilities. */
  readonly probability: number;
  /** Whether the next step may extend it. */
  readonly kept: boolean;
}

/** A beginning in the drawing. */
interface Node extends BeamCandidate {
  /** Down the page, in words. */
  readonly y: number;
}

/** The words of the figure. */
const says = {
  en: {
    word: "word",
    question: (word: number) => `Word ${word}: which beginnings are kept?`,
    kept: (word: number, list: string) => `Word ${word}: kept ${list}`,
    dropped: (list: string) => `; dropped ${list}`,
  },
  ko: {
    word: "단어",
    question: (word: number) => `단어 ${word}: 어느 시작이 남을까요?`,
    kept: (word: number, list: string) => `단어 ${word}: 남긴 시작 ${list}`,
    dropped: (list: string) => `; 버린 시작 ${list}`,
  },
};

const colours = { kept: modelColours.attention, dropped: "#8c959f" } as const;

/**
 * Draws the steps of a beam search.
 *
 * @param steps The candidates of each step; the first have one word, the next two, and so on.
 *
 * @example
 * ```ts
 * import { beamTree } from "lib/plots/beam_tree.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tree = beamTree([[
 *   { words: ["It"], probability: 0.6, kept: true },
 *   { words: ["There"], probability: 0.4, kept: false },
 * ]]);
 * assertEquals(tree.summary, "slider over word (1), at 1: Word 1: kept It 0.60; dropped There 0.40");
 * ```
 *
 * @throws {RangeError} If there is no step, or a candidate extends no candidate of the step before.
 */
export function beamTree(steps: readonly (readonly BeamCandidate[])[]): Figure {
  const known = new Set([""]);
  for (const { words } of steps.flat()) {
    const parent = words.slice(0, -1).join(" ");
    if (words.length === 0 || !known.has(parent)) {
      throw new RangeError(`expected a candidate that extends another, got "${words.join(" ")}"`);
    }
    known.add(words.join(" "));
  }
  const height = placesOf(steps.flat());
  const nodes = steps.map((step) =>
    step.map((candidate): Node => ({
      ...candidate,
      y: height.get(candidate.words.join(" ")) ?? 0,
    }))
  );
  const rows = Math.max(...height.values());
  const stops = nodes.map((_, i) => ({
    label: `${i + 1}`,
    figure: drawn(nodes.slice(0, i + 1), height, { columns: steps.length, rows }),
  }));
  return slider(says[notebookLanguage()].word, stops);
}

/** Where each beginning stands: those that nothing extends below each other, the others in their middle. */
function placesOf(candidates: readonly BeamCandidate[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  let leaves = 0;
  const place = (beginning: readonly string[]): number => {
    const text = beginning.join(" ");
    const children = candidates.filter(({ words }) =>
      words.length === beginning.length + 1 && words.slice(0, -1).join(" ") === text
    ).map(({ words }) => place(words));
    const y = children.length === 0 ? leaves++ : (children[0] + children[children.length - 1]) / 2;
    places.set(text, y);
    return y;
  };
  place([]);
  return places;
}

function drawn(
  steps: readonly (readonly Node[])[],
  height: ReadonlyMap<string, number>,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): Figure {
  const nodes = steps.flat();
  const now = steps[steps.length - 1];
  const kept = now.filter((node) => node.kept);
  const dropped = now.filter((node) => !node.kept);
  const say = says[notebookLanguage()];
  const summary = say.kept(steps.length, list(kept)) +
    (dropped.length > 0 ? say.dropped(list(dropped)) : "");
  const root: Node = { words: [], probability: 1, kept: true, y: height.get("") ?? 0 };
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: [
      branches(nodes.filter((node) => !node.kept), height, colours.dropped),
      branches(nodes.filter((node) => node.kept), height, colours.kept),
      points(nodes.filter((node) => !node.kept), colours.dropped, "middle right"),
      points([root, ...nodes.filter((node) => node.kept)], colours.kept, "top center"),
    ],
    layout: {
      ...baseLayout(say.question(steps.length)),
      margin: { t: 56, r: 12, b: 16, l: 12 },
      height: 120 + 46 * (rows + 1),
      xaxis: { ...hidden, range: [-0.2, columns + 0.5] },
      yaxis: { ...hidden, range: [rows + 0.5, -0.9] },
    },
    summary,
  });
}

const label = ({ words, probability, kept }: BeamCandidate) =>
  words.length === 0
    ? ""
    : `${words[words.length - 1]} ${probability.toFixed(2)}${kept ? "" : " ✕"}`;

const list = (nodes: readonly BeamCandidate[]) =>
  nodes.map(({ words, probability }) => `${words.join(" ")} ${probability.toFixed(2)}`).join(", ");

/**
 * Nodes with their words. A branch that falls steeply would cross a label above its end, so the label of a
 * dropped one, from which no branch goes on, stands to its right.
 */
function points(
  nodes: readonly Node[],
  color: string,
  textposition: "top center" | "middle right",
): Data {
  return {
    type: "scatter",
    mode: "text+markers",
    x: nodes.map(({ words }) => words.length),
    y: nodes.map(({ y }) => y),
    text: nodes.map(label),
    textposition,
    textfont: { size: 13, color },
    marker: { size: 10, color },
    hoverinfo: "skip",
    showlegend: false,
  };
}

/** Lines from each node's parent to it. */
function branches(
  nodes: readonly Node[],
  height: ReadonlyMap<string, number>,
  colour: string,
): Data {
  return {
    type: "scatter",
    mode: "lines",
    x: nodes.flatMap(({ words }) => [words.length - 1, words.length, null]),
    y: nodes.flatMap(({ words, y }) => [height.get(words.slice(0, -1).join(" ")) ?? 0, y, null]),
    line: { color: colour, width: colour === colours.kept ? 2.5 : 1.2 },
    hoverinfo: "skip",
    showlegend: false,
  };
}
