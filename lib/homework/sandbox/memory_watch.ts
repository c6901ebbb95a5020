/**
 * Ends a process that holds too much memory, where the system has no limit for it: macOS and Windows. It
 * looks a few times a second, so a process may hold more for a moment.
 *
 * @module
 */

/** Milliseconds between two looks. */
const interval = 250;

/**
 * Calls `onExcess`, once, when process `pid` holds more than `limit` bytes. The function that is returned
 * ends the watch; so does the end of the process.
 */
export function watchMemory(pid: number, limit: number, onExcess: () => void): () => void {
  let isWatching = true;
  const look = async (): Promise<void> => {
    const bytes = await residentBytes(pid);
    if (!isWatching || bytes === undefined) return;
    if (bytes > limit) return onExcess();
    timer = setTimeout(look, interval);
  };
  let timer = setTimeout(look, interval);
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
