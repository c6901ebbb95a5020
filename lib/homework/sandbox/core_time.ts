/**
 * How long a process waited for a core: on a busy machine, time that passed without it.
 *
 * @module
 */

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
    // After the name, which may hold anything: the state, and at the 12th and 13th place the ticks of all threads.
    const fields = Deno.readTextFileSync(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
    const all = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    return Number(waiting) / 1e9 - Math.max(0, all - Number(running) / 1e9);
  } catch {
    return 0;
  }
}
