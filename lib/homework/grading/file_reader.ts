/**
 * Reads the notebook files of one learner, in a process of its own ({@link "./file_reader_child.ts"}): a file may be
 * made so that it takes long to be read, or much memory. What comes of it is bounded, whatever the files hold.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { type Notebook, NotebookFormatError, parseNotebook } from "lib/jupyter/format/notebook.ts";
import { isHomeworkCell, notebookNumber } from "../cell/cells.ts";

/** Files to read. */
export interface FilesRequest {
  /** The learner's folder. */
  readonly folder: string;
  /** Paths below it. */
  readonly files: readonly string[];
  /** The numbers of notebooks with homework. */
  readonly known: readonly string[];
}

/** A code cell. */
export interface ReadCell {
  /** The exercise that it claims to answer, if it does. */
  readonly exercise?: string;
  /** Of the source. */
  readonly digest: string;
  /** Missing where the same text was sent before. */
  readonly source?: string;
}

/** A notebook file that a learner handed in, or what is wrong with it. */
export interface ReadFile {
  /** The path below the learner's folder. */
  readonly name: string;
  /** The course's number of the notebook, where it can be told. */
  readonly number?: string;
  /** Its code cells, where it could be read. */
  readonly cells?: readonly ReadCell[];
  /** Why it could not be read. */
  readonly problem?: string;
}

/** What is read of one learner. */
export interface ReadFiles {
  /** In the order in which they were asked for. */
  readonly files: readonly ReadFile[];
  /** True if there was more code than is kept. */
  readonly cut: boolean;
}

/** The largest notebook file that is read; pictures count. */
const largestFile = 32 * 1024 ** 2;
/** Bytes of notebook files that are read of one learner. */
const allBytes = 128 * 1024 ** 2;
/** Characters of one cell that are kept: more than a homework cell may hold. */
const longestSource = 110_000;
/** Characters of code that are kept of one learner: the course's ten notebooks hold a tenth of it. */
export const mostCode = 4_000_000;
/** Cells that are kept of those that claim to answer one exercise, and of all others of a file. */
const mostAnswers = 3;
const mostCells = 1000;

/** Reads files, one learner's after the other's. */
export class FileReader {
  /** Digests of the texts that were sent. */
  readonly #sent = new Set<string>();

  /** Reads one learner's files. */
  read({ folder, files, known }: FilesRequest): ReadFiles {
    const found: ReadFile[] = [];
    const kept = new Kept();
    let left = allBytes;
    for (const name of files) {
      const { file, bytes } = readOne(folder, name, known, Math.min(left, largestFile), kept);
      left -= bytes;
      found.push(file);
    }
    return { files: found.map((file) => this.#withoutSent(file)), cut: kept.isCut };
  }

  /** A lesson's cells are the same for everybody, and are sent once. */
  #withoutSent({ cells, ...file }: ReadFile): ReadFile {
    if (!cells) return file;
    return {
      ...file,
      cells: cells.map(({ source, ...cell }) => {
        if (this.#sent.has(cell.digest)) return cell;
        this.#sent.add(cell.digest);
        return { ...cell, source };
      }),
    };
  }
}

/** How much of one learner's code is kept. */
class Kept {
  readonly #digests = new Set<string>();
  #length = 0;
  isCut = false;

  /** The digest of a text; undefined where there is no room for it. */
  add(source: string): string | undefined {
    const digest = createHash("sha256").update(source).digest("hex");
    if (this.#digests.has(digest)) return digest;
    if (this.#length + source.length > mostCode) {
      this.isCut = true;
      return undefined;
    }
    this.#length += source.length;
    this.#digests.add(digest);
    return digest;
  }
}

/**
 * Reads one file. A name that starts with a known number decides which notebook it is; otherwise the exercises that
 * the cells name do.
 */
function readOne(
  folder: string,
  name: string,
  known: readonly string[],
  mostBytes: number,
  kept: Kept,
): { readonly file: ReadFile; readonly bytes: number } {
  const named = /^\d\d/.exec(basename(name))?.[0];
  const numberOr = (content: string | undefined): string | undefined =>
    [named, content].find((number) => number !== undefined && known.includes(number));
  const number = numberOr(undefined);
  try {
    const { size, bytes } = readBytes(join(folder, name), mostBytes);
    if (!bytes) {
      const limit = `${largestFile / 1024 ** 2} MB of a file and ${
        allBytes / 1024 ** 2
      } MB of a learner`;
      const problem = `${name} holds ${size} bytes; at most ${limit} are read`;
      return { file: { name, number, problem }, bytes: 0 };
    }
    const text = new TextDecoder().decode(bytes);
    try {
      const notebook = parseNotebook(text, name);
      const cells = codeCells(notebook, kept);
      return {
        file: { name, number: numberOr(notebookNumber(notebook)), cells },
        bytes: size,
      };
    } catch (error) {
      if (!(error instanceof NotebookFormatError)) throw error;
      const mentioned = /"exercise":\s*"(\d\d)\./.exec(text)?.[1];
      const problem = `the notebook is broken: ${error.message.slice(0, longestMessage)}`;
      return { file: { name, number: numberOr(mentioned), problem }, bytes: size };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      file: { name, number, problem: `${name} cannot be read: ${error.message}` },
      bytes: 0,
    };
  }
}

/** Characters of a message about a file, which may quote it. */
const longestMessage = 1000;

/**
 * What a file holds, unless it holds more than `most` bytes. It must be the file that it was when its folder was read:
 * no link, no pipe, no device. The process does nothing else meanwhile, and so waits for the disk.
 */
function readBytes(
  path: string,
  most: number,
): { readonly size: number; readonly bytes?: Uint8Array } {
  const listed = Deno.lstatSync(path);
  if (!listed.isFile) throw new Error("it is no ordinary file");
  using file = Deno.openSync(path);
  const { size, ino, dev, isFile } = file.statSync();
  if (!isFile || ino !== listed.ino || dev !== listed.dev) throw new Error("it was replaced");
  if (size > most) return { size };
  const bytes = new Uint8Array(size);
  let read = 0;
  for (let more: number | null = 0; read < size && more !== null; read += more ?? 0) {
    more = file.readSync(bytes.subarray(read));
  }
  return { size, bytes: bytes.subarray(0, read) };
}

/** The code cells, with the exercise that each claims to answer: not more of them, nor longer, than can matter. */
function codeCells(notebook: Notebook, kept: Kept): ReadCell[] {
  const counts = new Map<string, number>();
  const found: ReadCell[] = [];
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "code") continue;
    const { exercise: claimed } = cell.metadata;
    const exercise = typeof claimed === "string" && claimed.length < 20 &&
        isHomeworkCell(cell, claimed)
      ? claimed
      : undefined;
    const count = (counts.get(exercise ?? "") ?? 0) + 1;
    if (count > (exercise ? mostAnswers : mostCells)) continue;
    counts.set(exercise ?? "", count);
    const source = cell.source.slice(0, longestSource);
    const digest = kept.add(source);
    if (digest) found.push({ digest, source, ...(exercise && { exercise }) });
  }
  return found;
}
