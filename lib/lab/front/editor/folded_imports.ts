/**
 * Imports folded to a line. The first cells of a notebook name many things that a reader need not read: where
 * the imports of a cell would take more room than a glance, they show as one line until they are opened.
 *
 * @module
 */
import { codeFolding, foldEffect, foldState } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin } from "@codemirror/view";
import { importBlock, importsInALine, shownImportLines } from "lib/jupyter/source/import_block.ts";
import { element } from "../elements/elements.ts";
import { t } from "../elements/words.ts";

/** Characters of such a line on a narrow screen. */
const narrowLine = 40;
const narrow = matchMedia("(max-width: 700px)");

/** True if the imports take too much room on this screen. */
function isLong(imports: string): boolean {
  const lines = imports.split("\n");
  if (!narrow.matches) return lines.length > shownImportLines;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / narrowLine)), 0) > 2;
}

/** Folds long imports when an editor opens. */
export const foldedImports: Extension = [
  codeFolding({
    preparePlaceholder: (state, { from, to }) => {
      const code = state.sliceDoc(from, to);
      return importsInALine(code, importBlock(code)?.count ?? 0);
    },
    placeholderDOM(_view, open, text: string) {
      const node = element("button", { type: "button", class: "folded-imports" }, text);
      node.title = t("Show all imports");
      node.setAttribute("aria-label", `${text}: ${t("Show all imports")}`);
      node.addEventListener("click", open);
      return node;
    },
  }),
  ViewPlugin.define((view) => {
    queueMicrotask(() => fold(view)); // an editor takes no changes while it is made
    return {};
  }),
];

function fold(view: EditorView): void {
  const { state } = view;
  const block = importBlock(state.doc.toString());
  if (!block || isFolded(state) || !isLong(state.sliceDoc(block.from, block.to))) return;
  const { head } = state.selection.main;
  if (view.hasFocus && head >= block.from && head <= block.to) return;
  view.dispatch({ effects: foldEffect.of({ from: block.from, to: block.to }) });
}

function isFolded(state: EditorState): boolean {
  return (state.field(foldState, false)?.size ?? 0) > 0;
}
