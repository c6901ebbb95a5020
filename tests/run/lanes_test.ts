import { assert, assertEquals, assertRejects } from "@std/assert";
import { delay } from "lib/platform/waiting.ts";
import { type Ended, type Job, runJobs } from "./lanes.ts";

/** A job that runs a line of code. */
function job(title: string, code: string, needs: Partial<Job> = {}): Job {
  return { stage: "tests", title, args: ["eval", code], seconds: 1, ...needs };
}

/** Runs jobs and returns their ends, and the sets that ran at the same moment. */
async function run(jobs: readonly Job[], laneCount: number, limitSeconds?: number) {
  const ends: Ended[] = [];
  const sets: string[][] = [];
  await runJobs(jobs, laneCount, new AbortController().signal, {
    running: (titles) => sets.push([...titles].sort()),
    ended: (end) => ends.push(end),
  }, limitSeconds);
  return { ends, sets };
}

Deno.test("runJobs: all run, never more than there are lanes, and each output stays whole", async () => {
  const jobs = ["a", "b", "c", "d", "e"].map((name) =>
    job(
      name,
      `console.log("${name}1"); console.error("${name}2"); Deno.exitCode = ${+(name > "d")}`,
    )
  );
  const { ends, sets } = await run(jobs, 2);
  assertEquals(Math.max(...sets.map((titles) => titles.length)), 2);
  for (const { job: { title }, output, success } of ends) {
    assertEquals(output.trim().split("\n").sort(), [`${title}1`, `${title}2`]);
    assertEquals(success, title !== "e");
  }
  assertEquals(ends.map(({ job }) => job.title).sort(), ["a", "b", "c", "d", "e"]);
});

Deno.test({
  name:
    "runJobs: a job that computes costs processors time, its children's too, and one that waits none",
  ignore: Deno.build.os === "windows",
  async fn() {
    const compute = "while (process.cpuUsage().user < 600_000);"; // microseconds
    const child =
      `new Deno.Command(Deno.execPath(), { args: ["eval", "${compute}"] }).outputSync();`;
    const { ends } = await run([
      job("both", compute + child),
      job("waits", "await new Promise((resolve) => setTimeout(resolve, 1500));"),
    ], 1);
    const [both, waits] = ends.map(({ processorSeconds = NaN }) => processorSeconds);
    assert(both > 1, `${both} s`); // twice 0.6
    assert(waits < 1, `${waits} s`);
  },
});

Deno.test("runJobs: what has to wait for a job begins after it, even if that failed", async () => {
  const jobs = [
    job("page test", "", { after: "page" }),
    job("page", "Deno.exitCode = 1"),
    job("other", ""),
  ];
  const { sets, ends } = await run(jobs, 3);
  assertEquals(sets.filter((titles) => titles.includes("page") && titles.length > 2), []);
  assertEquals(sets.some((titles) => titles.join() === "page,page test"), false);
  assertEquals(ends.length, 3);
});

Deno.test("runJobs: a job that does not end in time is stopped and has failed; the next one runs", async () => {
  const hangs = job(
    "hangs",
    `console.log("begun"); await new Promise(() => setInterval(() => {}, 1000));`,
  );
  const { ends } = await run([hangs, job("next", "")], 1, 2);
  const [first, next] = ends;
  assertEquals([first.success, next.success], [false, true]);
  assertEquals(first.output.trim().split("\n").map((line) => line.trim()).filter(Boolean), [
    "begun",
    "expected it to end within 2 s; it was stopped.",
  ]);
});

Deno.test("runJobs: two that wait for one another are a mistake", async () => {
  const jobs = [job("a", "", { after: "b" }), job("b", "", { after: "a" })];
  await assertRejects(() => run(jobs, 2), Error, "two wait for another");
});

Deno.test({
  name: "runJobs: an abort ends the processes and what they have started, and begins no other",
  ignore: Deno.build.os !== "linux",
  async fn() {
    const stop = new AbortController();
    const pids: number[] = [];
    const ended: string[] = [];
    const start = `const { execPath } = Deno;
      const child = new Deno.Command(execPath(), { args: ["eval", "setInterval(() => {}, 1000)"] }).spawn();
      console.log(Deno.pid + " " + child.pid);
      await child.status;`;
    await runJobs([job("a", start), job("b", start), job("c", start)], 2, stop.signal, {
      line(_, line) {
        pids.push(...line.split(" ").map(Number));
        if (pids.length === 4) stop.abort();
      },
      ended: ({ job }) => ended.push(job.title),
    });
    const runs = () =>
      pids.filter((pid) => {
        try {
          return !/\) Z /.test(Deno.readTextFileSync(`/proc/${pid}/stat`));
        } catch {
          return false;
        }
      });
    for (let wait = 0; wait < 100 && runs().length > 0; wait++) await delay(50);
    assertEquals([pids.length, runs(), ended], [4, [], []]);
  },
});
