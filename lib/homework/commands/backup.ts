/**
 * Copies of a learner's work, kept before anything of it is replaced.
 *
 * @module
 */
import { basename, join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";

/** Where copies go: an ignored folder of the project. */
const backupsFolder = join(projectFolder, ".backups");

/**
 * Copies the file at `path` and returns the copy's path. No copy replaces an earlier one.
 *
 * @param label What is about to change: `04.2`.
 */
export async function keepCopy(
  path: string,
  label: string,
  folder = backupsFolder,
): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const bytes = await Deno.readFile(path);
  for (let attempt = 0;; attempt++) {
    const suffix = attempt === 0 ? "" : `-${attempt}`;
    const name = `${basename(path, ".ipynb")}-${label}-${time}${suffix}.ipynb`;
    const copy = join(folder, name);
    try {
      await Deno.writeFile(copy, bytes, { createNew: true });
      return copy;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}
