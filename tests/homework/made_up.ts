/**
 * Homework that no notebook has, in the forms that notebook 04 does not use: a function among the
 * arguments, an earlier exercise, a judge instead of a reference, a person as the judge.
 */
import {
  defineExercise,
  type Homework,
  type Text,
  withMistakes,
} from "lib/homework/exercise/exercise.ts";
import { tableStep } from "lib/homework/exercise/steps.ts";
import { FunctionValue, isList, type Value } from "lib/homework/exercise/values.ts";
import type { Random } from "lib/random.ts";

const common = {
  difficulty: 1,
  minutes: 1,
  points: 3,
  task: "",
  hints: [{ en: "One.", ko: "하나." }, { en: "Two.", ko: "둘." }, { en: "Three.", ko: "셋." }],
} as const;

function stub(signature: string): string {
  return `function ${signature} {\n  throw new Error("Not implemented yet");\n}`;
}

/** The best token after each, three times. */
const greedy = defineExercise<[step: FunctionValue, start: number], readonly number[]>({
  ...common,
  id: "04.11",
  name: "greedy",
  title: "Three greedy steps",
  stub: stub("greedy(step: (tokens: number[]) => number[], start: number): number[]"),
  parameters: [{ name: "step", axes: "" }, { name: "start", axes: "" }],
  result: [{ name: "tokens", axes: "time" }],
  helpers: ["lib/homework/exercise/steps.ts"],
  cases(random: Random) {
    const table = Array.from({ length: 5 }, () => [...random.normals(5)]);
    const step = new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [table]);
    return [{ property: "Follows the best token", args: [step, 2] }];
  },
  reference(step, start) {
    const [table] = step.data;
    const rows = isList(table) ? table.map((row) => isList(row) ? row.map(Number) : []) : [];
    const next = tableStep(rows);
    const tokens = [start];
    for (let i = 0; i < 3; i++) {
      const scores = next(tokens);
      tokens.push(scores.indexOf(Math.max(...scores)));
    }
    return tokens;
  },
});

/** Uses exercise 04.4, whose solution the sandbox lends. */
const perplexity = defineExercise<[weights: number[]], number>({
  ...common,
  id: "04.12",
  name: "perplexity",
  title: "Perplexity",
  stub: stub("perplexity(weights: number[]): number"),
  parameters: [{ name: "weights", axes: "key" }],
  result: [{ name: "perplexity", axes: "" }],
  uses: ["04.4"],
  cases: () => [{ property: "Equal weights: their number", args: [[0.25, 0.25, 0.25, 0.25]] }],
  reference: (weights) => weights.length,
});

/** Any even number is right. */
const even = defineExercise<[above: number], Value>({
  ...common,
  id: "04.13",
  name: "even",
  title: "An even number",
  stub: stub("even(above: number): number"),
  parameters: [{ name: "above", axes: "" }],
  result: [{ name: "number", axes: "" }],
  cases: () => [{ property: "Even and large enough", args: [7] }],
  reference: () => 8,
  judge(result, above): Text | undefined {
    const right = typeof result === "number" && result % 2 === 0 && result > above;
    return right
      ? undefined
      : { en: `expected an even number above ${above}`, ko: "짝수가 아닙니다." };
  },
});

/** Read by a person. */
const essay = defineExercise<[], string>({
  ...common,
  id: "04.14",
  name: "essay",
  title: "Why divide?",
  stub: stub("essay(): string"),
  parameters: [],
  result: [{ name: "text", axes: "" }],
  manual: true,
  cases: () => [],
  reference: () => "",
});

export const madeUp: Homework = {
  notebook: "04",
  setup: `import * as tf from "@tensorflow/tfjs";`,
  exercises: [greedy, perplexity, even, essay].map((exercise) => withMistakes(exercise, [])),
};
