/**
 * Outputs that came when no page was there to save them: the browser was closed during a training. They
 * are written under their cells, provided that the cell still holds the code that ran; nothing else in
 * the file is touched.
 *
 * @module
 */
import type { Notebook } from "lib/jupyter/format/notebook.ts";
import type { ContentsApi } from "../contents.ts";
import type { CellRun } from "../journal.ts";
import type { RunningKernel } from "./kernels.ts";

/** Milliseconds that a page has to come back before the server writes in its place. */
export const patience = 30_000;

/** Puts the outputs of `runs` under their cells; true if anything changed. */
export function applyOutputs(notebook: Notebook, runs: readonly CellRun[]): boolean {
  let changed = false;
  for (const { cell: id, code, outputs } of runs) {
    const cell = notebook.cells.find((cell) => cell.id === id);
    if (cell?.cell_type !== "code" || cell.source !== code) continue;
    cell.outputs = structuredClone([...outputs]);
    changed = true;
  }
  return changed;
}

/** Writes what no page has seen of a kernel's cells to the notebook at `path`. */
export async function saveUnseen(
  contents: ContentsApi,
  { journal }: RunningKernel,
  path: string,
  ms: number,
): Promise<void> {
  const runs = journal.unseen(ms);
  if (runs.length === 0) return;
  await contents.changeNotebook(path, (notebook) => applyOutputs(notebook, runs));
  journal.forget(runs);
}
