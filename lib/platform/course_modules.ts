/**
 * Modules of the course that are found by a computed name: an exercise's, or one that an exercise's data names.
 *
 * @module
 */
import { projectFolder } from "./project.ts";

/** What a module exports. */
export type ModuleExports = Record<string, unknown>;

/** The names of the folders of `folder`, a path below the course's folder such as `lib/homework/exercises`. */
export async function courseFolders(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(projectFolder + folder));
  return entries.filter(({ isDirectory }) => isDirectory).map(({ name }) => name).sort();
}

/** Loads a module of the course by its path below the course's folder: `lib/models/bert.ts`. */
export async function importCourseModule(path: string): Promise<ModuleExports> {
  return await import(path);
}
