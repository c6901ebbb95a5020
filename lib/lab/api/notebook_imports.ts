/**
 * What a notebook will import, so that it can be loaded before somebody runs the first cell.
 *
 * @module
 */
import { readNotebook } from "lib/jupyter/format/notebook.ts";

/** Modules of the course: loading them early prints nothing and changes nothing. */
const courseImport = /\bfrom\s+["'](lib\/[^"']+)["']/g;

/** The modules of the course that the code cells of the notebook at `file` import, as they name them. */
export async function courseImports(file: string): Promise<string[]> {
  const { cells } = await readNotebook(file);
  const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source);
  const found = code.flatMap((source) =>
    [...source.matchAll(courseImport)].map(([, name]) => name)
  );
  return [...new Set(found)];
}
