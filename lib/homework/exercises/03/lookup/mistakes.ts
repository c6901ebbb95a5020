/**
 * Wrong answers to exercise 03.4 that learners give.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { lookup } from "./solution.ts";

const sum = (numbers: number[]): number => numbers.reduce((total, x) => total + x, 0);

const dot = (a: number[], b: number[]): number => sum(a.map((x, i) => x * b[i]));

const scoresOf = (query: number[], keys: number[][]): number[] =>
  keys.map((key) => dot(query, key));

/** Rows with their weights, added up. */
function mix(weights: number[], rows: number[][]): number[] {
  return rows[0].map((_, d) => sum(weights.map((weight, i) => weight * rows[i][d])));
}

/** The powers of e, each less by the largest score. */
function powersOf(scores: number[]): number[] {
  const largest = Math.max(...scores);
  return scores.map((score) => Math.exp(score - largest));
}

/** Each number's share of the sum. */
function shares(numbers: number[]): number[] {
  const total = sum(numbers);
  return numbers.map((x) => x / total);
}

const softmax = (scores: number[]): number[] => shares(powersOf(scores));

/** Right weights. */
const weightsOf = (query: number[], keys: number[][]): number[] => softmax(scoresOf(query, keys));

/** An answer whose scores lie between two numbers. */
function clipped(lowest: number, highest: number) {
  return (query: number[], keys: number[][], values: number[][]): number[] => {
    const scores = scoresOf(query, keys).map((x) => Math.max(lowest, Math.min(x, highest)));
    return mix(shares(scores.map(Math.exp)), values);
  };
}

/** An answer with powers of `base`. */
function withBase(base: number) {
  return (query: number[], keys: number[][], values: number[][]): number[] => {
    const scores = scoresOf(query, keys);
    const largest = Math.max(...scores);
    return mix(shares(scores.map((score) => base ** (score - largest))), values);
  };
}

const length = (vector: number[]): number => Math.sqrt(dot(vector, vector));

