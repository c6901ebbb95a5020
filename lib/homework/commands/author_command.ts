/**
 * For authors: writes the homework of a notebook into its file, from the exercise module.
 *
 *     deno run -A lib/homework/commands/author_command.ts notebooks/04-….ipynb
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
import { checkCell, isExerciseCell, stubCell, taskCell } from "../cell/cells.ts";
import type { Homework } from "../exercise/exercise.ts";
import { notImplemented } from "../exercise/in_notebook.ts";
import { loadHomework } from "../exercises/catalogue.ts";
import { openNotebook } from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "author",
  summary: "Write the task, stub and check cells of a notebook from its exercise module.",
  usage: "PATH…",
  options: {},
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<void> {
  if (args.words.length === 0) throw new UserError("Expected the path of a notebook, got nothing.");
  for (const word of args.words) {
    const path = resolve(word);
    const number = /^\d\d/.exec(basename(path))?.[0];
    if (!number) throw new UserError(`Expected a file name such as 04-….ipynb, got ${word}.`);
    const notebook = await openNotebook(path);
    const kept = writeHomework(notebook, await loadHomework(number));
    await writeNotebook(path, notebook);
    console.log(
      `${word}: homework written${kept.length ? `; kept as it is: ${kept.join(", ")}` : ""}`,
    );
  }
}

/**
 * Puts the homework's cells into `notebook`, in place. New cells go before the cell with the id `recap`,
 * or to the end. Returns the ids of exercises whose homework cell holds work and was kept.
 */
export function writeHomework(notebook: Notebook, homework: Homework): string[] {
  const kept: string[] = [];
  const recap = notebook.cells.findIndex((cell) => cell.id === "recap");
  let place = recap < 0 ? notebook.cells.length : recap;
  for (const exercise of homework.exercises) {
    const wanted: [tag: string, cell: Cell][] = [
      ["task", taskCell(exercise)],
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
