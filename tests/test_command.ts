/**
 * `deno task test`: everything that must hold before a change is done. What can run side by side does;
 * a failing stage does not hide the others, and what failed is shown once more at the end.
 *
 * @module
 */
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { pinVersions } from "lib/platform/lock_file.ts";
import { formatSeconds, terminalProgress } from "lib/progress.ts";
import { choose, makeJobs, stageNames } from "./run/jobs.ts";
import { type Ended, type Job, runJobs } from "./run/lanes.ts";
import { countLines, countsOf, failures, runsTests, times, wholeOutput } from "./run/summary.ts";
import { FileClock, keepTimes, readTimes } from "./run/times.ts";

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
Stages: ${stageNames.join(", ")}. Without a word, all run; the
name of a stage runs that one. A file or a folder runs what belongs to it:
  deno task test tests/nn                    its tests, and their type check
  deno task test tests/random_test.ts        one file
  deno task test lib/nn                      its doc examples
  deno task test notebooks/04-scaling.ipynb  a notebook, at the small budget

Processes run side by side, the longest first: .cache/test-times.json keeps what they took. What
one prints comes when it has ended; what failed is shown again at the end. The last line counts
tests, doc examples and notebooks, and format, lint and types as one each.
Your homework is not part of it: deno task check 04.
Ctrl-C ends everything. Status: 0 if nothing failed, 1 if something did, 130 if it was stopped.`,
};

/** Runs what the words name and tells how it ends; returns the exit status. */
async function runTests(args: Arguments): Promise<number> {
  const lanes = args.number("lanes") ?? usualLanes;
  if (!Number.isInteger(lanes) || lanes < 1) {
    throw new UserError(`--lanes expects a whole number from 1 on, got ${lanes}.`);
  }
  const filter = args.text("filter");
  const chosen = await choose(args.words);
  const jobs = await makeJobs(chosen, await readTimes(), { filter });

  const stop = new AbortController();
  const signals: Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) Deno.addSignalListener(signal, () => stop.abort());

  await pinVersions("tests/deno.lock"); // for all that is run here, and all that it starts
  const start = performance.now();
  const clock = new FileClock();
  const ends = await runTold(jobs, lanes, stop.signal, clock);
  if (stop.signal.aborted) {
    console.error("\nStopped.");
    return 130;
  }
  const success = ends.every((ended) => ended.success);
  if (success && args.words.length === 0 && filter === undefined) await keepTimes(clock.times);

  console.log(failures(ends));
  const seconds = (performance.now() - start) / 1000;
  console.log(`in ${formatSeconds(seconds)}, ${lanes} side by side; one by one ${times(ends)}`);
  console.log(countLines(chosen.stages, ends).join("\n"));
  const found = ends.filter(runsTests).map(countsOf);
  if (filter !== undefined && found.every(({ passed, failed }) => passed + failed === 0)) {
    throw new UserError(`expected tests with "${filter}" in their name, found none`);
  }
  return success ? 0 : 1;
}

/** Runs jobs; each tells all that it has printed when it has ended. */
async function runTold(
  jobs: readonly Job[],
  lanes: number,
  signal: AbortSignal,
  clock: FileClock,
): Promise<Ended[]> {
  const ends: Ended[] = [];
  const expected = jobs.reduce((sum, { seconds }) => sum + seconds, 0);
  const progress = Deno.stderr.isTerminal()
    ? terminalProgress({ total: 100, label: "checks" })
    : undefined;
  let note = "";
  const redraw = () => {
    const done = ends.reduce((sum, { job }) => sum + job.seconds, 0);
    progress?.update(Math.floor(100 * done / expected), note);
  };
  const timer = setInterval(redraw, 500);
  await runJobs(jobs, lanes, signal, {
    running: (titles) => note = titles.join(", "),
    line: (job, line) => clock.line(job, line),
    ended(ended) {
      clock.ended(ended);
      ends.push(ended);
      if (progress) Deno.stderr.writeSync(new TextEncoder().encode("\r\x1b[K"));
      console.log(wholeOutput(ended));
    },
  });
  clearInterval(timer);
  if (!signal.aborted) {
    progress?.update(100, "");
    progress?.finish();
  }
  return ends;
}

if (import.meta.main) await runCommand(spec, runTests);
