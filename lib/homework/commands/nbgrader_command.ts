/**
 * `deno task nbgrader`: copies of notebooks for a class that grades with nbgrader.
 *
 * @module
 */
import { basename, join, resolve } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { homeworkNumbers, loadHomework } from "../exercises/catalogue.ts";
import { withNbgrader } from "../grading/nbgrader.ts";
import { notebookFile, openNotebook, parseNumber } from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "nbgrader",
  summary: "Write copies of the course's notebooks with nbgrader's cell metadata.",
  usage: "DIR [NN…]",
  options: {},
  notes:
    `DIR becomes a folder of source notebooks, DIR/NN-….ipynb. The notebooks themselves stay as they are.
nbgrader runs students' code with your rights; deno task grade does not.

Example: deno task nbgrader source/homework 04 05`,
};

if (import.meta.main) await runCommand(spec, main);

async function main({ words: [folder, ...chosen] }: Arguments): Promise<void> {
  if (folder === undefined) throw new UserError("Expected a folder to write to, got nothing.");
  const numbers = chosen.length > 0
    ? await Promise.all(chosen.map((word) => parseNumber(word, "deno task nbgrader source/hw 04")))
    : await homeworkNumbers();
  await Deno.mkdir(folder, { recursive: true });
  for (const number of numbers) {
    const path = await notebookFile(number);
    const target = join(folder, basename(path));
    if (resolve(target) === resolve(path)) {
      throw new UserError(`Expected another folder than the notebooks' own, got ${folder}.`);
    }
    const notebook = withNbgrader(await openNotebook(path), await loadHomework(number));
    await writeNotebook(target, notebook, { metadata: "all" });
    console.log(target);
  }
}
