/**
 * Files and folders in the form that the Jupyter Server API gives them ("contents models").
 *
 * @module
 */
import { createHash } from "node:crypto";
import { extname } from "node:path";
import { asString, type Json, type JsonObject } from "lib/jupyter/format/json.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { readFileWithin } from "./file_limits.ts";
import { findPlace, type Place } from "./paths.ts";
import { HttpError } from "./responses.ts";

type EntryType = "directory" | "file" | "notebook";

/** What a client wants to know about a file. */
export interface Wanted {
  readonly content: boolean;
  /** `file` reads a notebook as text. */
  readonly type?: string;
  /** `text` or `base64`. */
  readonly format?: string;
}

const textTypes: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".csv": "text/csv",
  ".html": "text/html",
  ".json": "application/json",
  ".md": "text/markdown",
  ".svg": "image/svg+xml",
  ".ts": "text/x.typescript",
  ".tsv": "text/tab-separated-values",
};

/** The version of a file's content, for `ETag` and `hash`. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The model of the file or folder at `place`, inside the served folder `root`. */
export async function fileModel(root: string, place: Place, want: Wanted): Promise<JsonObject> {
  const info = await Deno.stat(place.file);
  const type = want.type === "file" && !info.isDirectory ? "file" : typeOf(place, info);
  if (want.type === "directory" && type !== "directory") {
    throw new HttpError(400, `${place.path} is no folder`);
  }
  const model = emptyModel(place, info, type);
  if (type === "directory") {
    return want.content ? { ...model, format: "json", content: await list(root, place) } : model;
  }
  const bytes = await readFileWithin(place.file);
  const versioned = { ...model, hash: hashOf(bytes), hash_algorithm: "sha256" };
  return want.content ? { ...versioned, ...contentOf(place, type, bytes, want.format) } : versioned;
}

function typeOf(place: Place, info: Deno.FileInfo): EntryType {
  if (info.isDirectory) return "directory";
  return place.name.endsWith(".ipynb") ? "notebook" : "file";
}

function emptyModel(place: Place, info: Deno.FileInfo, type: EntryType): JsonObject {
  return {
    name: place.name,
    path: place.path,
    type,
    last_modified: (info.mtime ?? new Date(0)).toISOString(),
    created: (info.birthtime ?? info.mtime ?? new Date(0)).toISOString(),
    writable: info.mode === null || (info.mode & 0o222) !== 0,
    size: info.isDirectory ? null : info.size,
    mimetype: null,
    format: null,
    content: null,
  };
}

async function list(root: string, folder: Place): Promise<Json[]> {
  const models: JsonObject[] = [];
  for await (const { name } of Deno.readDir(folder.file)) {
    if (name.startsWith(".") || name === "node_modules") continue;
    try {
      const place = await findPlace(root, `${folder.path}/${name}`);
      const info = await Deno.stat(place.file);
      models.push(emptyModel(place, info, typeOf(place, info)));
    } catch (error) {
      // A link to elsewhere, or a file that vanished meanwhile, is not listed.
      if (!(error instanceof HttpError || error instanceof Deno.errors.NotFound)) throw error;
    }
  }
  return models.sort((a, b) => asString(a.name).localeCompare(asString(b.name)));
}

function contentOf(
  place: Place,
  type: EntryType,
  bytes: Uint8Array,
  format: string | undefined,
): JsonObject {
  const text = decode(bytes);
  if (type === "notebook") {
    if (text === undefined) throw new HttpError(400, `${place.path}: expected UTF-8 text`);
    return { format: "json", content: asJson(readNotebookText(text, place.path)) };
  }
  if (text !== undefined && format !== "base64") {
    const mimetype = textTypes[extname(place.name).toLowerCase()] ?? "text/plain";
    return { format: "text", mimetype, content: text };
  }
  if (format === "text") throw new HttpError(400, `${place.path}: expected UTF-8 text`);
  return { format: "base64", mimetype: "application/octet-stream", content: bytes.toBase64() };
}

/** Many times what a person writes; each is looked at several times, and drawn in the page. */
const most = { cells: 10_000, outputs: 50_000, keys: 1000, source: 1_000_000, text: 10_000_000 };

/** Throws {@linkcode HttpError} 413 for a notebook in so many parts that it would keep everybody waiting. */
function checkParts({ cells, metadata }: Notebook, path: string): void {
  const outputs = cells.reduce(
    (sum, cell) => sum + (cell.cell_type === "code" ? cell.outputs.length : 0),
    0,
  );
  const keys = [metadata, ...cells.slice(0, most.cells).map((cell) => cell.metadata)]
    .reduce((largest, meta) => Math.max(largest, Object.keys(meta).length), 0);
  const check = (count: number, limit: number, what: string): void => {
    if (count <= limit) return;
    throw new HttpError(413, `${path}: expected at most ${limit} ${what}, got ${count}`);
  };
  for (const cell of cells) {
    check(cell.source.length, most.source, "characters in a cell");
    for (const output of cell.cell_type === "code" ? cell.outputs : []) {
      const printed = output.output_type === "stream" ? output.text.length : 0;
      check(printed, most.text, "characters in an output");
    }
  }
  check(cells.length, most.cells, "cells");
  check(outputs, most.outputs, "outputs");
  check(keys, most.keys, "entries of metadata");
}

/** Parses a notebook; what is wrong with it becomes an {@linkcode HttpError} 400, or 413 for its size. */
export function readNotebookText(text: string, path: string): Notebook {
  try {
    const notebook = parseNotebook(text, path);
    checkParts(notebook, path);
    return notebook;
  } catch (error) {
    if (error instanceof NotebookFormatError) throw new HttpError(400, error.message);
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8
  }
}

function asJson(notebook: Notebook): Json {
  return JSON.parse(JSON.stringify(notebook));
}
