/**
 * Names for screen readers: the cells are the articles of a feed, each with its kind and its place.
 *
 * @module
 */
import type { Cell } from "@jupyterlab/cells";
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
  const name = (cell: Cell, index: number): void => {
    const parts = [
      t(kinds[cell.model.type] ?? "Raw cell"),
      `${index + 1} / ${cells.widgets.length}`,
      exerciseOf(cell),
    ];
    cell.node.setAttribute("role", "article");
    cell.node.setAttribute("aria-label", parts.filter(Boolean).join(" · "));
  };
  const nameAll = (): void => {
    cells.viewportNode.setAttribute("aria-label", t("Cells"));
    cells.widgets.forEach(name);
  };
  onLanguageChange(nameAll);
  context.model.cells.changed.connect(() => setTimeout(nameAll));
}
