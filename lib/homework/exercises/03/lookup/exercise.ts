/**
 * Exercise 03.4: a soft dictionary in plain TypeScript: one query, compared with every key, answered by
 * a mixture of the values.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [query: number[], keys: number[][], values: number[][]];

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

export function mix(weights: number[], values: number[][]): number[] {
  return values[0].map((_, d) => weights.reduce((sum, w, i) => sum + w * values[i][d], 0));
}

export function scoresOf(query: number[], keys: number[][]): number[] {
  return keys.map((key) => dot(query, key));
}

function rows(random: Random, count: number, dim: number): number[][] {
  return Array.from({ length: count }, () => [...random.normals(dim)]);
}

export const lookup = defineExercise<Arguments, number[]>({
  id: "03.4",
  name: "lookup",
  title: "A soft dictionary",
  difficulty: 2,
  minutes: 15,
  points: 3,
  task:
    `Plain arrays, one query. Score every key by its dot product with the query, turn the scores into
weights by softmax, and return the weighted sum of **all** values: a dictionary (사전) that answers softly.`,
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
  result: [{ name: "answer", axes: "value" }],

  cases(random): Case<Arguments>[] {
    // Keys close to the query: the scores are far beyond what Math.exp can hold, their differences small.
    const query = [...random.normals(7, 0, 100)];
    const close = rows(random, 3, 7).map((row) => row.map((x, i) => query[i] + x / 200));
    return [
      {
        property: "One key: its value comes back",
        args: [[2, 1], [[1, 3]], [[5, 7, 11]]],
      },
      {
        property: "A query of zeros: no key is better, the mean of the values",
        args: [[0, 0], [[3, 1], [-1, 2]], [[1, 5], [3, 11]]],
      },
      {
        property: "Scores 0 and ln 3: weights ¼ and ¾",
        args: [[1], [[0], [Math.log(3)]], [[8, 0], [0, 4]]],
      },
      {
        property: "Five keys, none of them a clear winner",
        args: [[...random.normals(3, 0, 0.5)], rows(random, 5, 3), rows(random, 5, 2)],
      },
      {
        property: "Large scores stay finite",
        args: [query, close, rows(random, 3, 2)],
      },
    ];
  },

  reference: (query, keys, values) => mix(softmax(scoresOf(query, keys)), values),

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
