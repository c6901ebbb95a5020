/**
 * The notebooks as they are when all homework is done: each runs to its end, and every check in it is
 * content. (Unsolved they run in a stage of their own.) Trainings are shortened.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { statusIn } from "lib/homework/exercise/in_notebook.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { type Cell, hasTag, newNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { runNotebook } from "lib/jupyter/run/run_notebook.ts";
import { type CourseNotebook, courseNotebooks, stagingFolder } from "./course_notebooks.ts";

/** The notebook's cells with every homework cell solved. */
async function solvedCells({ cells }: CourseNotebook): Promise<Cell[]> {
  return await Promise.all(cells.map(async (cell) => {
    const { exercise } = cell.metadata;
    if (cell.cell_type !== "code" || typeof exercise !== "string") return cell;
    return hasTag(cell, "homework") ? { ...cell, source: await solutionCell(exercise) } : cell;
  }));
}

/** The exercise of each check cell that does not say that it passed, with its outputs. */
function unhappyChecks(cells: readonly Cell[]): unknown[] {
  return cells.flatMap((cell) => {
    if (cell.cell_type !== "code" || !hasTag(cell, "check")) return [];
    const status = cell.outputs.map(statusIn).findLast((one) => one !== undefined);
    return status === "passed" ? [] : [{ exercise: cell.metadata.exercise, outputs: cell.outputs }];
  });
}

const notebooks = await courseNotebooks();
const folder = fileURLToPath(await stagingFolder("solved"));

for (const notebook of notebooks) {
  Deno.test(`${notebook.stem}: runs solved, and every check passes`, async () => {
    const solved = newNotebook(await solvedCells(notebook));
    const path = `${folder}${notebook.stem}.ipynb`;
    await writeNotebook(path, solved);
    const env = { COURSE_BUDGET: "small", COURSE_UI: "headless" };
    const result = await runNotebook(solved, { path, timeout: 300, env });
    assertEquals([result.status, result.error], ["ok", undefined]);
    assertEquals(unhappyChecks(result.notebook.cells), []);
  });
}
