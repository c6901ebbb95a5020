/**
 * Runs jobs side by side in a few lanes. What a job prints is kept until it has ended.
 *
 * @module
 */
import { settlesWithin } from "lib/platform/waiting.ts";
import { childrenSeconds } from "./processor_time.ts";

/** A process to run, and what it needs in order to run well. */
export interface Job {
  /** The stage that it belongs to, such as `tests`. */
  readonly stage: string;
  /** What it is called in the output; no two jobs share a title. */
  readonly title: string;
  /** The arguments of `deno`. */
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Seconds that it is expected to take; what takes long begins early. */
  readonly seconds: number;
  /** The title of a job that has to end first. */
  readonly after?: string;
}

/** How a job ended. */
export interface Ended {
  readonly job: Job;
  readonly success: boolean;
  /** Standard output and standard error as they came. */
  readonly output: string;
  readonly seconds: number;
  /** Seconds that processors worked for it; undefined where the system does not say. */
  readonly processorSeconds?: number;
}

/** What may be told while jobs run. */
export interface Watcher {
  /** Called with the titles of what runs, whenever they change. */
  running?(titles: readonly string[]): void;
  /** Called with each whole line on a job's standard output. */
  line?(job: Job, line: string): void;
  /** Called when a job has ended. */
  ended?(ended: Ended): void;
}

/** A job that runs for longer hangs: the longest takes four minutes, and twice that on a busy machine. */
export const longestSeconds = 600;

/**
 * Runs all jobs in `laneCount` lanes: the first that fits goes next. Ends early when `signal` aborts;
 * then no process of a job is left. A job that runs for longer than `limitSeconds` is ended and has failed.
 */
export async function runJobs(
  jobs: readonly Job[],
  laneCount: number,
  signal: AbortSignal,
  watcher: Watcher = {},
  limitSeconds: number = longestSeconds,
): Promise<void> {
  const waiting = [...jobs];
  const unfinished = new Set(jobs.map(({ title }) => title));
  const running = new Map<string, Promise<void>>();
  let before = childrenSeconds();
  /** What has been added since the last job ended: that of the job that ends now. */
  const processorSeconds = (): number | undefined => {
    const now = childrenSeconds();
    const added = now === undefined || before === undefined ? undefined : now - before;
    before = now;
    return added;
  };
  while (unfinished.size > 0 && !signal.aborted) {
    const next = running.size < laneCount
      ? waiting.findIndex(({ after }) => after === undefined || !unfinished.has(after))
      : -1;
    if (next < 0) {
      if (running.size === 0) throw new Error("expected a job that can run: two wait for another");
      await Promise.race(running.values());
      continue;
    }
    const [job] = waiting.splice(next, 1);
    running.set(
      job.title,
      runJob(job, signal, watcher, processorSeconds, limitSeconds).then((ended) => {
        running.delete(job.title);
        unfinished.delete(job.title);
        watcher.running?.([...running.keys()]);
        if (!signal.aborted) watcher.ended?.(ended);
      }),
    );
    watcher.running?.([...running.keys()]);
  }
  await Promise.all(running.values());
}

const onWindows = Deno.build.os === "windows";

/** Runs one job as the head of a process group, which ends as a whole. */
async function runJob(
  job: Job,
  signal: AbortSignal,
  watcher: Watcher,
  processorSeconds: () => number | undefined,
  limitSeconds: number,
): Promise<Ended> {
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [...job.args],
    env: { NO_COLOR: "1", ...job.environment },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    detached: !onWindows,
  }).spawn();
  const kill = (name: Deno.Signal) => {
    try {
      Deno.kill(onWindows ? child.pid : -child.pid, name);
    } catch {
      // it has ended
    }
  };
  let force: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    kill("SIGTERM");
    force = setTimeout(() => kill("SIGKILL"), 3000);
  };
  let overdue = false;
  const limit = setTimeout(() => {
    overdue = true;
    stop();
  }, limitSeconds * 1000);
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  let output = "";
  const read = async (
    stream: ReadableStream<Uint8Array<ArrayBuffer>>,
    onLine?: (line: string) => void,
  ) => {
    let begun = "";
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
      const lines = (begun + text).split("\n");
      begun = lines.pop() ?? "";
      if (onLine) lines.forEach(onLine);
    }
  };
  const reading = Promise.all([
    read(child.stdout, (line) => watcher.line?.(job, line)),
    read(child.stderr),
  ]);
  const { success } = await child.status;
  const worked = processorSeconds();
  clearTimeout(limit);
  clearTimeout(force);
  signal.removeEventListener("abort", stop);
  if (signal.aborted || overdue) kill("SIGKILL"); // what it had started
  // A process that was left behind may keep the pipes open: what it says is not waited for for ever.
  await settlesWithin(reading, 5000);
  const seconds = (performance.now() - start) / 1000;
  if (overdue) output += `\nexpected it to end within ${limitSeconds} s; it was stopped.\n`;
  return { job, success: success && !overdue, output, seconds, processorSeconds: worked };
}
