/** A grading run that is killed in the middle; see `tests/bench/grading_command.ts` for a whole class. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { loadHomework } from "lib/homework/exercises/catalogue.ts";
import { temporaryFolder } from "../submission.ts";
import { gradeInterrupted } from "./interrupted_grading.ts";
import { writeClass } from "./made_up_class.ts";

Deno.test("grade: killed in the middle and started again, it loses nothing and does nothing twice", async () => {
  await using folder = await temporaryFolder();
  const options = { learners: 7, notebooks: ["02", "04"], allDifferent: true };
  await writeClass(join(folder.path, "class"), options);
  const cache = join(folder.path, "cache");
  const { records } = await gradeInterrupted(join(folder.path, "class"), cache, { killAfter: 0.4 });
  const exercises = await Promise.all(options.notebooks.map(loadHomework));
  assertEquals(records.length, 7 * exercises.flatMap(({ exercises }) => exercises).length);
});
