/** What a submission may cost in all: reading, types and running share one budget, and the next learner has their own. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { notBegun } from "lib/homework/evaluation/shared_process.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { gradeSubmissions } from "lib/homework/grading/grade.ts";
import { findSubmissions } from "lib/homework/grading/submissions.ts";
import { VerdictCache } from "lib/homework/grading/verdict_cache.ts";
import { LazyWorkspace } from "lib/homework/sandbox/stage.ts";
import { codeCell } from "lib/jupyter/format/notebook.ts";
import { notebookWith, saveNotebook, temporaryFolder } from "../submission.ts";

/** Takes a parser exponential time. */
const slow = (depth: number) => `let z = ${"async(a=".repeat(depth)}1${")".repeat(depth)};\n`;

const answers = (text: (name: string) => string) =>
  Object.fromEntries(homework.exercises.map(({ id, name }) => [id, text(name)]));

const solved = Object.fromEntries(
  await Promise.all(homework.exercises.map(async ({ id }) => [id, await solutionCell(id)])),
);

Deno.test("gradeSubmissions: what takes long to be read costs its budget, and an honest learner nothing", async () => {
  await using folder = await temporaryFolder();
  const slowAnswers = notebookWith(homework, answers((name) => `${slow(40)}function ${name}() {}`));
  const slowCells = notebookWith(
    homework,
    answers((name) => `function ${name}() { return helper(); }`),
  );
  slowCells.cells.push(codeCell("slow", slow(40), {}));
  await saveNotebook(join(folder.path, "class/eve"), "04.ipynb", slowAnswers);
  await saveNotebook(join(folder.path, "class/mallory"), "04.ipynb", slowCells);
  await saveNotebook(join(folder.path, "class/zoe"), "04.ipynb", notebookWith(homework, solved));
  await using workspace = new LazyWorkspace();
  using cache = await VerdictCache.open(join(folder.path, "cache"), "any", 7);
  const [eve, mallory, zoe] = await gradeSubmissions(
    () => workspace.get(),
    await findSubmissions(join(folder.path, "class")),
    { cache, secondsInAll: 6 }, // enough for an honest learner on a busy machine
  );
  for (const { verdicts } of [eve, mallory]) {
    const problems = verdicts.map(({ problem }) => problem?.en ?? "");
    const slow = problems.filter((text) => text.startsWith("the cell takes more than")).length;
    const left = problems.filter((text) => text === notBegun.en).length;
    assert(slow > 0 && left > 0, `${slow} were read for too long, ${left} were not begun`);
    assertEquals(slow + left, verdicts.length);
  }
  assertEquals(zoe.verdicts.map(({ status }) => status), zoe.verdicts.map(() => "passed"));
});

Deno.test("gradeSubmissions: a run that ended before types were looked at lets nothing pass in the next", async () => {
  await using folder = await temporaryFolder();
  const wrong = { "04.4": `${solved["04.4"]}\nconst wrong: string = 1;` };
  const notebook = notebookWith(homework, wrong);
  await saveNotebook(join(folder.path, "class/eve"), "04.ipynb", notebook);
  await using workspace = new LazyWorkspace();
  const grade = async (secondsInAll: number) => {
    using cache = await VerdictCache.open(join(folder.path, "cache"), "any", 7);
    const submissions = await findSubmissions(join(folder.path, "class"));
    const options = { cache, secondsInAll, demandTypes: true };
    const [{ verdicts }] = await gradeSubmissions(() => workspace.get(), submissions, options);
    return verdicts.find(({ exercise }) => exercise.id === "04.4");
  };
  const first = await grade(1e-9);
  // Some of it was read, and its types were not checked.
  assertEquals(first?.points, 0);
  const second = await grade(40);
  assertEquals([second?.status, /type error/.test(second?.problem?.en ?? "")], ["failed", true]);
});
