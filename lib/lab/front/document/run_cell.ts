/**
 * Runs one cell, and marks it from the moment it is sent until its answer is there.
 *
 * @module
 */
import { CodeCell } from "@jupyterlab/cells";
import { runCell } from "@jupyterlab/notebook";
import { announce } from "../elements/announce.ts";
import { t } from "../elements/words.ts";

const mark = "course-running";

/**
 * JupyterLab's way to run a cell, except for one that is at work: running it again would throw its outputs
 * away, and those that are still to come.
 */
export async function runCellOnce(options: Parameters<typeof runCell>[0]): Promise<boolean> {
  const { cell } = options;
  if (cell.hasClass(mark)) {
    announce(t("This cell is still at work. Stop it to run it again."));
    return true;
  }
  const done = runCell(options);
  if (cell instanceof CodeCell) markRunning(cell, done);
  return await done;
}

/** Marks a cell for as long as it waits for the kernel, or runs. */
export function markRunning(cell: CodeCell, done: Promise<unknown>): void {
  cell.addClass(mark);
  const end = () => cell.removeClass(mark);
  done.then(end, end);
}
