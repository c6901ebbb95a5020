/**
 * What a learner can do with a notebook, by key or by button.
 *
 * @module
 */
import { Dialog, showDialog } from "@jupyterlab/apputils";
import { NotebookActions } from "@jupyterlab/notebook";
import { CommandRegistry } from "@lumino/commands";
import type { OpenNotebook } from "../document/document.ts";
import type { Saving } from "../document/saving.ts";
import { closesWithEscape } from "../editor/typing_help.ts";
import type { Banner } from "../elements/banner.ts";
import { language, t } from "../elements/words.ts";
import { type Search, searching } from "./search.ts";
import { downloadHtml, downloadNotebook, downloadTypeScript } from "./take_away.ts";

/** The actions that the header's buttons call. */
export interface Actions {
  run(): Promise<void>;
  runAll(): Promise<void>;
  /** Everything above the active cell. */
  runAllAbove(): Promise<void>;
  stop(): Promise<void>;
  /** Asks first, since variables are lost. True if the kernel was started anew. */
  restart(): Promise<boolean>;
  restartAndRunAll(): Promise<void>;
  insertCode(): void;
  insertText(): void;
  /** What follows is done to the active cell, or to all selected ones. */
  edit(): void;
  moveUp(): void;
  moveDown(): void;
  /** At the cursor. */
  split(): void;
  /** With the cell below, or all selected ones. */
  merge(): void;
  copy(): void;
  /** Below. */
  paste(): void;
  toCode(): void;
  toText(): void;
  clearOutputs(): void;
  clearAllOutputs(): void;
  /** Offers to undo it. */
  remove(): void;
  undo(): void;
  save(): Promise<void>;
  downloadHtml(): Promise<void>;
  downloadTypeScript(): void;
  downloadNotebook(): void;
  /** Asks first; the learner's version is kept. */
  backToOriginal(): Promise<void>;
}

/** The actions on one notebook. */
export function createActions(
  open: OpenNotebook,
  saving: Pick<Saving, "save" | "saveChanges">,
  banner: Banner,
): Actions {
  const { panel, session, context } = open;
  const cells = panel.content;
  const insert = (type: "code" | "markdown") => {
    NotebookActions.insertBelow(cells);
    if (type === "markdown") NotebookActions.changeCellType(cells, type);
    cells.mode = "edit";
    void cells.scrollToItem(cells.activeCellIndex);
  };
  const runAll = async () => {
    await NotebookActions.runAll(cells, session);
  };
  const restart = async () => {
    const answer = await showDialog({
      title: t("Restart the kernel?"),
      body: t("Variables are forgotten; text and outputs stay."),
      buttons: [
        Dialog.cancelButton({ label: t("Cancel") }),
        Dialog.warnButton({ label: t("Restart") }),
      ],
      defaultButton: 1,
    });
    if (!answer.button.accept) return false;
    await session.restartKernel();
    return true;
  };
  const backToOriginal = async () => {
    const [checkpoint] = await context.listCheckpoints();
    if (!checkpoint) return;
    const date = new Date(checkpoint.last_modified).toLocaleString(language());
    const answer = await showDialog({
      title: t("Back to the original?"),
      body: t(
        "The notebook becomes what it was when it was first opened here. Your version is kept in the folder .backups.",
      ) + ` (${date})`,
      buttons: [
        Dialog.cancelButton({ label: t("Cancel") }),
        Dialog.warnButton({ label: t("Back to the original") }),
      ],
      defaultButton: 0,
    });
    if (!answer.button.accept) return;
    if (!await saving.saveChanges()) return; // not saved, and so not to be given up
    await context.restoreCheckpoint(checkpoint.id);
    await context.revert();
    banner.tell({
      kind: "news",
      text: "The notebook is as it was at first. Your version lies in the folder .backups/page.",
    });
  };
  const undo = (): void => {
    NotebookActions.undo(cells);
    void NotebookActions.focusActiveCell(cells);
  };
  return {
    async run() {
      await NotebookActions.runAndAdvance(cells, session);
    },
    runAll,
    async runAllAbove() {
      await NotebookActions.runAllAbove(cells, session);
    },
    backToOriginal,
    async stop() {
      await session.session?.kernel?.interrupt();
    },
    restart,
    async restartAndRunAll() {
      if (await restart()) await runAll();
    },
    insertCode: () => insert("code"),
    insertText: () => insert("markdown"),
    edit() {
      cells.mode = "edit";
    },
    moveUp: () => NotebookActions.moveUp(cells),
    moveDown: () => NotebookActions.moveDown(cells),
    split: () => NotebookActions.splitCell(cells),
    merge: () => NotebookActions.mergeCells(cells),
    copy: () => NotebookActions.copy(cells),
    paste: () => NotebookActions.paste(cells),
    toCode: () => NotebookActions.changeCellType(cells, "code"),
    toText: () => NotebookActions.changeCellType(cells, "markdown"),
    clearOutputs: () => NotebookActions.clearOutputs(cells),
    clearAllOutputs: () => NotebookActions.clearAllOutputs(cells),
    remove() {
      NotebookActions.deleteCells(cells);
      banner.tell({
        kind: "news",
        text: "The cell was deleted.",
        action: { label: "Undo", press: undo },
      });
    },
    undo,
    save: saving.save,
    downloadHtml: () => downloadHtml(open),
    downloadTypeScript: () => downloadTypeScript(open),
    downloadNotebook: () => downloadNotebook(open),
  };
}

