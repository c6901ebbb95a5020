/**
 * The notebooks as they are when all homework is done: each runs to its end, and every check in it is
 * content. (Unsolved they run in a stage of their own.) Trainings are shortened.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
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

/** What the check cells printed, one text for each. */
function checkTexts(cells: readonly Cell[]): string[] {
  return cells.flatMap((cell) =>
    cell.cell_type === "code" && hasTag(cell, "check")
      ? [cell.outputs.map((output) => output.output_type === "stream" ? output.text : "").join("")]
      : []
  );
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
    const unhappy = checkTexts(result.notebook.cells).filter((text) => !text.startsWith("✔"));
    assertEquals(unhappy, []);
  });
}
