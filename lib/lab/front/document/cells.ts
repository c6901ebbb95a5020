/**
 * The cells of the panel: JupyterLab's, without what this page does not show.
 *
 * @module
 */
import { CodeCell } from "@jupyterlab/cells";
import { NotebookPanel } from "@jupyterlab/notebook";

/** A code cell without the button beside its outputs, whose icon asks the browser for a layout at each output. */
class CourseCodeCell extends CodeCell {
  override updatePromptOverlayIcon(): void {}
}

/** Makes the cells of a panel. */
export class CellFactory extends NotebookPanel.ContentFactory {
  override createCodeCell(options: CodeCell.IOptions): CodeCell {
    return new CourseCodeCell(options).initializeState();
  }
}
