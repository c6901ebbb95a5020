/**
 * Where the course lies on the server: below the folder of the worker's script, which is called `/` here.
 *
 * @module
 */
import { addressOf } from "./files.ts";

/** The course's own folder. */
export const projectFolder = "/";

/** The path of a file of the course: `datasets/stories/train.tsv` is `/datasets/stories/train.tsv`. */
export function projectFile(name: string): string {
  return projectFolder + name;
}

/** The folder where the site keeps the files of a package, as an address: `packages/NAME/`. */
export function packageFolder(name: string): string {
  return addressOf(`/packages/${name}/`).href;
}
