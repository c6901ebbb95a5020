/**
 * Finds what learners handed in: one folder per learner, or one folder of notebooks. Names and contents
 * are the learners' and prove nothing; links are not followed.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { basename, join, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import { type Text, untranslated } from "lib/language.ts";
import { type Notebook, NotebookFormatError, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { isHomeworkCell, notebookNumber } from "../cell/cells.ts";
import type { Surroundings } from "../cell/surroundings.ts";
import type { Homework } from "../exercise/exercise.ts";

/** A code cell, with the exercise that it claims to answer if it does. */
interface CodeCell {
  readonly exercise?: string;
  readonly source: string;
  /** Of the source. */
  readonly digest: Uint8Array;
}

/** A notebook file that a learner handed in, or what is wrong with it. */
interface SubmittedFile {
  /** The path below the learner's folder. */
  readonly name: string;
  /** The course's number of the notebook, where it can be told. */
  readonly number?: string;
  /** Its code cells, where it could be read. */
  readonly cells?: readonly CodeCell[];
  /** When it was last written. */
  readonly modified?: Date;
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
/** Notebook files that are read of one learner. */
const mostFiles = 200;
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
  // One learner's folder that cannot be read must not stop the others.
  const entries = await Array.fromAsync(Deno.readDir(join(folder, below))).catch(() => []);
  for (const entry of entries) {
    const path = join(below, entry.name);
    if (isNotebookFile(entry)) found.push(path);
    else if (isVisibleFolder(entry) && depth < deepest) {
      found.push(...await notebookFiles(folder, path, depth + 1));
    }
  }
  return found.sort();
}

/** The cells around an answer. */
export interface SubmittedSurroundings extends Surroundings {
  /** A digest of them all. */
  readonly digest: string;
}

/** What a learner handed in for one notebook. */
export interface SubmittedNotebook {
  /** The texts of the cells that claim to answer an exercise, by its id. One each, if all is well. */
  readonly cells: ReadonlyMap<string, readonly string[]>;
  /** The other code cells around each answer, by its exercise. */
  readonly surroundings: ReadonlyMap<string, SubmittedSurroundings>;
  /** Why there are none: no file of this notebook could be read. */
  readonly problem?: Text;
  /** When a file of it was last written. */
  readonly modified?: Date;
}

/** A submission as read from the disk. */
export interface SubmittedWork {
  /** Where it lies. */
  readonly submission: Submission;
  /** By the course's number: `04`. */
  readonly notebooks: ReadonlyMap<string, SubmittedNotebook>;
  /** Sentences about files that belong to no notebook of the course. */
  readonly strays: readonly string[];
}

/** Reads what a learner handed in, one file at a time, and keeps the code alone. */
export async function readSubmission(
  submission: Submission,
  homeworks: readonly Homework[],
): Promise<SubmittedWork> {
  const known = homeworks.map(({ notebook }) => notebook);
  const strays: string[] = [];
  const files: SubmittedFile[] = [];
  for (const name of submission.files.slice(0, mostFiles)) {
    files.push(await readSubmitted(submission.folder, name, known));
  }
  if (submission.files.length > mostFiles) {
    strays.push(`${submission.files.length} notebook files; the first ${mostFiles} are read`);
  }
  for (const { number, name, problem } of files) {
    if (!number) strays.push(problem ?? `${name} holds no homework of this course`);
  }
  const notebooks = new Map<string, SubmittedNotebook>();
  for (const { notebook: number, exercises } of homeworks) {
    const mine = files.filter((file) => file.number === number);
    if (mine.length === 0) continue;
    const cells = mine.flatMap((file) => file.cells ?? []);
    const times = mine.flatMap(({ modified }) => modified?.getTime() ?? []);
    notebooks.set(number, {
      surroundings: new Map(exercises.flatMap(({ id }) => {
        const file = mine.find((one) => one.cells?.some((cell) => cell.exercise === id));
        return file?.cells ? [[id, around(file.cells, id)]] : [];
      })),
      cells: new Map(exercises.map(({ id }) => [
        id,
        cells.filter((cell) => cell.exercise === id).map(({ source }) => source),
      ])),
      ...(mine.every((file) => !file.cells) && {
        problem: untranslated(mine[0].problem ?? ""),
      }),
      ...(times.length > 0 && { modified: new Date(Math.max(...times)) }),
    });
  }
  return { submission, notebooks, strays };
}

/**
 * Reads one submitted file. `known` holds the numbers of notebooks with homework: a name that starts
 * with one decides; otherwise the exercises that the cells name do.
 */
async function readSubmitted(
  folder: string,
  name: string,
  known: readonly string[],
): Promise<SubmittedFile> {
  const path = join(folder, name);
  const named = /^\d\d/.exec(basename(name))?.[0];
  const numberOr = (content: string | undefined): string | undefined =>
    [named, content].find((number) => number !== undefined && known.includes(number));
  const number = numberOr(undefined);
  try {
    const { size, mtime } = await Deno.stat(path);
    const modified = mtime ?? undefined;
    if (size > largestFile) {
      const limit = largestFile / 1024 ** 2;
      const problem = `${name} holds ${size} bytes; at most ${limit} MB are read`;
      return { name, number, modified, problem };
    }
    const text = await Deno.readTextFile(path);
    try {
      const notebook = parseNotebook(text, name);
      const cells = codeCells(notebook);
      return { name, number: numberOr(notebookNumber(notebook)), modified, cells };
    } catch (error) {
      if (!(error instanceof NotebookFormatError)) throw error;
      const mentioned = /"exercise":\s*"(\d\d)\./.exec(text)?.[1];
      const problem = `the notebook is broken: ${error.message}`;
      return { name, number: numberOr(mentioned), modified, problem };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { name, number, problem: `${name} cannot be read: ${error.message}` };
  }
}

/** Every code cell, with the exercise that it claims to answer. */
function codeCells(notebook: Notebook): CodeCell[] {
  return notebook.cells.flatMap((cell) => {
    if (cell.cell_type !== "code") return [];
    const { source, metadata: { exercise } } = cell;
    const digest = createHash("sha256").update(source).digest();
    return typeof exercise === "string" && isHomeworkCell(cell, exercise)
      ? [{ exercise, source, digest }]
      : [{ source, digest }];
  });
}

/** The texts of the cells before and after the first that claims to answer exercise `id`. */
function around(cells: readonly CodeCell[], id: string): SubmittedSurroundings {
  const at = cells.findIndex(({ exercise }) => exercise === id);
  const others = (some: readonly CodeCell[]) => some.filter(({ exercise }) => exercise !== id);
  const [before, after] = [others(cells.slice(0, at)), others(cells.slice(at + 1))];
  const hash = createHash("sha256");
  for (const part of [before, after]) {
    hash.update(`${part.length} `);
    for (const { digest } of part) hash.update(digest);
  }
  const texts = (some: readonly CodeCell[]) => some.map(({ source }) => source);
  return { before: texts(before), after: texts(after), digest: hash.digest("hex") };
}
