/**
 * The learner's notebooks on the disk: which file is notebook 04, and what is wrong with it.
 *
 * @module
 */
import { basename, dirname, join, relative, resolve } from "node:path";
import { UserError } from "lib/command.ts";
import type { Language } from "lib/language.ts";
import { type Notebook, NotebookFormatError, readNotebook } from "lib/jupyter/format/notebook.ts";
import { projectFolder } from "lib/platform/project.ts";
import { homeworkNumbers } from "../exercises/catalogue.ts";

/** Where the course keeps its notebooks. */
export const notebooksFolder: string = join(projectFolder, "notebooks");

/** Where the notebooks of each edition lie: the Korean ones have the names of the English ones. */
export const editionFolders: Readonly<Record<Language, string>> = {
  en: notebooksFolder,
  ko: join(notebooksFolder, "ko"),
};

/** The file of notebook `number`, `notebooks/04-….ipynb`. A `UserError` says what is there instead. */
export async function notebookFile(number: string, folder = notebooksFolder): Promise<string> {
  const names: string[] = [];
  try {
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (isFile && name.endsWith(".ipynb")) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const found = names.filter((name) => name.startsWith(`${number}-`) || name === `${number}.ipynb`);
  if (found.length === 1) return join(folder, found[0]);
  if (found.length > 1) {
    throw new UserError(
      `Expected one notebook ${number}, got ${found.sort().join(" and ")}. Name one with --file.`,
    );
  }
  throw new UserError(
    `Expected a notebook ${number}-….ipynb in ${relative(Deno.cwd(), folder) || folder}, got none.`,
  );
}

/** Reads a notebook; a `UserError` says in one sentence why it cannot be read. */
export async function openNotebook(path: string): Promise<Notebook> {
  try {
    return await readNotebook(path);
  } catch (error) {
    if (error instanceof NotebookFormatError) {
      throw new UserError(`The notebook is broken. ${error.message}`);
    }
    if (error instanceof Deno.errors.NotFound) {
      throw new UserError(`Expected a notebook at ${path}, got nothing there.`);
    }
    if (
      error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.IsADirectory
    ) {
      throw new UserError(`The notebook ${path} cannot be read: ${error.message}`);
    }
    throw error;
  }
}

/** The edition of the notebook at `path`: the Korean one lies in a folder `ko`. */
export function editionAt(path: string): Language {
  return basename(dirname(resolve(path))) === "ko" ? "ko" : "en";
}

/** The number of the notebook whose exercises the file at `path` holds. A `UserError` says what it holds instead. */
export async function numberIn(path: string): Promise<string> {
  const { cells } = await openNotebook(path);
  const numbers = new Set(
    cells.flatMap(({ metadata }) =>
      typeof metadata.exercise === "string" ? metadata.exercise.split(".")[0] : []
    ),
  );
  const [number, ...others] = numbers;
  if (number !== undefined && others.length === 0) return number;
  const found = number === undefined ? "none" : `those of ${[...numbers].sort().join(" and ")}`;
  throw new UserError(`Expected the exercises of one notebook in ${path}, got ${found}.`);
}

/** What a person typed for a notebook: `04`, `04.2`, `ko/04`. */
export interface Typed {
  /** `04`, or what stands there instead. */
  readonly notebook: string | undefined;
  /** The exercise's place in it: `2`. */
  readonly place: string | undefined;
  /** Korean after `ko/`. */
  readonly edition: Language;
}

/** Takes apart what a person typed for a notebook. */
export function parseTyped(word: string | undefined): Typed {
  const edition = word?.startsWith("ko/") ? "ko" : "en";
  const [notebook, place] = word?.replace(/^ko\//, "").split(".") ?? [];
  return { notebook, place, edition };
}

/** The notebook's number from what a person typed: `4`, `04`. A `UserError` names those there are. */
export async function parseNumber(word: string | undefined, example: string): Promise<string> {
  const known = await homeworkNumbers();
  const number = word?.padStart(2, "0") ?? "";
  if (known.includes(number)) return number;
  throw new UserError(
    `Expected the number of a notebook with homework (${known.join(", ")}), got ` +
      `${word === undefined ? "nothing" : `"${word}"`}. Example: ${example}`,
  );
}
