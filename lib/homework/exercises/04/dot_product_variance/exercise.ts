/**
 * Exercise 04.1: the sample variance of dot products, with which notebook 04 shows that scores grow
 * with the dimension.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { Rows } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [queries: Rows, keys: Rows];

function rows(random: Random, count: number, dim: number, centre: number): Rows {
  return Array.from({ length: count }, () => [...random.normals(dim, centre)]);
}

export const dotProductVariance = defineExercise<Arguments>({
  id: "04.1",
  name: "dotProductVariance",
  title: { en: "The variance of a dot product", ko: "내적의 분산" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Row _i_ of \`queries\` and row _i_ of \`keys\` are one pair. Take the dot product of each pair,
then return the **unbiased** sample variance of these numbers: their mean is itself computed from the
sample, and an unbiased variance makes up for that. (What do you divide by?)`,
    ko:
      `\`queries\`의 _i_번째 행과 \`keys\`의 _i_번째 행이 한 쌍입니다. 쌍마다 내적을 구하고, 그 수들의 **불편**(unbiased) 표본 분산을
돌려주세요. 평균도 같은 표본에서 구한 값이므로 불편 분산은 그만큼을 보정합니다. (무엇으로 나눌까요?)`,
  },
  stub: `/**
 * The unbiased sample variance of the dot products of paired rows.
 *
 * @param queries [batch, dim], plain arrays
 * @param keys [batch, dim], plain arrays; row i is paired with row i of the queries
 * @returns one number
 */
function dotProductVariance(queries: number[][], keys: number[][]): number {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "queries", axes: "batch dim" }, { name: "keys", axes: "batch dim" }],
  result: [{ name: "variance", ko: "분산", axes: "" }],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en:
            "By hand: dot products 1, 4, 4, 7, mean 4, squared deviations 9 + 0 + 0 + 9, variance 6",
          ko: "손으로 푼 예: 내적 1, 4, 4, 7, 평균 4, 편차 제곱 9 + 0 + 0 + 9, 분산 6",
        },
        args: [[[1, 2], [3, 1], [0, 2], [2, 1]], [[1, 0], [1, 1], [5, 2], [3, 1]]],
        result: 6,
      },
      {
        property: {
          en: "Equal dot products do not vary: the variance is 0",
          ko: "내적이 모두 같으면 퍼져 있지 않으니 분산은 0",
        },
        args: [[[1, 2], [2, 1], [3, 0]], [[3, 1], [1, 3], [5 / 3, 7]]],
        result: 0,
      },
      {
        property: { en: "Entries around 0", ko: "0 근처의 수들" },
        args: [rows(random, 11, 5, 0), rows(random, 11, 5, 0)],
      },
      {
        property: {
          en: "Entries around 1: their dot products are not around 0",
          ko: "1 근처의 수들: 내적은 0 근처가 아닙니다",
        },
        args: [rows(random, 13, 7, 1), rows(random, 13, 7, 1)],
      },
      {
        property: { en: "Many dimensions", ko: "차원이 많음" },
        args: [rows(random, 5, 67, 0.2), rows(random, 5, 67, 0.2)],
      },
    ];
  },

  hints: [
    {
      en:
        "Work in three steps: one dot product per row, the mean of these numbers, their deviations from it.",
      ko: "세 단계로 나누세요. 행마다 내적 하나, 그 수들의 평균, 그리고 평균과의 편차입니다.",
    },
    {
      en: "The dot product of row i is the sum over d of queries[i][d] · keys[i][d]. " +
        "The variance is the sum of (product − mean)², divided by a count.",
      ko:
        "i행의 내적은 queries[i][d] · keys[i][d]를 d에 대해 더한 값입니다. 분산은 (내적 − 평균)²의 합을 개수로 나눈 값입니다.",
    },
    {
      en: "Unbiased means: divide the sum of squared deviations by (number of rows − 1).",
      ko: "불편 분산은 편차 제곱의 합을 (행의 개수 − 1)로 나눈 값입니다.",
    },
  ],
});
