/**
 * Small matrices side by side, each number in the colour of where it came from: what a reshape and a
 * transpose do to a sentence.
 *
 * @module
 */
import type { Annotations, Data, Shape } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { channelsOf, inkOn, inks } from "./contrast.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout, seriesColours } from "./style.ts";

/** One matrix of the figure. */
export interface NumberBlock {
  /** What stands above it; `<br>` breaks the line. */
  readonly name: string;
  /** Its rows of numbers. */
  readonly rows: readonly (readonly number[])[];
}

/** Words of the figure, and what a number's colour says. */
export interface NumberBlocksOptions {
  /** Which group a number belongs to, counted from 0: one colour each, at most six. */
  readonly groupOf: (value: number) => number;
  /** What a group is, for the text: `word`. */
  readonly group: string;
  /** The finding, as a sentence, or a question. */
  readonly title: string;
}

const gap = 1;

/**
 * Draws the blocks from left to right.
 *
 * @example
 * ```ts
 * import { numberBlocks } from "lib/plots/number_blocks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const drawn = numberBlocks([{ name: "sentence", rows: [[0, 1], [2, 3]] }, { name: "head 0", rows: [[0], [2]] }], {
 *   groupOf: (value) => Math.floor(value / 2),
 *   group: "word",
 *   title: "One slice of each word",
 * });
 * assertEquals(drawn.summary, "One slice of each word: sentence [0 1, 2 3]; head 0 [0, 2]; colours tell the word");
 * ```
 *
 * @throws {RangeError} If there is no block, or one is empty.
 */
export function numberBlocks(
  blocks: readonly NumberBlock[],
  { groupOf, group, title }: NumberBlocksOptions,
): Figure {
  if (blocks.length === 0 || blocks.some(({ rows }) => rows.length === 0 || rows[0].length === 0)) {
    throw new RangeError("expected blocks with at least one number each");
  }
  const lefts: number[] = [];
  let width = 0;
  for (const { rows } of blocks) {
    lefts.push(width);
    width += Math.max(...rows.map((row) => row.length)) + gap;
  }
  const height = Math.max(...blocks.map(({ rows }) => rows.length));
  const cells = blocks.flatMap(({ rows }, block) =>
    rows.flatMap((row, y) => row.map((value, x) => ({ value, x: lefts[block] + x, y, block })))
  );
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: [hoverTexts(cells, blocks, { groupOf, group })],
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 16, b: 16, l: 16 },
      height: 110 + 40 * height,
      xaxis: { ...hidden, range: [-0.2, width - gap + 0.2] },
      yaxis: { ...hidden, range: [height + 0.1, -1] },
      shapes: cells.map(({ value, x, y }) => tile(x, y, colourOf(groupOf(value)))),
      annotations: [
        ...blocks.map(({ name }, i) => caption(name, lefts[i])),
        ...cells.map(({ value, x, y }) => number(value, x, y, colourOf(groupOf(value)))),
      ],
    },
    summary: `${title}: ${
      blocks.map(({ name, rows }) =>
        `${inOneLine(name)} [${rows.map((row) => row.join(" ")).join(", ")}]`
      )
        .join("; ")
    }; ${colours(group)}`,
  });
}

const colours = (group: string): string =>
  ({ en: `colours tell the ${group}`, ko: `색은 ${group}별` })[notebookLanguage()];

const inOneLine = (name: string): string => name.replaceAll("<br>", " ");

interface Cell {
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly block: number;
}

function colourOf(group: number): string {
  return seriesColours[group % seriesColours.length];
}

function hoverTexts(
  cells: readonly Cell[],
  blocks: readonly NumberBlock[],
  { groupOf, group }: Pick<NumberBlocksOptions, "groupOf" | "group">,
): Data {
  return {
    type: "scatter",
    mode: "markers",
    x: cells.map(({ x }) => x + 0.5),
    y: cells.map(({ y }) => y + 0.5),
    text: cells.map(({ value, block }) =>
      ({
        en: `${inOneLine(blocks[block].name)}: ${value}, of ${group} ${groupOf(value)}`,
        ko: `${inOneLine(blocks[block].name)}: ${value}, ${group} ${groupOf(value)}`,
      })[notebookLanguage()]
    ),
    hovertemplate: "%{text}<extra></extra>",
    marker: { size: 20, opacity: 0 },
    showlegend: false,
  };
}

function tile(x: number, y: number, colour: string): Partial<Shape> {
  return {
    type: "rect",
    x0: x + 0.04,
    x1: x + 0.96,
    y0: y + 0.04,
    y1: y + 0.96,
    fillcolor: colour,
    line: { width: 0 },
    layer: "below",
  };
}

function number(value: number, x: number, y: number, colour: string): Partial<Annotations> {
  return {
    text: String(value),
    x: x + 0.5,
    y: y + 0.5,
    showarrow: false,
    font: { size: 14, color: inks[inkOn(channelsOf(colour))] },
  };
}

function caption(name: string, x: number): Partial<Annotations> {
  return {
    text: name,
    x,
    y: -0.05,
    xanchor: "left",
    yanchor: "bottom",
    align: "left",
    showarrow: false,
    font: { size: 12 },
  };
}
