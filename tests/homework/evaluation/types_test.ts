/** Types are advice: values decide, unless a class says otherwise. */
import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { evaluate } from "lib/homework/evaluation/evaluate.ts";
import { answersIn } from "lib/homework/evaluation/plan.ts";
import { Reader } from "lib/homework/evaluation/reader.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { gradeSubmissions } from "lib/homework/grading/grade.ts";
import { findSubmissions } from "lib/homework/grading/submissions.ts";
import { VerdictCache } from "lib/homework/grading/verdict_cache.ts";
import type { Verdict } from "lib/homework/judge/judge.ts";
import { LazyWorkspace, Workspace } from "lib/homework/sandbox/stage.ts";
import { notebookWith, saveNotebook, temporaryFolder } from "../submission.ts";

/** The verdicts of `deno task check` on some answers, by exercise. */
async function verdictsOn(
  answers: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Verdict>> {
  await using workspace = await Workspace.create();
  await using reader = new Reader();
  const all = answersIn(homework, [notebookWith(homework, answers)]);
  const verdicts = await evaluate(workspace, reader, all, { seed: 3 });
  return new Map(verdicts.map((verdict) => [verdict.exercise.id, verdict]));
}

/** Right values, and a callback whose parameters have no type. */
const untyped = `function entropy(weights: number[]): number {
  const counts = {};
  counts.sum = 0;
  for (const w of weights) if (w > 0) counts.sum -= w * Math.log(w);
  return counts.sum;
}`;

const chained = `function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: tf.Tensor; weights: tf.Tensor } {
  const weights: tf.Tensor = queries.matMul(keys, false, true).div(Math.sqrt(keys.shape[1])).softmax();
  return { output: weights.matMul(values), weights };
}`;

const misread = `function dotProductVariance(queries: number[][], keys: number[][]): number {
  const pairs: string = queries.length;
  return Number(pairs) / 7 + keys[0][0];
}`;

Deno.test("evaluate: types are said beside a pass and offered as the cause of a failure", async () => {
  const verdicts = await verdictsOn({ "04.1": misread, "04.2": chained, "04.4": untyped });
  const of = (id: string) => {
    const { status, notes = [] } = verdicts.get(id)!;
    return { status, notes: notes.map(({ en }) => en) };
  };
  assertEquals(of("04.2"), { status: "passed", notes: [] });
  assertEquals(of("04.4").status, "passed");
  assertMatch(of("04.4").notes[0], /^passes, with a type error at line 3, column 10 of the cell: /);
  assertEquals(of("04.1").status, "failed");
  assertMatch(
    of("04.1").notes[0],
    /^perhaps the cause: .*Type 'number' is not assignable to type 'string'/,
  );
  assertEquals(of("04.3"), { status: "not started", notes: [] });
});

Deno.test("gradeSubmissions: a class may demand types", async () => {
  await using folder = await temporaryFolder();
  const notebook = notebookWith(homework, { "04.2": chained, "04.4": untyped });
  await saveNotebook(join(folder.path, "class", "kim"), "04.ipynb", notebook);
  await using workspace = new LazyWorkspace();
  const statuses = async (demandTypes: boolean): Promise<string[]> => {
    const version = `types ${demandTypes}`;
    using cache = await VerdictCache.open(join(folder.path, "cache"), version, 7);
    const submissions = await findSubmissions(join(folder.path, "class"));
    const options = { cache, demandTypes };
    const [kim] = await gradeSubmissions(() => workspace.get(), submissions, options);
    return kim.verdicts.map(({ status, problem }) => problem?.en.slice(0, 10) ?? status);
  };
  assertEquals(await statuses(false), [
    "not started",
    "passed",
    "not started",
    "passed",
    "not started",
  ]);
  assertEquals(await statuses(true), [
    "not started",
    "passed",
    "not started",
    "type error",
    "not started",
  ]);
});
