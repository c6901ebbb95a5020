/**
 * The notebooks as learners take them, from untouched to solved: each of the Korean edition runs to its end, and each
 * that is there in English alone. Where an exercise stands, its check says first that it is not started, then that the
 * solution passes. The code is that of the English edition (`korean_test.ts`), which the stage `notebooks` runs
 * untouched: together they run every text of both editions once, since what runs longest are the lessons. Trainings are
 * shortened.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { type Status, statusIn } from "lib/homework/exercise/in_notebook.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { type Cell, hasTag, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { runNotebook } from "lib/jupyter/run/run_notebook.ts";
import { type CourseNotebook, courseNotebooks, stagingFolder } from "./course_notebooks.ts";

/** The notebook's cells; after each check of an untouched exercise come its solution and the check once more. */
async function cellsWithSolutions({ cells }: CourseNotebook): Promise<Cell[]> {
  const all = await Promise.all(cells.map(async (cell, i) => {
    const { exercise } = cell.metadata;
    if (!hasTag(cell, "check") || typeof exercise !== "string") return [cell];
    const homework = cells[i - 1];
    assertEquals([homework.metadata.exercise, hasTag(homework, "homework")], [exercise, true]);
    const solved = {
      ...homework,
      id: `${homework.id}-solved`,
      source: await solutionCell(exercise),
    };
    return [cell, solved, { ...cell, id: `${cell.id}-solved` }];
  }));
  return all.flat();
}

/** What a check's outputs say became of the exercise. */
function statusOf(cell: Cell): Status | undefined {
  if (cell.cell_type !== "code") return undefined;
  return cell.outputs.map(statusIn).findLast((one) => one !== undefined);
}

const korean = await courseNotebooks("ko");
const onlyInEnglish = (await courseNotebooks()).filter(({ stem }) =>
  !korean.some((notebook) => notebook.stem === `ko-${stem}`)
);
// Its name is what the library takes for the edition.
const folder = fileURLToPath(await stagingFolder("solved/ko"));
const folderOfOthers = fileURLToPath(await stagingFolder("solved/en"));

for (const notebook of [...korean, ...onlyInEnglish]) {
  Deno.test(`${notebook.stem}: runs untouched and solved, and every check says which`, async () => {
    const notebookWithSolutions = newNotebook(await cellsWithSolutions(notebook));
    const path = `${korean.includes(notebook) ? folder : folderOfOthers}${notebook.stem}.ipynb`;
    await writeNotebook(path, notebookWithSolutions);
    const env = { COURSE_BUDGET: "small", COURSE_UI: "headless" };
    const result = await runNotebook(notebookWithSolutions, { path, timeout: 300, env });
    assertEquals([result.status, result.error], ["ok", undefined]);
    const checks = result.notebook.cells.filter((cell) => hasTag(cell, "check"));
    const expected = (cell: Cell) => cell.id?.endsWith("-solved") ? "passed" : "not started";
    assertEquals(
      checks.filter((cell) => statusOf(cell) !== expected(cell)),
      [],
    );
  });
}
