/**
 * How the homework cells of a notebook are found. Only a cell's tags and its exercise id are looked at; everything
 * else about an exercise comes from the course.
 *
 * @module
 */
import { type Cell, hasTag, type Notebook } from "lib/jupyter/format/notebook.ts";

/** True if `cell` carries the exercise id and the tag. */
export function isExerciseCell(cell: Cell, id: string, tag: string): boolean {
  return cell.metadata.exercise === id && hasTag(cell, tag);
}

/** Every code cell of `notebook` that claims to be the homework cell of exercise `id`. */
export function homeworkCells(notebook: Notebook, id: string): Cell[] {
  return notebook.cells.filter((cell) => isHomeworkCell(cell, id));
}

/** True if `cell` claims to be the homework cell of exercise `id`. */
export function isHomeworkCell(cell: Cell, id: string): boolean {
  return cell.cell_type === "code" && isExerciseCell(cell, id, "homework");
}

/** The notebook's number by the exercises that its cells name (`04`), or undefined without any. */
export function notebookNumber(notebook: Notebook): string | undefined {
  const counts = new Map<string, number>();
  for (const { metadata: { exercise } } of notebook.cells) {
    const number = typeof exercise === "string" ? /^(\d\d)\.\d+$/.exec(exercise)?.[1] : undefined;
    if (number) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
