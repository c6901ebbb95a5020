/**
 * The buttons at the corner of the active cell: run it, and a menu of what else can be done to it. They are
 * for those who touch or point; the keyboard has its own ways (see `actions.ts`).
 *
 * @module
 */
import { CodeCell, MarkdownCell } from "@jupyterlab/cells";
import { NotebookActions } from "@jupyterlab/notebook";
import type { OpenNotebook } from "../document/document.ts";
import { button, element } from "../elements/elements.ts";
import { createMenu } from "../elements/menu.ts";
import type { Actions } from "./actions.ts";

/** Puts the buttons on whichever cell is active; returns the menu, which belongs somewhere in the page. */
export function followActiveCell({ panel, session }: OpenNotebook, actions: Actions): HTMLElement {
  const cells = panel.content;
  const isCode = () => cells.activeCell instanceof CodeCell;
  const isText = () => cells.activeCell instanceof MarkdownCell;
  const hasOutput = () =>
    cells.activeCell instanceof CodeCell && cells.activeCell.model.outputs.length > 0;
  const isLast = () => cells.activeCellIndex === cells.widgets.length - 1;
  const { button: more, menu } = createMenu({
    id: "cell-menu",
    hint: "Actions on this cell",
    items: [
      { label: "Edit", keys: "Enter", press: actions.edit, shows: isText },
      { label: "Move up", press: actions.moveUp, shows: () => cells.activeCellIndex > 0 },
      { label: "Move down", press: actions.moveDown, shows: () => !isLast() },
      { label: "Make it a text cell", keys: "M", press: actions.toText, shows: isCode },
      { label: "Make it a code cell", keys: "Y", press: actions.toCode, shows: isText },
      { label: "Split at the cursor", press: actions.split },
      {
        label: "Merge with the cell below",
        keys: "Shift M",
        press: actions.merge,
        shows: () => !isLast(),
      },
      { label: "Copy", keys: "C", press: actions.copy },
      { label: "Paste below", keys: "V", press: actions.paste },
      { label: "Clear the output", press: actions.clearOutputs, shows: hasOutput },
      { label: "Delete", keys: "D D", press: actions.remove },
    ],
  });
  const run = button(
    { icon: "run", label: "Run", hint: "Run this cell", className: "icon-only" },
    () => void NotebookActions.run(cells, session),
  );
  more.classList.add("icon-only");
  const tools = element("div", { class: "cell-tools" }, run, more);
  const follow = (): void => {
    const { activeCell } = cells;
    run.hidden = !isCode();
    if (activeCell) activeCell.node.append(tools);
    else tools.remove();
  };
  cells.activeCellChanged.connect(follow);
  follow();
  return menu;
}
