/** The tasks as a person types them: `check`, `reset`, `grade`, and `deno test -P tests/learner`. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { homeworkCells } from "lib/homework/cell/cells.ts";
import { stubCell } from "lib/homework/cell/written_cells.ts";
import { gradeRecord } from "lib/homework/commands/json_line.ts";
import { homework } from "lib/homework/exercises/04/homework.ts";
import { mistakeCells } from "lib/homework/exercises/mistake_cells.ts";
import { solutionCell } from "lib/homework/exercises/solutions.ts";
import { gradeSubmissions } from "lib/homework/grading/grade.ts";
import { csv, table } from "lib/homework/grading/marks/gradebook.ts";
import { marksOf } from "lib/homework/grading/marks/marks.ts";
import { plainPolicy } from "lib/homework/grading/marks/policy.ts";
import { findSubmissions } from "lib/homework/grading/submissions.ts";
import { VerdictCache } from "lib/homework/grading/verdict_cache.ts";
import { Workspace } from "lib/homework/sandbox/stage.ts";
import { codeCell, newNotebook, readNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFolder } from "lib/platform/project.ts";
import {
  buildPristine,
  notebookWith,
  processesWith,
  saveNotebook,
  temporaryFolder,
} from "../submission.ts";

const solved = Object.fromEntries(
  await Promise.all(homework.exercises.map(async ({ id }) => [id, await solutionCell(id)])),
);

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `deno` in the project. */
async function deno(args: string[], env: Record<string, string> = {}): Promise<Result> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd: projectFolder,
    env: { NO_COLOR: "1", ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

function task(name: string, ...args: string[]): Promise<Result> {
  return deno(["run", "-A", `lib/homework/commands/${name}_command.ts`, ...args]);
}

/** A cell that makes a known mistake of notebook 04. */
async function mistaken(id: string, name: string): Promise<string> {
  const exercise = homework.exercises.find((one) => one.id === id);
  const known = exercise ? await mistakeCells(exercise) : [];
  const found = known.find((mistake) => mistake.name === name)?.cells[0];
  if (found === undefined) throw new Error(`expected a mistake "${name}" of ${id}`);
  return found;
}

function assertNoStack(...texts: string[]): void {
  for (const text of texts) assertEquals(/^\s+at .*\.ts:\d+/m.test(text), false, text);
}

Deno.test("check: grades a saved notebook; the same seed repeats it word for word", async () => {
  await using folder = await temporaryFolder();
  const path = await saveNotebook(
    folder.path,
    "04-한글.ipynb",
    notebookWith(homework, {
      ...solved,
      "04.1": await mistaken("04.1", "biased: divides by n"),
      "04.3": "function softmaxJacobian(scores) {\n  return scores +;\n}",
    }),
  );
  const first = await task("check", "04", "--file", path, "--seed", "41");
  const again = await task("check", "4", "--file", path, "--seed", "41");
  assertEquals(first.code, 1);
  assertEquals(again.out, first.out);
  const alone = await task("check", path, "--seed", "41");
  const asNamed = first.out.replace("check 04 --hint", `check ${path} --hint`);
  assertEquals(alone.out, asNamed, "the file tells by its exercises which notebook it is");
  assertStringIncludes(first.out, "✘ 04.1 dotProductVariance: ");
  assertStringIncludes(first.out, "What happened: biased: divides by n");
  assertStringIncludes(first.out, "✔ 04.2 scaledDotProductAttention: passed, 4 points");
  assertStringIncludes(first.out, "syntax error at line 2, column 18");
  assertNoStack(first.out, first.err);
});

Deno.test("check: everything right ends with status 0; --json prints one object per exercise", async () => {
  await using folder = await temporaryFolder();
  const path = await saveNotebook(folder.path, "04.ipynb", notebookWith(homework, solved));
  const { code, out } = await task("check", "04", "--file", path, "--json");
  assertEquals(code, 0);
  const records = out.trim().split("\n").map((line) => JSON.parse(line));
  assertEquals(records.map(({ exercise, status }) => [exercise, status]), [
    ["04.1", "passed"],
    ["04.2", "passed"],
    ["04.3", "passed"],
    ["04.4", "passed"],
    ["04.5", "passed"],
  ]);
});

Deno.test("check: says in one sentence what is wrong with its arguments or the file", async () => {
  await using folder = await temporaryFolder();
  const broken = join(folder.path, "04.ipynb");
  await Deno.writeTextFile(broken, '{"cells": [');
  const empty = await saveNotebook(folder.path, "empty.ipynb", newNotebook([]));
  const attempts: [string[], number, RegExp][] = [
    [[], 1, /^Expected the number of a notebook with homework \(.*04.*\), got nothing/],
    [["99"], 1, /got "99"/],
    [["04", "05"], 1, /^Expected one notebook/],
    [["04", "--file", join(folder.path, "none.ipynb")], 1, /got nothing there/],
    [[join(folder.path, "none.ipynb")], 1, /got nothing there/],
    [[empty], 1, /^Expected the exercises of one notebook in .*, got none/],
    [["04", "--file", broken], 1, /^The notebook is broken\..*not JSON/],
    [["04", "--file", folder.path], 1, /cannot be read/],
    [["04", "--seed", "x"], 1, /--seed expects a number/],
    [["04", "--solution", "04.99"], 1, /Expected one of 04\.1/],
    [["04", "--solution", "04.1"], 1, /after a question/],
    [["04", "--wrong"], 2, /--wrong/],
  ];
  for (const [args, status, says] of attempts) {
    const { code, out, err } = await task("check", ...args);
    assertEquals([args, code], [args, status]);
    assertMatch(err, says);
    assertNoStack(out, err);
  }
});

Deno.test("check: one exercise alone, with one further hint each time, only for what was tried", async () => {
  await using folder = await temporaryFolder();
  const answers = { "04.1": await mistaken("04.1", "biased: divides by n") };
  const path = await saveNotebook(folder.path, "04.ipynb", notebookWith(homework, answers));
  const { out } = await task("check", "04.1", "--file", path);
  assertStringIncludes(out, "✘ 04.1 dotProductVariance");
  assertEquals(out.includes("04.2"), false);
  assertStringIncludes(out, "More help: deno task check 04.1 --hint");
  const hinted = await task("check", "04", "--file", path, "--hint");
  // The learner's own count of hints goes on from where it was.
  const shown = [...hinted.out.matchAll(/Hint (\d) of 3/g)].map(([, n]) => Number(n));
  assertEquals(shown, shown.map((_, i) => i + 1));
  assertEquals(shown.length > 0, true);
});

Deno.test("check --solution: shows the commented solution to whoever says yes", async () => {
  const asked = await task("check", "--solution", "04.4");
  assertEquals([asked.code, asked.out], [1, ""]);
  assertStringIncludes(asked.err, "or add --yes");
  const { code, out } = await task("check", "--solution", "4.4", "--yes");
  assertEquals([code, out], [0, `\n${solved["04.4"]}\n`]);
  const none = await task("check", "--solution", "04", "--yes");
  assertStringIncludes(none.err, "--solution expects one exercise, such as 04.2.");
});

Deno.test("check --watch: checks again at each save and leaves nothing when stopped", async () => {
  await using folder = await temporaryFolder();
  const path = await saveNotebook(folder.path, "04.ipynb", buildPristine(homework));
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "lib/homework/commands/check_command.ts", "04", "--watch", "--file", path],
    cwd: projectFolder,
    env: { NO_COLOR: "1", TMPDIR: folder.path },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let out = "";
  const reader = process.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const until = async (text: string): Promise<void> => {
    while (!out.includes(text)) {
      const { value, done } = await reader.read();
      if (done) throw new Error(`expected "${text}" before the end, got ${out}`);
      out += value;
    }
  };
  await until("Waiting for the next save");
  assertStringIncludes(out, "04.4 entropy: not started");
  out = "";
  await saveNotebook(folder.path, "04.ipynb", notebookWith(homework, { "04.4": solved["04.4"] }));
  await until("Waiting for the next save");
  assertStringIncludes(out, "04.4 entropy: passed");
  process.kill("SIGTERM");
  await process.status;
  await reader.cancel();
  // Who takes the folder away when the task has been killed ends a moment after it.
  const running = () => processesWith(join(folder.path, "course-homework-"));
  for (let i = 0; i < 50 && (await running()).length > 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assertEquals(await running(), []);
  const left = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
  assertEquals(left, ["04.ipynb"]);
});

Deno.test({
  name: "check: killed in the middle of an endless loop, it leaves no process",
  // Elsewhere the limit on processor time ends the process, minutes later.
  ignore: Deno.build.os !== "linux",
  async fn() {
    await using folder = await temporaryFolder();
    const loop = "function entropy(weights: number[]): number { while (true); }";
    const notebook = notebookWith(homework, { "04.4": loop });
    const path = await saveNotebook(folder.path, "04.ipynb", notebook);
    const process = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "lib/homework/commands/check_command.ts", "04", "--file", path],
      cwd: projectFolder,
      env: { TMPDIR: folder.path },
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).spawn();
    const child = join(folder.path, "course-homework-");
    const isRunning = async (): Promise<boolean> =>
      (await processesWith(child)).some((line) => line.includes("sandbox_child.ts"));
    await waitUntil(isRunning, 30);
    await new Promise((resolve) => setTimeout(resolve, 1000)); // into the loop
    process.kill("SIGKILL");
    await process.status;
    await waitUntil(async () => !await isRunning(), 5);
  },
});

