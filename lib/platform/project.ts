/**
 * Where the course and its packages lie on the disk.
 *
 * @module
 */
import { fileURLToPath } from "node:url";

/** The course's own folder: what holds `deno.json`, `notebooks/` and `lib/`. Ends with a separator. */
export const projectFolder: string = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The path of a file of the course.
 *
 * @param name The path below the course's folder, with slashes: `datasets/stories/train.tsv`.
 */
export function projectFile(name: string): string {
  return projectFolder + name;
}

/**
 * The folder of a package's main module, for a package that reads further files of its own. Ends with a
 * separator.
 *
 * @param name The package's name in the import map.
 */
export function packageFolder(name: string): string {
  return fileURLToPath(new URL(".", import.meta.resolve(name)));
}
