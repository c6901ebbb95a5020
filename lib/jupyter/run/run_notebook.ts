/**
 * Runs one notebook from top to bottom in a fresh hardened kernel, in the notebook's own folder; a notebook
 * in a file gets its outputs written, or compared with those that it holds.
 *
 * @module
 */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { projectFolder } from "lib/platform/project.ts";
import { TimeLimitExceeded } from "lib/platform/waiting.ts";
import type { ExecuteResult } from "../client/cell_executor.ts";
import { KernelClient } from "../client/kernel_client.ts";
import { KernelDied } from "../client/process.ts";
import { asObject, asString } from "../format/json.ts";
import {
  type ErrorOutput,
  hasTag,
  type Notebook,
  NotebookFormatError,
  parseNotebook,
} from "../format/notebook.ts";
import { writeNotebook, type WriteOptions } from "../format/notebook_writer.ts";
import { firstDifference } from "./compare_outputs.ts";
import type { NotebookFile } from "./find_notebooks.ts";
import { addStillPictures, type FigurePainter } from "./still_pictures.ts";

/** How a notebook is run. */
export interface RunOptions {
  /** The notebook's path; its folder is where cells start. */
  readonly path: string;
  /** Seconds that one cell may take. */
  readonly timeout: number;
  /** Additions to the kernel's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called before each code cell with its index among all cells. */
  readonly onCell?: (index: number) => void;
  /** Ends the run: the kernel is killed, the result is an error. */
  readonly signal?: AbortSignal;
}

/** What became of a run. */
export interface RunResult {
  readonly status: "ok" | "error" | "timeout";
  /** The cell that did not end well, counted over all cells from 0. */
  readonly cell?: number;
  /** What went wrong, with the line if it is known. */
  readonly error?: string;
  readonly seconds: number;
  /** The notebook with the outputs of this run. Cells that did not run have none. */
  readonly notebook: Notebook;
}

/**
 * Runs every code cell of `notebook`, which is not changed, and stops at the first one that fails. A cell
 * tagged `raises-exception` may throw.
 */
export async function runNotebook(notebook: Notebook, options: RunOptions): Promise<RunResult> {
  const start = performance.now();
  const copy = structuredClone(notebook);
  const done = (result: Pick<RunResult, "status" | "cell" | "error">): RunResult => ({
    ...result,
    seconds: Math.round((performance.now() - start) / 10) / 100,
    notebook: copy,
  });
  for (const cell of copy.cells) {
    if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
  }
  const language = otherLanguage(notebook);
  if (language) {
    return done({
      status: "error",
      error: `expected a notebook for Deno, got one for ${language}`,
    });
  }
  let client: KernelClient;
  try {
    // Figures need no live HTML here: they are stored as data and a still picture.
    const env = { COURSE_UI: "headless", ...options.env };
    const folder = dirname(resolve(options.path));
    const cwd = borrowsAlias(notebook, folder) ? projectFolder : folder;
    client = await KernelClient.start({ cwd, env });
    if (cwd !== folder) await client.execute(`Deno.chdir(${JSON.stringify(folder)});`);
  } catch (error) {
    if (!(error instanceof KernelDied || error instanceof TimeLimitExceeded)) throw error;
    return done({ status: "error", error: `the kernel did not start: ${error.message}` });
  }
  const abort = () => void client.kill();
  options.signal?.addEventListener("abort", abort);
  try {
    if (options.signal?.aborted) abort();
    for (const [index, cell] of copy.cells.entries()) {
      if (cell.cell_type !== "code" || cell.source.trim() === "") continue;
      options.onCell?.(index);
      let result: ExecuteResult;
      try {
        result = await client.execute(cell.source, { timeout: options.timeout * 1000 });
      } catch (error) {
        if (!(error instanceof KernelDied || error instanceof TimeLimitExceeded)) throw error;
        const reason = options.signal?.aborted ? "the run was stopped" : error.message;
        return done({ status: "error", cell: index, error: reason });
      }
      cell.outputs = result.outputs;
      if (result.status === "timeout") {
        const error = `the cell ran longer than ${options.timeout} s`;
        return done({ status: "timeout", cell: index, error });
      }
      if (result.status !== "ok" && !hasTag(cell, "raises-exception")) {
        const error = result.error ? describeError(result.error) : `the cell was ${result.status}`;
        return done({ status: "error", cell: index, error });
      }
    }
    return done({ status: "ok" });
  } finally {
    options.signal?.removeEventListener("abort", abort);
    await client.shutdown();
  }
}

