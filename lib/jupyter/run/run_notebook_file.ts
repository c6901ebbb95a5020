/**
 * Runs the notebook in a file, and writes its outputs or compares them.
 *
 * @module
 */
import { firstDifference } from "./compare_outputs.ts";
import type { NotebookFile } from "./find_notebooks.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "../format/notebook.ts";
import { writeNotebook, type WriteOptions } from "../format/notebook_writer.ts";
import { runNotebook, type RunOptions, type RunResult } from "./run_notebook.ts";
import { addStillPictures, type FigurePainter } from "./still_pictures.ts";

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
