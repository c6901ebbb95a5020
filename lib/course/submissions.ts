/**
 * Finds what learners handed in: one folder per learner, or one folder of notebooks. Names and contents
 * are the learners' and prove nothing; links are not followed.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "lib/jupyter/notebook.ts";
import { notebookNumber } from "./cells.ts";

/** A notebook file that a learner handed in, or what is wrong with it. */
export interface SubmittedFile {
  /** The path below the learner's folder. */
  readonly name: string;
  /** The course's number of the notebook, where it can be told. */
  readonly number?: string;
  /** The notebook, where it could be read. */
  readonly notebook?: Notebook;
  /** Why it could not be read. */
  readonly problem?: string;
}

/** One learner's folder. */
export interface Submission {
  /** The folder's name. */
  readonly learner: string;
  /** Its absolute path. */
  readonly folder: string;
  /** Paths of notebook files below the folder, sorted. */
  readonly files: readonly string[];
}

/** The largest notebook file that is read; pictures count. */
const largestFile = 32 * 1024 ** 2;
/** How far below a learner's folder notebooks are looked for. */
const deepest = 4;

/**
 * The submissions below `directory`. Notebooks lying in it directly are one submission, named after it;
 * each folder with notebooks is another. A `UserError` if there is none.
 */
export async function findSubmissions(directory: string): Promise<Submission[]> {
  const folder = resolve(directory);
  let entries: Deno.DirEntry[];
  try {
    entries = await Array.fromAsync(Deno.readDir(folder));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(`Expected a folder of submissions, got ${directory}: ${error.message}`);
  }
  const submissions: Submission[] = [];
  const own = entries.filter((entry) => isNotebookFile(entry)).map(({ name }) => name).sort();
  if (own.length > 0) submissions.push({ learner: basename(folder), folder, files: own });
  const folders = entries.filter((entry) => isVisibleFolder(entry)).map(({ name }) => name).sort();
  for (const learner of folders) {
    const files = await notebookFiles(join(folder, learner), "", 1);
    // Beside a folder's own notebooks, a folder without any is no learner.
    if (files.length > 0 || own.length === 0) {
      submissions.push({ learner, folder: join(folder, learner), files });
    }
  }
  if (submissions.length === 0) {
    throw new UserError(
      `Expected notebooks, or one folder per learner, in ${directory}; got none.`,
    );
  }
  return submissions;
}

function isNotebookFile({ name, isFile }: Deno.DirEntry): boolean {
  return isFile && name.endsWith(".ipynb") && !name.startsWith(".");
}

function isVisibleFolder({ name, isDirectory }: Deno.DirEntry): boolean {
  return isDirectory && !name.startsWith(".") && name !== "node_modules" && name !== "__MACOSX";
}

async function notebookFiles(folder: string, below: string, depth: number): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(join(folder, below))) {
    const path = join(below, entry.name);
    if (isNotebookFile(entry)) found.push(path);
    else if (isVisibleFolder(entry) && depth < deepest) {
      found.push(...await notebookFiles(folder, path, depth + 1));
    }
  }
  return found.sort();
}

/**
 * Reads one submitted file. `known` holds the numbers of notebooks with homework: a name that starts
 * with one decides; otherwise the exercises that the cells name do.
 */
export async function readSubmitted(
  folder: string,
  name: string,
  known: readonly string[],
): Promise<SubmittedFile> {
  const path = join(folder, name);
  const named = /^\d\d/.exec(basename(name))?.[0];
  const number = named !== undefined && known.includes(named) ? named : undefined;
  try {
    const { size } = await Deno.stat(path);
    if (size > largestFile) {
      const limit = largestFile / 1024 ** 2;
      return { name, number, problem: `${name} holds ${size} bytes; at most ${limit} MB are read` };
    }
    const text = await Deno.readTextFile(path);
    try {
      const notebook = parseNotebook(text, name);
      const told = notebookNumber(notebook);
      return {
        name,
        number: number ?? (told && known.includes(told) ? told : undefined),
        notebook,
      };
    } catch (error) {
      if (!(error instanceof NotebookFormatError)) throw error;
      const told = /"exercise":\s*"(\d\d)\./.exec(text)?.[1];
      const problem = `the notebook is broken: ${error.message}`;
      return { name, number: number ?? (told && known.includes(told) ? told : undefined), problem };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { name, number, problem: `${name} cannot be read: ${error.message}` };
  }
}
