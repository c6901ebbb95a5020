/**
 * Names for screen readers: the cells are the articles of a feed, each with its kind and its place, and their outputs
 * are told from their code.
 *
 * @module
 */
import { type Cell, CodeCell } from "@jupyterlab/cells";
import type { OpenNotebook } from "../document/document.ts";
import { onLanguageChange, t } from "../elements/words.ts";
import { exerciseOf } from "./exercises.ts";

const kinds: Readonly<Record<string, string>> = {
  code: "Code cell",
  markdown: "Text cell",
  raw: "Raw cell",
};

/** Names all cells, now and whenever cells come or go. */
export function nameCells({ panel, context }: OpenNotebook): void {
  const cells = panel.content;
  // The page's `main` is around it, and says the same.
  for (const name of ["role", "aria-label"]) cells.node.removeAttribute(name);
  const nameOf = (cell: Cell): string => {
    const parts = [
      t(kinds[cell.model.type] ?? "Raw cell"),
      `${cells.widgets.indexOf(cell) + 1} / ${cells.widgets.length}`,
      exerciseOf(cell),
    ];
    return parts.filter(Boolean).join(" · ");
  };
  const followed = new WeakSet<Cell>();
  const name = (cell: Cell): void => {
    cell.node.setAttribute("role", "article");
    cell.node.setAttribute("aria-label", nameOf(cell));
    if (!(cell instanceof CodeCell)) return;
    nameOutput(cell);
    if (followed.has(cell)) return;
    followed.add(cell);
    cell.outputArea.outputLengthChanged.connect(() => nameOutput(cell));
  };
  const nameAll = (): void => {
    cells.viewportNode.setAttribute("aria-label", t("Cells"));
    cells.widgets.forEach(name);
  };
  onLanguageChange(nameAll);
  context.model.cells.changed.connect(() => setTimeout(nameAll));
  // JupyterLab calls all code cells the same: just before one comes onto the page, and whenever an output comes.
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const changed of [target, ...addedNodes]) {
        const cell = cells.widgets.find(({ node }) => node === changed);
        if (cell && cell.node.getAttribute("aria-label") !== nameOf(cell)) name(cell);
      }
    }
  }).observe(cells.viewportNode, {
    subtree: true,
    childList: true,
    attributeFilter: ["aria-label"],
  });
}

function nameOutput({ model, outputArea: { node } }: CodeCell): void {
  if (model.outputs.length > 0) {
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", t("Output"));
  } else for (const name of ["role", "aria-label"]) node.removeAttribute(name);
}
