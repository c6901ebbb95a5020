/**
 * Finds what learners handed in: one folder per learner, or one folder of notebooks. Names and contents
 * are the learners' and prove nothing; links are not followed.
 *
 * @module
 */
import { hash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "lib/command.ts";
import { type Text, untranslated } from "lib/language.ts";
import { around, type Surroundings } from "../cell/surroundings.ts";
import type { Homework } from "../exercise/exercise.ts";
import { notImplemented } from "../exercise/in_notebook.ts";
import { LineProcess } from "../sandbox/line_process.ts";
import {
  type FilesRequest,
  mostCode,
  type ReadCell,
  type ReadFile,
  type ReadFiles,
} from "./file_reader.ts";

/** One learner's folder. */
export interface Submission {
  /** The folder's name. */
  readonly learner: string;
  /** Its absolute path. */
  readonly folder: string;
  /** Paths of notebook files below the folder, sorted. */
  readonly files: readonly string[];
}

/** Notebook files that are read of one learner, and entries of folders that are looked at for them. */
const mostFiles = 50;
const mostEntries = 5000;
/** How far below a learner's folder notebooks are looked for. */
const deepest = 4;

/** What is to be graded. */
export interface ClassWork {
  /** Of all learners, no name twice. */
  readonly submissions: readonly Submission[];
  /** Where the class's rules may lie: the folder around those of all learners, where there is one. */
  readonly folder?: string;
}

/**
 * The submissions in `directories`. One is a class, with a folder for each learner; or, with notebooks lying in it
 * directly, a learner's, named after it. Of several (`hw/*`) each is a learner's if any of them is; else each is a class.
 * So what stands in a learner's folder adds no learner, and a name that comes twice is told by its place: `eve/kim`.
 * A `UserError` if there is none.
 */
export async function findClass(directories: readonly string[]): Promise<ClassWork> {
  const all = [...new Set(directories.map((directory) => resolve(directory)))];
  // A glob also names the files that lie beside learners' folders.
  const folders = all.length === 1 ? all : (await Promise.all(all.map(async (path) => {
    const isFile = await Deno.stat(path).then((info) => info.isFile, () => false);
    return isFile ? [] : [path];
  }))).flat();
  if (folders.length === 1) {
    const submissions = await findSubmissions(folders[0]);
    const isLearner = submissions.some(({ folder }) => folder === folders[0]);
    const folder = all.length > 1 ? dirname(folders[0]) : isLearner ? undefined : folders[0];
    return { submissions, ...(folder && { folder }) };
  }
  const holds = await Promise.all(folders.map(holdsNotebooks));
  const found = holds.includes(true)
    ? await Promise.all(folders.map(submissionIn))
    : (await Promise.all(folders.map(findSubmissions))).flat();
  const parents = new Set(folders.map(dirname));
  const [parent] = parents;
  return { submissions: withoutEqualNames(found), ...(parents.size === 1 && { folder: parent }) };
}

/** True if notebooks lie in a folder directly. */
async function holdsNotebooks(folder: string): Promise<boolean> {
  let looked = 0;
  try {
    for await (const entry of Deno.readDir(folder)) {
      if (isNotebookFile(entry)) return true;
      if (++looked > mostEntries) return true; // no class has so many
    }
    return false;
  } catch (error) {
    throw noFolder(folder, error);
  }
}

function noFolder(folder: string, error: unknown): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(`Expected a folder of submissions, got ${folder}: ${reason}`);
}

async function submissionIn(folder: string): Promise<Submission> {
  return { learner: basename(folder), folder, files: await notebookFiles(folder) };
}

/** Submissions whose names come once: others are called by more of their paths. */
function withoutEqualNames(submissions: readonly Submission[]): Submission[] {
  const sameName = Map.groupBy(
    submissions,
    ({ learner }) => learner.normalize("NFC").toLowerCase(),
  );
  return submissions.map((submission) => {
    const { learner, folder } = submission;
    const same = sameName.get(learner.normalize("NFC").toLowerCase()) ?? [];
    return same.length > 1
      ? { ...submission, learner: `${basename(dirname(folder))}/${learner}` }
      : submission;
  });
}

/**
 * The submissions below `directory`. Notebooks lying in it directly are one submission, named after it;
 * each folder with notebooks is another. A `UserError` if there is none.
 */
