/**
 * Imports folded to a line. The first cells of a notebook name many things that a reader need not read: where
 * the imports of a cell would take more room than a glance, they show as one line until they are opened.
 *
 * @module
 */
import { codeFolding, foldEffect, foldState } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin } from "@codemirror/view";
import { element } from "../elements/elements.ts";
import { t } from "../elements/words.ts";

/** Lines that imports may take before they are folded. */
const shownLines = 4;
/** Characters of such a line on a narrow screen. */
const narrowLine = 40;
const narrow = matchMedia("(max-width: 700px)");

/** An import, with all its lines. */
const oneImport = /^import\b(?:[^"'`;]*?\bfrom)?\s*(?:"[^"\n]*"|'[^'\n]*')[^\n]*\n?/;
/** What may stand between two imports: blank lines and comments. */
const between = /^(?:\s*\n|\/\/[^\n]*\n)*/;

/** Where imports stand at the beginning of a cell. */
export interface ImportBlock {
  readonly from: number;
  /** The end of the last one's line. */
  readonly to: number;
  /** How many there are. */
  readonly count: number;
}

/** The imports that a cell begins with, after comments; undefined if it begins with something else. */
export function importBlock(code: string): ImportBlock | undefined {
  let at = between.exec(code)?.[0].length ?? 0;
  const from = at;
  let [to, count] = [at, 0];
  for (let found = oneImport.exec(code.slice(at)); found; found = oneImport.exec(code.slice(at))) {
    count++;
    at += found[0].length;
    to = found[0].endsWith("\n") ? at - 1 : at;
    at += between.exec(code.slice(at))?.[0].length ?? 0;
  }
  return count === 0 ? undefined : { from, to, count };
}

/** True if the imports take too much room on this screen. */
function isLong(imports: string): boolean {
  const lines = imports.split("\n");
  if (!narrow.matches) return lines.length > shownLines;
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / narrowLine)), 0) > 2;
}

/** The line that stands for the imports `code`. */
function summary(code: string, count: number): string {
  const names = [...code.matchAll(/(?:from|import)\s*["']([^"']+)["']/g)]
    .map(([, module]) => module.replace(/^.*\/(?=[^/]+$)/, ""));
  return `import … ${names.slice(0, 3).join(", ")}${count > 3 ? " …" : ""}`;
}

/** Folds long imports when an editor opens. */
export const foldedImports: Extension = [
  codeFolding({
    preparePlaceholder: (state, { from, to }) => {
      const code = state.sliceDoc(from, to);
      return summary(code, importBlock(code)?.count ?? 0);
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
