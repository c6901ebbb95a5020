/**
 * What an exercise is: the stub that a learner starts from, the calls that decide whether an answer is right,
 * the solution, and the wrong answers that the course knows by name.
 *
 * Values decide. The solution and each known mistake are ordinary answers; they are called with the same
 * inputs as the learner's, and what they give is compared. So a hint is shown only where every call proves the
 * mistake, and nothing about an answer is written twice.
 *
 * @module
 */
import type { Text } from "lib/language.ts";
import type { Random } from "lib/random.ts";
import type { CardName } from "./cards.ts";
import type { Value } from "./values.ts";

/** Names the axes of an argument or a result, outermost first: `query key`. Empty for what has none. */
export interface Named {
  /** As the stub calls it; what has no name there, in English. */
  readonly name: string;
  /** In Korean, where the name is a word and not one of the code. */
  readonly ko?: string;
  /** Axis names, outermost first, separated by spaces. */
  readonly axes: string;
}

/** One call of the learner's function. */
export interface Case<Arguments extends readonly Value[] = readonly Value[]> {
  /** What this call shows, as a sentence; calls that share its English are judged together. */
  readonly property: Text;
  /** What the function is called with. */
  readonly args: Arguments;
  /** What comes out, where it was worked out by hand. Default: what the solution gives. */
  readonly result?: Value;
}

/** A learner's function, or one written as a learner would. */
export type AnswerFunction = (...args: never[]) => unknown;

/**
 * A wrong answer that learners give, and what to tell them. `Answer` is the type of the right one:
 * `typeof entropy` of `solution.ts`.
 */
export interface Mistake<Answer extends AnswerFunction = AnswerFunction> {
  /** A few words: `divides by d_k`. Reports call the English the misconception. */
  readonly name: Text;
  /** Names the mistake and points at what is right, without giving the line of code. */
  readonly hint: Text;
  /**
   * An answer that makes this mistake. It may call functions at the top of its file: tests cut it from there, with
   * what it calls, and prove as a learner's cell that it is recognised.
   */
  readonly answer: (...args: Parameters<Answer>) => unknown;
  /** Answers that make the same mistake and give other values, or end in another error. */
  readonly variants?: readonly ((...args: Parameters<Answer>) => unknown)[];
}

/** Why a result is wrong, and what the mistake behind it is called, where that can be told. */
export interface Judged extends Text {
  readonly mistake?: Pick<Mistake, "name" | "hint">;
}

/** How far an answer may be from the reference: `absolute + relative · |expected|`. */
export interface Tolerance {
  /** Share of the expected value. */
  readonly relative: number;
  /** For values near 0. */
  readonly absolute: number;
}

/** One homework exercise, all but its answers. */
export interface ExerciseDefinition<Arguments extends readonly Value[] = readonly Value[]> {
  /** The notebook's number and the exercise's place in it: `04.2`. */
  readonly id: string;
  /** The function that the learner writes. */
  readonly name: string;
  /** The heading of its task. */
  readonly title: Text;
  /** From 1 (a line) to 5 (an evening). */
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
  /** How long it takes a learner who followed the notebook. */
  readonly minutes: number;
  /** What passing every property earns. */
  readonly points: number;
  /** What to write, in Markdown, for the cell above the stub. */
  readonly task: Text;
  /** The functions of tfjs that it needs, see `cards.ts`: shown below the task, each with an example. */
  readonly card?: readonly CardName[];
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
  /** Kernels of tfjs that are the answer, such as `Softmax`: a call that reaches one ends in an error. */
  readonly forbiddenKernels?: readonly string[];
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
  /**
   * For answers that no solution can foretell (trained parameters): the reason why `result` is wrong,
   * or undefined. Replaces the comparison with what the solution gives.
   */
  judge?(result: Value, ...args: Arguments): Judged | undefined;
  /** From a nudge to nearly the answer. */
  readonly hints: readonly [Text, Text, Text];
}

/** One homework exercise. */
export interface Exercise extends ExerciseDefinition {
  /** The right answer. */
  solution(): Promise<AnswerFunction>;
  /** Wrong answers with a hint of their own. The first that explains an answer gives it its name. */
  mistakes(): Promise<readonly Mistake[]>;
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

/**
 * The seed of the inputs with which learners check, in the notebook, the page and the terminal: the same answer
 * gets the same verdict everywhere, and a notebook's stored output stays as it is. Graders have their own.
 */
export const checkSeed = 17;

/** Where no exercise says otherwise. */
export const defaultTolerance: Tolerance = { relative: 1e-4, absolute: 1e-5 };

/** Seconds that one call of the learner's function may take. */
export function callSeconds({ seconds = 5 }: Pick<ExerciseDefinition, "seconds">): number {
  return seconds;
}

/** Checks the types of an exercise where it is written, and returns it as the course uses it. */
export function defineExercise<Arguments extends readonly Value[]>(
  exercise: ExerciseDefinition<Arguments>,
): ExerciseDefinition {
  return exercise;
}

/** Where an exercise's answers are: the modules of its folder, loaded when they are first needed. */
export interface AnswerModules {
  /** `solution.ts`: it exports the function by the exercise's name. */
  readonly solution: () => Promise<Readonly<Record<string, AnswerFunction>>>;
  /** `mistakes.ts`. */
  readonly mistakes: () => Promise<{ readonly mistakes: readonly Mistake[] }>;
}

/** An exercise with its answers. */
export function withAnswers(
  exercise: ExerciseDefinition,
  { solution, mistakes }: AnswerModules,
): Exercise {
  return {
    ...exercise,
    solution: async () => (await solution())[exercise.name],
    mistakes: async () => (await mistakes()).mistakes,
  };
}
