/**
 * The course's notebooks as the tests see them: lesson cells as they stand, homework cells put back to
 * their stubs, since what a learner writes there is theirs and fails no test.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { homeworkNumbers, loadHomework } from "lib/homework/exercises/catalogue.ts";
import type { Language } from "lib/language.ts";
import { type Cell, type CodeCell, hasTag, readNotebook } from "lib/jupyter/format/notebook.ts";

const root = new URL("../../", import.meta.url);

/** A notebook of the course, with untouched homework. */
export interface CourseNotebook {
  /** The file's name without its ending: `04-scaling`; after `ko-` that of the Korean edition. */
  readonly stem: string;
  /** The notebook's number: `04`. */
  readonly number: string;
  readonly cells: readonly Cell[];
}

/** All notebooks of an edition of the course, in order. */
export async function courseNotebooks(edition: Language = "en"): Promise<CourseNotebook[]> {
  const folder = new URL({ en: "notebooks/", ko: "notebooks/ko/" }[edition], root);
  const stems: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.name.endsWith(".ipynb")) stems.push(entry.name.slice(0, -".ipynb".length));
  }
  return await Promise.all(
    stems.sort().map(async (name) => {
      const path = fileURLToPath(new URL(`${name}.ipynb`, folder));
      const number = name.slice(0, 2);
      const stem = edition === "ko" ? `ko-${name}` : name;
      const hasHomework = (await homeworkNumbers()).includes(number);
      const exercises = hasHomework ? (await loadHomework(number)).exercises : [];
      const cells = (await readNotebook(path)).cells.map((cell): Cell => {
        if (cell.cell_type !== "code" || !hasTag(cell, "homework")) return cell;
        const exercise = exercises.find(({ id }) => id === cell.metadata.exercise);
        return exercise ? { ...cell, source: exercise.stub } : cell;
      });
      return { stem, number, cells };
    }),
  );
}

/** The code cells of a notebook. */
export function codeCells({ cells }: CourseNotebook): CodeCell[] {
  return cells.filter((cell): cell is CodeCell => cell.cell_type === "code");
}

/** A fresh folder for a test's own files, inside the project so that the alias `lib/` resolves. */
export async function stagingFolder(name: string): Promise<URL> {
  const folder = new URL(`.staging/${name}/`, root);
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  return folder;
}
