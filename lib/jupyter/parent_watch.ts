/**
 * Notices that the process that started this one has gone.
 *
 * @module
 */
import process from "node:process";

/** Calls `end`, once, within about a second after the parent process has ended. */
export function endWithParent(end: () => void): void {
  const parent = Deno.ppid;
  // On Windows a child keeps the number of its late parent, so the number is looked up instead.
  const timer = setInterval(() => {
    const gone = Deno.build.os === "windows" ? !exists(parent) : Deno.ppid !== parent;
    if (!gone) return;
    clearInterval(timer);
    end();
  }, 500);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch {
    return false;
  }
}
