/**
 * Wrong answers to exercise 04.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { mean } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { type Arguments, dotProducts, spread } from "./exercise.ts";

/** A whole cell whose function ends with `lines`, after the dot products and their mean. */
function variant(lines: string): string {
  return `function dotProductVariance(queries: number[][], keys: number[][]): number {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
${lines}
}`;
}

export const mistakes: readonly Mistake<Arguments, number>[] = [
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
];
