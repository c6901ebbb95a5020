/**
 * Finds the homework of a notebook by its number: one module in `exercises/` for each.
 *
 * @module
 */
import type { Exercise, Homework } from "./exercise.ts";

const folder = new URL("./exercises/", import.meta.url);

/** The numbers of the notebooks that have homework, in order: `["04", …]`. */
export async function homeworkNumbers(): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.flatMap((name) => /^(\d\d)\.ts$/.exec(name)?.[1] ?? []).sort();
}

/** The homework of notebook `number`. A `RangeError` names those that there are. */
export async function loadHomework(number: string): Promise<Homework> {
  if (!(await homeworkNumbers()).includes(number)) {
    const known = (await homeworkNumbers()).join(", ");
    throw new RangeError(`expected a notebook with homework (${known}), got ${number}`);
  }
  const module: { homework: Homework } = await import(new URL(`${number}.ts`, folder).href);
  return module.homework;
}

/** The homework of all notebooks, in order. */
export async function allHomework(): Promise<Homework[]> {
  return await Promise.all((await homeworkNumbers()).map(loadHomework));
}

/** The exercise `id`, such as `04.2`. A `RangeError` names those that there are. */
export async function loadExercise(id: string): Promise<Exercise> {
  const { exercises } = await loadHomework(id.split(".")[0]);
  const found = exercises.find((exercise) => exercise.id === id);
  if (!found) {
    const known = exercises.map((exercise) => exercise.id).join(", ");
    throw new RangeError(`expected an exercise (${known}), got ${id}`);
  }
  return found;
}
