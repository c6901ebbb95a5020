/**
 * Which versions run what is started without a `--lock` of its own.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { writeAtomically } from "./atomic_write.ts";
import { projectFolder } from "./project.ts";

/**
 * Puts a copy of a lock file of the project, such as `deno.lock`, where `deno.json` says that it is. It is
 * replaced in one step: another program may be reading it.
 */
export async function pinVersions(lockFile: string): Promise<void> {
  const place = join(projectFolder, ".cache", "deno.lock");
  const lock = await Deno.readFile(join(projectFolder, lockFile));
  await Deno.mkdir(dirname(place), { recursive: true });
  await writeAtomically(place, lock);
}
