/**
 * What an exercise is: the stub that a learner starts from, the reference and the inputs that decide
 * whether an answer is right, and the wrong answers that the course knows by name.
 *
 * A wrong answer is recognised by its values: the grader computes for the same inputs what that mistake
 * gives, error or number, and compares. So a hint is shown only where every call proves the mistake.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Value } from "./values.ts";

/** A sentence in the course's two languages. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Korean. */
  readonly ko: string;
}

/** Names the axes of an argument or a result, outermost first: `query key`. Empty for what has none. */
export interface Named {
  /** As the stub calls it. */
  readonly name: string;
  /** Axis names, outermost first, separated by spaces. */
  readonly axes: string;
}

/** One call of the learner's function. */
export interface Case<Arguments extends readonly Value[]> {
  /** What this call shows, as a sentence; calls that share it are judged together. */
  readonly property: string;
  /** What the function is called with. */
  readonly args: Arguments;
}

/** An error, where a mistake returns nothing: its message, in one of these wordings. */
export class Throws {
  /** Every way in which the same error is worded: tfjs's own, the course's kernels'. */
  readonly messages: readonly string[];

  /** The messages whole, to the letter. */
  constructor(...messages: string[]) {
    this.messages = messages;
  }
}

/** A wrong answer that learners give, and what to tell them. */
export interface Mistake<Arguments extends readonly Value[], Result extends Value> {
  /** A few words: `divides by d_k`. Reports call it the misconception. */
  readonly name: string;
  /** Names the mistake and points at what is right, without giving the line of code. */
  readonly hint: Text;
  /** A whole cell that makes this mistake. Tests prove that it is recognised. */
  readonly source: string;
  /**
   * What this mistake returns for these inputs, or the error that it ends in; several where the same
   * mistake can be written in several ways: the n-th of each call belong together.
   */
  values(...args: Arguments): readonly (Result | Throws)[];
}

/** How far an answer may be from the reference: `absolute + relative · |expected|`. */
export interface Tolerance {
  /** Share of the expected value. */
  readonly relative: number;
  /** For values near 0. */
  readonly absolute: number;
}

/** One homework exercise, all but the mistakes that the course knows by name. */
export interface ExerciseDefinition<
  Arguments extends readonly Value[] = readonly Value[],
  Result extends Value = Value,
> {
  /** The notebook's number and the exercise's place in it: `04.2`. */
  readonly id: string;
  /** The function that the learner writes. */
  readonly name: string;
  /** The heading of its task. */
  readonly title: string;
  /** From 1 (a line) to 5 (an evening). */
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
  /** How long it takes a learner who followed the notebook. */
  readonly minutes: number;
  /** What passing every property earns. */
  readonly points: number;
  /** What to write, in Markdown, for the cell above the stub. */
  readonly task: string;
  /** The homework cell as the learner finds it. Its body throws `notImplemented`, see `in_notebook.ts`. */
  readonly stub: string;
  /** The arguments, in order. */
  readonly parameters: readonly Named[];
  /** The result; a record names each of its fields. */
  readonly result: readonly Named[];
  /** What a homework cell may import beyond its notebook's set-up: aliases such as `lib/nn/linear.ts`. */
  readonly imports?: readonly string[];
  /** Library modules that hold the answer: nothing that the cell may import leads to them. */
  readonly withheld?: readonly string[];
  /** Earlier exercises whose function the cell may call; in the sandbox it comes from the solution. */
  readonly uses?: readonly string[];
  /** Course modules that make the functions among the arguments (`FunctionValue`). */
  readonly helpers?: readonly string[];
  /** Seconds that one call may take. Default 5. */
  readonly seconds?: number;
  /** Default 1e-4 relative, 1e-5 absolute: what float32 allows. */
  readonly tolerance?: Tolerance;
  /** Graded by a person: the cell is only looked for. */
  readonly manual?: boolean;
  /** The calls, drawn from the stream: equal streams give equal calls. */
  cases(random: Random): readonly Case<Arguments>[];
  /** The right answer, in plain TypeScript. */
  reference(...args: Arguments): Result;
  /**
   * For answers that no reference can foretell (trained parameters): the reason why `result` is wrong,
   * or undefined. Replaces the comparison with the reference.
   */
  judge?(result: Value, ...args: Arguments): Text | undefined;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly [Text, Text, Text];
}

/** One homework exercise. */
export interface Exercise extends ExerciseDefinition {
  /** Wrong answers with a hint of their own. */
  readonly mistakes: readonly Mistake<readonly Value[], Value>[];
}

/** The homework of one notebook. */
export interface Homework {
  /** `04`. */
  readonly notebook: string;
  /**
   * The import lines that every homework cell may rely on. The notebook's set-up cell gives it the same
   * names; the sandbox takes them from here, whatever the learner's set-up cell says.
   */
  readonly setup: string;
  /** In the order of the notebook. */
  readonly exercises: readonly Exercise[];
}

/** `1 point`, `4 points`. */
export function describePoints(count: number): string {
  return `${count} ${count === 1 ? "point" : "points"}`;
}

/** Where no exercise says otherwise. */
export const defaultTolerance: Tolerance = { relative: 1e-4, absolute: 1e-5 };

/** Seconds that one call of the learner's function may take. */
export function callSeconds({ seconds = 5 }: Pick<ExerciseDefinition, "seconds">): number {
  return seconds;
}

/** Checks the types of an exercise where it is written, and returns it as the course uses it. */
export function defineExercise<Arguments extends readonly Value[], Result extends Value>(
  exercise: ExerciseDefinition<Arguments, Result>,
): ExerciseDefinition {
  return exercise;
}

/** An exercise and the mistakes that are known by name: `exercise.ts` and `mistakes.ts` of one folder. */
export function withMistakes<Arguments extends readonly Value[], Result extends Value>(
  exercise: ExerciseDefinition,
  mistakes: readonly Mistake<Arguments, Result>[],
): Exercise {
  return { ...exercise, mistakes };
}
