/**
 * Which versions run what is started without a `--lock` of its own.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { writeAtomically } from "./atomic_write.ts";
import { projectFolder } from "./project.ts";

/** What `deno.json` names, here and in `notebooks/`: a copy, since Deno adds what a cell imports. */
const place = join(projectFolder, ".cache", "deno.lock");

/**
 * Puts a copy of a lock file of the project, such as `deno.lock`, where `deno.json` says that it is. It is
 * replaced in one step: another program may be reading it.
 */
export async function pinVersions(lockFile: string): Promise<void> {
  const lock = await Deno.readFile(join(projectFolder, lockFile));
  await Deno.mkdir(dirname(place), { recursive: true });
  await writeAtomically(place, lock);
}

/** The same for kernels, unless it has been done. Where it cannot be done, versions are not pinned. */
export async function pinKernelVersions(): Promise<void> {
  if (await Deno.stat(place).then(() => true, () => false)) return;
  await pinVersions("deno.lock").catch(() => {}); // a kernel outside of the course, or a read-only disk
}
