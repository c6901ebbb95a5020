/** A submission whose cells are slow on purpose. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { notBegun } from "lib/homework/evaluation/shared_process.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { gradeSubmissions } from "lib/homework/grading/grade.ts";
import { findSubmissions } from "lib/homework/grading/submissions.ts";
import { VerdictCache } from "lib/homework/grading/verdict_cache.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { LazyWorkspace } from "lib/homework/sandbox/stage.ts";
import { notebookWith, saveNotebook, temporaryFolder } from "../submission.ts";

Deno.test("gradeSubmissions: cells that take all the time leave the rest to the next run", async () => {
  await using folder = await temporaryFolder();
  const slow = homework.exercises.map(({ id, name }) => [
    id,
    `async function ${name}(): Promise<any> {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return 0;
}`,
  ]);
  const notebook = notebookWith(homework, Object.fromEntries(slow));
  await saveNotebook(join(folder.path, "class", "kim"), "04.ipynb", notebook);
  await using workspace = new LazyWorkspace();
  const grade = async (secondsInAll: number): Promise<readonly Verdict[]> => {
    using cache = await VerdictCache.open(join(folder.path, "cache"), "any", 7);
    const submissions = await findSubmissions(join(folder.path, "class"));
    const options = { cache, secondsInAll };
    const [kim] = await gradeSubmissions(() => workspace.get(), submissions, options);
    return kim.verdicts;
  };
  const first = await grade(3);
  const begun = first.filter(({ problem }) => problem?.en !== notBegun.en);
  const left = first.slice(begun.length);
  assertEquals([begun.length > 0, left.length > 0], [true, true]);
  assertEquals(begun.map(({ status }) => status), begun.map(() => "failed"));
  assertEquals(
    left.map(({ status, problem }) => [status, problem?.en]),
    left.map(() => ["timeout", notBegun.en]),
  );
  // What was found is kept; what was not run has its turn.
  const second = await grade(60);
  assertEquals(second.slice(0, begun.length), begun);
  assertEquals(second.map(({ status }) => status), second.map(() => "failed"));
});
