/**
 * The Korean edition of a notebook beside the English one: the same cells by id and type, with Korean prose,
 * strings and comments. What a Korean cell was written from is known by a fingerprint, so that a changed English
 * cell is told and no Korean one goes stale unseen.
 *
 * @module
 */
import { join } from "node:path";
import { type Cell, codeCell, hasTag, type Notebook } from "lib/jupyter/format/notebook.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";
import { taskCell } from "../cell/written_cells.ts";
import type { Homework } from "../exercise/exercise.ts";
import { digestOf, notImplemented } from "../exercise/in_notebook.ts";
import { editionFolders } from "./notebook_files.ts";

/** Fingerprints of English cells, by the id of the cell. */
export type Fingerprints = Readonly<Record<string, string>>;

/** Those of all notebooks, by the name of the file. They lie beside the notebooks, whose metadata is a whitelist. */
export type EditionFingerprints = Readonly<Record<string, Fingerprints>>;

const fingerprintsFile = join(editionFolders.ko, "fingerprints.json");

/** Reads what the Korean cells were written from. */
export async function readFingerprints(): Promise<EditionFingerprints> {
  try {
    return JSON.parse(await Deno.readTextFile(fingerprintsFile));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

/** Writes them, in one order whatever comes. */
export async function writeFingerprints(all: EditionFingerprints): Promise<void> {
  const sorted = Object.fromEntries(Object.keys(all).sort().map((name) => [name, all[name]]));
  await Deno.mkdir(editionFolders.ko, { recursive: true });
  await writeAtomically(fingerprintsFile, JSON.stringify(sorted, null, 1) + "\n");
}

/** The fingerprint of a cell's text. */
export async function fingerprint({ source }: Cell): Promise<string> {
  return (await digestOf(source)).slice(0, 12);
}

/** True for a cell that comes from an exercise's source, which holds both languages. */
export function isFromExercise(cell: Cell): boolean {
  return ["task", "homework", "check"].some((tag) => hasTag(cell, tag));
}

/** What a Korean notebook lacks, by the ids of cells. */
export interface Stale {
  /** English cells without a Korean one that was written from them. */
  readonly unwritten: readonly string[];
  /** English cells that changed since. */
  readonly changed: readonly string[];
}

/** Compares a notebook with what its Korean cells were written from. */
export async function staleCells(
  english: { readonly cells: readonly Cell[] },
  known: Fingerprints,
): Promise<Stale> {
  const unwritten: string[] = [];
  const changed: string[] = [];
  for (const cell of english.cells.filter((cell) => !isFromExercise(cell))) {
    if (!Object.hasOwn(known, cell.id)) unwritten.push(cell.id);
    else if (known[cell.id] !== await fingerprint(cell)) changed.push(cell.id);
  }
  return { unwritten, changed };
}

/**
 * The Korean notebook with the cells of the English one, in its order. Korean cells stay as they are, with a learner's
 * answers; a new cell begins as a copy of the English one, without outputs. Tasks come from the exercises.
 */
export function followEnglish(
  english: Notebook,
  korean: Notebook | undefined,
  homework: Homework | undefined,
): Notebook {
  const written = new Map(korean?.cells.map((cell) => [cell.id, cell]));
  const cells = english.cells.map((cell): Cell => {
    const own = written.get(cell.id);
    const { metadata } = cell;
    if (hasTag(cell, "task")) {
      const exercise = homework?.exercises.find(({ id }) => id === metadata.exercise);
      return exercise ? taskCell(exercise, "ko") : cell;
    }
    if (own?.cell_type === cell.cell_type) {
      const answered = hasTag(cell, "homework") && !own.source.includes(notImplemented);
      const isFromNow = isFromExercise(cell) && !answered && own.source !== cell.source;
      if (!isFromNow) return { ...own, metadata };
    }
    if (cell.cell_type !== "code") return { ...cell };
    const exercise = homework?.exercises.find(({ id }) => id === metadata.exercise);
    const source = hasTag(cell, "homework") ? exercise?.stub ?? cell.source : cell.source;
    return codeCell(cell.id, source, metadata);
  });
  return { ...english, cells };
}
