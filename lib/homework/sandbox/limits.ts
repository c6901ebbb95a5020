/**
 * What holds a learner's process in bounds beyond Deno's own permissions, where the machine has it.
 *
 * - Memory: `prlimit --data` (util-linux) bounds everything that the process allocates. Without it (macOS,
 *   Windows) V8's heap is bounded, and for the rest the process is looked at, see {@linkcode watchMemory}.
 * - Processor time: `prlimit --cpu` ends what computes for minutes, call after call.
 * - Orphans: `setpriv --pdeathsig` ends the process with the grader, even when that was killed in the middle
 *   of an endless loop. Elsewhere the end of standard input and the limit on processor time do.
 * - Network: Deno grants none. Where the system allows it, `unshare` puts the process into a network
 *   namespace without any interface as well.
 *
 * Where learners' code runs, {@link "./second_wall.ts"} adds a user and temporary folders.
 *
 * @module
 */

/** Commands to put in front of `deno`, and what they achieve. */
export interface Limits {
  /** Words to put before `deno`: all of it. */
  readonly prefix: readonly string[];
  /** Of these, the words that bound memory, time and files; none where the system has no such tool. */
  readonly bounds: readonly string[];
  /** What bounds memory: the system, or a look at the process a few times a second. */
  readonly memory: "system" | "watch";
  /** What keeps the network away: the kernel too, or Deno alone. */
  readonly network: "namespace" | "permission";
}

/** Bytes of data that a process may hold. tfjs starts in 768 MiB and not in 512. */
export const memoryLimit = 1024 ** 3;

/** What `--help` says about machines that lack these tools. */
export const limitsNote =
  `On Linux the system itself bounds the memory and processor time of a learner's code and, where
it allows that, takes the network away. On macOS and Windows Deno's permissions keep files and
network away, and memory is looked at a few times a second: code that grabs much at once is
ended a little later. Grade strangers' work on Linux.`;

/** Sentences on what stands between a learner's code and this machine; `grade --help` prints them, and reports do. */
export async function describeLimits(
  { ownUser, ownTemporaryFolders }: { ownUser: boolean; ownTemporaryFolders: boolean },
): Promise<string> {
  const { bounds, network } = await findLimits();
  const has = [
    [true, "Deno's permissions: no file but the stage, no network, no environment, no program"],
    [ownUser, "a user of its own who owns nothing (only as root, on Linux)"],
    [ownTemporaryFolders, "temporary folders of its own, empty and small (Linux)"],
    [network === "namespace", "a network without any interface (Linux)"],
    [
      bounds.length > 0,
      "limits of the system on memory, processor time and the size of files (Linux)",
    ],
  ] as const;
  const list = (wanted: boolean) =>
    has.filter(([is]) => is === wanted).map(([, what]) => `  - ${what}`);
  const missing = list(false);
  return [
    `A learner's process has, on this machine (${Deno.build.os}):`,
    ...list(true),
    ...(missing.length > 0 ? ["It lacks:", ...missing] : []),
  ].join("\n");
}

/** Seconds of processor time that a process may use in all, on however many cores. */
const processorSeconds = 60;

let found: Promise<Limits> | undefined;

/** Looks, once, for what this machine has. */
export function findLimits(): Promise<Limits> {
  return found ??= find();
}

async function find(): Promise<Limits> {
  const limit = limitWords({
    data: memoryLimit,
    core: 0,
    cpu: processorSeconds,
    fsize: 256 * 1024 ** 2,
  });
  const bounded = await works([...limit, "true"]);
  let apart: string[] = [];
  for (const flags of [["-n"], ["-r", "-n"]]) {
    if (apart.length === 0 && await works(["unshare", ...flags, "true"])) {
      apart = ["unshare", ...flags];
    }
  }
  // Innermost: a change of credentials, which `unshare -r` is, would undo it.
  const tied = ["setpriv", "--pdeathsig", "KILL"];
  const ends = await works([...tied, "true"]) ? tied : [];
  return {
    prefix: [...apart, ...(bounded ? limit : []), ...ends],
    bounds: bounded ? limit : [],
    memory: bounded ? "system" : "watch",
    network: apart.length > 0 ? "namespace" : "permission",
  };
}

