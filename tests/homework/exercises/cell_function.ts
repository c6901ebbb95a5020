/** Homework cells as functions of this process: for tests of what the course itself wrote. */
import {
  cellRules,
  homeworkModule,
  lentModule,
  readHomework,
} from "lib/homework/cell/homework_module.ts";
import type { Exercise, Homework } from "lib/homework/exercise/exercise.ts";
import { earlierModule } from "lib/homework/exercises/solutions.ts";

/**
 * The function that a cell declares; throws where the cell would be refused. Exercises that it may use
 * come from their solutions, as in the sandbox.
 */
export async function cellFunction(
  homework: Homework,
  exercise: Exercise,
  source: string,
): Promise<CallableFunction> {
  const earlier = await earlierModule(exercise.uses ?? []);
  const rules = cellRules(homework, exercise, earlier.exercises.map(({ name }) => name));
  const read = readHomework(rules, source);
  if (read.kind === "refused") throw new Error(read.problem.en);
  const module = homeworkModule(rules, source, read.cell);
  const text = module.text.replace(
    `"../${lentModule(exercise.id)}.ts"`,
    JSON.stringify(dataUrl(earlier.text)),
  );
  const exports: Record<string, unknown> = await import(dataUrl(text));
  const found = exports[exercise.name];
  if (typeof found !== "function") throw new Error(`expected a function ${exercise.name}`);
  return found;
}

function dataUrl(text: string): string {
  return `data:application/typescript,${encodeURIComponent(text)}`;
}