/** Waits until `condition` holds, or throws after so many seconds. */
async function waitUntil(condition: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!await condition()) {
    if (performance.now() > end) throw new Error(`expected a change within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

Deno.test("reset: the stub is back, the work is kept, other cells are untouched", async () => {
  await using folder = await temporaryFolder();
  const path = await saveNotebook(folder.path, "04-x.ipynb", notebookWith(homework, solved));
  const before = await Deno.readTextFile(path);
  const { code, out } = await task("reset", "04.2", "--file", path);
  assertEquals(code, 0);
  const copy = /Your work is in (.*)\.\n/.exec(out)?.[1];
  assert(copy, out);
  assertEquals(await Deno.readTextFile(join(projectFolder, copy)), before);
  await Deno.remove(join(projectFolder, copy));
  const notebook = await readNotebook(path);
  for (const { id, stub } of homework.exercises) {
    assertEquals(homeworkCells(notebook, id)[0].source, id === "04.2" ? stub : solved[id]);
  }
  const again = await task("reset", "04.2", "--file", path);
  assertStringIncludes(again.out, "at its stub already; nothing was changed");
});

Deno.test("reset: leaves a broken notebook as it is, and refuses what it does not know", async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, "04.ipynb");
  await Deno.writeTextFile(path, '{"cells": [');
  const broken = await task("reset", "04.2", "--file", path);
  assertEquals([broken.code, await Deno.readTextFile(path)], [1, '{"cells": [']);
  assertStringIncludes(broken.err, "The notebook is broken.");
  for (const word of ["04", "04.9", "x.1", ""]) {
    const { code, err } = await task("reset", word, "--file", path);
    assertEquals([word, code], [word, 1]);
    assertMatch(err, /^Expected /);
    assertNoStack(err);
  }
});

Deno.test("grade: one JSON object per learner and exercise, by the contract", async () => {
  await using folder = await temporaryFolder();
  const [variance, attention] = homework.exercises;
  const broken = notebookWith(homework, solved);
  broken.cells = broken.cells.filter(({ id }) => id !== "dot-product-variance-homework");
  broken.cells.push({ ...stubCell(attention), id: "copy" });
  const forbidden = notebookWith(homework, {
    "04.1":
      `import { entropy } from "lib/homework/exercises/04/entropy/exercise.ts";\n${variance.stub}`,
    "04.4": "function entropy(weights: number[]): number { while (true); }",
  });
  forbidden.cells[0] = codeCell("setup", "throw new Error('replaced')", { tags: ["setup"] });
  forbidden.cells[2].metadata.points = 1000;
  await saveNotebook(
    join(folder.path, "김철수"),
    "04-scaling.ipynb",
    notebookWith(homework, solved),
  );
  await saveNotebook(join(folder.path, "ann", "deep"), "04.ipynb", broken);
  await saveNotebook(join(folder.path, "bob"), "homework.ipynb", forbidden);
  await saveNotebook(join(folder.path, "bob", ".ipynb_checkpoints"), "04.ipynb", broken);
  await Deno.mkdir(join(folder.path, "eve"));
  await Deno.writeTextFile(join(folder.path, "eve", "04.ipynb"), "{");
  await Deno.symlink(join(folder.path, "김철수"), join(folder.path, "link"));
  const { code, out, err } = await task(
    "grade",
    folder.path,
    "--json",
    "--cache",
    join(folder.path, ".cache"),
  );
  assertEquals(code, 0);
  assertNoStack(out, err);
  const records = out.trim().split("\n").map((line) => JSON.parse(line));
  const statuses = Object.groupBy(records, ({ learner }) => learner);
  const of = (learner: string) => statuses[learner]?.map(({ status }) => status);
  assertEquals(Object.keys(statuses).sort(), ["ann", "bob", "eve", "김철수"]);
  assertEquals(of("김철수"), ["passed", "passed", "passed", "passed", "passed"]);
  assertEquals(of("ann"), ["error", "error", "passed", "passed", "passed"]);
  assertEquals(of("bob"), ["error", "not started", "not started", "timeout", "not started"]);
  assertEquals(of("eve"), ["error", "error", "error", "error", "error"]);
  const message = (learner: string, i: number): string => statuses[learner]?.[i].message;
  assertMatch(message("ann", 0), /homework cell of 04\.1 is gone/);
  assertMatch(message("ann", 1), /2 cells carry 04\.2: duplicates/);
  assertMatch(message("bob", 0), /forbidden import/);
  assertMatch(message("eve", 0), /notebook is broken/);
  assertEquals(statuses["김철수"]?.[1], {
    learner: "김철수",
    exercise: "04.2",
    function: "scaledDotProductAttention",
    status: "passed",
    points: 4,
    max: 4,
    message: "all properties hold",
  });
});

Deno.test("grade: a folder of notebooks is one learner; partial credit, table and CSV", async () => {
  await using folder = await temporaryFolder();
  const learner = join(folder.path, "=혼자, 하나");
  const answers = {
    ...solved,
    "04.2": await mistaken("04.2", "scales after the softmax"),
    "04.4": "",
  };
  await saveNotebook(learner, "04.ipynb", notebookWith(homework, answers));
  await using workspace = await Workspace.create();
  using cache = await VerdictCache.open(join(folder.path, "cache"), "test", 5);
  const graded = await gradeSubmissions(
    () => Promise.resolve(workspace),
    await findSubmissions(learner),
    { cache },
  );
  const [, record] = graded[0].verdicts.map((verdict) => gradeRecord(graded[0].learner, verdict));
  assertEquals([record.learner, record.status], ["=혼자, 하나", "failed"]);
  assertEquals(record.misconception, "scales after the softmax");
  const marks = graded.map((one) => marksOf(one, plainPolicy));
  assertEquals(table(marks).split("\n"), [
    "learner      04.1 /2  04.2 /4  04.3 /4  04.4 /2  04.5 /4  points /16",
    "=혼자, 하나  2        0        4        error    4        10",
    "",
    "=혼자, 하나 04.4: the cell no longer declares entropy; deno task reset 04.4 brings the stub back",
  ]);
  assertEquals(csv(marks).split("\r\n"), [
    "learner,04.1 /2,04.2 /4,04.3 /4,04.4 /2,04.5 /4,04 late,04 /16,total /16",
    `"'=혼자, 하나",2,0,4,0,4,0,10,10`,
    "",
  ]);
});

Deno.test("grade: says what it expected where there is nothing to grade", async () => {
  await using folder = await temporaryFolder();
  for (const args of [[], [join(folder.path, "none")], [folder.path]]) {
    const { code, err, out } = await task("grade", ...args, "--cache", join(folder.path, ".cache"));
    assertEquals(code, 1);
    assertMatch(err, /^Expected /);
    assertNoStack(err, out);
  }
});

Deno.test("deno test -P tests/learner: not started is ignored, wrong fails, right passes", async () => {
  await using folder = await temporaryFolder();
  const answers = {
    "04.1": solved["04.1"],
    "04.2": await mistaken("04.2", "scales after the softmax"),
  };
  await saveNotebook(folder.path, "04-x.ipynb", notebookWith(homework, answers));
  const env = { HOMEWORK_DIR: folder.path };
  const { code, out } = await deno(["test", "-P", "tests/learner"], env);
  assertEquals(code, 1);
  assertMatch(out, /^04\.1 dotProductVariance \.\.\. ok/m);
  assertMatch(out, /^04\.2 scaledDotProductAttention \.\.\. FAILED/m);
  assertMatch(out, /^04\.3 softmaxJacobian \.\.\. ignored/m);
  assertStringIncludes(out, "What happened: scales after the softmax");
  assertNoStack(out);
});
