/**
 * `deno task korean`: says which Korean cells are behind the English ones, brings the cells of a Korean notebook in
 * line with the English one, and marks mended cells up to date.
 *
 * @module
 */
import { basename, join } from "node:path";
import { type Arguments, type CommandSpec, runCommand, UserError } from "lib/command.ts";
import { readNotebook } from "lib/jupyter/format/notebook.ts";
import { writeNotebook } from "lib/jupyter/format/notebook_writer.ts";
import { homeworkNumbers, loadHomework } from "../exercises/catalogue.ts";
import {
  fingerprint,
  followEnglish,
  readFingerprints,
  staleCells,
  writeFingerprints,
} from "./editions.ts";
import { editionFolders, notebookFile, openNotebook } from "./notebook_files.ts";

const spec: CommandSpec = {
  name: "korean",
  summary: "Keeps the Korean edition of the notebooks in line with the English one.",
  usage: "[NN [CELL…]] [--mended]",
  options: {
    mended: {
      type: "flag",
      help: "the cells named (or, without a name, all) say in Korean what the English ones say now",
    },
  },
  notes:
    `deno task korean               names English cells that changed since, or have no Korean one
deno task korean 05            gives notebook 05 the cells of the English one: a new cell begins as a
                               copy to translate, tasks come from the exercises, answers stay
deno task korean 05 title goals --mended   marks two cells as up to date`,
};

if (import.meta.main) await runCommand(spec, main);

async function main(args: Arguments): Promise<void> {
  const [number, ...ids] = args.words;
  if (number === undefined) {
    if (args.flag("mended")) throw new UserError("--mended expects a notebook's number.");
    for (const name of await koreanNotebooks()) await tell(name);
    return;
  }
  const path = await notebookFile(number.padStart(2, "0"));
  const name = basename(path);
  if (args.flag("mended")) await markMended(name, ids);
  else if (ids.length > 0) throw new UserError("Expected --mended after the names of cells.");
  else await follow(name);
  await tell(name);
}

/** The names of the files of the Korean edition. */
async function koreanNotebooks(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(editionFolders.ko)) {
    if (name.endsWith(".ipynb")) names.push(name);
  }
  return names.sort();
}

async function follow(name: string): Promise<void> {
  const path = join(editionFolders.ko, name);
  const english = await openNotebook(join(editionFolders.en, name));
  const korean = await readNotebook(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  const number = name.slice(0, 2);
  const hasHomework = (await homeworkNumbers()).includes(number);
  const homework = hasHomework ? await loadHomework(number) : undefined;
  await Deno.mkdir(editionFolders.ko, { recursive: true });
  await writeNotebook(path, followEnglish(english, korean, homework));
}

async function markMended(name: string, ids: readonly string[]): Promise<void> {
  const { cells } = await openNotebook(join(editionFolders.en, name));
  const unknown = ids.filter((id) => !cells.some((cell) => cell.id === id));
  if (unknown.length > 0) {
    throw new UserError(`Expected names of cells of ${name}, got ${unknown.join(", ")}.`);
  }
  const all = await readFingerprints();
  const { unwritten, changed } = await staleCells({ cells }, all[name] ?? {});
  const mended = ids.length > 0 ? ids : [...unwritten, ...changed];
  // In the notebook's order; what left the notebook goes.
  const fresh: Record<string, string> = {};
  for (const cell of cells) {
    const known = all[name]?.[cell.id];
    if (mended.includes(cell.id)) fresh[cell.id] = await fingerprint(cell);
    else if (known !== undefined) fresh[cell.id] = known;
  }
  await writeFingerprints({ ...all, [name]: fresh });
}

async function tell(name: string): Promise<void> {
  const english = await openNotebook(join(editionFolders.en, name));
  const { unwritten, changed } = await staleCells(english, (await readFingerprints())[name] ?? {});
  const lines = [
    ...unwritten.map((id) => `  ${id}: not written in Korean yet`),
    ...changed.map((id) => `  ${id}: the English cell changed since`),
  ];
  console.log(
    [`ko/${name}: ${lines.length === 0 ? "up to date" : ""}`.trimEnd(), ...lines].join("\n"),
  );
}
