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
import { around, type Surroundings } from "../cell/surroundings.ts";
import type { Homework } from "../exercise/exercise.ts";

/** A code cell, with the exercise that it claims to answer if it does. */
interface CodeCell {
  readonly exercise?: string;
  readonly source: string;
  /** Of the source. */
  readonly digest: string;
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
  /** How much of it was read. */
  readonly bytes: number;
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
/** Bytes of notebook files that are read of one learner. */
const allBytes = 128 * 1024 ** 2;
/** Notebook files that are read of one learner, and entries of folders that are looked at for them. */
const mostFiles = 50;
const mostEntries = 5000;
/** Characters of one cell that are kept: more than a homework cell may hold. */
const longestSource = 110_000;
/** Cells that are kept of those that claim to answer one exercise, and of all others of a file. */
const mostAnswers = 3;
const mostCells = 1000;
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
    const files = await notebookFiles(join(folder, learner));
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

/** Paths of the notebook files below a learner's folder, sorted; a few more than are read at the most. */
async function notebookFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  let looked = 0;
  const lookInto = async (below: string, depth: number): Promise<void> => {
    for await (const entry of entriesOf(join(folder, below))) {
      if (++looked > mostEntries || found.length > mostFiles) return;
      const path = join(below, entry.name);
      if (isNotebookFile(entry)) found.push(path);
      else if (isVisibleFolder(entry) && depth < deepest) await lookInto(path, depth + 1);
    }
  };
  await lookInto("", 1);
  return found.sort();
}

/** The entries of a folder; none of one that cannot be read, which must not stop the others. */
async function* entriesOf(folder: string): AsyncGenerator<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
  }
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
  let left = allBytes;
  for (const name of submission.files.slice(0, mostFiles)) {
    const file = await readSubmitted(submission.folder, name, known, Math.min(left, largestFile));
    left = Math.max(0, left - file.bytes);
    files.push(file);
  }
  if (submission.files.length > mostFiles) {
    strays.push(`more than ${mostFiles} notebook files; the first ${mostFiles} are read`);
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
        return file?.cells ? [[id, surroundingsOf(file.cells, id)]] : [];
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
  mostBytes: number,
): Promise<SubmittedFile> {
  const path = join(folder, name);
  const named = /^\d\d/.exec(basename(name))?.[0];
  const numberOr = (content: string | undefined): string | undefined =>
    [named, content].find((number) => number !== undefined && known.includes(number));
  const number = numberOr(undefined);
  try {
    const { size, mtime } = await Deno.stat(path);
    const modified = mtime && isTime(mtime) ? mtime : undefined;
    if (size > mostBytes) {
      const limit = `${largestFile / 1024 ** 2} MB of a file and ${
        allBytes / 1024 ** 2
      } MB of a learner`;
      const problem = `${name} holds ${size} bytes; at most ${limit} are read`;
      return { name, number, modified, problem, bytes: 0 };
    }
    const bytes = size;
    const text = await Deno.readTextFile(path);
    try {
      const notebook = parseNotebook(text, name);
      const cells = codeCells(notebook);
      return { name, number: numberOr(notebookNumber(notebook)), modified, cells, bytes };
    } catch (error) {
      if (!(error instanceof NotebookFormatError)) throw error;
      const mentioned = /"exercise":\s*"(\d\d)\./.exec(text)?.[1];
      const problem = `the notebook is broken: ${error.message}`;
      return { name, number: numberOr(mentioned), modified, problem, bytes };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { name, number, problem: `${name} cannot be read: ${error.message}`, bytes: 0 };
  }
}

/** A file may carry a time that is none: beyond the years that a date can name. */
function isTime(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** Texts by their digests: a lesson's cells are the same for everybody, and are kept once. */
const texts = new Map<string, Pick<CodeCell, "source" | "digest">>();

function kept(source: string): Pick<CodeCell, "source" | "digest"> {
  const digest = createHash("sha256").update(source).digest("hex");
  const known = texts.get(digest) ?? { source, digest };
  texts.set(digest, known);
  return known;
}

/** The code cells, with the exercise that each claims to answer: not more of them, nor longer, than can matter. */
function codeCells(notebook: Notebook): CodeCell[] {
  const counts = new Map<string, number>();
  const found: CodeCell[] = [];
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    const { exercise: claimed } = cell.metadata;
    const exercise = typeof claimed === "string" && isHomeworkCell(cell, claimed)
      ? claimed
      : undefined;
    const count = (counts.get(exercise ?? "") ?? 0) + 1;
    if (count > (exercise ? mostAnswers : mostCells)) continue;
    counts.set(exercise ?? "", count);
    found.push({ ...kept(cell.source.slice(0, longestSource)), ...(exercise && { exercise }) });
  }
  return found;
}

/** The texts of the cells around the first that claims to answer exercise `id`. */
function surroundingsOf(cells: readonly CodeCell[], id: string): SubmittedSurroundings {
  const { before, after } = around(cells, ({ exercise }) => exercise === id);
  const hash = createHash("sha256");
  for (const part of [before, after]) {
    hash.update(`${part.length} `);
    for (const { digest } of part) hash.update(digest);
  }
  const sources = (some: readonly CodeCell[]): string[] => some.map(({ source }) => source);
  return { before: sources(before), after: sources(after), digest: hash.digest("hex") };
}
