/**
 * Writes the reports of a class: one page per learner, and the instructor's index.
 *
 * @module
 */
import { join } from "node:path";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { classIndex, type ClassResults } from "./class_index.ts";
import { learnerReport } from "./learner_report.ts";
import type { LearnerMarks } from "../marks/marks.ts";

/** Writes `index.html` and a page for each learner into `folder`, which need not exist. */
export async function writeReports(
  folder: string,
  results: Omit<ClassResults, "files">,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const files = fileNames(results.marks);
  for (const [marks, name] of files) {
    await writeAtomically(join(folder, name), learnerReport(marks, results.seed));
  }
  await writeAtomically(join(folder, "index.html"), classIndex({ ...results, files }));
}

/**
 * A file name for each learner: letters and digits of any script, whatever the folder was called, and no
 * name twice, also where capitals do not count.
 */
export function fileNames(all: readonly LearnerMarks[]): Map<LearnerMarks, string> {
  const taken = new Set(["index"]);
  return new Map(all.map((marks) => {
    const base = marks.learner.normalize("NFC").replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 60) ||
      "_";
    let name = base;
    for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${base}-${copy}`;
    taken.add(name.toLowerCase());
    return [marks, `${name}.html`];
  }));
}
