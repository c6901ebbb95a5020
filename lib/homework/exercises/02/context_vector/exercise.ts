/**
 * Exercise 02.4: the context vector, a weighted sum of the encoder's states (Bahdanau, Cho and Bengio
 * 2015, equation 5).
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [weights: number[], states: number[][]];

function draw(random: Random, count: number, size: number): Arguments {
  const states = Array.from({ length: count }, () => [...random.normals(size)]);
  return [softmax([...random.normals(count, 0, 1.5)]), states];
}

export const contextVector = defineExercise<Arguments>({
  id: "02.4",
  name: "contextVector",
  title: { en: "Collect what you looked at", ko: "본 것을 모으기" },
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Return the context vector (컨텍스트 벡터) $c = \\sum_j w_j h_j$: each state times its weight, all added
up. Plain arrays, plain loops.`,
    ko:
      `컨텍스트 벡터(context vector) $c = \\sum_j w_j h_j$를 돌려주세요. 상태마다 자기 가중치를 곱해 모두 더합니다. 평범한 배열과 반복문으로
구현하세요.`,
  },
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
  result: [{ name: "context", ko: "컨텍스트 벡터", axes: "state" }],

  cases(random): Case<Arguments>[] {
    const [, states] = draw(random, 3, 5);
    return [
      {
        property: {
          en: "Worked by hand: 3/4 · [4, 8] + 1/4 · [0, 4] = [3, 7]",
          ko: "손으로 푼 예: 3/4 · [4, 8] + 1/4 · [0, 4] = [3, 7]",
        },
        args: [[0.75, 0.25], [[4, 8], [0, 4]]],
        result: [3, 7],
      },
      {
        property: {
          en: "All weight on one state: that state comes back",
          ko: "상태 하나에 모든 가중치: 그 상태가 그대로 나옵니다",
        },
        args: [[0, 1, 0], states],
      },
      {
        property: { en: "A single state", ko: "상태가 하나" },
        args: [[1], [[7, -2, 5]]],
        result: [7, -2, 5],
      },
      {
        property: {
          en: "Equal weights: the mean of the states",
          ko: "가중치가 모두 같음: 상태들의 평균",
        },
        args: [new Array(3).fill(1 / 3), states],
      },
      {
        property: {
          en: "More states than numbers in a state",
          ko: "상태의 길이보다 상태가 많음",
        },
        args: draw(random, 7, 2),
      },
      {
        property: {
          en: "More numbers in a state than states",
          ko: "상태의 수보다 상태가 긺",
        },
        args: draw(random, 2, 11),
      },
    ];
  },

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
        "첫 상태의 위치 i마다 map을 하고, 그 안에서 0부터 시작해 상태들을 따라 sum + weights[j] * state[i]를 reduce로 누적하세요.",
    },
  ],
});
