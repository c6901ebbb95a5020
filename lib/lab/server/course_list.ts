/**
 * What the first page lists: every notebook with its number, title and idea, read from the notebook's
 * own first cell (`# 4. Title`, then a quoted sentence).
 *
 * @module
 */
import { join } from "node:path";
import { type ExerciseCells, type Status, statusIn } from "lib/homework/exercise/in_notebook.ts";
import { type Cell, hasTag, type Notebook, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { readFileWithin } from "../api/file_limits.ts";

/** One notebook in the list. */
export interface CourseEntry {
  /** Relative to the served folder, `/`-separated. */
  readonly path: string;
  /** `04`, or empty if the file's name has no number. */
  readonly number: string;
  readonly title: string;
  readonly idea: string;
  readonly homework: readonly ExerciseCells[];
}

/** Lists the notebooks of `root/notebooks`, or of `root` itself where there is no such folder. */
export async function listCourse(root: string): Promise<CourseEntry[]> {
  const inFolder = await entriesIn(root, "notebooks/");
  return inFolder.length > 0 ? inFolder : await entriesIn(root, "");
}

async function entriesIn(root: string, folder: string): Promise<CourseEntry[]> {
  const names: string[] = [];
  try {
    for await (const entry of Deno.readDir(join(root, folder))) {
      if (entry.name.endsWith(".ipynb") && !entry.name.startsWith(".")) names.push(entry.name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return await Promise.all(
    names.sort().map(async (name) => {
      const fallback = name.replace(/\.ipynb$/, "");
      const number = /^\d+/.exec(name)?.[0] ?? "";
      const path = `${folder}${name}`;
      try {
        const text = new TextDecoder().decode(await readFileWithin(join(root, path)));
        const notebook = parseNotebook(text, path);
        return { path, number, ...headline(notebook, fallback), homework: homeworkIn(notebook) };
      } catch { // a broken notebook is listed too: opening it says what is wrong
        return { path, number, title: fallback, idea: "", homework: [] };
      }
    }),
  );
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

/** Markdown without its marks. */
function plain(text: string): string {
  return text.slice(0, longestLine).replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(
    /(\*\*|__|[*`$])/g,
    "",
  )
    .replace(/\s+/g, " ").trim();
}