/** The words of `prlimit` for some limits, by its names of them. */
export function limitWords(limits: Readonly<Record<string, number>>): string[] {
  return ["prlimit", ...Object.entries(limits).map(([name, most]) => `--${name}=${most}`)];
}

/** Whether a command of Linux can be run here, and ends well. */
export async function works([command, ...args]: string[]): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  try {
    const options = { args, stdin: "null", stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(command, options).output()).success;
  } catch {
    return false; // not installed
  }
}

/** Milliseconds between two measurements. */
const interval = 250;

/**
 * Where the system has no limit: calls `onExcess`, once, when process `pid` holds more than `limit` bytes. The function that is returned
 * ends the watch; so does the end of the process. It looks a few times a second, so a process may hold more
 * for a moment.
 */
export function watchMemory(pid: number, limit: number, onExcess: () => void): () => void {
  let isWatching = true;
  const measure = async (): Promise<void> => {
    const bytes = await residentBytes(pid);
    if (!isWatching || bytes === undefined) return;
    if (bytes > limit) return onExcess();
    timer = setTimeout(measure, interval);
  };
  let timer = setTimeout(measure, interval);
  return () => {
    isWatching = false;
    clearTimeout(timer);
  };
}

/** The bytes of memory that a process holds, as the system's own tool tells; undefined if it is gone. */
export async function residentBytes(pid: number): Promise<number | undefined> {
  const [command, ...args] = Deno.build.os === "windows"
    ? ["tasklist", "/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]
    : ["ps", "-o", "rss=", "-p", String(pid)];
  try {
    const options = { args, stdin: "null", stdout: "piped", stderr: "null" } as const;
    const { stdout } = await new Deno.Command(command, options).output();
    return bytesIn(new TextDecoder().decode(stdout));
  } catch {
    return undefined; // no such tool
  }
}

/** The last number of kibibytes in a report: `  8236`, or `"deno.exe","4","Console","1","8,236 K"`. */
export function bytesIn(report: string): number | undefined {
  const kibibytes = /(\d[\d.,\u00a0\u202f ]*)(?: K"?)?\s*$/.exec(report.trimEnd())?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes.replace(/\D/g, "")) * 1024;
}

/** A time, and how long a process had waited for a core by then, in seconds. */
export interface Moment {
  /** Since this process began. */
  readonly time: number;
  /** See {@linkcode secondsWithoutCore}. */
  readonly waited: number;
}

/** On a machine that is so busy, time without a core is forgiven up to this many times a limit. */
const mostPatience = 5;

/** Seconds that a process has computed, on all cores; 0 where the system does not tell, or it is gone. */
export function computedSeconds(pid: number): number {
  try {
    return ticksOf(pid) / ticksPerSecond;
  } catch {
    return 0;
  }
}

/** The ticks of all threads: at the 12th and 13th place after the name, which may hold anything. */
function ticksOf(pid: number): number {
  const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Now, for a process. */
export function momentOf(pid: number): Moment {
  return { time: performance.now() / 1000, waited: secondsWithoutCore(pid) };
}

/** Seconds between two moments that count against a limit: without those in which the process had no core. */
export function countedSeconds(from: Moment, to: Moment): number {
  const passed = to.time - from.time;
  return Math.max(passed - Math.max(0, to.waited - from.waited), passed / mostPatience);
}

/** Of the times in `/proc/PID/stat`, on every Linux. */
const ticksPerSecond = 100;

/**
 * Seconds in which the main thread of a process could have run and had no core, since it started, without
 * what the process's other threads ran: who starts threads that keep the main one waiting gets no time for it.
 * Of two such times only the difference says something. 0 where the system does not tell (macOS, Windows), and
 * for a process that is gone.
 */
export function secondsWithoutCore(pid: number): number {
  try {
    // Nanoseconds on a core, nanoseconds ready to run and waiting for one, turns.
    const [running, waiting] = Deno.readTextFileSync(`/proc/${pid}/schedstat`).split(" ");
    const all = ticksOf(pid) / ticksPerSecond;
    return Number(waiting) / 1e9 - Math.max(0, all - Number(running) / 1e9);
  } catch {
    return 0;
  }
}
