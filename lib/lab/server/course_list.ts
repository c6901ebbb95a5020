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
import { otherEdition } from "./editions.ts";

/** Lists the notebooks of `root/notebooks`, or of `root` itself where there is no such folder. */
export async function listCourse(root: string): Promise<CourseEntry[]> {
  for (const folder of ["notebooks/", ""]) {
    const entries = await entriesIn(root, folder);
    if (entries.length === 0) continue;
    const koreanOnes = new Map(
      (await entriesIn(root, `${folder}ko/`)).map(({ number: _, ...edition }) => [
        edition.path,
        edition,
      ]),
    );
    return entries.map((entry) => {
      const korean = koreanOnes.get(otherEdition(entry.path));
      return { ...entry, ...(korean && { korean }) };
    });
  }
  return [];
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
