/**
 * Homework that no notebook has, in the forms that notebook 04 does not use: a function among the
 * arguments, an earlier exercise, a judge instead of a reference, a person as the judge.
 */
import { type Text, untranslated } from "lib/language.ts";
import {
  type AnswerFunction,
  defineExercise,
  type Exercise,
  type ExerciseDefinition,
  type Homework,
} from "lib/homework/exercise/exercise.ts";
import { FunctionValue } from "lib/homework/exercise/values.ts";
import type { Random } from "lib/random.ts";

const common = {
  difficulty: 1,
  minutes: 1,
  points: 3,
  task: { en: "", ko: "" },
  hints: [{ en: "One.", ko: "하나." }, { en: "Two.", ko: "둘." }, { en: "Three.", ko: "셋." }],
} as const;

function stub(signature: string): string {
  return `function ${signature} {\n  throw new Error("Not implemented yet");\n}`;
}

/** The best token after each, three times. */
const greedy = defineExercise<[step: FunctionValue, start: number]>({
  ...common,
  id: "04.11",
  name: "greedy",
  title: untranslated("Three greedy steps"),
  stub: stub("greedy(step: (tokens: number[]) => number[], start: number): number[]"),
  parameters: [{ name: "step", axes: "" }, { name: "start", axes: "" }],
  result: [{ name: "tokens", axes: "time" }],
  helpers: ["lib/homework/exercise/steps.ts"],
  cases(random: Random) {
    const table = Array.from({ length: 5 }, () => [...random.normals(5)]);
    const step = new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
    return [{ property: untranslated("Follows the best token"), args: [step, 2] }];
  },
});

function threeSteps(next: (tokens: number[]) => number[], start: number): number[] {
  const tokens = [start];
  for (let i = 0; i < 3; i++) {
    const scores = next(tokens);
    tokens.push(scores.indexOf(Math.max(...scores)));
  }
  return tokens;
}

/** Uses exercise 04.4, whose solution the sandbox lends. */
const perplexity = defineExercise<[weights: number[]]>({
  ...common,
  id: "04.12",
  name: "perplexity",
  title: untranslated("Perplexity"),
  stub: stub("perplexity(weights: number[]): number"),
  parameters: [{ name: "weights", axes: "key" }],
  result: [{ name: "perplexity", axes: "" }],
  uses: ["04.4"],
  cases: () => [{
    property: untranslated("Equal weights: their number"),
    args: [[0.25, 0.25, 0.25, 0.25]],
  }],
});

/** Any even number is right. */
const even = defineExercise<[above: number]>({
  ...common,
  id: "04.13",
  name: "even",
  title: untranslated("An even number"),
  stub: stub("even(above: number): number"),
  parameters: [{ name: "above", axes: "" }],
  result: [{ name: "number", axes: "" }],
  cases: () => [{ property: untranslated("Even and large enough"), args: [7] }],
  judge(result, above): Text | undefined {
    const right = typeof result === "number" && result % 2 === 0 && result > above;
    return right
      ? undefined
      : { en: `expected an even number above ${above}`, ko: "짝수가 아닙니다." };
  },
});

/** Read by a person. */
const essay = defineExercise<[]>({
  ...common,
  id: "04.14",
  name: "essay",
  title: untranslated("Why divide?"),
  stub: stub("essay(): string"),
  parameters: [],
  result: [{ name: "text", axes: "" }],
  manual: true,
  cases: () => [],
});

function solvedBy(exercise: ExerciseDefinition, solution: AnswerFunction): Exercise {
  return {
    ...exercise,
    solution: () => Promise.resolve(solution),
    mistakes: () => Promise.resolve([]),
  };
}

export const madeUp: Homework = {
  notebook: "04",
  setup: `import * as tf from "@tensorflow/tfjs";`,
  exercises: [
    solvedBy(greedy, threeSteps),
    solvedBy(perplexity, (weights: number[]) => weights.length),
    solvedBy(even, () => 8),
    solvedBy(essay, () => ""),
  ],
};
