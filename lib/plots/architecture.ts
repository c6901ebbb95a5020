/**
 * A model's architecture as nested boxes, drawn from the model itself: a box for each module, with its
 * name, its kind and how many numbers it learns. Data flows from top to bottom; a line leads around what a
 * residual connection leads around.
 *
 * @module
 */
import type { Annotations, Shape } from "plotly.js";
import { notebookLanguage } from "lib/notebook_language.ts";
import { type Figure, figure } from "./figure.ts";
import { baseLayout } from "./style.ts";

/** A module as a plain tree; `Module.describe()` returns one. */
export interface ModuleTree {
  /** The path from the root: `encoder.layers.0`; the root's is empty. */
  readonly name: string;
  /** What it does: `layer norm`. */
  readonly kind: string;
  /** Numbers that it learns, its children's included. */
  readonly parameterCount: number;
  /** The modules inside, in order. */
  readonly children: readonly ModuleTree[];
}

/** Words and layout of the diagram. */
export interface ArchitectureOptions {
  /** The finding, as a sentence. */
  readonly title: string;
  /** How many levels below the root are drawn. Default 3. */
  readonly depth?: number;
  /** Paths of the root's children, column by column, an arrow from each to the next. Default: all in one column, without arrows. */
  readonly columns?: readonly (readonly string[])[];
  /** Arrows from one box to another, by their paths. */
  readonly arrows?: readonly { readonly from: string; readonly to: string }[];
}

/** Where a box lies, in pixels from the top left corner of the drawing. */
interface Box {
  readonly tree: ModuleTree;
  /** How many equal siblings the box stands for. */
  readonly count: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether other boxes lie inside. */
  readonly open: boolean;
  /** Whether a residual connection leads around it. */
  readonly bypassed: boolean;
}

const labelHeight = 26;
const leafHeight = 38;
const gap = 8;
/** Between the boxes of a column: room for an arrow. */
const arrowGap = 24;
const columnWidth = 330;
const columnGap = 60;
/** Room beside a box for the line around it. */
const skipRoom = 30;
const skipColour = "#009E73";

/** Colours by what a kind's name begins with; the first that fits. */
const colours: readonly (readonly [string, string])[] = [
  ["multi-head attention", "#cfe0f1"],
  ["feed-forward", "#fbdcc4"],
  ["add", "#d5ecdf"],
  ["norm before", "#d5ecdf"],
  ["layer norm", "#d5ecdf"],
  ["batch norm", "#d5ecdf"],
  ["embedding", "#eee3f3"],
  ["linear", "#fdf0c8"],
];

/**
 * Draws the modules inside `tree`. Equal items of a list, such as the layers of a stack, are one box
 * that says how many they are.
 *
 * @example
 * ```ts
 * import { architecture } from "lib/plots/architecture.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const part = { name: "norm", kind: "layer norm", parameterCount: 6, children: [] };
 * const model = { name: "", kind: "model", parameterCount: 6, children: [part] };
 * const drawn = architecture(model, { title: "One part" });
 * assertEquals(drawn.summary, "One part: model, 6 numbers learned: norm (layer norm, 6)");
 * ```
 *
 * @throws {RangeError} If a column or an arrow names a module that is not there.
 */
export function architecture(tree: ModuleTree, options: ArchitectureOptions): Figure {
  const { title, depth = 3, columns = [tree.children.map(({ name }) => name)], arrows = [] } =
    options;
  const boxes = columns.flatMap((names, i) => {
    const left = i * (columnWidth + columnGap);
    const parts = names.map((name) => named(tree.children, name));
    return placed(grouped(parts), { left, right: left + columnWidth, top: 0 }, depth, arrowGap);
  });
  const downwards = (options.columns ?? []).flatMap((names) =>
    names.slice(1).map((to, i) => ({ from: names[i], to }))
  );
  const width = columns.length * (columnWidth + columnGap) - columnGap;
  const height = Math.max(...boxes.map((box) => box.bottom));
  const hidden = { visible: false, fixedrange: true } as const;
  return figure({
    data: [{
      type: "scatter",
      mode: "markers",
      x: boxes.map(({ left, right }) => (left + right) / 2),
      y: boxes.map(({ top }) => top + labelHeight / 2),
      text: boxes.map(({ tree, count }) => `${tree.name}<br>${describeBox(tree, count)}`),
      hovertemplate: "%{text}<extra></extra>",
      marker: { size: 20, opacity: 0 },
      showlegend: false,
    }],
    layout: {
      ...baseLayout(title),
      margin: { t: 56, r: 16, b: 16, l: 16 },
      height: height + 72,
      xaxis: { ...hidden, range: [-4, width + 4] },
      yaxis: { ...hidden, range: [height + 4, -4] },
      shapes: [...boxes.map(rectangle), ...boxes.filter((box) => box.bypassed).map(skipLine)],
      annotations: [
        ...boxes.map(label),
        ...boxes.filter((box) => box.bypassed).map(skipHead),
        ...[...downwards, ...arrows].map(({ from, to }) =>
          arrow(boxOf(boxes, from), boxOf(boxes, to))
        ),
      ],
    },
    summary: `${title}: ${describeBox(tree, 1)}${{ en: " learned", ko: "" }[notebookLanguage()]}: ${
      boxes.filter(({ tree: { name } }) => !name.includes(".")).map(({ tree: part, count }) =>
        `${part.name} (${part.kind}${times(count)}, ${digits(part.parameterCount)})`
      ).join(", ")
    }`,
  });
}

function isResidual({ kind }: ModuleTree): boolean {
  return /\badd\b/.test(kind);
}

