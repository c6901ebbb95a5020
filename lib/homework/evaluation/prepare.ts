/**
 * Finds the homework cells of a submission and decides, before anything runs, which of them can be run.
 *
 * @module
 */
import type { Notebook } from "lib/jupyter/format/notebook.ts";
import { homeworkCells } from "../cell/cells.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { homeworkModule } from "../cell/homework_module.ts";
import { type Verdict, verdictWithout } from "../judge/judge.ts";
import { earlierModule } from "../exercises/solutions.ts";

/** A cell that can be run, as a module. */
export interface ModuleItem {
  /** Tells it from a verdict. */
  readonly kind: "module";
  /** Whose set-up it sees. */
  readonly homework: Homework;
  /** What it answers. */
  readonly exercise: Exercise;
  /** The module: set-up, cell, export. */
  readonly text: string;
  /** How many characters precede the cell on its first line. */
  readonly firstColumn: number;
}

/** An exercise of a submission: judged already, or a module to run. */
export type Prepared =
  | { readonly kind: "verdict"; readonly exercise: Exercise; readonly verdict: Verdict }
  | ModuleItem;

/** Looks for each exercise's cell in the notebooks given (one, unless a learner handed in two). */
export async function prepare(
  homework: Homework,
  notebooks: readonly Notebook[],
): Promise<Prepared[]> {
  return await Promise.all(homework.exercises.map((exercise) => {
    const cells = notebooks.flatMap((notebook) => homeworkCells(notebook, exercise.id));
    return prepareExercise(homework, exercise, cells.map(({ source }) => source));
  }));
}

/** Decides about one exercise by the texts of the cells that claim to answer it: one, if all is well. */
export async function prepareExercise(
  homework: Homework,
  exercise: Exercise,
  sources: readonly string[],
): Promise<Prepared> {
  const verdict = (...[status, problem]: [Verdict["status"], string?]): Prepared => (
    { kind: "verdict", exercise, verdict: verdictWithout(exercise, status, problem) }
  );
  const [source] = sources;
  if (source === undefined) {
    return verdict(
      "error",
      `the homework cell of ${exercise.id} is gone from the notebook ` +
        `(it carries the tag "homework" and the exercise id)`,
    );
  }
  if (sources.length > 1) {
    return verdict("error", `${sources.length} cells carry ${exercise.id}: duplicates; keep one`);
  }
  if (exercise.manual) return verdict("manual", "a person reads this one");
  if (sameCode(source, exercise.stub)) return verdict("not started");
  const { names } = await earlierModule(exercise.uses ?? []);
  const module = homeworkModule(homework, exercise, source, names);
  if (module.kind === "refused") return verdict("error", module.problem);
  return { ...module, homework, exercise };
}

function sameCode(left: string, right: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  return plain(left) === plain(right);
}
