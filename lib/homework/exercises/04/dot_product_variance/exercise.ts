/**
 * Exercise 04.1: the sample variance of dot products, with which notebook 04 shows that scores grow
 * with the dimension.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { mean, type Rows } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [queries: Rows, keys: Rows];

export function dotProducts(queries: Rows, keys: Rows): number[] {
  return queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
}

/** Sum of squared deviations from `centre`, divided by the number of values less `lost`. */
export function spread(values: number[], centre: number, lost: number): number {
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - lost);
}

function rows(random: Random, count: number, dim: number, centre: number): Rows {
  return Array.from({ length: count }, () => [...random.normals(dim, centre)]);
}

export const dotProductVariance = defineExercise<Arguments, number>({
  id: "04.1",
  name: "dotProductVariance",
  title: "The variance of a dot product",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Row _i_ of \`queries\` and row _i_ of \`keys\` are one pair. Take the dot product of each pair,
then return the **unbiased** sample variance (표본 분산) of these numbers: their mean is itself computed
from the sample, and an unbiased variance makes up for that. (What do you divide by?)`,
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
  result: [{ name: "variance", axes: "" }],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Two pairs, one dimension: by hand", args: [[[1], [3]], [[2], [1]]] },
      {
        property: "Equal dot products do not vary: the variance is 0",
        args: [[[1, 2], [2, 1], [3, 0]], [[3, 1], [1, 3], [5 / 3, 7]]],
      },
      {
        property: "Entries around 0",
        args: [rows(random, 11, 5, 0), rows(random, 11, 5, 0)],
      },
      {
        property: "Entries around 1: their dot products are not around 0",
        args: [rows(random, 13, 7, 1), rows(random, 13, 7, 1)],
      },
      {
        property: "Many dimensions",
        args: [rows(random, 5, 67, 0.2), rows(random, 5, 67, 0.2)],
      },
    ];
  },

  reference(queries, keys) {
    const products = dotProducts(queries, keys);
    return spread(products, mean(products), 1);
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
