/**
 * Modules of the course by name, in a browser: those that the worker's bundle holds, which says so by
 * {@linkcode offerCourseModules} before anything asks for one.
 *
 * @module
 */
import type { ModuleExports } from "../course_modules.ts";

/** Loads the module that a name stands for. */
export type ModuleLoader = () => ModuleExports | Promise<ModuleExports>;

let offered: ReadonlyMap<string, ModuleLoader> = new Map();

/** Says which modules there are: by `lib/models/bert.ts`, or by a package's name. */
export function offerCourseModules(modules: ReadonlyMap<string, ModuleLoader>): void {
  offered = modules;
}

/** The names of all modules. */
export function courseModules(): string[] {
  return [...offered.keys()];
}

/** The names of the folders of `folder` in which there are modules. */
export function courseFolders(folder: string): Promise<string[]> {
  const below = courseModules().filter((name) => name.startsWith(`${folder}/`))
    .map((name) => name.slice(folder.length + 1).split("/"));
  const names = below.filter((parts) => parts.length > 1).map(([name]) => name);
  return Promise.resolve([...new Set(names)].sort());
}

/** Loads a module by its path below the course's folder. Throws where the bundle does not hold it. */
export async function importCourseModule(path: string): Promise<ModuleExports> {
  const load = offered.get(path);
  if (!load) throw new TypeError(`expected a module of the course, got "${path}"`);
  return await load();
}
