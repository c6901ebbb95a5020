/**
 * Runs one cell, and marks it from the moment it is sent until its answer is there.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import { runCell } from "@jupyterlab/notebook";
import { announce } from "../elements/announce.ts";
import { t } from "../elements/words.ts";

const running = "course-running";

/** Whether a cell waits for the kernel, or runs. */
function isAtWork(cell: Cell): boolean {
  return cell instanceof CodeCell && cell.outputArea.future?.isDisposed === false;
}

/**
 * JupyterLab's way to run a cell, except for one that is at work: running it again would throw its outputs
 * away, and those that are still to come.
 */
export async function runCellOnce(options: Parameters<typeof runCell>[0]): Promise<boolean> {
  const { cell } = options;
  if (isAtWork(cell)) {
    announce(t("This cell is still at work. Stop it to run it again."));
    return true;
  }
  const done = runCell(options);
  if (cell instanceof CodeCell) markRunning(cell, done);
  return await done;
}

/** Marks a cell for as long as it runs. */
export function markRunning(cell: CodeCell, done: Promise<unknown>): void {
  cell.addClass(running);
  const end = () => cell.removeClass(running);
  done.then(end, end);
}
