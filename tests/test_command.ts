/**
 * `deno task test`: everything that must hold before a change is done. What can run side by side does;
 * a failing stage does not hide the others, and what failed is shown once more at the end.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { formatSeconds, terminalProgress } from "lib/progress.ts";
import {
  addCounts,
  type Counts,
  countsIn,
  describeCounts,
  fileBegunBy,
  noCounts,
  withoutPassed,
  withoutSummary,
} from "./run/deno_report.ts";
import { choose, makeJobs, stageNames } from "./run/jobs.ts";
import { type Ended, type Job, runJobs } from "./run/lanes.ts";
import { keepTimes, readTimes } from "./run/times.ts";

/** One lane more than cores: tests often wait, for a kernel, a browser or a time to pass. */
const usualLanes = Math.min(6, navigator.hardwareConcurrency + 1);

const spec: CommandSpec = {
  name: "test",
  summary: "Checks the whole project: format, lint, types, doc examples, tests, notebooks.",
  usage: "[STAGE | PATH …] [options]",
  options: {
    filter: {
      type: "text",
      value: "TEXT",
      help: "only tests and examples with TEXT in their name",
    },
    lanes: {
      type: "text",
      value: "N",
      help: `how many processes run side by side (${usualLanes} here: one more than cores)`,
    },
  },
  notes: `
Stages: ${stageNames.join(", ")}. Without a word, all run. A stage's name runs that
stage. A path runs what belongs to it:
  deno task test tests/nn                the tests in a folder, and their type check
  deno task test tests/random_test.ts    the tests of one file
  deno task test lib/nn                  the doc examples of a file or a folder
  deno task test notebooks/04-scaling.ipynb

Processes run side by side, the longest first (.cache/test-times.json keeps the times). What each
prints comes when it has ended; what failed is shown again at the end. The last line counts
tests, doc examples and notebooks, and format, lint and types as one each.
Notebooks run at the small budget. Your homework is not part of it: deno task check 04.
Ctrl-C ends everything. Status: 0 if nothing failed, 1 if something did, 130 if it was stopped.`,
};

/** What a job's output says of its checks; a job that is one check counts as one. */
function countsOf({ job, output, success }: Ended): Counts {
  if (job.stage === "notebooks") {
    const passed = output.match(/^ok {2,}\S+\.ipynb/gm)?.length ?? 0;
    const failed = output.match(/^(?:error|timeout) +\S+\.ipynb/gm)?.length ?? 0;
    return { ...noCounts, passed, failed: Math.max(failed, success ? 0 : 1) };
  }
  if (job.args[0] !== "test") {
    if (job.stage === "tests") return success ? noCounts : { ...noCounts, failed: 1 };
    return success ? { ...noCounts, passed: 1 } : { ...noCounts, failed: 1 };
  }
  const counts = countsIn(output) ?? noCounts;
  return success || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Runs the jobs and tells how they end; the exit status. */
async function runTests(args: Arguments): Promise<number> {
  const lanes = args.number("lanes") ?? usualLanes;
  if (!Number.isInteger(lanes) || lanes < 1) {
    throw new UserError(`--lanes expects a whole number from 1 on, got ${lanes}.`);
  }
  const chosen = await choose(args.words);
  const jobs = await makeJobs(chosen, await readTimes(), { filter: args.text("filter") });
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;

  const stop = new AbortController();
  const signals: Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) Deno.addSignalListener(signal, () => stop.abort());

  const total = jobs.reduce((sum, job) => sum + job.seconds, 0);
  const progress = Deno.stderr.isTerminal()
    ? terminalProgress({ total: 100, label: "checks" })
    : undefined;
  let expected = 0;
  let note = "";
  const ends: Ended[] = [];
  const clock = new FileClock();
  const redraw = setInterval(() => progress?.update(Math.floor(100 * expected / total), note), 500);
  await runJobs(jobs, lanes, stop.signal, {
    running: (titles) => note = titles.join(", "),
    line: (job, line) => clock.line(job, line),
    ended(end) {
      clock.ended(end);
      ends.push(end);
      expected += end.job.seconds;
      if (progress) Deno.stderr.writeSync(new TextEncoder().encode("\r\x1b[K"));
      tell(end);
    },
  });
  clearInterval(redraw);
  if (stop.signal.aborted) {
    console.error("\nStopped.");
    return 130;
  }
  progress?.finish("");
  if (ends.every(({ success }) => success)) await keepTimes(clock.times);

  const failed = ends.filter(({ success }) => !success);
  for (const { job, output } of failed) {
    console.log(`\n── failed: ${job.stage}, ${job.title}`);
    console.log(job.args[0] === "test" ? withoutPassed(withoutSummary(output)) : output.trim());
  }
  console.log("");
  let all = noCounts;
  for (const stage of chosen.stages) {
    const own = ends.filter(({ job }) => job.stage === stage);
    const counts = own.map(countsOf).reduce(addCounts, noCounts);
    all = addCounts(all, counts);
    const state = own.every(({ success }) => success) ? "ok" : "FAILED";
    const time = formatSeconds(own.reduce((sum, end) => sum + end.seconds, 0));
    console.log(`${stage.padEnd(9)}  ${state.padEnd(6)}  ${describeCounts(counts)} (${time})`);
  }
  console.log(`in ${formatSeconds(seconds())}, ${lanes} side by side\n`);
  console.log(describeCounts({ ...all, steps: 0 }));
  return failed.length === 0 ? 0 : 1;
}

/** Prints what a job has printed, under a line that names it. */
function tell({ job, success, output, seconds }: Ended): void {
  const title = job.title === job.stage ? job.stage : `${job.stage}: ${job.title}`;
  console.log(`\n── ${title}: ${success ? "ok" : "FAILED"} (${formatSeconds(seconds)})`);
  const text = job.args[0] === "test" ? withoutSummary(output) : output.trim();
  if (text !== "") console.log(text);
}

/** Measures how long stages and test files take, by what their processes print. */
class FileClock {
  /** Seconds by the name of a stage or the path of a file. */
  readonly times: Record<string, number> = {};
  readonly #begun = new Map<string, { file: string; at: number }>();

  /** Looks whether a line begins a file. */
  line({ title }: Job, line: string): void {
    const file = fileBegunBy(line);
    if (file === undefined) return;
    this.#finish(title);
    this.#begun.set(title, { file, at: performance.now() });
  }

  /** The job has ended, and with it its last file. */
  ended({ job, seconds }: Ended): void {
    this.#finish(job.title);
    if (job.title === job.stage) this.times[job.stage] = Math.round(seconds * 10) / 10;
  }

  #finish(title: string): void {
    const begun = this.#begun.get(title);
    if (begun === undefined) return;
    this.times[begun.file] = Math.round((performance.now() - begun.at) / 100) / 10;
    this.#begun.delete(title);
  }
}

if (import.meta.main) await runCommand(spec, runTests);
