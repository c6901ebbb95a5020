/** Grades a class as a person would, kills the run in the middle, and starts it again. */
import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";

/** What runs took together. */
export interface Cost {
  readonly seconds: number;
  /** Of the grader and of everything that it started. */
  readonly processorSeconds: number;
  /** The most that the grader held. */
  readonly megabytes: number;
  /** The most that it and its processes held at once. */
  readonly megabytesInAll: number;
}

/** What came of it. */
export interface Interrupted {
  /** Until everything was graded, both runs together. */
  readonly cold: Cost;
  /** Once more, when everything is known. */
  readonly cached: Cost;
  /** The lines of JSON that the last run printed. */
  readonly records: readonly { readonly learner: string; readonly exercise: string }[];
}

/**
 * Grades `folder` and kills the grader, with SIGKILL, when the share `killAfter` of the submissions is known;
 * then again, to the end; then from the cache alone. Asserts that the second run did not do again what the
 * first had done, that nothing is missing or double, and that the third prints what the second printed.
 */
export async function gradeInterrupted(
  folder: string,
  cache: string,
  { killAfter }: { readonly killAfter: number },
): Promise<Interrupted> {
  const learners = (await Array.fromAsync(Deno.readDir(folder))).length;
  const first = await grade(folder, cache, (lines) => lines >= killAfter * learners);
  const before = await cacheLines(cache);
  const second = await grade(folder, cache);
  const after = await cacheLines(cache);
  const third = await grade(folder, cache);
  assertEquals([first.killed, second.killed, third.killed], [true, false, false]);
  // The lines that the killed run finished are there, unchanged; no verdict was found twice.
  assertEquals(after.slice(0, before.length - 1), before.slice(0, -1));
  const judged = after.filter((line) => line.includes('"verdict":'))
    .map((line) => JSON.parse(line).key);
  assertEquals(new Set(judged).size, judged.length);
  assertEquals(third.out, second.out);
  assertEquals(second.out.slice(0, first.out.length), first.out);
  assertEquals(await cacheLines(cache), after);
  const records: Interrupted["records"] = second.out.trim().split("\n").map((line) =>
    JSON.parse(line)
  );
  const pairs = new Set(records.map(({ learner, exercise }) => `${learner} ${exercise}`));
  assertEquals([pairs.size, new Set(records.map(({ learner }) => learner)).size], [
    records.length,
    learners,
  ]);
  return {
    cold: {
      seconds: first.seconds + second.seconds,
      processorSeconds: first.processorSeconds + second.processorSeconds,
      megabytes: Math.max(first.megabytes, second.megabytes),
      megabytesInAll: Math.max(first.megabytesInAll, second.megabytesInAll),
    },
    cached: third,
    records,
  };
}

/** A run of the grader. */
export interface Run extends Cost {
  /** The lines of JSON that it printed. */
  readonly out: string;
  readonly killed: boolean;
}

/** Runs the task. `stop` is asked with the number of learners whose lines are there. */
export async function grade(
  folder: string,
  cache: string,
  stop: (learners: number) => boolean = () => false,
): Promise<Run> {
  const start = performance.now();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "lib/homework/commands/grade_command.ts",
      folder,
      "--json",
      "--cache",
      cache,
    ],
    cwd: projectFolder,
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const watch = watchCost(process.pid);
  let out = "";
  let killed = false;
  const learners = new Set<string>();
  for await (const chunk of process.stdout.pipeThrough(new TextDecoderStream())) {
    out += chunk;
    for (const [, learner] of chunk.matchAll(/"learner":"([^"]*)"/g)) learners.add(learner);
    if (!killed && stop(learners.size)) {
      process.kill("SIGKILL");
      killed = true;
    }
  }
  const { success } = await process.status;
  assertEquals(success, !killed);
  // What a killed process printed may end in the middle of a line.
  out = killed ? out.slice(0, out.lastIndexOf("\n") + 1) : out;
  return { out, killed, seconds: (performance.now() - start) / 1000, ...watch.stop() };
}

async function cacheLines(cache: string): Promise<string[]> {
  const files = await Array.fromAsync(Deno.readDir(cache), ({ name }) => name);
  const name = files.find((file) => file.endsWith(".jsonl")) ?? "";
  return (await Deno.readTextFile(join(cache, name))).split("\n").filter((line) => line !== "");
}

/** Looks at a process and its children from time to time, where there is a /proc. */
function watchCost(pid: number): { stop(): Omit<Cost, "seconds"> } {
  let processorSeconds = 0;
  let megabytes = 0;
  let megabytesInAll = 0;
  const look = (): void => {
    const own = readProcess(pid);
    if (!own) return;
    // Its own time and that of the children that have ended.
    processorSeconds = Math.max(processorSeconds, own.processorSeconds);
    megabytes = Math.max(megabytes, own.megabytes);
    megabytesInAll = Math.max(megabytesInAll, own.megabytes + childMegabytes(pid));
  };
  const timer = setInterval(look, 200);
  look();
  return {
    stop() {
      clearInterval(timer);
      return { processorSeconds, megabytes, megabytesInAll };
    },
  };
}

function readProcess(pid: number): { processorSeconds: number; megabytes: number } | undefined {
  try {
    const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ").map(Number);
    const ticks = fields[11] + fields[12] + fields[13] + fields[14];
    return { processorSeconds: ticks / 100, megabytes: fields[21] * 4096 / 1e6 };
  } catch {
    return undefined; // it has ended, or there is no /proc
  }
}

/** Of the children that any of its threads started. */
function childMegabytes(pid: number): number {
  try {
    return [...Deno.readDirSync(`/proc/${pid}/task`)]
      .flatMap(({ name }) => Deno.readTextFileSync(`/proc/${pid}/task/${name}/children`).split(" "))
      .filter((child) => child !== "")
      .reduce((sum, child) => sum + (readProcess(Number(child))?.megabytes ?? 0), 0);
  } catch {
    return 0; // a thread has ended, or there is no /proc
  }
}
