/**
 * A figure: what Plotly draws, and one line of text that says the same. As the last expression of a
 * cell it shows itself in every front end — our page and VS Code draw the Plotly description, other
 * front ends get a script that draws it, a terminal, a screen reader and a diff get the text.
 *
 * A figure's numbers are rounded to four significant digits: a committed notebook stays small, and
 * its diff shows what changed rather than the last bit of a float.
 *
 * @module
 */
import type { Config, Data, Layout } from "plotly.js";
import { environmentVariable } from "lib/platform/environment.ts";
import { currentNotebook } from "lib/platform/notebook.ts";
import { figureHtml } from "./figure_html.ts";

/** What to draw, and the text that stands for it. */
export interface FigureSpec {
  /** Plotly's traces. */
  readonly data: readonly Data[];
  /** Plotly's layout: title, axes, size. */
  readonly layout: Partial<Layout>;
  /** Plotly's configuration, beyond what every figure of the course has. */
  readonly config?: Partial<Config>;
  /** One line with the figure's key numbers. It must say what the picture shows. */
  readonly summary: string;
}

/** A mime bundle as Jupyter transports it. */
export type MimeBundle = Record<string, unknown>;

/** A drawable, displayable figure. */
export interface Figure extends FigureSpec {
  /** Shows the figure now, in the middle of a cell. The last expression of a cell shows itself. */
  show(): Promise<void>;
  /** The Jupyter protocol's hook, called by the kernel. */
  [jupyterDisplay](): Promise<MimeBundle>;
}

/** The method that a Jupyter kernel of Deno's calls to show a value. */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display");

/**
 * Makes a figure from a Plotly description.
 *
 * @example
 * ```ts
 * import { figure } from "lib/plots/figure.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const squares = figure({
 *   data: [{ x: [1, 2, 3], y: [1, 4, 9.00001], type: "scatter" }],
 *   layout: { title: { text: "Squares grow" } },
 *   summary: "y = x² from 1 to 9",
 * });
 * assertEquals(squares.summary, "y = x² from 1 to 9");
 * ```
 */
export function figure(spec: FigureSpec): Figure {
  if (spec.summary.trim() === "") throw new RangeError("expected a summary, got an empty text");
  const rounded: FigureSpec = { ...spec, data: roundNumbers(spec.data) };
  return {
    ...rounded,
    [jupyterDisplay]: () => mimeBundle(rounded),
    async show() {
      const notebook = currentNotebook();
      if (!notebook) throw new Error("a figure can be shown in a notebook only");
      await notebook.display(await mimeBundle(rounded));
    },
  };
}

/** The figure in every form that a front end may choose from. */
export async function mimeBundle(spec: FigureSpec): Promise<MimeBundle> {
  const plotly = {
    data: spec.data,
    layout: spec.layout,
    config: { responsive: true, displaylogo: false, ...spec.config },
  };
  return {
    "application/vnd.plotly.v1+json": plotly,
    "text/plain": `[Figure] ${spec.summary}`,
    ...(drawsPlotly() ? {} : { "text/html": await figureHtml(plotly, spec.summary) }),
  };
}

/**
 * True where the front end draws `application/vnd.plotly.v1+json` by itself: our page and our headless
 * runner set `COURSE_UI` for their kernels, VS Code leaves its own variables.
 */
function drawsPlotly(): boolean {
  return ["COURSE_UI", "VSCODE_PID", "VSCODE_CWD"].some((name) =>
    environmentVariable(name) !== undefined
  );
}

/** `value` with every number in it rounded to four significant digits. */
export function roundNumbers<T>(value: T): T;
export function roundNumbers(value: unknown): unknown {
  if (typeof value === "number") {
    return Number.isFinite(value) ? Number(value.toPrecision(4)) : null;
  }
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    // A view that is no DataView is a typed array; TypeScript has no type for all of them.
    return Array.from(value as Float32Array, (item) => roundNumbers(item));
  }
  if (Array.isArray(value)) return value.map((item) => roundNumbers(item));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, roundNumbers(item)]),
    );
  }
  return value;
}
