/**
 * Exercise 04.1: the sample variance of dot products, with which notebook 04 shows that scores grow
 * with the dimension.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { mean, type Rows } from "../../arithmetic.ts";
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [queries: Rows, keys: Rows];

function dotProducts(queries: Rows, keys: Rows): number[] {
  return queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
}

/** Sum of squared deviations from `centre`, divided by the number of values less `lost`. */
function spread(values: number[], centre: number, lost: number): number {
  return values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - lost);
}

function rows(random: Random, count: number, dim: number, centre: number): Rows {
  return Array.from({ length: count }, () => [...random.normals(dim, centre)]);
}

/** A whole cell whose function ends with `lines`, after the dot products and their mean. */
function variant(lines: string): string {
  return `function dotProductVariance(queries: number[][], keys: number[][]): number {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
${lines}
}`;
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

  mistakes: [
    {
      name: "biased: divides by n",
      hint: {
        en:
          "You divide by n, the number of pairs. The deviations are taken from a mean that these same " +
          "numbers gave, so they come out a little too small; the unbiased variance divides by n − 1.",
        ko:
          "쌍의 개수 n으로 나누었습니다. 편차를 같은 수들에서 구한 평균으로부터 재기 때문에 값이 조금 작게 나옵니다. " +
          "불편(unbiased) 분산은 n − 1로 나눕니다.",
      },
      source: variant(
        `  return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / products.length;`,
      ),
      values(queries, keys) {
        const products = dotProducts(queries, keys);
        return [spread(products, mean(products), 0)];
      },
    },
    {
      name: "not centred: squares without subtracting the mean",
      hint: {
        en:
          "You average the squares of the dot products themselves. Variance measures the distance from " +
          "the mean: subtract the mean of the dot products before you square.",
        ko:
          "내적 값을 그대로 제곱해 평균을 냈습니다. 분산은 평균에서 떨어진 정도입니다. 제곱하기 전에 내적들의 평균을 빼세요.",
      },
      source: variant(
        `  return products.reduce((sum, x) => sum + x ** 2, 0) / (products.length - 1);`,
      ),
      values(queries, keys) {
        const products = dotProducts(queries, keys);
        return [spread(products, 0, 1), spread(products, 0, 0)];
      },
    },
    {
      name: "returns the standard deviation",
      hint: {
        en:
          "Your number is the square root of the variance: the standard deviation. Leave the root out.",
        ko:
          "돌려준 값은 분산의 제곱근, 곧 표준편차입니다. 제곱근을 취하지 말고 분산을 그대로 돌려주세요.",
      },
      source: variant(
        `  const squares = products.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (products.length - 1));`,
      ),
      values(queries, keys) {
        const products = dotProducts(queries, keys);
        const centre = mean(products);
        return [Math.sqrt(spread(products, centre, 1)), Math.sqrt(spread(products, centre, 0))];
      },
    },
    {
      name: "every query with every key",
      hint: {
        en:
          "You take the dot product of every query with every key. Row i of the queries belongs to row i of " +
          "the keys alone: there are as many dot products as rows.",
        ko:
          "모든 쿼리와 모든 키의 내적을 구했습니다. 쿼리의 i번째 행은 키의 i번째 행과만 짝입니다. 내적의 개수는 행의 개수와 같습니다.",
      },
      source: `function dotProductVariance(queries: number[][], keys: number[][]): number {
  const products = queries.flatMap((query) =>
    keys.map((key) => query.reduce((sum, q, d) => sum + q * key[d], 0))
  );
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
  return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (products.length - 1);
}`,
      values(queries, keys) {
        const products = queries.flatMap((query) => dotProducts(keys.map(() => query), keys));
        return [1, 0].map((lost) => spread(products, mean(products), lost));
      },
    },
    {
      name: "each dimension by itself",
      hint: {
        en:
          "You take the variance of single products q · k. A dot product adds the products of one pair up " +
          "over the dimensions first: one number for each row.",
        ko:
          "곱 q · k 하나하나의 분산을 구했습니다. 내적은 먼저 한 쌍의 곱들을 모든 차원에 걸쳐 더한 것입니다. 행마다 수 하나가 됩니다.",
      },
      source: `function dotProductVariance(queries: number[][], keys: number[][]): number {
  const products = queries.flatMap((query, i) => query.map((q, d) => q * keys[i][d]));
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
  return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (products.length - 1);
}`,
      values(queries, keys) {
        const products = queries.flatMap((query, i) => query.map((q, d) => q * keys[i][d]));
        return [1, 0].map((lost) => spread(products, mean(products), lost));
      },
    },
  ],

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