/** From above a box, around it, towards the residual connection below. */
function skipLine({ right, top, bottom }: Box): Partial<Shape> {
  const x = right + skipRoom / 2;
  return {
    type: "path",
    path: `M ${right - skipRoom} ${top - gap / 2} L ${x} ${top - gap / 2} L ${x} ${
      bottom + gap - 6
    }`,
    line: { color: skipColour, width: 2 },
  };
}

/** The head of a skip line. */
function skipHead({ right, bottom }: Box): Partial<Annotations> {
  return {
    text: "▼",
    x: right + skipRoom / 2,
    y: bottom + gap - 5,
    showarrow: false,
    font: { size: 10, color: skipColour },
  };
}

/** Boxes for `groups`, one below the other, and for what is inside them. */
function placed(
  groups: readonly (readonly ModuleTree[])[],
  { left, right, top }: { left: number; right: number; top: number },
  depth: number,
  below = gap,
): Box[] {
  const boxes: Box[] = [];
  let y = top;
  for (const [i, [tree, ...others]] of groups.entries()) {
    const bypassed = groups[i + 1] !== undefined && isResidual(groups[i + 1][0]);
    const edge = bypassed ? right - skipRoom : right;
    const inner = depth > 1 && tree.children.length > 0
      ? placed(
        grouped(tree.children),
        { left: left + gap, right: edge - gap, top: y + labelHeight },
        depth - 1,
      )
      : [];
    const bottom = inner.length > 0
      ? Math.max(...inner.map((box) => box.bottom)) + gap
      : y + leafHeight;
    const count = 1 + others.length;
    boxes.push(
      { tree, count, left, right: edge, top: y, bottom, open: inner.length > 0, bypassed },
      ...inner,
    );
    y = bottom + below;
  }
  return boxes;
}

/** Neighbours of a list (`layers.0`, `layers.1`) that are alike, together. */
function grouped(trees: readonly ModuleTree[]): ModuleTree[][] {
  const groups: ModuleTree[][] = [];
  for (const tree of trees) {
    const [first] = groups[groups.length - 1] ?? [];
    const alike = first !== undefined && /\.\d+$/.test(tree.name) &&
      listName(first) === listName(tree) && first.kind === tree.kind &&
      first.parameterCount === tree.parameterCount;
    if (alike) groups[groups.length - 1].push(tree);
    else groups.push([tree]);
  }
  return groups;
}

function listName({ name }: ModuleTree): string {
  return name.replace(/\.\d+$/, "");
}

function named(trees: readonly ModuleTree[], name: string): ModuleTree {
  const found = trees.find((tree) => tree.name === name);
  if (found) return found;
  const names = trees.map((tree) => tree.name).join(", ");
  throw new RangeError(`expected one of the modules ${names}, got ${JSON.stringify(name)}`);
}

function boxOf(boxes: readonly Box[], name: string): Box {
  const found = boxes.find(({ tree }) => tree.name === name);
  if (found) return found;
  throw new RangeError(`expected an arrow between drawn modules, got ${JSON.stringify(name)}`);
}

function rectangle({ tree, left, right, top, bottom, open }: Box): Partial<Shape> {
  const colour = colours.find(([kind]) => tree.kind.startsWith(kind))?.[1] ?? "#f1f3f6";
  return {
    type: "rect",
    x0: left,
    x1: right,
    y0: top,
    y1: bottom,
    fillcolor: open ? "#f7f8fa" : colour,
    line: { color: "#8b949e", width: 1 },
    layer: "below",
  };
}

function label({ tree, count, left, top, open }: Box): Partial<Annotations> {
  const name = `<b>${words(tree.name)}${times(count)}</b>`;
  // One line has no room for what follows a comma: the children say it, or hovering does.
  const shown = open ? { ...tree, kind: tree.kind.split(",")[0] } : tree;
  return {
    text: `${name}${open ? " · " : "<br>"}${describeBox(shown, 1)}${
      count > 1 ? { en: " each", ko: "씩" }[notebookLanguage()] : ""
    }`,
    x: left + 6,
    y: top + (open ? labelHeight : leafHeight) / 2,
    xanchor: "left",
    yanchor: "middle",
    align: "left",
    showarrow: false,
    font: { size: 11 },
  };
}

/** Down to a box of the same column; otherwise from the right edge of a box, at its foot, to the left edge of another. */
function arrow(from: Box, to: Box): Partial<Annotations> {
  const middle = (from.left + from.right) / 2;
  const ends = from.left === to.left
    ? { x: middle, y: to.top, ax: middle, ay: from.bottom }
    : { x: to.left, y: (to.top + to.bottom) / 2, ax: from.right, ay: from.bottom - gap };
  return {
    text: "",
    ...ends,
    xref: "x",
    yref: "y",
    axref: "x",
    ayref: "y",
    showarrow: true,
    arrowhead: 2,
    arrowwidth: 1.5,
    arrowcolor: "#57606a",
  };
}

function describeBox({ kind, parameterCount }: ModuleTree, count: number): string {
  const numbers = digits(parameterCount);
  const learned = { en: `${numbers} numbers`, ko: `수 ${numbers}개` }[notebookLanguage()];
  return `${kind}${times(count)}, ${learned}`;
}

/** The last part of a path in words: `encoder.layers.0` → `layers`, `selfAttention` → `self attention`. */
function words(path: string): string {
  const last = path.replace(/\.\d+$/, "").split(".").at(-1) ?? "";
  return last.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function times(count: number): string {
  return count > 1 ? ` × ${count}` : "";
}

function digits(count: number): string {
  return count.toLocaleString("en-US");
}
