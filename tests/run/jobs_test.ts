import { assert, assertEquals, assertRejects } from "@std/assert";
import { fileURLToPath } from "node:url";
import { UserError } from "lib/command.ts";
import { choose, groupFiles, makeJobs, stageNames, testFilesBelow } from "./jobs.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = "tests/run/jobs_test.ts";

Deno.test("choose: no word means every stage and every test but the learner's", async () => {
  const { stages, testFiles, exampleFiles, notebooks } = await choose([], root);
  assertEquals(stages, [...stageNames]);
  assertEquals([exampleFiles, notebooks], [["lib", "datasets"], []]);
  assert(testFiles.includes(here) && testFiles.includes("tests/random_test.ts"));
  assertEquals(testFiles.filter((file) => file.startsWith("tests/learner/")), []);
});

Deno.test("choose: paths run what belongs to them, wherever they are typed", async () => {
  const one = await choose(["jobs_test.ts"], `${root}tests/run`);
  assertEquals([one.stages, one.testFiles], [["types", "tests"], [here]]);
  const folder = await choose(["tests/run/", "lib/nn"], root);
  assertEquals(folder.stages, ["types", "examples", "tests"]);
  assertEquals([folder.testFiles, folder.exampleFiles], [
    await testFilesBelow("tests/run"),
    ["lib/nn"],
  ]);
  const notebook = await choose(["notebooks/04-scaling.ipynb"], root);
  assertEquals([notebook.stages, notebook.notebooks], [["notebooks"], [
    "notebooks/04-scaling.ipynb",
  ]]);
  assertEquals((await choose(["lint", "format"], root)).stages, ["format", "lint"]);
});

Deno.test("choose: words that mean nothing are named", async () => {
  await assertRejects(() => choose(["typos"], root), UserError, "got typos");
  await assertRejects(() => choose(["tests/fixtures"], root), UserError, "found none");
  await assertRejects(() => choose(["tests/learner"], root), UserError, "deno task check 04");
  await assertRejects(() => choose(["README.md"], root), UserError, "got README.md");
});

Deno.test("makeJobs: every test file is in one job, long ones begin first", async () => {
  const chosen = await choose([], root);
  const long = chosen.testFiles[chosen.testFiles.length - 1];
  const jobs = await makeJobs(chosen, { [long]: 500 });
  const files = jobs.filter(({ stage, args }) => stage === "tests" && args[0] === "test")
    .flatMap(({ args }) => args.filter((arg) => arg.endsWith("test.ts")));
  assertEquals(files.sort(), [...chosen.testFiles]);
  assertEquals(new Set(jobs.map(({ title }) => title)).size, jobs.length);
  assertEquals(jobs.find(({ after, title }) => !after && title !== "page")?.args.at(-1), long);
  const order = jobs.map(({ title }) => title);
  for (const { title, after } of jobs) {
    if (after !== undefined) assert(order.indexOf(after) < order.indexOf(title), title);
  }
});

Deno.test("makeJobs: examples run without a type check only where the stage types checks them", async () => {
  const argsOf = async (words: string[]) => {
    const jobs = await makeJobs(await choose(words, root), {});
    return (stage: string) => jobs.find((job) => job.stage === stage)?.args ?? [];
  };
  const whole = await argsOf([]);
  assert(whole("examples").includes("--no-check"));
  assert(whole("types").includes("--doc"));
  assert(whole("types").includes("datasets/translator/README.md")); // it has an example
  assert(whole("types").some((file) => file.endsWith("lib/random.ts")));
  for (const words of [["examples"], [here, "lib/nn"]]) {
    assert(!(await argsOf(words))("examples").includes("--no-check"), words.join(" "));
  }
});

Deno.test("groupFiles: short files share a process, a long one has its own", () => {
  const files = ["tests/a_test.ts", "tests/b_test.ts", "tests/c_test.ts", "tests/lab/d_test.ts"];
  assertEquals(groupFiles(files, { "tests/b_test.ts": 50 }), [
    ["tests/a_test.ts", "tests/c_test.ts"],
    ["tests/b_test.ts"],
    ["tests/lab/d_test.ts"],
  ]);
});
