/**
 * A server that is killed while it writes leaves a temporary file beside the one that it was to replace.
 * The next server clears it away.
 *
 * @module
 */
import { join } from "node:path";

/** The names that `lib/platform/atomic_write.ts` gives to temporary files. */
const temporary = /^\..+\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/** Milliseconds after which no server that lives can still be writing a file. */
const writing = 60_000;

/** Removes old temporary files from `root` and its folder of notebooks. */
export async function removeLeftovers(root: string): Promise<void> {
  for (const folder of [root, join(root, "notebooks")]) {
    try {
      for await (const { name, isFile } of Deno.readDir(folder)) {
        if (!isFile || !temporary.test(name)) continue;
        const { mtime } = await Deno.stat(join(folder, name));
        const age = Date.now() - (mtime?.getTime() ?? 0);
        if (age > writing) await Deno.remove(join(folder, name));
      }
    } catch {
      // no such folder, or the file has just taken its place
    }
  }
}
