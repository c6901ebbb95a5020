/**
 * What a notebook will import, so that it can be loaded before somebody runs the first cell.
 *
 * @module
 */
import { dirname, join, relative } from "node:path";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFolder } from "lib/platform/project.ts";
import { readFileWithin } from "./file_limits.ts";

/**
 * Modules of the course that are made for notebooks: loading them early prints nothing and changes nothing. A file
 * may hold any text, so a name leads nowhere else.
 */
const courseImport = /\bfrom\s{1,9}["'](lib\/lessons\/[\w-]{1,99}\.ts)["']/g;

/** Files in a folder by which Deno decides what a name stands for. */
const configurations = ["deno.json", "deno.jsonc", "package.json"];

/**
 * The modules of the course that the code cells of the notebook at `file` import, as they name them. None where the
 * folder may give those names another meaning: opening a notebook runs nothing that came with it.
 */
export async function courseImports(file: string): Promise<string[]> {
  if (!await followsCourse(dirname(file))) return [];
  const { cells } = parseNotebook(new TextDecoder().decode(await readFileWithin(file)), file);
  const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source);
  const found = code.flatMap((source) =>
    [...source.matchAll(courseImport)].map(([, name]) => name)
  );
  return [...new Set(found)];
}

/** True for a folder of this project where the project's own configuration counts. */
async function followsCourse(folder: string): Promise<boolean> {
  const project = await Deno.realPath(projectFolder);
  for (let at = folder; at !== project; at = dirname(at)) {
    if (relative(project, at).startsWith("..") || dirname(at) === at) return false;
    for (const name of configurations) {
      if (await Deno.lstat(join(at, name)).then(() => true, () => false)) return false;
    }
  }
  return true;
}
