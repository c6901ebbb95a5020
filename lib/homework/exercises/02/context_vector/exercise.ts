/**
 * Exercise 02.4: the context vector, a weighted sum of the encoder's states (Bahdanau, Cho and Bengio
 * 2015, equation 5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Rows, softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [weights: number[], states: number[][]];

export function weightedSum(weights: readonly number[], states: Rows): number[] {
  return states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
}

function draw(random: Random, count: number, size: number): Arguments {
  const states = Array.from({ length: count }, () => [...random.normals(size)]);
  return [softmax([...random.normals(count, 0, 1.5)]), states];
}

export const contextVector = defineExercise<Arguments, number[]>({
  id: "02.4",
  name: "contextVector",
  title: "Collect what you looked at",
  difficulty: 1,
  minutes: 10,
  points: 2,
  task:
    `Return the context vector (컨텍스트 벡터) $c = \\sum_j w_j h_j$: each state times its weight, all added
up. Plain arrays, plain loops.`,
  stub: `/**
 * The weighted sum of the encoder's states.
 *
 * @param weights [key], plain array: one weight for each state, together 1
 * @param states [key, state]: one row for each word that was read
 * @returns [state]: one vector, as long as a state
 */
function contextVector(weights: number[], states: number[][]): number[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "weights", axes: "key" }, { name: "states", axes: "key state" }],
  result: [{ name: "context", axes: "state" }],

  cases(random): Case<Arguments>[] {
    const [, states] = draw(random, 3, 5);
    return [
      {
        property: "Weights 3/4 and 1/4: by hand",
        args: [[0.75, 0.25], [[4, 8], [0, 4]]],
      },
      { property: "All weight on one state: that state comes back", args: [[0, 1, 0], states] },
      {
        property: "Equal weights: the mean of the states",
        args: [new Array(3).fill(1 / 3), states],
      },
      { property: "More states than numbers in a state", args: draw(random, 7, 2) },
      { property: "More numbers in a state than states", args: draw(random, 2, 11) },
    ];
  },

  reference: (weights, states) => weightedSum(weights, states),

  hints: [
    {
      en: "The result is as long as one state. What goes into its first number?",
      ko: "결과의 길이는 상태 하나의 길이와 같습니다. 첫 번째 수에는 무엇이 들어갈까요?",
    },
    {
      en: "Number i of the context is the sum over j of weights[j] times states[j][i].",
      ko: "컨텍스트의 i번째 수는 모든 j에 대해 weights[j]와 states[j][i]를 곱해 더한 값입니다.",
    },
    {
      en:
        "Map over the first state's positions i; inside, reduce over the states: sum + weights[j] * " +
        "state[i], starting from 0.",
      ko:
        "첫 상태의 위치 i마다 map을 하고, 그 안에서 0부터 시작해 상태들을 따라 sum + weights[j] * state[i]를 reduce로 쌓으세요.",
    },
  ],
});
