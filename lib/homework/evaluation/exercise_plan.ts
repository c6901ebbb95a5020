/**
 * What the course decides about an exercise before anybody answers it: what a cell may hold, what the folder
 * holds in which it runs, and what is lent to it. It is the same for every learner, and found once.
 *
 * @module
 */
import { type CellRules, cellRules, lentModule } from "../cell/homework_module.ts";
import type { Exercise, Homework } from "../exercise/exercise.ts";
import { earlierModule } from "../exercises/solutions.ts";
import type { Earlier } from "../judge/judge.ts";
import { type Library, merged, reachable } from "../sandbox/library.ts";
import type { StageContent } from "../sandbox/stage.ts";

/** An exercise in its homework. */
export interface Task {
  /** Whose set-up its cell sees. */
  readonly homework: Homework;
  /** What it answers. */
  readonly exercise: Exercise;
}

/** What holds for each learner's answer to one exercise. */
export interface ExercisePlan {
  /** What its cell may hold. */
  readonly rules: CellRules;
  /** What its cell can import, and everything that this leads to. */
  readonly library: Library;
  /** The exercises whose solutions are lent to its cell. */
  readonly earlier: readonly Earlier[];
  /** The module that lends them; empty where none is lent. */
  readonly lentText: string;
}

const plans = new WeakMap<Exercise, Promise<ExercisePlan>>();

/** The plan of an exercise, made once. */
export function planExercise(task: Task): Promise<ExercisePlan> {
  const plan = plans.get(task.exercise) ?? makePlan(task);
  plans.set(task.exercise, plan);
  return plan;
}

async function makePlan({ homework, exercise }: Task): Promise<ExercisePlan> {
  const earlier = await earlierModule(exercise.uses ?? []);
  const rules = cellRules(homework, exercise, earlier.exercises.map(({ name }) => name));
  const library = await reachable([
    ...rules.imports,
    ...exercise.helpers ?? [],
    ...earlier.modules,
  ]);
  return { rules, library, earlier: earlier.exercises, lentText: earlier.text };
}

/** What a stage holds on which cells of all these tasks run or are checked, but for the cells themselves. */
export async function stageFor(tasks: readonly Task[]): Promise<Omit<StageContent, "cells">> {
  const exercises = [...new Set(tasks.map(({ exercise }) => exercise))];
  const plans = [...new Set(await Promise.all(tasks.map(planExercise)))];
  const lending = plans.filter(({ earlier }) => earlier.length > 0);
  return {
    library: merged(plans.map(({ library }) => library)),
    withheld: exercises.flatMap(({ withheld = [] }) => withheld),
    lent: Object.fromEntries(
      lending.map(({ rules, lentText }) => [lentModule(rules.id), lentText]),
    ),
  };
}
