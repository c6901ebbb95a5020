/**
 * The notebook file format (nbformat 4.5, https://nbformat.readthedocs.io): its types, and a reader that
 * says what is wrong with a broken file. The writer is in `notebook_writer.ts`.
 *
 * In memory, a cell's source, a stream's text and every `text/…` output are plain strings; in the file
 * they may be arrays of lines.
 *
 * @module
 */
import {
  asObject,
  asString,
  asStrings,
  describeJson,
  isJsonObject,
  type Json,
  type JsonObject,
  parseJson,
} from "./json.ts";

/** Output by MIME type. `text/…` values are strings, JSON types hold JSON, pictures base64. */
export type MimeBundle = JsonObject;

/** Text that a cell wrote to standard output or standard error. */
export interface StreamOutput {
  output_type: "stream";
  name: string;
  text: string;
}

/** Something that a cell displayed. */
export interface DisplayOutput {
  output_type: "display_data";
  data: MimeBundle;
  metadata: JsonObject;
}

/** The value of a cell's last expression. */
export interface ResultOutput {
  output_type: "execute_result";
  data: MimeBundle;
  metadata: JsonObject;
  execution_count: number | null;
}

/** What a cell threw. The traceback may hold ANSI colours. */
export interface ErrorOutput {
  output_type: "error";
  ename: string;
  evalue: string;
  traceback: string[];
}

/** One output of a code cell. */
export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

/** What every cell has. Metadata comes from the file and may hold anything. */
interface CellBase {
  /** 1–64 letters, digits, `-` or `_`. */
  id: string;
  source: string;
  metadata: JsonObject;
}

/** A cell that runs. */
export interface CodeCell extends CellBase {
  cell_type: "code";
  execution_count: number | null;
  outputs: Output[];
}

/** A cell of prose; `raw` cells pass through untouched. */
export interface TextCell extends CellBase {
  cell_type: "markdown" | "raw";
  /** Pictures pasted into the cell, by file name. */
  attachments?: JsonObject;
}

/** One cell. */
export type Cell = CodeCell | TextCell;

/** A notebook. */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: number;
  metadata: JsonObject;
  cells: Cell[];
}

/** The text is no notebook; the message names the file and says what was expected and what came. */
export class NotebookFormatError extends Error {
  override name = "NotebookFormatError";
}

/** The kernel that the course's notebooks name: a stock `deno jupyter --install` answers to it. */
export const denoKernelspec = { display_name: "Deno", language: "typescript", name: "deno" };

/** The language that the course's notebooks name; no version, so that an upgrade changes no file. */
export const typescriptLanguage = {
  codemirror_mode: "typescript",
  file_extension: ".ts",
  mimetype: "text/x.typescript",
  name: "typescript",
  nbconvert_exporter: "script",
  pygments_lexer: "typescript",
};

/** A code cell that has not run. */
export function codeCell(id: string, source: string, metadata: JsonObject = {}): CodeCell {
  return { cell_type: "code", id, source, metadata, execution_count: null, outputs: [] };
}

/** A cell of prose. */
export function markdownCell(id: string, source: string, metadata: JsonObject = {}): TextCell {
  return { cell_type: "markdown", id, source, metadata };
}

/** A notebook for the Deno kernel. */
export function newNotebook(cells: Cell[]): Notebook {
  const metadata = { kernelspec: { ...denoKernelspec }, language_info: { ...typescriptLanguage } };
  return { nbformat: 4, nbformat_minor: 5, metadata, cells };
}

/** A cell's tags; empty if its metadata holds none. */
export function cellTags(cell: Cell): string[] {
  return asStrings(cell.metadata.tags);
}

/** True if the cell carries `tag`. */
export function hasTag(cell: Cell, tag: string): boolean {
  return cellTags(cell).includes(tag);
}

/**
 * Reads the text of a notebook. `name` stands for it in messages, usually its path. Cells of formats
 * before 4.5 have no ids: they get `cell-0`, `cell-1`, …
 *
 * Throws {@linkcode NotebookFormatError} if the text is not JSON or not a notebook of format 4.
 *
 * @example
 * ```ts
 * import { parseNotebook } from "lib/jupyter/format/notebook.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = `{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
 *   {"cell_type": "code", "id": "sum", "metadata": {}, "source": ["1 +\\n", "2"], "outputs": []}]}`;
 * assertEquals(parseNotebook(text).cells[0].source, "1 +\n2");
 * ```
 */
