/**
 * How long a process waited for a core: on a busy machine, time that passed without it.
 *
 * @module
 */

/**
 * Seconds in which the main thread of a process could have run and had no core, since it started. 0 where
 * the system does not tell (macOS, Windows), and for a process that is gone.
 */
export function secondsWithoutCore(pid: number): number {
  try {
    // Nanoseconds on a core, nanoseconds ready to run and waiting for one, turns.
    const [, waiting] = Deno.readTextFileSync(`/proc/${pid}/schedstat`).split(" ");
    return Number(waiting) / 1e9;
  } catch {
    return 0;
  }
}
