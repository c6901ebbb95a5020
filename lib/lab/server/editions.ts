/**
 * A notebook's two editions in the page: where the other one lies, and how a learner's answers come along.
 *
 * @module
 */
import { notImplemented } from "lib/homework/exercise/in_notebook.ts";
import { type CodeCell, hasTag, type Notebook } from "lib/jupyter/format/notebook.ts";

/** The path of the other edition: the Korean one has the same name in the folder `ko` beside the English ones. */
export function otherEdition(path: string): string {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  const folder = parts.at(-1) === "ko" ? parts.slice(0, -1) : [...parts, "ko"];
  return [...folder, name].join("/");
}

/**
 * Puts the answers of `from` into the homework cells of `to` for the same exercises. An untouched stub takes nothing's
 * place. Returns `replaced` where another answer had to go, of which a copy is to be kept.
 */
export function takeAnswersAlong(from: Notebook, to: Notebook): "same" | "changed" | "replaced" {
  let became: "same" | "changed" | "replaced" = "same";
  const homework = ({ cells }: Notebook) =>
    cells.filter((cell): cell is CodeCell =>
      cell.cell_type === "code" && hasTag(cell, "homework") &&
      typeof cell.metadata.exercise === "string"
    );
  for (const { source, metadata } of homework(from).filter(isAnswered)) {
    const cell = homework(to).find((cell) => cell.metadata.exercise === metadata.exercise);
    if (!cell || cell.source === source) continue;
    if (isAnswered(cell)) became = "replaced";
    else if (became === "same") became = "changed";
    cell.source = source;
    cell.outputs = [];
  }
  return became;
}

function isAnswered({ source }: CodeCell): boolean {
  return !source.includes(`throw new Error("${notImplemented}")`);
}
