/**
 * What holds a learner's process in bounds beyond Deno's own permissions, where the machine has it.
 *
 * - Memory: `prlimit --data` (util-linux) bounds everything that the process allocates. Without it (macOS,
 *   Windows) V8's heap is bounded, and for the rest the process is looked at, see {@link "./memory_watch.ts"}.
 * - Processor time: `prlimit --cpu` ends what computes for minutes, call after call.
 * - Orphans: `setpriv --pdeathsig` ends the process with the grader, even when that was killed in the middle
 *   of an endless loop. Elsewhere the end of standard input and the limit on processor time do.
 * - Network: Deno grants none. Where the system allows it, `unshare` puts the process into a network
 *   namespace without any interface as well.
 *
 * @module
 */

/** Commands to put in front of `deno`, and what they achieve. */
export interface Limits {
  /** Words to put before `deno`. */
  readonly prefix: readonly string[];
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

/** Seconds of processor time that a process may use in all. */
const processorSeconds = 300;

let found: Promise<Limits> | undefined;

/** Looks, once, for what this machine has. */
export function findLimits(): Promise<Limits> {
  return found ??= find();
}

async function find(): Promise<Limits> {
  const limit = [
    "prlimit",
    `--data=${memoryLimit}`,
    "--core=0",
    `--cpu=${processorSeconds}`,
    `--fsize=${256 * 1024 ** 2}`,
  ];
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
    memory: bounded ? "system" : "watch",
    network: apart.length > 0 ? "namespace" : "permission",
  };
}

async function works([command, ...args]: string[]): Promise<boolean> {
  if (Deno.build.os !== "linux") return false;
  try {
    const options = { args, stdin: "null", stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(command, options).output()).success;
  } catch {
    return false; // not installed
  }
}
