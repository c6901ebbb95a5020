/**
 * Wrong answers to exercise 04.1 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { dotProductVariance } from "./solution.ts";

type Rows = number[][];

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

const meanOf = (numbers: number[]): number => sum(numbers) / numbers.length;

const dot = (query: number[], key: number[]): number => sum(query.map((q, d) => q * key[d]));

const products = (queries: Rows, keys: Rows): number[] =>
  queries.map((query, i) => dot(query, keys[i]));

/** The sum of squared deviations from the mean. */
function squares(numbers: number[]): number {
  const mean = meanOf(numbers);
  return sum(numbers.map((x) => (x - mean) ** 2));
}

const variance = (numbers: number[]): number => squares(numbers) / (numbers.length - 1);

const biased = (numbers: number[]): number => squares(numbers) / numbers.length;

const allPairs = (queries: Rows, keys: Rows): number[] =>
  queries.flatMap((query) => keys.map((key) => dot(query, key)));

const entries = (queries: Rows, keys: Rows): number[] =>
  queries.flatMap((query, i) => query.map((q, d) => q * keys[i][d]));

const columnSums = (queries: Rows, keys: Rows): number[] =>
  queries[0].map((_, d) => sum(queries.map((query, i) => query[d] * keys[i][d])));

const cosines = (queries: Rows, keys: Rows): number[] =>
  products(queries, keys).map((x, i) => x / Math.hypot(...queries[i]) / Math.hypot(...keys[i]));

/** `reduce` without a start value takes the first entry for one. */
const dotWithoutStart = (query: number[], key: number[]): number =>
  query.reduce((total, q, d) => total + q * key[d]);

/** The squared distances from a running mean, the one before each number or the one with it. */
function onePass(numbers: number[], from: "old" | "new"): number {
  let [mean, total] = [0, 0];
  for (const [i, x] of numbers.entries()) {
    const old = mean;
    mean += (x - mean) / (i + 1);
    total += (x - (from === "old" ? old : mean)) ** 2;
  }
  return total;
}

