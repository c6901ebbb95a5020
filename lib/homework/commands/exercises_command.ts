/**
 * `deno task exercises`: writes the homework of notebooks into their files, from the exercises' source.
 *
 * Task and check cells are refreshed; a missing cell is put in its place; a homework cell that is not a
 * stub of this exercise is somebody's work and stays as it is.
 *
 * @module
 */
import { basename, resolve } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import type { Cell, Notebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import type { Language } from "lib/language.ts";
import { isExerciseCell } from "../cell/cells.ts";
import { checkCell, stubCell, taskCell } from "../cell/written_cells.ts";
import type { Homework } from "../exercise/exercise.ts";
import { notImplemented } from "../exercise/in_notebook.ts";
import { loadHomework } from "../exercises/catalogue.ts";
import {
  editionAt,
  editionFolders,
  notebookFile,
  openNotebook,
  parseNumber,
  parseTyped,
} from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "exercises",
  summary: "Writes the task, stub and check cells of notebooks from lib/homework/exercises/.",
  usage: "[ko/]NN… | PATH…",
  options: {},
  notes:
    `deno task exercises 03 brings notebook 03 up to date. A homework cell that holds somebody's work
stays as it is. New cells have no outputs yet: deno task notebooks 03 makes them.`,
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<void> {
  if (args.words.length === 0) {
    throw new UserError("Expected a notebook's number or path, got nothing.");
  }
  for (const word of args.words) {
    const path = await notebookPath(word);
    const number = /^\d\d/.exec(basename(path))?.[0];
    if (!number) throw new UserError(`Expected a file name such as 04-….ipynb, got ${word}.`);
    const notebook = await openNotebook(path);
    const kept = writeHomework(notebook, await loadHomework(number), editionAt(path));
    await writeNotebook(path, notebook);
    console.log(
      `${word}: homework written${kept.length ? `; kept as it is: ${kept.join(", ")}` : ""}`,
    );
  }
}

/** The file that `3`, `03`, `ko/03` or a path means. */
async function notebookPath(word: string): Promise<string> {
  if (!/^(?:ko\/)?\d+$/.test(word)) return resolve(word);
  const { notebook, edition } = parseTyped(word);
  const number = await parseNumber(notebook, "deno task exercises 03");
  return await notebookFile(number, editionFolders[edition]);
}

/**
 * Puts the homework's cells into `notebook`, in place. New cells go before the cell with the id `recap`,
 * or to the end. Returns the ids of exercises whose homework cell holds work and was kept.
 */
export function writeHomework(
  notebook: Notebook,
  homework: Homework,
  language: Language = "en",
): string[] {
  const kept: string[] = [];
  const recap = notebook.cells.findIndex((cell) => cell.id === "recap");
  let place = recap < 0 ? notebook.cells.length : recap;
  for (const exercise of homework.exercises) {
    const wanted: [tag: string, cell: Cell][] = [
      ["task", taskCell(exercise, language)],
      ["homework", stubCell(exercise)],
      ["check", checkCell(exercise)],
    ];
    const first = notebook.cells.findIndex((cell) => cell.metadata.exercise === exercise.id);
    if (first >= 0) place = first;
    for (const [tag, cell] of wanted) {
      const at = notebook.cells.findIndex((one) => isExerciseCell(one, exercise.id, tag));
      if (at < 0) {
        notebook.cells.splice(place, 0, cell);
      } else {
        const old = notebook.cells[at];
        const work = tag === "homework" && !old.source.includes(notImplemented);
        if (work) kept.push(exercise.id);
        else if (old.source !== cell.source) notebook.cells[at] = cell;
        place = at;
      }
      place++;
    }
  }
  return kept;
}
