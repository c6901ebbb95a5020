/**
 * Copies of notebooks without their outputs, for front ends that would show a stored answer below the
 * question. (The course's own page folds it.)
 *
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import { readNotebook } from "../format/notebook.ts";
import { writeNotebook } from "../format/notebook_writer.ts";
import type { NotebookFile } from "./find_notebooks.ts";

/** Writes a copy of a notebook, by its name, below `folder`; returns where it lies. */
export async function writeCleared({ path, name }: NotebookFile, folder: string): Promise<string> {
  const copy = join(folder, name);
  if (resolve(copy) === resolve(path)) {
    throw new UserError(`--clear expects another folder than that of ${name}, got "${folder}".`);
  }
  const notebook = await readNotebook(path);
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    cell.outputs = [];
    cell.execution_count = null;
  }
  await Deno.mkdir(dirname(copy), { recursive: true });
  await writeNotebook(copy, notebook, { metadata: "all" });
  return copy;
}