/** What keys show beside the notebook. */
export interface Views {
  help(): void;
  glossary(): void;
  variables(): void;
}

/** Jupyter's usual keys. Command mode is the state outside of an editor, after Escape. */
export function bindKeys(
  open: OpenNotebook,
  actions: Actions,
  search: Search,
  views: Views,
): void {
  const { panel, session } = open;
  const cells = panel.content;
  const anywhere = ".jp-Notebook";
  const editing = ".jp-Notebook.jp-mod-editMode";
  // A button, a link or a box that scrolls has its own use for the keys.
  const commanding =
    ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus:not(:read-write):not(button):not(a):not(summary):not(.text-box)";
  const registry = new CommandRegistry();
  const bind = (
    selector: string,
    keys: readonly string[],
    execute: () => unknown,
  ): void => {
    const id = `${selector} ${keys.join(" ")}`;
    registry.addCommand(id, { execute: () => void execute() });
    registry.addKeyBinding({ selector, keys: [...keys], command: id });
  };
  bind(anywhere, ["Shift Enter"], actions.run);
  bind(anywhere, ["Accel Enter"], () => NotebookActions.run(cells, session));
  bind(anywhere, ["Alt Enter"], () => NotebookActions.runAndInsert(cells, session));
  bind("body", ["Accel S"], actions.save);
  // In the search's own field these keys are the browser's.
  bind(`body:not(:has(${searching} :focus))`, ["Accel F"], search.open);
  bind(`body:has(${searching})`, ["Accel G"], search.next);
  bind(`body:has(${searching})`, ["Accel Shift G"], search.previous);
  bind(searching, ["Escape"], search.close);
  bind(editing, ["Escape"], () => {
    cells.mode = "command";
    NotebookActions.focusActiveCell(cells);
  });
  // From a button or a field in a cell back to the cell.
  bind(".jp-Notebook.jp-mod-commandMode .jp-Cell :focus", ["Escape"], () => {
    NotebookActions.focusActiveCell(cells);
  });
  bind(commanding, ["Enter"], actions.edit);
  bind(commanding, ["ArrowUp"], () => move(-1));
  bind(commanding, ["K"], () => move(-1));
  bind(commanding, ["ArrowDown"], () => move(1));
  bind(commanding, ["J"], () => move(1));
  bind(commanding, ["A"], () => NotebookActions.insertAbove(cells));
  bind(commanding, ["B"], () => NotebookActions.insertBelow(cells));
  bind(commanding, ["M"], actions.toText);
  bind(commanding, ["Y"], actions.toCode);
  bind(commanding, ["Accel Shift ArrowUp"], actions.moveUp);
  bind(commanding, ["Accel Shift ArrowDown"], actions.moveDown);
  bind(commanding, ["Shift A"], actions.runAllAbove);
  bind(commanding, ["X"], () => NotebookActions.cut(cells));
  bind(commanding, ["C"], actions.copy);
  bind(commanding, ["V"], actions.paste);
  bind(commanding, ["D", "D"], actions.remove);
  bind(commanding, ["Z"], actions.undo);
  bind(commanding, ["Shift Z"], () => NotebookActions.redo(cells));
  bind(commanding, ["Shift M"], actions.merge);
  bind(anywhere, ["Ctrl Shift -"], actions.split);
  bind(commanding, ["I", "I"], actions.stop);
  bind(commanding, ["0", "0"], actions.restart);
  bind(commanding, ["H"], views.help);
  bind(commanding, ["G"], views.glossary);
  bind(commanding, ["Shift V"], views.variables);

  const move = (step: 1 | -1): void => {
    if (step < 0) NotebookActions.selectAbove(cells);
    else NotebookActions.selectBelow(cells);
    NotebookActions.focusActiveCell(cells);
  };
  // The editors would otherwise take some of these keys for themselves.
  document.addEventListener("keydown", (event) => {
    const elsewhere = document.querySelector(".jp-Dialog, dialog[open], :popover-open");
    const inEditor = event.key === "Escape" && closesWithEscape();
    if (!elsewhere && !inEditor) registry.processKeydownEvent(event);
  }, true);
}
