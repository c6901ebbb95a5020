/**
 * Wrong answers to exercise 02.5 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { multiplicativeAttention } from "./solution.ts";

/** q W h for every pair. */
function scoresOf(queries: tf.Tensor, states: tf.Tensor, matrix: tf.Tensor): tf.Tensor {
  return tf.matMul(tf.matMul(queries, matrix), states, false, true);
}

/** Softmax over the real words. */
function visible(scores: tf.Tensor, keep: tf.Tensor): tf.Tensor {
  return tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), 1e9)));
}

/** What these weights take home. */
function collected(weights: tf.Tensor, states: tf.Tensor) {
  return { weights, contexts: tf.matMul(weights, states) };
}

export const mistakes: readonly Mistake<typeof multiplicativeAttention>[] = [
  {
    name: { en: "padding is seen", ko: "패딩을 봄" },
    hint: {
      en:
        "Your weights are those of plain softmax: keep changes nothing, and padding gets a share. Hide the scores of " +
        "padding before the softmax, as in 02.3.",
      ko:
        "그냥 softmax의 가중치입니다. keep이 아무것도 바꾸지 않아 패딩이 몫을 받습니다. 02.3처럼 softmax 전에 패딩의 점수를 가리세요.",
    },
    answer: (queries, states, matrix) =>
      collected(tf.softmax(scoresOf(queries, states, matrix)), states),
  },
  {
    name: { en: "masked after the softmax", ko: "softmax 다음에 가림" },
    hint: {
      en:
        "Padding has the weight 0, but rows no longer sum to 1, and so the contexts shrink: padding took its share " +
        "before you removed it. Hide its scores before the softmax.",
      ko:
        "패딩의 가중치는 0이지만 행의 합이 1이 아니어서 컨텍스트가 줄어듭니다. 지우기 전에 패딩이 이미 제 몫을 가져갔습니다. softmax 전에 점수를 가리세요.",
    },
    answer(queries, states, matrix, keep) {
      const weights = tf.softmax(scoresOf(queries, states, matrix));
      return collected(tf.mul(weights, tf.cast(keep, "float32")), states);
    },
  },
  {
    name: { en: "no matrix between", ko: "사이에 행렬이 없음" },
    hint: {
      en:
        "You compare queries and states as they are. They come from two networks, and need not even have one length: " +
        "W stands between them.",
      ko:
        "쿼리와 상태를 있는 그대로 비교했습니다. 둘은 서로 다른 신경망에서 나왔고 길이조차 다를 수 있습니다. 그 사이에 W가 있어야 합니다.",
    },
    answer: (queries, states, _matrix, keep) =>
      collected(visible(tf.matMul(queries, states, false, true), keep), states),
  },
  {
    name: { en: "W transposed", ko: "W를 전치함" },
    hint: {
      en:
        "You multiply the queries by W's transpose. W is [dim, state], so queries [query, dim] times W as it lies gives " +
        "[query, state].",
      ko:
        "쿼리에 W의 전치를 곱했습니다. W는 [dim, state]이므로 쿼리 [query, dim]에 W를 그대로 곱해야 [query, state]가 됩니다.",
    },
    answer(queries, states, matrix, keep) {
      const translated = tf.matMul(queries, matrix, false, true);
      return collected(visible(tf.matMul(translated, states, false, true), keep), states);
    },
    variants: [
      (queries, states, matrix, keep) =>
        collected(visible(scoresOf(queries, states, tf.transpose(matrix)), keep), states),
    ],
  },
  {
    name: { en: "states not transposed", ko: "상태를 전치하지 않음" },
    hint: {
      en:
        "You multiply the translated queries [query, state] by the states [key, state] as they lie. Each query meets " +
        "each state: multiply by the states' transpose, [state, key].",
      ko:
        "옮긴 쿼리 [query, state]에 상태 [key, state]를 그대로 곱했습니다. 쿼리마다 모든 상태를 만나야 하므로 상태의 전치 [state, key]를 곱하세요.",
    },
    answer: (queries, states, matrix, keep) =>
      collected(visible(tf.matMul(tf.matMul(queries, matrix), states), keep), states),
  },
  {
    name: { en: "collects with the scores", ko: "점수로 모음" },
    hint: {
      en:
        "Your weights are right, but the contexts are sums of states times their scores. What is collected is weighted " +
        "by the weights.",
      ko:
        "가중치는 맞지만 컨텍스트를 점수와 상태의 곱으로 모았습니다. 모을 때는 가중치를 곱합니다.",
    },
    answer(queries, states, matrix, keep) {
      const scores = scoresOf(queries, states, matrix);
      return { weights: visible(scores, keep), contexts: tf.matMul(scores, states) };
    },
  },
  {
    name: { en: "returns the scores as weights", ko: "점수를 가중치로 돌려줌" },
    hint: {
      en:
        "Your contexts are right, but weights holds the scores. Rows of weights are what the softmax gives: each sums to 1.",
      ko:
        "컨텍스트는 맞지만 weights에 점수가 들어 있습니다. 가중치는 softmax의 결과이고 행마다 합이 1입니다.",
    },
    answer(queries, states, matrix, keep) {
      const scores = scoresOf(queries, states, matrix);
      return { weights: scores, contexts: tf.matMul(visible(scores, keep), states) };
    },
  },
  {
    name: { en: "the mean of the states", ko: "상태들의 평균" },
    hint: {
      en:
        "Your weights are right, but every context is the mean of the states, padding included. Each state counts by its " +
        "weight.",
      ko:
        "가중치는 맞지만 컨텍스트가 패딩까지 포함한 상태들의 평균입니다. 상태마다 자기 가중치만큼 들어갑니다.",
    },
    answer(queries, states, matrix, keep) {
      const weights = visible(scoresOf(queries, states, matrix), keep);
      const mean = tf.mean(states, 0, true);
      return { weights, contexts: tf.tile(mean, [queries.shape[0], 1]) };
    },
  },
  {
    name: { en: "collects the queries", ko: "쿼리를 모음" },
    hint: {
      en:
        "You multiply the weights [query, key] by the queries. What a decoder takes home are the encoder's states: there is " +
        "one for each key.",
      ko:
        "가중치 [query, key]에 쿼리를 곱했습니다. 디코더가 가져가는 것은 인코더의 상태입니다. 상태가 키마다 하나씩 있습니다.",
    },
    answer(queries, states, matrix, keep) {
      const weights = visible(scoresOf(queries, states, matrix), keep);
      return { weights, contexts: tf.matMul(weights, queries) };
    },
  },
  {
    name: { en: "collects translated states", ko: "옮긴 상태를 모음" },
    hint: {
      en:
        "Your weights are right, but you collect the states times W's transpose, which are [key, dim]. W is for comparing " +
        "alone; what is taken home are the states as they are.",
      ko:
        "가중치는 맞지만 상태에 W의 전치를 곱한 [key, dim]을 모았습니다. W는 비교에만 쓰고, 가져가는 것은 상태 그대로입니다.",
    },
    answer(queries, states, matrix, keep) {
      const translated = tf.matMul(states, matrix, false, true);
      const weights = visible(tf.matMul(queries, translated, false, true), keep);
      return { weights, contexts: tf.matMul(weights, translated) };
    },
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your softmax runs down the columns, over the queries. Each query shares its attention out over the keys: the last " +
        "axis.",
      ko:
        "softmax를 열, 곧 쿼리 축을 따라 취했습니다. 쿼리마다 키들에 어텐션을 나누어 주는 것이므로 마지막 축을 따라 취하세요.",
    },
    answer(queries, states, matrix, keep) {
      const hidden = tf.mul(tf.sub(1, tf.cast(keep, "float32")), 1e9);
      const scores = tf.sub(scoresOf(queries, states, matrix), hidden);
      return collected(tf.transpose(tf.softmax(tf.transpose(scores))), states);
    },
    variants: [
      (queries, states, matrix, keep) => {
        const scores = tf.where(keep, scoresOf(queries, states, matrix), -1e9);
        return collected(tf.transpose(tf.softmax(tf.transpose(scores))), states);
      },
      (queries, states, matrix, keep) => {
        const scores = tf.where(keep, scoresOf(queries, states, matrix), -Infinity);
        return collected(tf.transpose(tf.softmax(tf.transpose(scores))), states);
      },
      (queries, states, matrix, keep) => {
        const scores = tf.where(keep, scoresOf(queries, states, matrix), -Infinity);
        const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
        return collected(tf.div(powers, tf.sum(powers, 0)), states);
      },
      (queries, states, matrix, keep) => {
        const weights = tf.transpose(tf.softmax(tf.transpose(scoresOf(queries, states, matrix))));
        return collected(tf.mul(weights, tf.cast(keep, "float32")), states);
      },
      (queries, states, matrix) =>
        collected(
          tf.transpose(tf.softmax(tf.transpose(scoresOf(queries, states, matrix)))),
          states,
        ),
    ],
  },
  {
    name: { en: "divided by the root of the length", ko: "길이의 제곱근으로 나눔" },
    hint: {
      en:
        "You divide the scores by the square root of the states' length. That belongs to the Transformer, in notebook 04; " +
        "here a score is q W h alone.",
      ko:
        "점수를 상태 길이의 제곱근으로 나누었습니다. 그것은 트랜스포머의 방식으로 04 노트북에서 나옵니다. 여기서 점수는 q W h 그대로입니다.",
    },
    answer(queries, states, matrix, keep) {
      const scores = tf.div(scoresOf(queries, states, matrix), Math.sqrt(states.shape[1]));
      return collected(visible(scores, keep), states);
    },
    variants: [
      (queries, states, matrix, keep) => {
        const scores = tf.div(scoresOf(queries, states, matrix), Math.sqrt(queries.shape[1]));
        return collected(visible(scores, keep), states);
      },
    ],
  },
  {
    name: { en: "score 0 for padding", ko: "패딩에 점수 0" },
    hint: {
      en:
        "You give padding the score 0. That is an ordinary score, e⁰ = 1, and padding gets a share. Hide it with a score so " +
        "low that nothing is left of it.",
      ko:
        "패딩에 점수 0을 주었습니다. 0은 보통의 점수(e⁰ = 1)이므로 패딩이 몫을 받습니다. 아무것도 남지 않을 만큼 낮은 점수로 가리세요.",
    },
    answer(queries, states, matrix, keep) {
      const scores = scoresOf(queries, states, matrix);
      return collected(tf.softmax(tf.mul(scores, tf.cast(keep, "float32"))), states);
    },
  },
  {
    name: { en: "inverted mask", ko: "마스크가 뒤집힘" },
    hint: {
      en: "You hide the real words and look at the padding: keep is true where a word may be seen.",
      ko: "진짜 단어를 가리고 패딩을 봅니다. keep은 보아도 되는 단어에서 true입니다.",
    },
    answer: (queries, states, matrix, keep) =>
      collected(visible(scoresOf(queries, states, matrix), tf.logicalNot(keep)), states),
    variants: [
      (queries, states, matrix, keep) => {
        const scores = scoresOf(queries, states, matrix);
        return collected(tf.softmax(tf.where(keep, -Infinity, scores)), states);
      },
      (queries, states, matrix, keep) => {
        const scores = scoresOf(queries, states, matrix);
        return collected(tf.softmax(tf.where(keep, -1e9, scores)), states);
      },
    ],
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You collect with the scores and return them as weights. Turn each row into weights first, with " +
        "padding hidden: they are positive and sum to 1.",
      ko:
        "점수로 상태를 모으고 점수를 가중치로 돌려주었습니다. 먼저 패딩을 가리고 각 행을 가중치로 바꾸세요. 가중치는 양수이고 합이 1입니다.",
    },
    answer: (queries, states, matrix) => collected(scoresOf(queries, states, matrix), states),
    variants: [
      (queries, states, matrix, keep) =>
        collected(tf.mul(scoresOf(queries, states, matrix), tf.cast(keep, "float32")), states),
      (queries, states, matrix, keep) =>
        collected(tf.where(keep, scoresOf(queries, states, matrix), -1e9), states),
    ],
  },
  {
    name: { en: "exp without the sum", ko: "exp만 하고 합으로 나누지 않음" },
    hint: {
      en:
        "Your weights are powers of e that do not sum to 1. Divide each row by its sum, or call your " +
        "attentionWeights of 02.3.",
      ko:
        "가중치가 e의 거듭제곱일 뿐 합이 1이 아닙니다. 각 행을 그 합으로 나누거나 02.3의 attentionWeights를 부르세요.",
    },
    answer: (queries, states, matrix, keep) =>
      collected(
        tf.mul(tf.exp(scoresOf(queries, states, matrix)), tf.cast(keep, "float32")),
        states,
      ),
    variants: [
      (queries, states, matrix) => collected(tf.exp(scoresOf(queries, states, matrix)), states),
    ],
  },
  {
    name: { en: "scores divided by their sum", ko: "점수를 그 합으로 나눔" },
    hint: {
      en:
        "You share by the scores themselves. Scores may be negative: weights come from the softmax of them.",
      ko:
        "점수 자체를 그 합으로 나누었습니다. 점수는 음수일 수 있습니다. 가중치는 점수의 softmax입니다.",
    },
    answer: (queries, states, matrix, keep) => {
      const seen = tf.mul(scoresOf(queries, states, matrix), tf.cast(keep, "float32"));
      return collected(tf.div(seen, tf.sum(seen, -1, true)), states);
    },
    variants: [(queries, states, matrix) => {
      const scores = scoresOf(queries, states, matrix);
      return collected(tf.div(scores, tf.sum(scores, -1, true)), states);
    }],
  },
  {
    name: { en: "contexts from unmasked weights", ko: "가리기 전의 가중치로 모은 컨텍스트" },
    hint: {
      en:
        "Your weights are right, but the contexts are made with the weights from before the mask, and contain padding. " +
        "Collect with the weights that you return.",
      ko:
        "가중치는 맞지만 컨텍스트를 가리기 전의 가중치로 모아서 패딩이 섞였습니다. 돌려주는 가중치로 모으세요.",
    },
    answer(queries, states, matrix, keep) {
      const scores = scoresOf(queries, states, matrix);
      const contexts = tf.matMul(tf.softmax(scores), states);
      return { weights: visible(scores, keep), contexts };
    },
  },
];
