/**
 * Where the commented solutions are. They serve three ends: `deno task check 04 --solution 04.2` shows
 * one, tests prove that each passes, and a sandbox lends those of earlier exercises that a cell may use.
 *
 * @module
 */
import { join } from "node:path";
import { functionText, readCell } from "../cell/cell_source.ts";
import type { Exercise } from "../exercise/exercise.ts";
import { exerciseFolder, loadExercise, loadHomework } from "./catalogue.ts";

const cells = new Map<string, Promise<string>>();

/** The commented solution of an exercise, as a cell. */
export function solutionCell(id: string): Promise<string> {
  const cell = cells.get(id) ?? findSolution(id);
  cells.set(id, cell);
  return cell;
}

async function findSolution(id: string): Promise<string> {
  const exercise = await loadExercise(id);
  const file = await Deno.readTextFile(join(exerciseFolder(exercise), "solution.ts"));
  const text = functionText(file, exercise.name);
  if (!text) throw new Error(`expected a function ${exercise.name} in the solution of ${id}`);
  return text;
}

/** The functions of earlier exercises, as a module for the sandbox. */
export interface EarlierModule {
  /** Empty where no exercise is used. */
  readonly text: string;
  /** The exercises that it answers; it exports their functions. */
  readonly exercises: readonly Exercise[];
  /** What it imports. */
  readonly modules: readonly string[];
}

const lent = new Map<string, Promise<EarlierModule>>();

/** A module of the solutions of the exercises `ids`, and of those that they use in turn. */
export function earlierModule(ids: readonly string[]): Promise<EarlierModule> {
  const key = ids.join();
  const module = lent.get(key) ?? collectEarlier(ids);
  lent.set(key, module);
  return module;
}

async function collectEarlier(ids: readonly string[]): Promise<EarlierModule> {
  const exercises = new Map<string, Exercise>();
  const queue = [...ids];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (exercises.has(id)) continue;
    const exercise = await loadExercise(id);
    exercises.set(id, exercise);
    queue.push(...exercise.uses ?? []);
  }
  const notebooks = [...new Set([...exercises.keys()].map((id) => id.slice(0, 2)))];
  const homeworks = await Promise.all(notebooks.map(loadHomework));
  const setup = new Set(homeworks.flatMap((homework) => homework.setup.split("\n")));
  const cells = await Promise.all([...exercises.keys()].map(solutionCell));
  const exported = cells.map((cell) => cell.replace(/^(?=(async )?function )/m, "export "));
  return {
    text: [...setup, ...exported].join("\n"),
    exercises: [...exercises.values()],
    modules: [
      ...readCell([...setup].join("\n")).imports,
      ...[...exercises.values()].flatMap(({ imports = [] }) => imports),
    ],
  };
}
