/**
 * Exercise 03.4: a soft dictionary in plain TypeScript: one query, compared with every key, answered by
 * a mixture of the values.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [query: number[], keys: number[][], values: number[][]];

function rows(random: Random, count: number, dim: number): number[][] {
  return Array.from({ length: count }, () => [...random.normals(dim)]);
}

export const lookup = defineExercise<Arguments>({
  id: "03.4",
  name: "lookup",
  title: { en: "A soft dictionary", ko: "부드러운 사전" },
  difficulty: 2,
  minutes: 15,
  points: 3,
  task: {
    en:
      `Plain arrays, one query. Score every key by its dot product with the query, turn the scores into
weights by softmax, and return the weighted sum of **all** values: a dictionary (사전) that answers softly.
Scores may be large.`,
    ko:
      `평범한 배열과 쿼리 하나로 계산합니다. 키마다 쿼리와의 내적을 점수로 삼고, 소프트맥스로 점수를 가중치로 바꾸고, **모든** 값의 가중합을 돌려주세요.
부드럽게 대답하는 사전입니다. 점수는 클 수 있습니다.`,
  },
  stub: `/**
 * Looks a query up in a soft dictionary.
 *
 * @param query [dim], plain array
 * @param keys [key, dim], plain arrays
 * @param values [key, value], plain arrays; row i belongs to key i
 * @returns [value]: the values mixed by softmax(query · keys)
 */
function lookup(query: number[], keys: number[][], values: number[][]): number[] {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "query", axes: "dim" },
    { name: "keys", axes: "key dim" },
    { name: "values", axes: "key value" },
  ],
  result: [{ name: "answer", ko: "답", axes: "value" }],

  cases(random): Case<Arguments>[] {
    // Whole numbers: scores far beyond what Math.exp can hold, exact in float32 as well, their differences small.
    const [a, b] = [30 + random.integer(20), 30 + random.integer(20)];
    const near = (sign: number) =>
      random.shuffle([-1, 0, 1, 2]).map((c) => [sign * a, sign * b, c]);
    return [
      {
        property: { en: "One key: its value comes back", ko: "키가 하나: 그 값이 그대로 나옵니다" },
        args: [[2, 1], [[1, 3]], [[5, 7, 11]]],
        result: [5, 7, 11],
      },
      {
        property: {
          en: "A query of zeros: no key is better, the mean of the values",
          ko: "쿼리가 모두 0: 더 나은 키가 없으니 값들의 평균",
        },
        args: [[0, 0], [[3, 1], [-1, 2]], [[1, 5], [3, 11]]],
        result: [2, 8],
      },
      {
        property: {
          en: "Scores 0 and ln 3: weights ¼ and ¾",
          ko: "점수 0과 ln 3: 가중치 ¼과 ¾",
        },
        args: [[1], [[0], [Math.log(3)]], [[8, 0], [0, 4]]],
        result: [2, 3],
      },
      {
        property: {
          en: "A key that equals the query: scores 2 and 2 − ln 3, weights ¾ and ¼ all the same",
          ko: "쿼리와 똑같은 키: 점수는 2와 2 − ln 3, 그래도 가중치는 ¾과 ¼",
        },
        args: [[1, 1], [[1, 1], [2, -Math.log(3)]], [[8, 0, 4], [0, 4, 4]]],
        result: [6, 1, 4],
      },
      {
        property: {
          en: "Five keys, none of them a clear winner",
          ko: "키가 다섯, 뚜렷한 승자가 없음",
        },
        args: [[...random.normals(3, 0, 0.5)], rows(random, 5, 3), rows(random, 5, 2)],
      },
      {
        property: {
          en: "Two keys, long values",
          ko: "키가 둘, 긴 값",
        },
        args: [[...random.normals(3)], rows(random, 2, 3), rows(random, 2, 7)],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [[a, b, 1], near(1), rows(random, 4, 2)],
      },
      {
        property: {
          en: "Scores of 800 and −797 in one list",
          ko: "점수 800과 −797이 함께 있음",
        },
        args: [[40, 1], [[20, 0], [-20, 3], [20, -2]], [[8, 0], [3, 9], [0, 4]]],
      },
      {
        property: {
          en: "Very negative scores stay finite",
          ko: "점수가 아주 작은 음수여도 유한합니다",
        },
        args: [[a, b, 1], near(-1), rows(random, 4, 5)],
      },
    ];
  },

  hints: [
    {
      en:
        "Three lists: one score per key, one weight per key, one number per dimension of the values.",
      ko:
        "목록 세 개를 만드세요. 키마다 점수 하나, 키마다 가중치 하나, 값의 차원마다 수 하나입니다.",
    },
    {
      en:
        "Softmax: subtract the largest score (so that nothing overflows), raise e to each, divide by the " +
        "sum.",
      ko:
        "softmax는 가장 큰 점수를 빼고(넘치지 않도록), e의 거듭제곱을 구한 뒤, 그 합으로 나누는 것입니다.",
    },
    {
      en: "Number d of the answer is the sum over i of weights[i] · values[i][d].",
      ko: "답의 d번째 수는 weights[i] · values[i][d]를 i에 대해 더한 값입니다.",
    },
  ],
});
