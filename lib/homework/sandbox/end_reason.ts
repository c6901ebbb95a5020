/**
 * Why a learner's process ended, told from its status and the last that it printed: in the learner's
 * terms, without a line of the grader's own.
 *
 * @module
 */
import { outOfMemory } from "../exercise/outcome.ts";

/**
 * What a process prints that came to its memory limit: V8's last words, or Deno's own, which asks for a
 * thread in the middle of a call, gets none and blames the start or a bug of its own.
 */
const memoryEnded =
  /out of memory|allocation failed|memory allocation|unable to create worker threads|Deno has panicked/i;

/** An error that nothing caught, as Deno prints it before it ends. */
const uncaught = /^error: Uncaught (?:\(in promise\) )?(.*)/gm;

/** The reason as a clause: `ran out of memory: …`, `the program ended by itself (status 0)`. */
export function endReason({ code, signal }: Deno.CommandStatus, printed: string): string {
  if (memoryEnded.test(printed)) return outOfMemory;
  if (/Top-level await|never resolved/i.test(printed)) {
    return "an await outside of the function waits for something that never comes";
  }
  const error = [...printed.matchAll(uncaught)].at(-1);
  if (error) {
    const line = /\/cells\/\w+\.ts:(\d+)/.exec(printed.slice(error.index))?.[1];
    return `an error that nothing catches ended the program: ${error[1]}` +
      (line ? ` (line ${line} of your cell)` : "");
  }
  if (signal === "SIGXCPU" || signal === "SIGKILL") {
    return "was stopped: too much computing in all";
  }
  return `the program ended by itself (${signal ?? `status ${code}`})`;
}
