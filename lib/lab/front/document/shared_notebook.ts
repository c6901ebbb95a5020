/**
 * The notebook as a Yjs document, which the cells' editors and outputs share.
 *
 * @module
 */
import { type ISharedNotebook, type SharedCell, type YBaseCell, YNotebook } from "@jupyter/ydoc";
import type { DocumentRegistry } from "@jupyterlab/docregistry";
import {
  type IBaseCellMetadata,
  type ICodeCell,
  type IOutput,
  isStream,
} from "@jupyterlab/nbformat";
import { type INotebookModel, NotebookModel, NotebookModelFactory } from "@jupyterlab/notebook";
import * as Y from "yjs";

/**
 * A notebook whose cells enter the document complete. Jupyter's own fills them first and lets each have its
 * own history of changes before it belongs to the document, where Yjs can neither read nor follow it.
 */
class SharedNotebook extends YNotebook {
  /** Returns the new cells, or none of them inside of a transaction, where they are not there yet. */
  override insertCells(
    index: number,
    cells: SharedCell.Cell[],
  ): YBaseCell<IBaseCellMetadata>[] {
    const before = this.cells.length;
    this.transact(() => this._ycells.insert(index, cells.map((cell) => sharedCell(cell))));
    return this.cells.slice(index, index + this.cells.length - before);
  }

  override moveCells(fromIndex: number, toIndex: number, n = 1): void {
    const moved = this.cells.slice(fromIndex, fromIndex + n).map((cell) => cell.toJSON());
    this.transact(() => {
      this._ycells.delete(fromIndex, n);
      const start = fromIndex > toIndex ? toIndex : toIndex - n + 1;
      this._ycells.insert(start, moved.map((cell) => sharedCell(cell, true)));
    });
  }
}

/**
 * A cell in the form that the document holds. JupyterLab's mark `trusted` says here that the cell has run in this
 * page; what comes from a file or from the clipboard cannot say it of itself.
 */
function sharedCell(cell: SharedCell.Cell, mayBeTrusted = false): Y.Map<unknown> {
  const { source } = cell;
  const metadata: Record<string, unknown> = { ...cell.metadata };
  if (!mayBeTrusted) delete metadata.trusted;
  const shared = new Y.Map<unknown>();
  shared.set("cell_type", cell.cell_type);
  shared.set("id", typeof cell.id === "string" ? cell.id : crypto.randomUUID());
  shared.set(
    "metadata",
    new Y.Map(Object.entries(structuredClone(metadata)).map(storable)),
  );
  shared.set("source", new Y.Text(unixLines(joined(source ?? ""))));
  if ("attachments" in cell && cell.attachments) {
    shared.set(...storable(["attachments", structuredClone(cell.attachments)]));
  }
  if (!isCode(cell)) return shared;
  shared.set("outputs", Y.Array.from((cell.outputs ?? []).map(sharedOutput)));
  shared.set("execution_count", cell.execution_count ?? null);
  shared.set("execution_state", "idle");
  return shared;
}

function isCode(
  cell: SharedCell.Cell,
): cell is Partial<ICodeCell> & { cell_type: "code" } {
  return cell.cell_type === "code";
}

function sharedOutput(output: IOutput): Y.Map<unknown> {
  const shared = new Y.Map<unknown>(Object.entries(structuredClone(output)).map(storable));
  if (isStream(output)) shared.set("text", new Y.Text(joined(output.text)));
  return shared;
}

/**
 * An entry as Yjs can hold it: it asks an object for its `constructor`, and refuses one that has a key of that name.
 * The key, which nothing in a notebook means, goes.
 */
function storable([key, value]: [string, unknown]): [string, unknown] {
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "constructor")) {
    Reflect.deleteProperty(value, "constructor");
  }
  return [key, value];
}

function joined(text: string | readonly string[]): string {
  return typeof text === "string" ? text : text.join("");
}

/** The editor counts a line's end as one character, whatever the file has. */
function unixLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Makes notebooks for JupyterLab's documents. */
export class CourseModelFactory extends NotebookModelFactory {
  override createNew(
    options: DocumentRegistry.IModelOptions<ISharedNotebook> = {},
  ): INotebookModel {
    const sharedModel = new SharedNotebook({
      disableDocumentWideUndoRedo: true,
    });
    sharedModel.fromJSON({
      cells: [],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5,
    });
    return new NotebookModel({ ...options, sharedModel });
  }
}
