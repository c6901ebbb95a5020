/** Homework cells as functions of this process: for tests of what the course itself wrote. */
import { homeworkModule } from "lib/course/homework_module.ts";
import type { Exercise, Homework } from "lib/course/exercise.ts";

/** The function that a cell declares; throws where the cell would be refused. */
export async function cellFunction(
  homework: Homework,
  exercise: Exercise,
  source: string,
): Promise<CallableFunction> {
  const module = homeworkModule(homework, exercise, source);
  if (module.kind === "refused") throw new Error(module.problem);
  const url = `data:application/typescript,${encodeURIComponent(module.text)}`;
  const exports: Record<string, unknown> = await import(url);
  const found = exports[exercise.name];
  if (typeof found !== "function") throw new Error(`expected a function ${exercise.name}`);
  return found;
}
