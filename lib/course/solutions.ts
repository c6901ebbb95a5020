/**
 * Where the commented solutions are. They serve three ends: `deno task check 04 --solution 04.2` shows
 * one, tests prove that each passes, and a sandbox lends those of earlier exercises that a cell may use.
 *
 * @module
 */
import { join } from "node:path";
import { functionText, readCell } from "./cell_source.ts";
import { loadHomework } from "./load.ts";
import { projectFolder } from "./stage.ts";

async function solutionFile(notebook: string): Promise<string> {
  return await Deno.readTextFile(join(projectFolder, "tests/solutions", `${notebook}.ts`));
}

/** The commented solution of an exercise, as a cell. */
export async function solutionCell(id: string): Promise<string> {
  const { exercises } = await loadHomework(id.slice(0, 2));
  const name = exercises.find((exercise) => exercise.id === id)?.name;
  const text = name && functionText(await solutionFile(id.slice(0, 2)), name);
  if (!text) throw new RangeError(`expected a solution of exercise ${id}, got none`);
  return text;
}

/** A module that exports the solutions of the exercises `ids`, and the names of its exports. */
export async function earlierModule(
  ids: readonly string[],
): Promise<{ text: string; names: string[] }> {
  const notebooks = [...new Set(ids.map((id) => id.slice(0, 2)))];
  const homeworks = await Promise.all(notebooks.map(loadHomework));
  const cells = await Promise.all(ids.map(solutionCell));
  const setup = new Set(homeworks.flatMap((homework) => homework.setup.split("\n")));
  return {
    text: [...setup, ...cells.map((cell) => cell.replace(/^(?=(async )?function )/m, "export "))]
      .join("\n"),
    names: cells.flatMap((cell) => [...readCell(cell).declared]),
  };
}
