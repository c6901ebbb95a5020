/**
 * What the list tells of a notebook, read from its own cells: `# 4. Title`, then a quoted sentence; and its exercises.
 *
 * @module
 */
import { type ExerciseCells, type Status, statusIn } from "lib/homework/exercise/in_notebook.ts";
import { type Cell, hasTag, type Notebook } from "lib/jupyter/format/notebook.ts";

/** A notebook in one language. */
export interface Edition {
  /** Relative to the served folder, `/`-separated. */
  readonly path: string;
  readonly title: string;
  readonly idea: string;
  readonly homework: readonly ExerciseCells[];
}

/** One notebook in the list. */
export interface CourseEntry extends Edition {
  /** `04`, or empty if the file's name has no number. */
  readonly number: string;
  /** The same notebook in Korean, where there is one. */
  readonly korean?: Edition;
}

/** The entry of the notebook at `path`. */
export function entryOf(notebook: Notebook, path: string): CourseEntry {
  const file = path.split("/").at(-1) ?? path;
  const fallback = file.replace(/\.ipynb$/, "");
  const number = /^\d+/.exec(file)?.[0] ?? "";
  return { path, number, ...headline(notebook, fallback), homework: homeworkIn(notebook) };
}

/** Characters of a text that are looked at for a title; the course's own are shorter by far. */
const longestText = 10_000;
const longestLine = 1000;

/** The title without its number, and the first quoted sentence. */
function headline(
  notebook: Notebook,
  fallback: string,
): { readonly title: string; readonly idea: string } {
  const text = notebook.cells.filter((cell) => cell.cell_type === "markdown").slice(0, 2)
    .map((cell) => cell.source.slice(0, longestText)).join("\n\n");
  const title = /^#\s+(?:\d+\s*[.·:–—-]\s*)?(.+)$/m.exec(text)?.[1];
  const quote = /^>[^\n]*(?:\n>[^\n]*)*/m.exec(text)?.[0].replace(/^>\s?/gm, "");
  return {
    title: plain(title ?? fallback),
    idea: plain((quote ?? "").split(/\n\s*\n/)[0]),
  };
}

/** The exercises of a notebook, in its order. */
export function homeworkIn({ cells }: Notebook): ExerciseCells[] {
  const checks = new Map(
    cells.filter((cell) => hasTag(cell, "check")).toReversed()
      .map((cell) => [cell.metadata.exercise, cell]),
  );
  return cells.flatMap((cell) => {
    const { exercise } = cell.metadata;
    if (typeof exercise !== "string" || !hasTag(cell, "homework")) return [];
    const check = checks.get(exercise);
    return [{ exercise, source: cell.source, checked: check && checkedIn(check) }];
  });
}

/** The last verdict among a check cell's outputs. */
function checkedIn(cell: Cell): Status | undefined {
  const outputs = cell.cell_type === "code" ? cell.outputs : [];
  return outputs.map(statusIn).findLast((status) => status !== undefined);
}

/** Markdown without its marks, and a formula as a line of text. */
function plain(text: string): string {
  return text.slice(0, longestLine).replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(
    /(\*\*|__|[*`$])/g,
    "",
  )
    .replace(/\\sqrt\{([^{}]*)\}/g, "√$1").replace(/\s+/g, " ").trim();
}
