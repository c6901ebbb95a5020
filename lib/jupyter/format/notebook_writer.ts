/**
 * The one canonical writer of notebooks. It sorts keys, indents by one space, writes text as arrays of
 * lines so that a diff shows lines, and keeps only the metadata that the course uses: two runs with the
 * same outputs give the same bytes.
 *
 * @module
 */
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import {
  denoKernelspec,
  isTextType,
  type Notebook,
  NotebookFormatError,
  type Output,
  typescriptLanguage,
} from "./notebook.ts";

/** How {@linkcode serializeNotebook} treats metadata. */
export interface WriteOptions {
  /**
   * `course` (the default) keeps what the course uses: the Deno kernel, the language, cells' `tags` and
   * `exercise`. `all` keeps everything, for notebooks that belong to somebody else.
   */
  readonly metadata?: "course" | "all";
}

/**
 * The canonical text of a notebook. Writing what {@linkcode parseNotebook} read gives the same bytes
 * again. Execution counts become null, and a repeated or unfit cell id is replaced by a fit one.
 */
export function serializeNotebook(notebook: Notebook, options: WriteOptions = {}): string {
  const course = options.metadata !== "all";
  const ids = new FreshIds();
  const cells = notebook.cells.map((cell, index): JsonObject => {
    const id = ids.take(cell.id, index);
    const { tags, exercise } = cell.metadata;
    const metadata = course ? { tags, exercise } : cell.metadata;
    const base = { cell_type: cell.cell_type, id, metadata, source: splitLines(cell.source) };
    if (cell.cell_type !== "code") return { ...base, attachments: cell.attachments };
    return { ...base, execution_count: null, outputs: cell.outputs.map(fileOutput) };
  });
  const metadata = course
    ? { kernelspec: denoKernelspec, language_info: typescriptLanguage }
    : notebook.metadata;
  return JSON.stringify(sortKeys({ cells, metadata, nbformat: 4, nbformat_minor: 5 }), null, 1) +
    "\n";
}

function fileOutput(output: Output): JsonObject {
  switch (output.output_type) {
    case "stream":
      return { output_type: "stream", name: output.name, text: splitLines(output.text) };
    case "error":
      return { ...output };
    default: {
      const data = Object.fromEntries(
        Object.entries(output.data).map(([type, value]) => [
          type,
          isTextType(type) && typeof value === "string" ? splitLines(value) : value,
        ]),
      );
      const { output_type, metadata } = output;
      const count = output_type === "execute_result" ? { execution_count: null } : {};
      return { output_type, data, metadata, ...count };
    }
  }
}

/**
 * Writes the canonical text to `path`, atomically. A file that already holds it is left alone. Throws
 * {@linkcode NotebookFormatError} for a text of more than `mostBytes`, which is longer than what it was made from.
 */
export async function writeNotebook(
  path: string,
  notebook: Notebook,
  { mostBytes = Infinity, ...options }: WriteOptions & { readonly mostBytes?: number } = {},
): Promise<void> {
  const text = serializeNotebook(notebook, options);
  if (text.length > mostBytes || new TextEncoder().encode(text).length > mostBytes) {
    throw new NotebookFormatError(`expected a notebook of at most ${mostBytes} bytes, got more`);
  }
  const old = await Deno.readTextFile(path).catch(() => undefined);
  if (old !== text) await writeAtomically(path, text);
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Ids that no two cells share. */
class FreshIds {
  readonly #taken = new Set<string>();
  /** The number after the last copy of an id, so that many copies take no longer than many cells. */
  readonly #next = new Map<string, number>();

  /** `id`, or one like it that is free and well formed. */
  take(id: string, index: number): string {
    const base = /^[\w-]{1,64}$/.test(id) ? id : `cell-${index}`;
    const stem = base.slice(0, 58);
    let fresh = base;
    let copy = this.#next.get(stem) ?? 2;
    for (; this.#taken.has(fresh); copy++) fresh = `${stem}-${copy}`;
    if (fresh !== base) this.#next.set(stem, copy);
    this.#taken.add(fresh);
    return fresh;
  }
}

function sortKeys(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => sortKeys(item) ?? null);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value).sort().map((key) => [key, sortKeys(value[key])]),
  );
}