export const mistakes: readonly Mistake<typeof dotProductVariance>[] = [
  {
    name: { en: "biased: divides by n", ko: "편향된 분산: n으로 나눔" },
    hint: {
      en:
        "You divide by n, the number of pairs. The deviations are taken from a mean that these same " +
        "numbers gave, so they come out a little too small; the unbiased variance divides by n − 1.",
      ko:
        "쌍의 개수 n으로 나누었습니다. 편차를 같은 수들에서 구한 평균으로부터 재기 때문에 값이 조금 작게 나옵니다. " +
        "불편(unbiased) 분산은 n − 1로 나눕니다.",
    },
    answer: (queries, keys) => biased(products(queries, keys)),
  },
  {
    name: {
      en: "not centred: squares without subtracting the mean",
      ko: "평균을 빼지 않고 제곱함",
    },
    hint: {
      en:
        "You square the dot products themselves. Variance measures the distance from the mean: subtract " +
        "the mean of the dot products before you square.",
      ko:
        "내적 값을 그대로 제곱했습니다. 분산은 평균에서 떨어진 정도입니다. 제곱하기 전에 내적들의 평균을 빼세요.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return sum(numbers.map((x) => x ** 2)) / (numbers.length - 1);
    },
    variants: [
      (queries, keys) => meanOf(products(queries, keys).map((x) => x ** 2)),
    ],
  },
  {
    name: { en: "returns the standard deviation", ko: "표준편차를 돌려줌" },
    hint: {
      en:
        "Your number is the square root of a variance: a standard deviation. Leave the root out, and see " +
        "that you divide by n − 1.",
      ko:
        "돌려준 값은 분산의 제곱근, 곧 표준편차입니다. 제곱근을 취하지 말고 분산을 돌려주세요. n − 1로 나누었는지도 확인하세요.",
    },
    answer: (queries, keys) => Math.sqrt(variance(products(queries, keys))),
    variants: [(queries, keys) => Math.sqrt(biased(products(queries, keys)))],
  },
  {
    name: { en: "every query with every key", ko: "모든 쿼리와 모든 키를 짝지음" },
    hint: {
      en:
        "You take the dot product of every query with every key. Row i of the queries belongs to row i of " +
        "the keys alone: there are as many dot products as rows.",
      ko:
        "모든 쿼리와 모든 키의 내적을 구했습니다. 쿼리의 i번째 행은 키의 i번째 행과만 짝입니다. 내적의 개수는 행의 개수와 같습니다.",
    },
    answer: (queries, keys) => variance(allPairs(queries, keys)),
    variants: [(queries, keys) => biased(allPairs(queries, keys))],
  },
  {
    name: { en: "each dimension by itself", ko: "차원마다 따로 계산함" },
    hint: {
      en:
        "You take the variance of single products q · k. A dot product adds the products of one pair up " +
        "over the dimensions first: one number for each row.",
      ko:
        "곱 q · k 하나하나의 분산을 구했습니다. 내적은 먼저 한 쌍의 곱들을 모든 차원에 걸쳐 더한 것입니다. 행마다 수 하나가 됩니다.",
    },
    answer: (queries, keys) => variance(entries(queries, keys)),
    variants: [(queries, keys) => biased(entries(queries, keys))],
  },
  {
    name: { en: "the mean of the products instead of their sum", ko: "곱의 합이 아니라 평균" },
    hint: {
      en:
        "Your dot products are divided by the number of dimensions. A dot product is the sum of the products " +
        "of the entries, not their mean.",
      ko: "내적을 차원의 개수로 나누었습니다. 내적은 항목별 곱의 평균이 아니라 합입니다.",
    },
    answer: (queries, keys) =>
      variance(products(queries, keys).map((x, i) => x / queries[i].length)),
    variants: [
      (queries, keys) => biased(products(queries, keys).map((x, i) => x / queries[i].length)),
    ],
  },
  {
    name: { en: "scales by √dim", ko: "√dim으로 나눔" },
    hint: {
      en:
        "Your variance is divided by the number of dimensions, as that of dot products over √dim would be. Here " +
        "nothing is scaled: the question is how much the plain dot products vary.",
      ko:
        "분산이 차원의 개수로 나누어졌습니다. 내적을 √dim으로 나눈 것과 같습니다. 여기서는 나누지 않은 내적이 얼마나 퍼져 있는지를 묻습니다.",
    },
    answer: (queries, keys) => variance(products(queries, keys)) / queries[0].length,
    variants: [(queries, keys) => biased(products(queries, keys)) / queries[0].length],
  },
  {
    name: { en: "the one-pass formula mixed up", ko: "제곱의 평균으로 쓰는 공식을 잘못 씀" },
    hint: {
      en:
        "You compute the variance from the sum of the squares and the mean, and the counts or the sign do not " +
        "fit. It is the sum of the squares minus n times the squared mean, and only then divided by n − 1.",
      ko:
        "제곱의 합과 평균으로 분산을 구했는데 개수나 부호가 맞지 않습니다. 제곱의 합에서 평균의 제곱의 n배를 뺀 다음 n − 1로 나누어야 합니다.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return (sum(numbers.map((x) => x ** 2)) - meanOf(numbers) ** 2) / (numbers.length - 1);
    },
    variants: [
      (queries, keys) => {
        const numbers = products(queries, keys);
        return sum(numbers.map((x) => x ** 2)) / (numbers.length - 1) - meanOf(numbers) ** 2;
      },
      (queries, keys) => {
        const numbers = products(queries, keys);
        return (sum(numbers.map((x) => x ** 2)) - meanOf(numbers) ** 2) / numbers.length;
      },
      (queries, keys) => -biased(products(queries, keys)),
      (queries, keys) => -variance(products(queries, keys)),
    ],
  },
  {
    name: { en: "not divided", ko: "나누지 않음" },
    hint: {
      en:
        "You return the sum of the squared deviations. Variance is their mean, with a divisor of n − 1.",
      ko: "편차 제곱의 합을 그대로 돌려줍니다. 분산은 그 합을 n − 1로 나눈 값입니다.",
    },
    answer: (queries, keys) => squares(products(queries, keys)),
  },
  {
    name: { en: "divides by the number of dimensions", ko: "차원의 개수로 나눔" },
    hint: {
      en:
        "You divide the squared deviations by the number of dimensions. What is counted are the dot products, " +
        "one for each row: n − 1, with n rows.",
      ko:
        "편차 제곱의 합을 차원의 개수로 나누었습니다. 세어야 할 것은 행마다 하나씩 있는 내적입니다. 행이 n개이면 n − 1로 나눕니다.",
    },
    answer: (queries, keys) => squares(products(queries, keys)) / queries[0].length,
    variants: [(queries, keys) => squares(products(queries, keys)) / (queries[0].length - 1)],
  },
  {
    name: { en: "divides by n + 1", ko: "n + 1로 나눔" },
    hint: {
      en:
        "You divide by n + 1. The correction goes the other way: deviations from a mean of the same numbers " +
        "come out too small, so the divisor is smaller than n.",
      ko:
        "n + 1로 나누었습니다. 보정의 방향이 반대입니다. 같은 수들의 평균에서 잰 편차는 작게 나오므로 n보다 작은 수로 나눕니다.",
    },
    answer: (queries, keys) => squares(products(queries, keys)) / (queries.length + 1),
  },
  {
    name: { en: "deviations that are not squared", ko: "편차를 제곱하지 않음" },
    hint: {
      en:
        "Your result is always 0: deviations from the mean cancel out when they are added. Square each of them " +
        "before the sum.",
      ko:
        "결과가 늘 0입니다. 평균과의 편차는 더하면 서로 상쇄됩니다. 더하기 전에 하나씩 제곱하세요.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return sum(numbers.map((x) => x - meanOf(numbers))) / (numbers.length - 1);
    },
  },
  {
    name: { en: "distances instead of their squares", ko: "제곱이 아니라 거리의 평균" },
    hint: {
      en: "You average the distances from the mean, |x − mean|. Variance averages their squares.",
      ko: "평균과의 거리 |x − 평균|을 평균 냈습니다. 분산은 그 제곱을 평균 냅니다.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return sum(numbers.map((x) => Math.abs(x - meanOf(numbers)))) / (numbers.length - 1);
    },
    variants: [
      (queries, keys) => {
        const numbers = products(queries, keys);
        return meanOf(numbers.map((x) => Math.abs(x - meanOf(numbers))));
      },
    ],
  },
  {
    name: { en: "returns the mean", ko: "평균을 돌려줌" },
    hint: {
      en:
        "Your number is the mean of the dot products. That is the first half: the variance says how far they " +
        "lie from it.",
      ko:
        "돌려준 값은 내적들의 평균입니다. 거기까지가 절반입니다. 분산은 내적들이 그 평균에서 얼마나 떨어져 있는지를 말합니다.",
    },
    answer: (queries, keys) => meanOf(products(queries, keys)),
  },
  {
    name: { en: "multiplies the sums", ko: "합끼리 곱함" },
    hint: {
      en:
        "You add up each row first and multiply the two sums. A dot product multiplies entry by entry, and adds " +
        "up afterwards.",
      ko: "행마다 먼저 더하고 두 합을 곱했습니다. 내적은 항목끼리 먼저 곱하고 나서 더합니다.",
    },
    answer: (queries, keys) => variance(queries.map((query, i) => sum(query) * sum(keys[i]))),
    variants: [(queries, keys) => biased(queries.map((query, i) => sum(query) * sum(keys[i])))],
  },
  {
    name: { en: "the first key for every query", ko: "모든 쿼리에 첫 키" },
    hint: {
      en: "Every query meets the first key. Row i of the queries belongs to row i of the keys.",
      ko: "모든 쿼리를 첫 번째 키와 곱했습니다. 쿼리의 i번째 행은 키의 i번째 행과 짝입니다.",
    },
    answer: (queries, keys) => variance(queries.map((query) => dot(query, keys[0]))),
    variants: [(queries, keys) => biased(queries.map((query) => dot(query, keys[0])))],
  },
  {
    name: { en: "reduce without a start value", ko: "시작값이 없는 reduce" },
    hint: {
      en:
        "One of your sums takes its first entry as it is, neither multiplied nor squared: `reduce` without a " +
        "start value begins with the first entry. Give it 0 to start from.",
      ko:
        "합 하나에서 첫 항목이 곱해지거나 제곱되지 않은 채 그대로 들어갔습니다. 시작값이 없는 reduce는 첫 항목에서 시작합니다. 시작값으로 0을 주세요.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      const mean = meanOf(numbers);
      const total = numbers.reduce((so, x) => so + (x - mean) ** 2);
      return total / (numbers.length - 1);
    },
    variants: [
      (queries, keys) => variance(queries.map((query, i) => dotWithoutStart(query, keys[i]))),
      (queries, keys) => {
        const numbers = queries.map((query, i) => dotWithoutStart(query, keys[i]));
        const mean = meanOf(numbers);
        return numbers.reduce((so, x) => so + (x - mean) ** 2) / (numbers.length - 1);
      },
    ],
  },
  {
    name: { en: "n − 1 without parentheses", ko: "n − 1에 괄호가 없음" },
    hint: {
      en:
        "You divide by n and then take 1 away from the quotient. The 1 belongs to the divisor: put n − 1 in " +
        "parentheses.",
      ko:
        "n으로 나눈 다음 그 몫에서 1을 뺐습니다. 1은 나누는 수에서 빼야 합니다. n − 1을 괄호로 묶으세요.",
    },
    answer: (queries, keys) => biased(products(queries, keys)) - 1,
  },
  {
    name: { en: "the mean divided by n − 1", ko: "평균을 n − 1로 나눔" },
    hint: {
      en:
        "Your mean itself is divided by n − 1. A mean divides by n; only the sum of the squared deviations is divided " +
        "by n − 1.",
      ko:
        "평균까지 n − 1로 나누었습니다. 평균은 n으로 나누고, n − 1로 나누는 것은 편차 제곱의 합뿐입니다.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      const centre = sum(numbers) / (numbers.length - 1);
      return sum(numbers.map((x) => (x - centre) ** 2)) / (numbers.length - 1);
    },
  },
  {
    name: { en: "squares the mean, not the deviation", ko: "편차가 아니라 평균을 제곱함" },
    hint: {
      en:
        "You square the mean and subtract that. Subtract the mean first, then square the difference: parentheses.",
      ko: "평균을 제곱해서 뺐습니다. 먼저 평균을 빼고 그 차를 제곱하세요. 괄호가 필요합니다.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return sum(numbers.map((x) => x - meanOf(numbers) ** 2)) / (numbers.length - 1);
    },
  },
  {
    name: { en: "^ is not a power", ko: "^는 거듭제곱이 아님" },
    hint: {
      en:
        "In JavaScript ^ combines bits and is no power. Write ** 2, or multiply the deviation by itself.",
      ko:
        "자바스크립트에서 ^는 비트 연산이고 거듭제곱이 아닙니다. ** 2를 쓰거나 편차를 자기 자신과 곱하세요.",
    },
    answer(queries, keys) {
      const numbers = products(queries, keys);
      return sum(numbers.map((x) => (x - meanOf(numbers)) ^ 2)) / (numbers.length - 1);
    },
  },
  {
    name: { en: "adds up over the pairs", ko: "쌍들에 걸쳐 더함" },
    hint: {
      en:
        "You add the products up over the pairs, one number for each dimension. A dot product adds up over the " +
        "dimensions, one number for each pair.",
      ko:
        "곱들을 쌍들에 걸쳐 더해서 차원마다 수 하나가 되었습니다. 내적은 차원들에 걸쳐 더하며, 쌍마다 수 하나입니다.",
    },
    answer: (queries, keys) => variance(columnSums(queries, keys)),
    variants: [(queries, keys) => biased(columnSums(queries, keys))],
  },
  {
    name: { en: "cosines instead of dot products", ko: "내적이 아니라 코사인" },
    hint: {
      en:
        "You divide each dot product by the lengths of its vectors. Here it is the plain dot product that varies.",
      ko: "내적을 벡터들의 길이로 나누었습니다. 여기서는 나누지 않은 내적의 분산을 구합니다.",
    },
    answer: (queries, keys) => variance(cosines(queries, keys)),
    variants: [(queries, keys) => biased(cosines(queries, keys))],
  },
  {
    name: { en: "divides by n − 2", ko: "n − 2로 나눔" },
    hint: {
      en: "You divide by n − 2. One number, the mean, was computed from the sample, and so " +
        "one is subtracted.",
      ko: "n − 2로 나누었습니다. 표본에서 구한 수가 평균 하나이므로 하나를 뺍니다.",
    },
    answer: (queries, keys) => squares(products(queries, keys)) / (queries.length - 2),
  },
  {
    name: { en: "sizes of the products", ko: "곱의 절댓값" },
    hint: {
      en:
        "You take the products without their signs. A dot product may be negative, and varies on both sides " +
        "of 0.",
      ko: "내적의 부호를 떼었습니다. 내적은 음수일 수 있고 0의 양쪽으로 퍼집니다.",
    },
    answer: (queries, keys) => variance(products(queries, keys).map(Math.abs)),
  },
  {
    name: { en: "one pass, one mean used twice", ko: "한 번에 구하며 같은 평균을 두 번 씀" },
    hint: {
      en:
        "You go through the numbers once, and square the distance from one running mean. Welford multiplies two " +
        "distances: from the mean before, and from the mean after.",
      ko:
        "수를 한 번만 훑으면서 갱신 중인 평균 하나에서 잰 거리를 제곱했습니다. Welford의 방법은 갱신 전 평균에서 잰 거리와 갱신 후 평균에서 잰 거리를 곱합니다.",
    },
    answer: (queries, keys) => onePass(products(queries, keys), "old") / (queries.length - 1),
    variants: [
      (queries, keys) => onePass(products(queries, keys), "old") / queries.length,
      (queries, keys) => onePass(products(queries, keys), "new") / (queries.length - 1),
      (queries, keys) => onePass(products(queries, keys), "new") / queries.length,
    ],
  },
];
