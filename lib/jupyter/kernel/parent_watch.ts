/**
 * Notices that the process that started this one has gone.
 *
 * Tried on Linux; macOS goes the same way. The Windows branch has been written from the documentation of
 * Deno and Node alone.
 *
 * @module
 */
import process from "node:process";

/** Milliseconds between two checks. */
const interval = 500;

/** Calls `end`, once, within about a second after the parent process has ended. */
export function endWithParent(end: () => void): void {
  const parent = Deno.ppid;
  const timer = setInterval(() => {
    if (!hasGone(parent)) return;
    clearInterval(timer);
    end();
  }, interval);
}

function hasGone(parent: number): boolean {
  // On Windows a child keeps the number of its late parent, so the number is looked up instead.
  if (Deno.build.os === "windows") return !exists(parent);
  if (Deno.ppid !== parent) return true;
  // Adopted by the system's first process: the parent may have ended before we could look. Jupyter's
  // clients tell who they are (on Windows the variable holds something else).
  const starter = Number(Deno.env.get("JPY_PARENT_PID"));
  return parent === 1 && starter > 1 && !exists(starter);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    // Anything else, such as a process of another user, is there.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
