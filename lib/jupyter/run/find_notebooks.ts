/**
 * Which notebooks a command means.
 *
 * @module
 */
import { basename, dirname, join, relative, resolve } from "node:path";
import { UserError } from "lib/command.ts";

/** A notebook to run. */
export interface NotebookFile {
  readonly path: string;
  /** How reports call it: its path below the folder, with `/`. */
  readonly name: string;
}

/**
 * All notebooks below `folder`, in the order of their numbers; hidden folders (checkpoints among them) are
 * left out. `words` narrow them down: `03` means the notebook of that number, `ko/03` that of a folder below;
 * a path means that file, also outside of the folder. Throws {@linkcode UserError} if nothing is found.
 */
export async function findNotebooks(
  folder: string,
  words: readonly string[],
): Promise<NotebookFile[]> {
  const all = await notebooksBelow(folder);
  if (words.length === 0) {
    if (all.length === 0) {
      throw new UserError(`Expected notebooks (*.ipynb) in ${folder}, found none.`);
    }
    return all;
  }
  const chosen: NotebookFile[] = [];
  for (const word of words) {
    const found = await matching(word, all, folder);
    if (found.length === 0) {
      const known = all.map(({ name }) => name).join(", ") || "none";
      throw new UserError(`No notebook "${word}" in ${folder}. There are: ${known}.`);
    }
    chosen.push(...found.filter(({ path }) => !chosen.some((other) => other.path === path)));
  }
  return chosen;
}

async function matching(
  word: string,
  all: readonly NotebookFile[],
  folder: string,
): Promise<NotebookFile[]> {
  const numbered = /^(?:(.+)\/)?(\d+)$/.exec(word);
  if (numbered) {
    const [, below = ".", wanted] = numbered;
    const found = all.filter(({ name }) => {
      const number = /^\d+/.exec(basename(name))?.[0];
      return dirname(name) === below && number !== undefined && Number(number) === Number(wanted);
    });
    if (found.length > 0 || below === ".") return found;
  }
  const named = all.filter(({ name }) => name === word || basename(name, ".ipynb") === word);
  if (named.length > 0) return named;
  const info = await Deno.stat(word).catch(() => undefined);
  if (info?.isDirectory) return await notebooksBelow(word);
  if (!info?.isFile) return [];
  const path = resolve(word);
  const below = relative(resolve(folder), path);
  return [{ path, name: below.startsWith("..") ? word : slashes(below) }];
}

async function notebooksBelow(folder: string): Promise<NotebookFile[]> {
  const found: NotebookFile[] = [];
  const visit = async (current: string): Promise<void> => {
    for await (const entry of Deno.readDir(current)) {
      const path = join(current, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory) await visit(path);
      else if (entry.name.endsWith(".ipynb")) {
        found.push({ path, name: slashes(relative(root, path)) });
      }
    }
  };
  const root = resolve(folder);
  try {
    await visit(root);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory)) {
      throw error;
    }
    throw new UserError(`Expected a folder with notebooks, got ${folder}, which is none.`);
  }
  const order = new Intl.Collator("en", { numeric: true });
  return found.sort((a, b) => order.compare(a.name, b.name));
}

function slashes(path: string): string {
  return path.replaceAll("\\", "/");
}
