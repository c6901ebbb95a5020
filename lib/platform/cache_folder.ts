/**
 * Where the course keeps what it can make again: the page's bundle, a lock file that may change, a token.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { homedir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "./project.ts";

/**
 * The project's `.cache`, or where that cannot be written (a course that belongs to somebody else, a read-only
 * disk) a folder of this course in the user's own cache. It exists afterwards.
 */
export async function cacheFolder(): Promise<string> {
  const own = join(projectFolder, ".cache");
  if (await canWrite(own)) return own;
  const name = createHash("sha256").update(projectFolder).digest("hex").slice(0, 12);
  const other = join(userCache(), "attention-course", name);
  await Deno.mkdir(other, { recursive: true });
  return other;
}

/** True if files can be made in the folder, which is made if it is missing. */
export async function canWrite(folder: string): Promise<boolean> {
  try {
    await Deno.mkdir(folder, { recursive: true });
    await Deno.remove(await Deno.makeTempFile({ dir: folder, prefix: ".write-" }));
    return true;
  } catch {
    return false;
  }
}

/** Where programs of this user keep what they can make again. */
function userCache(): string {
  if (Deno.build.os === "windows") {
    return Deno.env.get("LOCALAPPDATA") ?? join(homedir(), "AppData", "Local");
  }
  if (Deno.build.os === "darwin") return join(homedir(), "Library", "Caches");
  return Deno.env.get("XDG_CACHE_HOME") || join(homedir(), ".cache");
}
