/**
 * Finds the homework of a notebook by its number, and the folder of an exercise: `04/entropy/`.
 *
 * @module
 */
import { join } from "node:path";
import { courseFolders, importCourseModule } from "lib/platform/course_modules.ts";
import { projectFolder } from "lib/platform/project.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";

const folder = "lib/homework/exercises";

/** The numbers of the notebooks that have homework, in order: `["04", …]`. */
export async function homeworkNumbers(): Promise<string[]> {
  return (await courseFolders(folder)).filter((name) => /^\d\d$/.test(name));
}

/** The homework of notebook `number`. A `RangeError` names those that there are. */
export async function loadHomework(number: string): Promise<Homework> {
  if (!(await homeworkNumbers()).includes(number)) {
    const known = (await homeworkNumbers()).join(", ");
    throw new RangeError(`expected a notebook with homework (${known}), got ${number}`);
  }
  const module = await importCourseModule(`${folder}/${number}/homework.ts`);
  return module.homework as Homework; // what each of these modules exports
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

/** The folder that holds an exercise's source, its solution and its known mistakes. */
export function exerciseFolder({ id, name }: Exercise): string {
  const words = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return join(projectFolder, folder, id.slice(0, 2), words);
}
