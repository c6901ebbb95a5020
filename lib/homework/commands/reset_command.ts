/**
 * `deno task reset 04.2`: puts one exercise of the learner's notebook back to its stub, and keeps a copy
 * of the notebook as it was.
 *
 * @module
 */
import { relative, resolve } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import type { CodeCell, Notebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { homeworkCells, isExerciseCell } from "../cell/cells.ts";
import { checkCell, stubCell } from "../cell/written_cells.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { loadHomework } from "../exercises/catalogue.ts";
import { keepCopy } from "./backup.ts";
import {
  editionFolders,
  notebookFile,
  openNotebook,
  parseNumber,
  parseTyped,
} from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "reset",
  summary: "Put one exercise back to its stub, keeping a copy of the notebook in .backups/.",
  usage: "[ko/]NN.K [options]",
  options: { file: { type: "text", value: "PATH", help: "reset it in this notebook file" } },
  notes: `A deleted homework cell comes back before its check cell.
If the notebook is open in an editor, reload it afterwards.

Examples: deno task reset 04.2, and deno task reset ko/04.2 for the Korean edition`,
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<void> {
  const [id = "", ...others] = args.words;
  const { notebook: word, place, edition } = parseTyped(id);
  if (!place || others.length > 0) {
    throw new UserError(
      `Expected one exercise such as 04.2, got ${JSON.stringify(args.words.join(" "))}.`,
    );
  }
  const number = await parseNumber(word, "deno task reset 04.2");
  const { exercises } = await loadHomework(number);
  const exercise = exercises.find((one) => one.id === `${number}.${place}`);
  if (!exercise) {
    const known = exercises.map((one) => one.id).join(", ");
    throw new UserError(`Expected one of ${known}, got ${id}.`);
  }
  const path = resolve(args.text("file") ?? await notebookFile(number, editionFolders[edition]));
  const notebook = await openNotebook(path);
  const change = resetExercise(notebook, exercise);
  if (change === "was a stub") {
    console.log(`${exercise.id} ${exercise.name} is at its stub already; nothing was changed.`);
    return;
  }
  const copy = await keepCopy(path, exercise.id);
  await writeNotebook(path, notebook, { metadata: "all" });
  console.log(
    `${exercise.id} ${exercise.name} is back at its stub. ` +
      `Your work is in ${relative(Deno.cwd(), copy)}.`,
  );
}

/**
 * Puts the exercise's homework cell back to its stub, in place. A deleted cell is put before its check
 * cell, or at the end. A `UserError` where several cells claim the exercise: which one to keep is the
 * learner's choice.
 */
export function resetExercise(notebook: Notebook, exercise: Exercise): "changed" | "was a stub" {
  const cells = homeworkCells(notebook, exercise.id)
    .filter((cell): cell is CodeCell => cell.cell_type === "code");
  if (cells.length > 1) {
    throw new UserError(
      `Expected one homework cell for ${exercise.id}, got ${cells.length}. Delete the copies first.`,
    );
  }
  const [cell] = cells;
  if (!cell) {
    const before = notebook.cells.findIndex((one) => isExerciseCell(one, exercise.id, "check"));
    const added = before < 0 ? [stubCell(exercise), checkCell(exercise)] : [stubCell(exercise)];
    notebook.cells.splice(before < 0 ? notebook.cells.length : before, 0, ...added);
    return "changed";
  }
  if (cell.source === exercise.stub) return "was a stub";
  cell.source = exercise.stub;
  cell.outputs = [];
  return "changed";
}
