/**
 * What is told of jobs that have ended: each with all that it printed, at the end what failed once more,
 * and the counts.
 *
 * @module
 */
import { formatSeconds } from "lib/progress.ts";
import {
  addCounts,
  type Counts,
  countsIn,
  describeCounts,
  noCounts,
  withoutOutputOfPassed,
  withoutPassed,
  withoutSummary,
} from "./deno_report.ts";
import type { Ended } from "./lanes.ts";

/** True if the job is `deno test`, whose output tells of single tests. */
export function runsTests({ job }: Ended): boolean {
  return job.args[0] === "test";
}

/** How many checks a job made: its tests, examples or notebooks; any other stage is one check. */
export function countsOf(ended: Ended): Counts {
  const { job, success, output } = ended;
  let counts = noCounts;
  if (runsTests(ended)) {
    counts = countsIn(output) ?? noCounts;
  } else if (job.stage === "notebooks") {
    const count = (status: RegExp) => output.match(status)?.length ?? 0;
    counts = {
      ...noCounts,
      passed: count(/^ok {2,}\S+\.ipynb/gm),
      failed: count(/^(?:error|timeout) +\S+\.ipynb/gm),
    };
  } else if (job.stage !== "tests" && success) { // what prepares tests is no check
    counts = { ...noCounts, passed: 1 };
  }
  // A process that was killed, or that found a mistake before its first test, has not counted it.
  return success || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** What a job has printed, under a line that names it. */
export function wholeOutput(ended: Ended): string {
  const { job, success, output } = ended;
  const title = job.title === job.stage ? job.stage : `${job.stage}: ${job.title}`;
  const text = runsTests(ended) ? withoutOutputOfPassed(withoutSummary(output)) : output.trim();
  return `\n── ${title}: ${success ? "ok" : "FAILED"} (${times([ended])})` +
    (text === "" ? "" : `\n${text}`);
}

/** How long jobs took, one after the other, and processors for them: `12 s, processors 19 s`. */
export function times(ends: readonly Ended[]): string {
  const seconds = ends.reduce((sum, { seconds }) => sum + seconds, 0);
  const worked = ends.reduce<number | undefined>(
    (sum, { processorSeconds }) =>
      sum === undefined || processorSeconds === undefined ? undefined : sum + processorSeconds,
    0,
  );
  return formatSeconds(seconds) +
    (worked === undefined ? "" : `, processors ${formatSeconds(worked)}`);
}

/** The outputs of the jobs that failed, without the tests that passed. */
export function failures(ends: readonly Ended[]): string {
  return ends.filter(({ success }) => !success).map((ended) => {
    const text = ended.output.trim();
    return `\n── failed: ${ended.job.stage}, ${ended.job.title}\n` +
      (runsTests(ended) ? withoutPassed(withoutOutputOfPassed(withoutSummary(text))) : text);
  }).join("\n");
}

/** A line for each stage, and the last one: `2150 passed, 0 failed, 7 skipped`. */
export function countLines(stages: readonly string[], ends: readonly Ended[]): string[] {
  const lines: string[] = [];
  let all = noCounts;
  for (const stage of stages) {
    const own = ends.filter(({ job }) => job.stage === stage);
    const counts = own.map(countsOf).reduce(addCounts, noCounts);
    const state = own.every(({ success }) => success) ? "ok" : "FAILED";
    lines.push(`${stage.padEnd(9)}  ${state.padEnd(6)}  ${describeCounts(counts)} · ${times(own)}`);
    all = addCounts(all, counts);
  }
  return [...lines, "", describeCounts({ ...all, steps: 0 })];
}