export async function findSubmissions(directory: string): Promise<Submission[]> {
  const folder = resolve(directory);
  const own: string[] = [];
  const folders: string[] = [];
  try {
    for await (const entry of Deno.readDir(folder)) {
      if (isNotebookFile(entry) && own.length <= mostFiles) own.push(entry.name);
      else if (isVisibleFolder(entry)) folders.push(entry.name);
    }
  } catch (error) {
    throw noFolder(directory, error);
  }
  const submissions: Submission[] = [];
  if (own.length > 0) submissions.push({ learner: basename(folder), folder, files: own.sort() });
  for (const learner of folders.sort()) {
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

/** Seconds of computing in which all files of a learner must be read. Honest ones take less than one. */
const readSeconds = 15;
/** Learners from which on another process helps with reading, and the most processes. */
const manyLearners = 25;
const mostReaders = Math.min(4, navigator.hardwareConcurrency);

const program = {
  module: fileURLToPath(import.meta.resolve("./file_reader_child.ts")),
  permissions: ["--allow-read"],
  longestReply: 8 * mostCode, // as JSON, each character may take six
};

/**
 * Reads what learners handed in, and keeps the code alone. What of one learner cannot be read in time, or in a bounded
 * memory, is a problem of theirs.
 *
 * @param onRead Called with the number of learners whose files have been read.
 */
export async function readSubmissions(
  submissions: readonly Submission[],
  homeworks: readonly Homework[],
  onRead: (done: number) => void = () => {},
): Promise<SubmittedWork[]> {
  const works: SubmittedWork[] = [];
  const queue = submissions.entries();
  const count = Math.min(mostReaders, Math.ceil(submissions.length / manyLearners));
  let done = 0;
  await Promise.all(Array.from({ length: count }, async () => {
    await using files = new Files(homeworks.map(({ notebook }) => notebook));
    for (const [index, submission] of queue) {
      works[index] = workOf(submission, await files.read(submission), homeworks);
      onRead(++done);
    }
  }));
  return works;
}

/** A code cell with its text. */
type CodeCell = Required<Pick<ReadCell, "digest" | "source">> & Pick<ReadCell, "exercise">;
/** A file whose cells have their texts. */
type SubmittedFile = Omit<ReadFile, "cells"> & { readonly cells?: readonly CodeCell[] };

/** Files read by another process, started again where it had to be ended. */
class Files implements AsyncDisposable {
  readonly #known: readonly string[];
  #process: LineProcess | undefined;
  /** Texts by their digests. */
  #texts = new Map<string, string>();

  constructor(known: readonly string[]) {
    this.#known = known;
  }

  /** What a learner's files hold. */
  async read({ folder, files }: Submission): Promise<{ files: SubmittedFile[]; cut: boolean }> {
    this.#process ??= await LineProcess.start(program);
    const some = files.slice(0, mostFiles);
    const request: FilesRequest = { folder, files: some, known: this.#known };
    const reply = await this.#process.ask(request, readSeconds);
    if (isReadFiles(reply)) {
      return { ...reply, files: reply.files.map((file) => this.#withTexts(file)) };
    }
    await this.#process.end();
    this.#process = undefined;
    this.#texts = new Map();
    const problem = `the files take more than ${readSeconds} s or too much memory to be read`;
    return {
      files: some.map((name) => {
        const named = basename(name).slice(0, 2);
        return { name, problem, ...(this.#known.includes(named) && { number: named }) };
      }),
      cut: false,
    };
  }

  #withTexts({ cells, ...file }: ReadFile): SubmittedFile {
    if (!cells) return file;
    return {
      ...file,
      cells: cells.map(({ digest, source, ...cell }) => {
        const text = source ?? this.#texts.get(digest);
        if (text === undefined) throw new Error("expected a text that was sent");
        this.#texts.set(digest, text);
        return { ...cell, digest, source: text };
      }),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#process?.end();
  }
}

/** True for what the process replies, which runs nothing but the course's own code. */
function isReadFiles(reply: unknown): reply is ReadFiles {
  return typeof reply === "object" && reply !== null && "files" in reply;
}

function workOf(
  submission: Submission,
  { files, cut }: { readonly files: readonly SubmittedFile[]; readonly cut: boolean },
  homeworks: readonly Homework[],
): SubmittedWork {
  const strays: string[] = [];
  if (submission.files.length > mostFiles) {
    strays.push(`more than ${mostFiles} notebook files; the first ${mostFiles} are read`);
  }
  if (cut) strays.push(`more than ${mostCode} characters of code; no further cells are read`);
  for (const { number, name, problem } of files) {
    if (!number) strays.push(problem ?? `${name} holds no homework of this course`);
  }
  const notebooks = new Map<string, SubmittedNotebook>();
  for (const { notebook: number, exercises } of homeworks) {
    const mine = files.filter((file) => file.number === number);
    if (mine.length === 0) continue;
    const answers = new Map(exercises.map(({ id }) => [id, answersTo(id, mine)]));
    notebooks.set(number, {
      surroundings: new Map([...answers].flatMap(([id, [answer]]) => {
        const file = mine.find((one) => answer && one.cells?.includes(answer));
        return file?.cells ? [[id, surroundingsOf(file.cells, id)]] : [];
      })),
      cells: new Map([...answers].map(([id, cells]) => [id, cells.map(({ source }) => source)])),
      ...(mine.every((file) => !file.cells) && {
        problem: untranslated(mine[0].problem ?? ""),
      }),
    });
  }
  return { submission, notebooks, strays };
}

/**
 * The cells that claim to answer exercise `id`. A notebook that was handed in in both languages answers once what it
 * answers twice in the same words, or only in one of them.
 */
function answersTo(id: string, files: readonly SubmittedFile[]): CodeCell[] {
  const cells = files.flatMap((file) =>
    (file.cells ?? []).filter(({ exercise }) => exercise === id)
  );
  const isKorean = ({ name }: SubmittedFile): boolean => /(?:^|[/\\])ko[/\\][^/\\]+$/.test(name);
  const both = files.some(isKorean) && !files.every(isKorean);
  if (!both) return cells;
  const written = cells.filter(({ source }) => !source.includes(notImplemented));
  const known = written.length > 0 ? written : cells;
  return known.filter(({ digest }, i) => known.findIndex((one) => one.digest === digest) === i);
}

/** The texts of the cells around the first that claims to answer exercise `id`. */
function surroundingsOf(cells: readonly CodeCell[], id: string): SubmittedSurroundings {
  const { before, after } = around(cells, ({ exercise }) => exercise === id);
  const digests = [before, after].map((part) =>
    `${part.length} ${part.map(({ digest }) => digest).join("")}`
  );
  const sources = (some: readonly CodeCell[]): string[] => some.map(({ source }) => source);
  return {
    before: sources(before),
    after: sources(after),
    digest: hash("sha256", digests.join(""), "hex"),
  };
}