/** One notebook's line under `--json`. */
export interface NotebookReport extends Omit<RunResult, "notebook"> {
  /** The notebook's path below the folder that was asked for. */
  readonly notebook: string;
}

/** What is done with a notebook's outputs, besides what {@linkcode RunOptions} say. */
export interface FileRunOptions extends Omit<RunOptions, "path">, WriteOptions {
  readonly check: boolean;
  readonly write: boolean;
  readonly painter: FigurePainter;
}

/** A report and what else a person should know. Nothing here throws because of a broken notebook. */
export async function runNotebookFile(
  { path, name }: NotebookFile,
  options: FileRunOptions,
): Promise<{ readonly report: NotebookReport; readonly remarks: readonly string[] }> {
  let text: string;
  let stored: Notebook;
  try {
    text = await Deno.readTextFile(path);
    stored = parseNotebook(text, name);
  } catch (error) {
    const unreadable = error instanceof NotebookFormatError ||
      error instanceof Deno.errors.NotFound ||
      error instanceof Deno.errors.PermissionDenied;
    if (!unreadable) throw error;
    const report = { notebook: name, status: "error", error: error.message, seconds: 0 } as const;
    return { report, remarks: [] };
  }
  const { notebook: fresh, ...result } = await runNotebook(stored, { ...options, path });
  const report: NotebookReport = { notebook: name, ...result };
  if (report.status !== "ok") return { report, remarks: options.write ? ["Not written."] : [] };
  const fail = (error: string, cell?: number) => {
    const failed: NotebookReport = { ...report, status: "error", error };
    return { report: cell === undefined ? failed : { ...failed, cell }, remarks: [] };
  };
  if (options.check) {
    const difference = firstDifference(stored, fresh);
    if (difference) return fail(difference.message, difference.cell);
  }
  if (!options.write) return { report, remarks: [] };

  const { drawn, kept, missing } = await addStillPictures(
    stored,
    fresh,
    (figure) => options.painter.draw(figure),
  );
  // Somebody may have edited the notebook while it ran.
  if (await Deno.readTextFile(path).catch(() => undefined) !== text) {
    return fail("the file changed while it ran, so it was not written");
  }
  await writeNotebook(path, fresh, options);
  const remarks = [];
  if (drawn + kept > 0) remarks.push(`Pictures: ${drawn} drawn, ${kept} unchanged.`);
  if (missing > 0) remarks.push(`Without Chromium, ${missing} changed figures have no picture.`);
  return { report, remarks };
}

/** `TypeError: x is not a function (line 3)`: the line of the failing cell, if the traceback tells. */
function describeError({ ename, evalue, traceback }: ErrorOutput): string {
  // The outermost frame of the cell's own; inner ones may be functions of other cells.
  const line = [...traceback.join("\n").matchAll(/this cell, line (\d+)/g)].at(-1)?.[1];
  return `${ename}: ${evalue}${line ? ` (line ${line})` : ""}`;
}

/** The language that the notebook asks for, if the Deno kernel does not run it. */
function otherLanguage({ metadata }: Notebook): string | undefined {
  const kernelspec = asObject(metadata.kernelspec);
  const language = asString(asObject(metadata.language_info).name) ||
    asString(kernelspec.language) || "typescript";
  return ["typescript", "javascript"].includes(language.toLowerCase()) ? undefined : language;
}

/**
 * True if the notebook imports `lib/…` from a place where no `deno.json` says what that is, such as a copy in
 * a folder for temporary files. Its kernel then starts in the project, and goes to the notebook's folder.
 */
function borrowsAlias(notebook: Notebook, folder: string): boolean {
  const imports = notebook.cells.some((cell) =>
    cell.cell_type === "code" && /(from|import)\s*\(?\s*["']lib\//.test(cell.source)
  );
  if (!imports) return false;
  for (let above = folder;; above = dirname(above)) {
    if (["deno.json", "deno.jsonc"].some((name) => existsSync(join(above, name)))) return false;
    if (dirname(above) === above) return true;
  }
}