export const mistakes: readonly Mistake<typeof lookup>[] = [
  {
    name: { en: "hard where soft is asked", ko: "부드럽지 않게 하나만 고름" },
    hint: {
      en:
        "You return the value of the best key alone, as a Map would. A soft dictionary mixes all values, " +
        "each by its weight; that is what lets a gradient through.",
      ko:
        "가장 잘 맞는 키의 값 하나만 돌려주었습니다. Map이 하는 일입니다. 부드러운 사전은 모든 값을 가중치만큼 섞습니다. 그래야 기울기가 흐릅니다.",
    },
    answer(query, keys, values) {
      const scores = scoresOf(query, keys);
      return values[scores.indexOf(Math.max(...scores))];
    },
    variants: [
      (query, keys, values) => {
        const scores = scoresOf(query, keys);
        return values[scores.lastIndexOf(Math.max(...scores))];
      },
      (query, keys, values) => {
        const weights = weightsOf(query, keys);
        const best = Math.max(...weights);
        return values[weights.indexOf(best)].map((x) => best * x);
      },
    ],
  },
  {
    name: { en: "an exact key answers alone", ko: "똑같은 키의 값만 돌려줌" },
    hint: {
      en:
        "Where a key equals the query, you return its value alone. A soft dictionary knows no exact match: that key too " +
        "counts by its score, and other keys may even score higher.",
      ko:
        "쿼리와 똑같은 키가 있으면 그 값만 돌려줍니다. 부드러운 사전에는 정확한 일치가 따로 없습니다. 그 키도 점수만큼만 작용하고, 점수가 더 높은 키가 있을 수도 있습니다.",
    },
    answer(query, keys, values) {
      const exact = keys.findIndex((key) => key.every((x, i) => x === query[i]));
      return exact >= 0 ? values[exact] : mix(weightsOf(query, keys), values);
    },
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You weigh the values with the scores themselves. They may be negative and sum to anything: turn " +
        "them into weights by softmax first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 음수일 수도 있고 합도 제각각입니다. 먼저 softmax로 가중치를 만드세요.",
    },
    answer: (query, keys, values) => mix(scoresOf(query, keys), values),
  },
  {
    name: { en: "scores divided by their sum", ko: "점수를 합으로 나눔" },
    hint: {
      en:
        "You divide the scores by their sum. Scores may be negative, and their sum 0: raise e to each of them first, " +
        "then divide.",
      ko:
        "점수를 그 합으로 나누었습니다. 점수는 음수일 수 있고 합이 0일 수도 있습니다. 먼저 e의 거듭제곱을 구한 다음 나누세요.",
    },
    answer: (query, keys, values) => mix(shares(scoresOf(query, keys)), values),
    variants: [
      (query, keys, values) => mix(shares(scoresOf(query, keys).map(Math.abs)), values),
      (query, keys, values) =>
        mix(shares(scoresOf(query, keys).map((score) => Math.max(score, 0))), values),
    ],
  },
  {
    name: { en: "not divided by the sum", ko: "합으로 나누지 않음" },
    hint: {
      en:
        "You raise e to the scores and stop there. Weights have to sum to 1: divide each power by the sum " +
        "of all.",
      ko:
        "e를 점수만큼 거듭제곱하는 데서 멈췄습니다. 가중치의 합은 1이어야 합니다. 각 값을 전체 합으로 나누세요.",
    },
    answer: (query, keys, values) => mix(scoresOf(query, keys).map(Math.exp), values),
    variants: [(query, keys, values) => mix(powersOf(scoresOf(query, keys)), values)],
  },
  {
    name: { en: "overflow", ko: "오버플로" },
    hint: {
      en:
        "Small scores come out right, large ones give NaN: e to the power of 1000 is more than a number " +
        "can hold. Subtract the largest score from all first; the weights stay the same.",
      ko:
        "작은 점수는 맞지만 큰 점수에서는 NaN이 됩니다. e의 1000제곱은 수 하나에 담을 수 없습니다. 먼저 모든 점수에서 " +
        "가장 큰 점수를 빼세요. 가중치는 달라지지 않습니다.",
    },
    answer: (query, keys, values) => mix(shares(scoresOf(query, keys).map(Math.exp)), values),
  },
  {
    name: { en: "the largest score sought from 0", ko: "최댓값을 0에서부터 찾음" },
    hint: {
      en:
        "You look for the largest score beginning at 0. Where all scores are very negative, every power of e is then 0, " +
        "and 0 / 0 is NaN. Begin at −Infinity, or at the first score.",
      ko:
        "가장 큰 점수를 0에서부터 찾습니다. 점수가 모두 아주 작은 음수이면 거듭제곱이 모두 0이 되고, 0 / 0은 NaN입니다. −Infinity나 첫 점수에서 시작하세요.",
    },
    answer(query, keys, values) {
      const scores = scoresOf(query, keys);
      const largest = Math.max(0, ...scores);
      return mix(shares(scores.map((score) => Math.exp(score - largest))), values);
    },
  },
  {
    name: { en: "the maximum above and not below", ko: "분자에서만 최댓값을 뺌" },
    hint: {
      en:
        "You subtract the maximum above the line of the fraction and not below it. Compute the safe powers once, and " +
        "divide them by their own sum.",
      ko:
        "분자에서만 최댓값을 빼고 분모에서는 빼지 않았습니다. 안전한 거듭제곱을 한 번 구하고, 그것을 그 자신의 합으로 나누세요.",
    },
    answer(query, keys, values) {
      const scores = scoresOf(query, keys);
      const total = sum(scores.map(Math.exp));
      return mix(powersOf(scores).map((power) => power / total), values);
    },
  },
  {
    name: { en: "ignores the query", ko: "쿼리를 무시함" },
    hint: {
      en:
        "Every value gets the same weight, whatever is asked. The weights are the softmax of the query's " +
        "dot products with the keys.",
      ko:
        "무엇을 묻든 모든 값에 같은 가중치를 주었습니다. 가중치는 쿼리와 키들의 내적에 softmax를 취한 것입니다.",
    },
    answer: (_query, keys, values) => mix(keys.map(() => 1 / keys.length), values),
  },
  {
    name: { en: "every weight is 1", ko: "모든 가중치가 1" },
    hint: {
      en:
        "You return the sum of all values, each counted whole. So it comes out, too, where the softmax runs over one score at a " +
        "time: over an axis of length 1 every weight is 1. It runs over all keys.",
      ko:
        "모든 값을 통째로 더했습니다. 점수 하나에 대해서만 softmax를 취해도 그렇게 됩니다. 길이가 1인 축을 따라 취하면 가중치가 모두 1입니다. softmax는 모든 키에 걸쳐 취합니다.",
    },
    answer: (_query, keys, values) => mix(keys.map(() => 1), values),
  },
  {
    name: { en: "scales the scores", ko: "점수를 나눔" },
    hint: {
      en:
        "You divide the scores by the root of the keys' length. That is the next notebook's step; here the " +
        "dot products count as they are.",
      ko:
        "점수를 키 길이의 제곱근으로 나누었습니다. 그것은 다음 노트북의 단계입니다. 여기서는 내적을 그대로 쓰세요.",
    },
    answer(query, keys, values) {
      const scores = scoresOf(query, keys).map((score) => score / Math.sqrt(query.length));
      return mix(softmax(scores), values);
    },
  },
  {
    name: { en: "mixes the keys", ko: "키를 섞음" },
    hint: {
      en:
        "Your weights are right, but you mix the keys with them. A key is what is compared; what is taken " +
        "home is its value.",
      ko:
        "가중치는 맞지만 그것으로 키를 섞었습니다. 키는 비교하는 것이고, 가져오는 것은 값(values)입니다.",
    },
    answer: (query, keys) => mix(weightsOf(query, keys), keys),
  },
  {
    name: { en: "compares with the values", ko: "값과 비교함" },
    hint: {
      en:
        "You compare the query with the values. It is the keys that are compared; a value may even have another length.",
      ko:
        "쿼리를 값(values)과 비교했습니다. 비교하는 것은 키입니다. 값은 길이가 다를 수도 있습니다.",
    },
    answer: (query, _keys, values) => mix(weightsOf(query, values), values),
    variants: [
      (query, _keys, values) => {
        // Loops over the value instead of the query.
        const scores = values.map((value) => dot(value, query));
        return mix(softmax(scores), values);
      },
      (query, keys, values) => mix(weightsOf(query, values), keys),
    ],
  },
  {
    name: { en: "the weights themselves", ko: "가중치를 그대로 돌려줌" },
    hint: {
      en:
        "You return the weights, and they are right. The answer is what they collect: the weighted sum of the values.",
      ko:
        "가중치를 그대로 돌려주었습니다. 가중치는 맞습니다. 답은 그것으로 모은 값들의 가중합입니다.",
    },
    answer: (query, keys) => weightsOf(query, keys),
  },
  {
    name: { en: "not added up", ko: "더하지 않음" },
    hint: {
      en:
        "You return every value times its weight, one row for each. The products are right: add the rows up, number by " +
        "number.",
      ko:
        "값마다 가중치를 곱한 행들을 그대로 돌려주었습니다. 곱은 맞으니 행들을 자리마다 더하세요.",
    },
    answer: (query, keys, values) =>
      weightsOf(query, keys).map((weight, i) => values[i].map((x) => weight * x)),
  },
  {
    name: { en: "the first value without its weight", ko: "첫 값에 가중치를 곱하지 않음" },
    hint: {
      en:
        "Your sum begins with the first value itself, as reduce does without a start value. Begin with zeros, and give " +
        "the first value its weight too.",
      ko:
        "합이 첫 번째 값 그대로에서 시작합니다. 시작값 없이 reduce를 쓰면 그렇게 됩니다. 0에서 시작하고, 첫 번째 값에도 가중치를 곱하세요.",
    },
    answer: (query, keys, values) => mix([1, ...weightsOf(query, keys).slice(1)], values),
  },
  {
    name: { en: "divides the mixture again", ko: "섞은 값을 또 나눔" },
    hint: {
      en:
        "Your numbers are too small: they have been divided by the number of keys. The weights sum to 1 already, and " +
        "nothing is left to divide.",
      ko:
        "키의 개수로 한 번 더 나누어 수가 모두 너무 작습니다. 가중치의 합이 이미 1이므로 더 나눌 것이 없습니다.",
    },
    answer: (query, keys, values) =>
      mix(weightsOf(query, keys), values).map((x) => x / keys.length),
  },
  {
    name: { en: "the worst key counts most", ko: "가장 안 맞는 키가 가장 큼" },
    hint: {
      en:
        "Your signs are turned round: the smallest score gets the largest weight. Subtract the maximum from the score, " +
        "not the score from the maximum.",
      ko:
        "부호가 반대라서 가장 작은 점수가 가장 큰 가중치를 받습니다. 최댓값에서 점수를 빼지 말고, 점수에서 최댓값을 빼세요.",
    },
    answer: (query, keys, values) =>
      mix(softmax(scoresOf(query, keys).map((score) => -score)), values),
    variants: [
      (query, keys, values) => {
        const scores = scoresOf(query, keys);
        const largest = Math.max(...scores);
        return mix(shares(scores.map((score) => Math.exp(largest - score))), values);
      },
    ],
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번 취함" },
    hint: {
      en:
        "You take the softmax of the weights again, which makes them nearly equal. Once is enough.",
      ko: "가중치에 softmax를 또 취해서 가중치가 거의 같아졌습니다. 한 번이면 됩니다.",
    },
    answer: (query, keys, values) => mix(softmax(weightsOf(query, keys)), values),
  },
  {
    name: { en: "compares directions alone", ko: "방향만 비교함" },
    hint: {
      en:
        "You divide by the lengths of query and key: that is the cosine. The score here is the plain dot product.",
      ko: "쿼리와 키의 길이로 나누었습니다. 그것은 코사인입니다. 여기서 점수는 내적 그대로입니다.",
    },
    answer(query, keys, values) {
      const cosines = keys.map((key) => dot(query, key) / (length(query) * length(key)));
      return mix(softmax(cosines), values);
    },
    variants: [
      (query, keys, values) => {
        const cosines = keys.map((key) => dot(query, key) / (length(query) * length(key) || 1));
        return mix(softmax(cosines), values);
      },
    ],
  },
  {
    name: { en: "compares by distance", ko: "거리로 비교함" },
    hint: {
      en:
        "You score a key by its distance from the query. The score here is the dot product, which grows with a key's " +
        "length, too.",
      ko:
        "쿼리와의 거리로 키의 점수를 매겼습니다. 여기서 점수는 내적이고, 키의 길이가 길수록 커집니다.",
    },
    answer: (query, keys, values) =>
      mix(softmax(keys.map((key) => -length(key.map((x, i) => x - query[i])))), values),
    variants: [
      (query, keys, values) =>
        mix(softmax(keys.map((key) => -(length(key.map((x, i) => x - query[i])) ** 2))), values),
      (query, keys, values) =>
        mix(softmax(keys.map((key) => length(key.map((x, i) => x - query[i])))), values),
    ],
  },
  {
    name: { en: "one number for each value", ko: "값마다 수 하나" },
    hint: {
      en:
        "You add up the numbers inside each value, which leaves one number for each key. The answer is a vector as long " +
        "as a value: add across the values, number by number.",
      ko:
        "값 하나하나의 안에 있는 수를 더해서 키마다 수가 하나씩 남았습니다. 답은 값과 길이가 같은 벡터입니다. 여러 값에서 같은 자리의 수끼리 더하세요.",
    },
    answer: (query, keys, values) =>
      weightsOf(query, keys).map((weight, i) => weight * sum(values[i])),
  },
  {
    name: { en: "all in one number", ko: "모두 수 하나로" },
    hint: {
      en:
        "You add everything up to a single number. The answer is a vector as long as a value: one sum for each of its " +
        "numbers.",
      ko:
        "모두 더해 수 하나로 만들었습니다. 답은 값과 길이가 같은 벡터입니다. 자리마다 합을 따로 구하세요.",
    },
    answer: (query, keys, values) => sum(mix(weightsOf(query, keys), values)),
  },
  {
    name: { en: "a sum that begins with nothing", ko: "시작값이 없는 합" },
    hint: {
      en:
        "All your numbers are NaN: undefined + a number is NaN, and so is each product with something undefined. A sum " +
        "begins with 0, at every place.",
      ko:
        "모든 수가 NaN입니다. undefined에 수를 더하거나 곱하면 NaN이 됩니다. 합은 자리마다 0에서 시작해야 합니다.",
    },
    answer(query, keys, values) {
      const answer: number[] = [];
      for (const [i, weight] of weightsOf(query, keys).entries()) {
        values[i].forEach((x, d) => answer[d] += weight * x);
      }
      return answer;
    },
  },
  {
    name: { en: "the last value alone", ko: "마지막 값만 남음" },
    hint: {
      en:
        "Your result holds the last value alone, times its weight: each round overwrites the one before. Add to what is " +
        "there already.",
      ko:
        "마지막 값에 가중치를 곱한 것만 남았습니다. 반복할 때마다 앞의 것을 덮어씁니다. 이미 있는 값에 더하세요.",
    },
    answer(query, keys, values) {
      const last = keys.length - 1;
      return values[last].map((x) => x * weightsOf(query, keys)[last]);
    },
  },
  {
    name: { en: "a dot product that begins with a number", ko: "수 하나에서 시작하는 내적" },
    hint: {
      en:
        "Your dot products begin with the first number itself instead of its product, as reduce does without a start " +
        "value. Begin with 0.",
      ko:
        "내적이 첫 번째 곱이 아니라 첫 번째 수 그대로에서 시작합니다. 시작값 없이 reduce를 쓰면 그렇게 됩니다. 0에서 시작하세요.",
    },
    answer: (query, keys, values) =>
      mix(softmax(keys.map((key) => key.reduce((total, x, i) => total + x * query[i]))), values),
    variants: [
      (query, keys, values) =>
        mix(softmax(keys.map((key) => query.reduce((total, x, i) => total + x * key[i]))), values),
    ],
  },
  {
    name: { en: "a sum that begins with a weight", ko: "가중치에서 시작하는 합" },
    hint: {
      en:
        "Your weights are right; your sums begin with the first weight itself instead of a product, as reduce over the " +
        "weights does without a start value. Begin with 0.",
      ko:
        "가중치는 맞지만 합이 곱이 아니라 첫 가중치 그대로에서 시작합니다. 시작값 없이 가중치를 reduce하면 그렇게 됩니다. 0에서 시작하세요.",
    },
    answer(query, keys, values) {
      const weights = weightsOf(query, keys);
      return values[0].map((_, d) => weights.reduce((total, w, i) => total + w * values[i][d]));
    },
  },
  {
    name: { en: "a sum that is not set back to 0", ko: "0으로 되돌리지 않는 합" },
    hint: {
      en:
        "Your first number is right, and each one after it has those before in it: the sum goes on from place to place. " +
        "Each place begins with 0.",
      ko:
        "첫 수는 맞지만 그다음 수에는 앞의 수들이 더해져 있습니다. 합이 다음 자리까지 이어집니다. 자리마다 0에서 다시 시작하세요.",
    },
    answer(query, keys, values) {
      let total = 0;
      return mix(weightsOf(query, keys), values).map((x) => total += x);
    },
  },
  {
    name: { en: "weights by the place in a value", ko: "값 안의 자리로 가중치를 고름" },
    hint: {
      en:
        "You give each number of a value its own weight, by the number's place. A weight belongs to a whole value: its " +
        "index is that of the key.",
      ko:
        "값 안의 자리마다 다른 가중치를 곱했습니다. 가중치는 값 하나 전체의 것입니다. 키의 번호로 찾으세요.",
    },
    answer(query, keys, values) {
      const weights = weightsOf(query, keys);
      return values[0].map((_, d) => sum(values.map((value) => weights[d] * value[d])));
    },
  },
  {
    name: { en: "rows and columns exchanged", ko: "행과 열을 바꿔 읽음" },
    hint: {
      en:
        "You read values[d][i], the key's index second. A value is a row: the key's index comes first, the place in it " +
        "second.",
      ko:
        "values[d][i]처럼 키의 번호를 뒤에 썼습니다. 값은 행이므로 키의 번호가 앞, 그 안의 자리가 뒤입니다.",
    },
    answer: (query, keys, values) =>
      values[0].map((_, d) => sum(weightsOf(query, keys).map((w, i) => w * values[d][i]))),
  },
  {
    name: { en: "the smallest score subtracted", ko: "가장 작은 점수를 뺌" },
    hint: {
      en:
        "You subtract the smallest score, and the powers of the large ones overflow. Subtract the largest: then no power exceeds 1.",
      ko:
        "가장 작은 점수를 빼서 큰 점수의 거듭제곱이 오버플로됩니다. 가장 큰 점수를 빼면 어떤 거듭제곱도 1을 넘지 않습니다.",
    },
    answer: (query, keys, values) => {
      const scores = scoresOf(query, keys);
      const smallest = Math.min(...scores);
      return mix(shares(scores.map((score) => Math.exp(score - smallest))), values);
    },
  },
  {
    name: { en: "clips the scores", ko: "점수를 잘라 냄" },
    hint: {
      en:
        "You cut large or small scores off, and keys that differ become alike. Subtract the largest score from all of them instead.",
      ko:
        "너무 크거나 작은 점수를 잘라서, 서로 다른 키가 같아집니다. 자르지 말고 모든 점수에서 가장 큰 점수를 빼세요.",
    },
    answer: clipped(-Infinity, 700),
    variants: [
      clipped(-700, 700),
      clipped(-500, 500),
      clipped(-100, 100),
      clipped(-50, 50),
    ],
  },
  {
    name: { en: "the sizes of the scores without their signs", ko: "부호를 뺀 점수의 크기" },
    hint: {
      en:
        "You take the absolute values of the scores. A very negative score says that a key does not fit at all.",
      ko: "점수의 절댓값을 취했습니다. 아주 작은 음수는 그 키가 전혀 안 맞는다는 뜻입니다.",
    },
    answer: (query, keys, values) => mix(softmax(scoresOf(query, keys).map(Math.abs)), values),
  },
  {
    name: { en: "another base than e", ko: "밑이 e가 아님" },
    hint: {
      en: "Your powers have another base than e: the softmax takes Math.exp.",
      ko: "거듭제곱의 밑이 e가 아닙니다. softmax는 Math.exp를 씁니다.",
    },
    answer: withBase(2),
    variants: [
      withBase(10),
    ],
  },
  {
    name: { en: "as long as the query", ko: "쿼리와 같은 길이" },
    hint: {
      en: "Your answer is as long as the query. It is a mixture of values, and as long as a value.",
      ko: "답의 길이가 쿼리와 같습니다. 답은 값(values)을 섞은 것이니 값과 길이가 같습니다.",
    },
    answer: (query, keys, values) => {
      const weights = weightsOf(query, keys);
      return query.map((_, d) => sum(weights.map((weight, i) => weight * values[i][d])));
    },
  },
  {
    name: { en: "a softmax of the values", ko: "값의 softmax" },
    hint: {
      en:
        "You take the softmax of the values, or of what comes out. It belongs to the scores: their softmax " +
        "weighs the values.",
      ko: "값이나 결과에 softmax를 취했습니다. softmax는 점수에 취합니다. 그것으로 값을 섞으세요.",
    },
    answer: (query, keys, values) => softmax(mix(weightsOf(query, keys), values)),
    variants: [
      (query, keys, values) => mix(weightsOf(query, keys), values.map(softmax)),
      (query, keys, values) => softmax(mix(scoresOf(query, keys), values)),
    ],
  },
  {
    name: { en: "the sum written into the first value", ko: "첫 값에 합을 씀" },
    hint: {
      en:
        "You keep your sum in the first value itself, whose own numbers are lost with that. Begin with a new list of " +
        "zeros.",
      ko: "첫 값 자체에 합을 써서 그 값의 수가 사라집니다. 0으로 채운 새 배열에서 시작하세요.",
    },
    answer(query, keys, values) {
      const answer = values[0].fill(0);
      for (const [i, weight] of weightsOf(query, keys).entries()) {
        values[i].forEach((x, d) => answer[d] += weight * x);
      }
      return answer;
    },
    variants: [
      (query, keys, values) => {
        const [answer] = values;
        for (const [i, weight] of weightsOf(query, keys).entries()) {
          values[i].forEach((x, d) => answer[d] += weight * x);
        }
        return answer;
      },
    ],
  },
];
