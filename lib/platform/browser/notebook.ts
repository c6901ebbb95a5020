/**
 * The notebook whose cells run in this worker, if there is one: the kernel of the page calls
 * {@linkcode setNotebook} before the first cell.
 *
 * @module
 */
import type { Notebook } from "../notebook.ts";

let notebook: Notebook | undefined;

/** Says which notebook the cells of this worker belong to. */
export function setNotebook(value: Notebook): void {
  notebook = value;
}

/** The notebook; undefined in any other program. */
export function currentNotebook(): Notebook | undefined {
  return notebook;
}

/** A browser has no folders. */
export function workingFolder(): undefined {
  return undefined;
}
