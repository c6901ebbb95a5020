/**
 * Wrong answers to exercise 04.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { scaledDotProductAttention } from "./solution.ts";

type Matrix = Axes<"query dim"> | Axes<"key dim">;

/** Attention with the scores multiplied by a factor. */
function scaledBy(queries: Matrix, keys: Matrix, values: Matrix, factor: number) {
  const weights = tf.softmax(tf.mul(tf.matMul(queries, keys, false, true), factor));
  return { output: tf.matMul(weights, values), weights };
}

/** A softmax that forgets that e^89 is too large for float32. */
function bareSoftmax(scores: tf.Tensor): tf.Tensor {
  const powers = tf.exp(scores);
  return tf.div(powers, tf.sum(powers, -1, true));
}

/** Softmax over the rows of each column. */
function softmaxOfColumns(scores: tf.Tensor): tf.Tensor {
  return tf.transpose(tf.softmax(tf.transpose(scores)));
}

/** Q·Kᵀ / √d_k. */
function scoresOf(queries: Matrix, keys: Matrix): tf.Tensor {
  return tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1]));
}

/** Rows of length 1. */
function directions(rows: Matrix): Matrix {
  return tf.div(rows, tf.norm(rows, 2, -1, true));
}

export const mistakes: readonly Mistake<typeof scaledDotProductAttention>[] = [
  {
    name: { en: "divides by d_k", ko: "d_k로 나눔" },
    hint: {
      en:
        "You divide the scores by d_k itself, or queries and keys by √d_k each. The standard deviation of a dot product grows like √d_k, " +
        "and that is what brings it back to 1; dividing by d_k makes every weight nearly the same.",
      ko:
        "점수를 d_k로 나누었습니다(쿼리와 키를 각각 √d_k로 나누어도 같습니다). 내적의 표준편차는 √d_k만큼 커지므로 √d_k로 나누어야 1로 돌아옵니다. " +
        "d_k로 나누면 가중치가 모두 비슷해집니다.",
    },
    answer: (queries, keys, values) => scaledBy(queries, keys, values, 1 / keys.shape[1]),
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You use the scaled scores as weights. They may be negative and sum to anything: take the softmax of each row.",
      ko:
        "스케일한 점수를 그대로 가중치로 썼습니다. 점수는 음수일 수도 있고 합도 제각각입니다. 각 행에 softmax를 취하세요.",
    },
    answer(queries, keys, values) {
      const weights = scoresOf(queries, keys);
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "every weight is NaN", ko: "모든 가중치가 NaN" },
    hint: {
      en:
        "All your weights are NaN, for small numbers too: what you divide by is no number. Math.sqrt of a tensor is " +
        "NaN, and so is the root of an axis that is not there; d_k is keys.shape[1].",
      ko:
        "수가 작아도 가중치가 모두 NaN입니다. 나누는 것이 수가 아닙니다. 텐서의 Math.sqrt도, 없는 축의 제곱근도 NaN입니다. d_k는 keys.shape[1]입니다.",
    },
    answer: (queries, keys, values) => scaledBy(queries, keys, values, NaN),
  },
  {
    name: { en: "divides by √(number of axes)", ko: "√(축의 개수)로 나눔" },
    hint: {
      en:
        "You divide by the root of shape.length, which is the number of axes, always 2 here. d_k is the length of the " +
        "keys' last axis.",
      ko:
        "shape.length의 제곱근으로 나누었습니다. 그것은 축의 개수라서 여기서는 언제나 2입니다. d_k는 키의 마지막 축의 길이입니다.",
    },
    answer: (queries, keys, values) => scaledBy(queries, keys, values, Math.SQRT1_2),
  },
  {
    name: { en: "divides by √(number of keys)", ko: "√(키의 개수)로 나눔" },
    hint: {
      en:
        "You divide by the square root of the number of keys. A dot product adds up d_k terms, however " +
        "many keys there are: take the length of the keys' last axis, dim.",
      ko:
        "키의 개수의 제곱근으로 나누었습니다. 내적은 키가 몇 개든 d_k개의 항을 더합니다. 키의 마지막 축(dim)의 길이를 쓰세요.",
    },
    answer: (queries, keys, values) =>
      scaledBy(queries, keys, values, 1 / Math.sqrt(keys.shape[0])),
  },
  {
    name: { en: "multiplies by √d_k", ko: "√d_k를 곱함" },
    hint: {
      en:
        "You multiply the scores by √d_k. They are too large already; the scale makes them smaller, " +
        "so divide.",
      ko: "점수에 √d_k를 곱했습니다. 점수는 이미 너무 큽니다. 작아지도록 나누세요.",
    },
    answer: (queries, keys, values) => scaledBy(queries, keys, values, Math.sqrt(keys.shape[1])),
  },
  {
    name: { en: "scales after the softmax", ko: "softmax 다음에 나눔" },
    hint: {
      en:
        "You divide after the softmax, so the weights of a query sum to 1/√d_k, not to 1. Scale the " +
        "scores first, then take the softmax.",
      ko:
        "softmax 다음에 나누었기 때문에 한 쿼리의 가중치 합이 1이 아니라 1/√d_k가 됩니다. 먼저 점수를 나누고 나서 softmax를 취하세요.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(tf.matMul(queries, keys, false, true));
      const shrunk = tf.div(weights, Math.sqrt(keys.shape[1]));
      return { output: tf.matMul(shrunk, values), weights: shrunk };
    },
  },
  {
    name: { en: "scales the output", ko: "출력을 나눔" },
    hint: {
      en:
        "Your scores are not scaled, and your output is: it is too small by √d_k. The scale belongs between " +
        "the scores and the softmax.",
      ko: "점수가 아니라 출력을 √d_k로 나누었습니다. 나누는 자리는 점수와 softmax 사이입니다.",
    },
    answer(queries, keys, values) {
      const { output, weights } = scaledBy(queries, keys, values, 1);
      return { output: tf.div(output, Math.sqrt(keys.shape[1])), weights };
    },
  },
  {
    name: { en: "scales the values as well", ko: "값(values)까지 나눔" },
    hint: {
      en:
        "Your weights are right, the output is too small by √d_k: the values are scaled as well. Scale the " +
        "scores alone.",
      ko: "가중치는 맞지만 출력이 √d_k만큼 작습니다. 값(values)까지 나누었습니다. 점수만 나누세요.",
    },
    answer(queries, keys, values) {
      const scale = Math.sqrt(keys.shape[1]);
      const { output, weights } = scaledBy(queries, keys, values, 1 / scale);
      return { output: tf.div(output, scale), weights };
    },
  },
  {
    name: { en: "no scale", ko: "나누지 않음" },
    hint: {
      en:
        "You take the softmax of Q·Kᵀ as it is. Divide the scores by √d_k first: that is what this " +
        "notebook is about.",
      ko:
        "Q·Kᵀ에 바로 softmax를 취했습니다. 먼저 점수를 √d_k로 나누세요. 이 노트북의 주제가 바로 그것입니다.",
    },
    answer: (queries, keys, values) => scaledBy(queries, keys, values, 1),
  },
  {
    name: { en: "keys not transposed", ko: "키를 전치하지 않음" },
    hint: {
      en:
        "You multiply the queries [query, dim] by the keys [key, dim] as they lie, and the inner axes do " +
        "not fit. Each query meets each key: multiply by the keys' transpose, [dim, key].",
      ko:
        "쿼리 [query, dim]에 키 [key, dim]을 그대로 곱해서 안쪽 축이 맞지 않습니다. 쿼리마다 모든 키를 만나야 하므로 " +
        "키의 전치 [dim, key]를 곱하세요.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(tf.div(tf.matMul(queries, keys), Math.sqrt(keys.shape[1])));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your weights sum to 1 over the queries. Each query shares its attention out over the keys: " +
        "take the softmax along the last axis, key.",
      ko:
        "가중치의 합이 쿼리 축을 따라 1이 됩니다. 쿼리 하나가 키들에 어텐션을 나누어 주는 것이므로 마지막 축(key)을 따라 softmax를 취하세요.",
    },
    answer(queries, keys, values) {
      const weights = softmaxOfColumns(scoresOf(queries, keys));
      return { output: tf.matMul(weights, values), weights };
    },
    variants: [
      (queries, keys) => tf.softmax(scoresOf(queries, keys), 0), // which tfjs refuses
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        const powers = tf.exp(tf.sub(scores, tf.max(scores)));
        const weights = tf.div(powers, tf.sum(powers, 0, true));
        return { output: tf.matMul(weights, values), weights };
      },
      (queries, keys, values) => {
        const powers = tf.exp(scoresOf(queries, keys));
        const weights = tf.div(powers, tf.sum(powers, 0, true));
        return { output: tf.matMul(weights, values), weights };
      },
    ],
  },
  {
    name: { en: "returns the scores as weights", ko: "점수를 가중치로 돌려줌" },
    hint: {
      en:
        "Your output is right, and what you return as weights are the scores, before the softmax. Return the " +
        "weights that the output was made with.",
      ko:
        "출력은 맞지만 가중치 자리에 softmax를 취하기 전의 점수를 돌려줍니다. 출력을 만들 때 쓴 가중치를 돌려주세요.",
    },
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      return { output: tf.matMul(tf.softmax(scores), values), weights: scores };
    },
    variants: [
      (queries, keys, values) => {
        const weights = tf.matMul(queries, keys, false, true);
        return {
          output: scaledBy(queries, keys, values, 1 / Math.sqrt(keys.shape[1])).output,
          weights,
        };
      },
    ],
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en:
        "Your weights have gone through softmax twice, so they are all nearly the same. Take the softmax of the " +
        "scaled scores once.",
      ko:
        "가중치에 softmax를 두 번 취해서 모두 비슷해졌습니다. 나눈 점수에 softmax를 한 번만 취하세요.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(tf.softmax(scoresOf(queries, keys)));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "mixes the values by the scores", ko: "점수로 값을 섞음" },
    hint: {
      en:
        "Your weights are right, but the output is mixed by the scores, before the softmax. Multiply the weights " +
        "by the values.",
      ko:
        "가중치는 맞지만 출력은 softmax를 취하기 전의 점수로 섞었습니다. 값(values)에 가중치를 곱하세요.",
    },
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      return { output: tf.matMul(scores, values), weights: tf.softmax(scores) };
    },
  },
  {
    name: { en: "overflows: e to a large score", ko: "오버플로: 큰 점수의 거듭제곱" },
    hint: {
      en:
        "Your answer is right for small scores, but your own softmax gives NaN for large ones: e^89 is beyond " +
        "float32. Use tf.softmax, or subtract the largest score of each row first.",
      ko:
        "작은 점수에서는 맞지만 직접 쓴 softmax가 큰 점수에서 NaN이 됩니다. e^89는 float32의 범위를 넘습니다. tf.softmax를 쓰거나 행마다 가장 큰 점수를 먼저 빼세요.",
    },
    answer(queries, keys, values) {
      const weights = bareSoftmax(scoresOf(queries, keys));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "divides by √(width of the values)", ko: "√(값의 너비)로 나눔" },
    hint: {
      en:
        "You divide by the root of the values' width. A score comes from a query and a key: take the length of " +
        "the keys' last axis.",
      ko:
        "값(values)의 너비의 제곱근으로 나누었습니다. 점수는 쿼리와 키에서 나오므로 키의 마지막 축의 길이를 쓰세요.",
    },
    answer: (queries, keys, values) =>
      scaledBy(queries, keys, values, 1 / Math.sqrt(values.shape[1])),
  },
  {
    name: { en: "divides by √(number of queries)", ko: "√(쿼리의 개수)로 나눔" },
    hint: {
      en:
        "You divide by the root of the number of queries: that is the first axis. Take the length of the last one, " +
        "dim.",
      ko: "쿼리의 개수, 곧 첫 축의 길이의 제곱근으로 나누었습니다. 마지막 축(dim)의 길이를 쓰세요.",
    },
    answer: (queries, keys, values) =>
      scaledBy(queries, keys, values, 1 / Math.sqrt(queries.shape[0])),
  },
  {
    name: { en: "the keys in place of the values", ko: "값(values) 자리에 키" },
    hint: {
      en: "Your weights are right, but they mix the keys. What a query takes home are the values.",
      ko: "가중치는 맞지만 키를 섞었습니다. 쿼리가 가져가는 것은 값(values)입니다.",
    },
    answer(queries, keys) {
      const weights = tf.softmax(scoresOf(queries, keys));
      return { output: tf.matMul(weights, keys), weights };
    },
  },
  {
    name: { en: "returns the output alone", ko: "출력만 돌려줌" },
    hint: {
      en:
        "The output is right; the task also asks for the weights. Return both in one object, { output, weights }.",
      ko: "출력은 맞습니다. 가중치도 필요합니다. 둘을 한 객체 { output, weights }로 돌려주세요.",
    },
    answer: (queries, keys, values) => tf.matMul(tf.softmax(scoresOf(queries, keys)), values),
  },
  {
    name: { en: "one softmax over all pairs", ko: "모든 쌍에 걸친 softmax 하나" },
    hint: {
      en:
        "All your weights together sum to 1. Each query has 1 of its own to share out: sum along the last axis alone, " +
        "and keep it.",
      ko:
        "모든 가중치를 합쳐야 1이 됩니다. 쿼리마다 1씩 나누어 가져야 하므로 마지막 축을 따라서만 더하고, 그 축을 남겨 두세요.",
    },
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      const weights = tf.reshape(tf.softmax(tf.reshape(scores, [-1])), scores.shape);
      return { output: tf.matMul(weights, values), weights };
    },
    variants: [
      (queries, keys, values) => {
        const powers = tf.exp(scoresOf(queries, keys));
        const weights = tf.div(powers, tf.sum(powers));
        return { output: tf.matMul(weights, values), weights };
      },
    ],
  },
  {
    name: { en: "the sum loses its axis", ko: "합에서 축이 사라짐" },
    hint: {
      en:
        "Your sums have lost the axis that they ran along, so that they meet the wrong weights, or none. Keep it, of " +
        "length 1: the third argument of tf.sum.",
      ko:
        "합을 구한 축이 사라져서 합이 다른 가중치와 만나거나 모양이 맞지 않습니다. 길이 1인 축으로 남겨 두세요. tf.sum의 세 번째 인수입니다.",
    },
    answer(queries, keys, values) {
      const powers = tf.exp(scoresOf(queries, keys));
      const weights = tf.div(powers, tf.sum(powers, -1));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "output and weights exchanged", ko: "output과 weights가 바뀜" },
    hint: {
      en:
        "Both are right and have changed places: `output` is [query, dim], `weights` is [query, key].",
      ko: "둘 다 맞지만 자리가 바뀌었습니다. output은 [query, dim], weights는 [query, key]입니다.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(scoresOf(queries, keys));
      return { output: weights, weights: tf.matMul(weights, values) };
    },
  },
  {
    name: { en: "a fixed number for √d_k", ko: "√d_k 대신 고정된 수" },
    hint: {
      en:
        "You divide by a number that stands in your code. It has to come from the inputs: √ of keys.shape[1].",
      ko:
        "코드에 적힌 고정된 수로 나누었습니다. 입력에서 구해야 합니다. keys.shape[1]의 제곱근입니다.",
    },
    answer: (queries, keys, values) => {
      const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), 8));
      return { output: tf.matMul(weights, values), weights };
    },
    variants: [
      (queries, keys, values) => {
        const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(8)));
        return { output: tf.matMul(weights, values), weights };
      },
      (queries, keys, values) => {
        const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), 2));
        return { output: tf.matMul(weights, values), weights };
      },
      (queries, keys, values) => {
        const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), 4));
        return { output: tf.matMul(weights, values), weights };
      },
      (queries, keys, values) => {
        const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(512)));
        return { output: tf.matMul(weights, values), weights };
      },
    ],
  },
  {
    name: { en: "d_k / 2 for √d_k", ko: "√d_k 대신 d_k / 2" },
    hint: {
      en:
        "You divide by d_k / 2, as d ** 1 / 2 does: powers come before division. Write d ** 0.5 or Math.sqrt(d).",
      ko:
        "d_k / 2로 나누었습니다. d ** 1 / 2가 그렇습니다. 거듭제곱이 나눗셈보다 먼저입니다. d ** 0.5나 Math.sqrt(d)를 쓰세요.",
    },
    answer: (queries, keys, values) => {
      const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), keys.shape[1] / 2));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "the root of the scores", ko: "점수의 제곱근" },
    hint: {
      en:
        "You take the root of the scores themselves, NaN where they are negative. The root is that of one " +
        "number, d_k: divide the scores by it.",
      ko:
        "점수 자체의 제곱근을 구해서 음수인 곳이 NaN이 됩니다. 제곱근을 구할 것은 d_k라는 수 하나이고, 점수를 그것으로 나눕니다.",
    },
    answer: (queries, keys, values) => {
      const weights = tf.softmax(tf.sqrt(tf.matMul(queries, keys, false, true)));
      return { output: tf.matMul(weights, values), weights };
    },
    variants: [(queries, keys, values) => {
      const weights = tf.softmax(tf.sqrt(tf.abs(tf.matMul(queries, keys, false, true))));
      return { output: tf.matMul(weights, values), weights };
    }, (queries, keys, values) => {
      const weights = tf.softmax(
        tf.sqrt(tf.div(tf.matMul(queries, keys, false, true), keys.shape[1])),
      );
      return { output: tf.matMul(weights, values), weights };
    }],
  },
  {
    name: { en: "the logarithm of d_k", ko: "d_k의 로그로 나눔" },
    hint: {
      en:
        "You divide by a logarithm of d_k. The deviation of a dot product grows like the root of d_k: √d_k.",
      ko:
        "d_k의 로그로 나누었습니다. 내적의 표준편차는 d_k의 제곱근에 비례합니다. √d_k로 나누세요.",
    },
    answer: (queries, keys, values) =>
      scaledBy(queries, keys, values, 1 / Math.log2(keys.shape[1])),
    variants: [
      (queries, keys, values) => scaledBy(queries, keys, values, 1 / Math.log(keys.shape[1])),
    ],
  },
  {
    name: { en: "a sigmoid for each score", ko: "점수마다 시그모이드" },
    hint: {
      en:
        "You put each score through a sigmoid for itself. The keys of a row share 1 out: take the softmax.",
      ko:
        "점수마다 따로 시그모이드를 취했습니다. 한 행의 키들이 1을 나누어 가져야 합니다. softmax를 쓰세요.",
    },
    answer: (queries, keys, values) => {
      const weights = tf.sigmoid(scoresOf(queries, keys));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "compares directions alone", ko: "방향만 비교함" },
    hint: {
      en:
        "You bring queries and keys to length 1. The score is the dot product of the vectors as they are, " +
        "divided by √d_k.",
      ko: "쿼리와 키의 길이를 1로 만들었습니다. 점수는 벡터 그대로의 내적을 √d_k로 나눈 것입니다.",
    },
    answer: (queries, keys, values) => {
      const weights = tf.softmax(tf.matMul(directions(queries), directions(keys), false, true));
      return { output: tf.matMul(weights, values), weights };
    },
    variants: [(queries, keys, values) => {
      const weights = tf.softmax(scoresOf(directions(queries), directions(keys)));
      return { output: tf.matMul(weights, values), weights };
    }],
  },
];
