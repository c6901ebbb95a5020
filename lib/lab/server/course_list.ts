/**
 * What the first page lists: every notebook with its number, title and idea, read from the notebook's
 * own first cell (`# 4. Title`, then a quoted sentence).
 *
 * @module
 */
import { join } from "node:path";
import { parseNotebook } from "lib/jupyter/format/notebook.ts";
import { readFileWithin } from "../api/file_limits.ts";
import { type CourseEntry, entryOf } from "./course_entry.ts";

/** Lists the notebooks of `root/notebooks`, or of `root` itself where there is no such folder. */
export async function listCourse(root: string): Promise<CourseEntry[]> {
  const inFolder = await entriesIn(root, "notebooks/");
  return inFolder.length > 0 ? inFolder : await entriesIn(root, "");
}

async function entriesIn(root: string, folder: string): Promise<CourseEntry[]> {
  const names: string[] = [];
  try {
    for await (const entry of Deno.readDir(join(root, folder))) {
      if (entry.name.endsWith(".ipynb") && !entry.name.startsWith(".")) names.push(entry.name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return await Promise.all(
    names.sort().map(async (name) => {
      const fallback = name.replace(/\.ipynb$/, "");
      const number = /^\d+/.exec(name)?.[0] ?? "";
      const path = `${folder}${name}`;
      try {
        const text = new TextDecoder().decode(await readFileWithin(join(root, path)));
        return entryOf(parseNotebook(text, path), path);
      } catch { // a broken notebook is listed too: opening it says what is wrong
        return { path, number, title: fallback, idea: "", homework: [] };
      }
    }),
  );
}