export function parseNotebook(text: string, name = "notebook"): Notebook {
  const fail = (problem: string): never => {
    throw new NotebookFormatError(`${name}: ${problem}`);
  };
  let file: Json;
  try {
    file = parseJson(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      text.trim() === "" ? "the file is empty; expected a notebook" : `not JSON: ${reason}`,
    );
  }
  if (!isJsonObject(file)) return fail(`expected a notebook, got ${describeJson(file)}`);
  if (file.nbformat !== 4) {
    return fail(`expected nbformat 4, got ${JSON.stringify(file.nbformat) ?? "none"}`);
  }
  if (!Array.isArray(file.cells)) {
    return fail(`expected "cells" to be an array, got ${describeJson(file.cells)}`);
  }
  const cells = file.cells.map((cell, index) =>
    parseCell(cell, index, (problem) => fail(`cell ${index}: ${problem}`))
  );
  const minor = typeof file.nbformat_minor === "number" ? file.nbformat_minor : 0;
  return { nbformat: 4, nbformat_minor: minor, metadata: asObject(file.metadata), cells };
}

function parseCell(cell: Json, index: number, fail: (problem: string) => never): Cell {
  if (!isJsonObject(cell)) return fail(`expected an object, got ${describeJson(cell)}`);
  const id = asString(cell.id, `cell-${index}`);
  const source = joinLines(cell.source);
  if (source === undefined) {
    return fail(`expected "source" to be text or lines, got ${describeJson(cell.source)}`);
  }
  const base = { id, source, metadata: asObject(cell.metadata) };
  switch (cell.cell_type) {
    case "code": {
      if (cell.outputs !== undefined && !Array.isArray(cell.outputs)) {
        return fail(`expected "outputs" to be an array, got ${describeJson(cell.outputs)}`);
      }
      const count = typeof cell.execution_count === "number" ? cell.execution_count : null;
      const outputs = (cell.outputs ?? []).map((output) => parseOutput(output, fail));
      return { cell_type: "code", ...base, execution_count: count, outputs };
    }
    case "markdown":
    case "raw": {
      const text: TextCell = { cell_type: cell.cell_type, ...base };
      if (isJsonObject(cell.attachments)) text.attachments = cell.attachments;
      return text;
    }
    default:
      return fail(
        `expected "cell_type" to be code, markdown or raw, got ${
          JSON.stringify(cell.cell_type) ?? "none"
        }`,
      );
  }
}

function parseOutput(output: Json, fail: (problem: string) => never): Output {
  if (!isJsonObject(output)) return fail(`expected an output, got ${describeJson(output)}`);
  const data = Object.fromEntries(
    Object.entries(asObject(output.data)).map(([type, value]) => [
      type,
      isTextType(type) ? joinLines(value) ?? value : value,
    ]),
  );
  const metadata = asObject(output.metadata);
  const count = typeof output.execution_count === "number" ? output.execution_count : null;
  switch (output.output_type) {
    case "stream": {
      const text = joinLines(output.text) ?? "";
      return { output_type: "stream", name: asString(output.name, "stdout"), text };
    }
    case "display_data":
      return { output_type: "display_data", data, metadata };
    case "execute_result":
      return { output_type: "execute_result", data, metadata, execution_count: count };
    case "error":
      return {
        output_type: "error",
        ename: asString(output.ename),
        evalue: asString(output.evalue),
        traceback: asStrings(output.traceback),
      };
    default:
      return fail(`unknown output type ${JSON.stringify(output.output_type) ?? "none"}`);
  }
}

/** Reads and parses the notebook at `path`. */
export async function readNotebook(path: string): Promise<Notebook> {
  return parseNotebook(await Deno.readTextFile(path), path);
}

/** MIME types that the file stores as lines, as Jupyter's own writer does. */
export function isTextType(type: string): boolean {
  return type.startsWith("text/") || type === "application/javascript" || type === "image/svg+xml";
}

function joinLines(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (!Array.isArray(value) || value.some((line) => typeof line !== "string")) return undefined;
  return value.join("");
}
