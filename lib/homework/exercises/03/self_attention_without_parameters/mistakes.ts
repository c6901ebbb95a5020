/**
 * Wrong answers to exercise 03.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { selfAttentionWithoutParameters } from "./solution.ts";

/** Each word's dot product with each word. */
function scoresOf(words: tf.Tensor): tf.Tensor {
  return tf.matMul(words, words, false, true);
}

/** What these weights collect. */
function collected(weights: tf.Tensor, words: tf.Tensor) {
  return { output: tf.matMul(weights, words), weights };
}

/** Attention by these scores. */
function attention(scores: tf.Tensor, words: tf.Tensor) {
  return collected(tf.softmax(scores), words);
}

/** Softmax over the rows of each column. */
function softmaxOfColumns(scores: tf.Tensor): tf.Tensor {
  return tf.transpose(tf.softmax(tf.transpose(scores)));
}

/** A row in plain numbers, which hold e to the power of 709 and no more. */
function unsafeRow(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The softmax of rows, written by hand in plain numbers. */
function unsafeSoftmax(scores: tf.Tensor): tf.Tensor {
  return tf.tensor2d(scores.as2D(scores.shape[0], -1).arraySync().map(unsafeRow));
}

/** Words of length 1. */
function directions(words: tf.Tensor): tf.Tensor {
  return tf.div(words, tf.sqrt(tf.sum(tf.square(words), -1, true)));
}

export const mistakes: readonly Mistake<typeof selfAttentionWithoutParameters>[] = [
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You weigh the words with the scores themselves. Scores may be negative and sum to anything, so " +
        "the output grows with the sentence. Take the softmax of each row of scores first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 점수는 음수일 수 있고 합도 제각각이라 문장이 길수록 출력이 커집니다. " +
        "먼저 점수의 각 행에 softmax를 취하세요.",
    },
    answer: (inputs) => collected(scoresOf(inputs), inputs),
    variants: [
      (inputs) => ({
        output: tf.matMul(scoresOf(inputs), inputs),
        weights: tf.softmax(scoresOf(inputs)),
      }),
    ],
  },
  {
    name: { en: "sums over the wrong axis", ko: "틀린 축을 따라 더함" },
    hint: {
      en:
        "Your weights are right, but the sum runs over the words that ask. Word i collects from all " +
        "words j with row i of the weights: sum over the key axis.",
      ko:
        "가중치는 맞지만 질문하는 단어(query) 축을 따라 더했습니다. 단어 i는 가중치의 i번째 행으로 모든 단어 j를 모읍니다. " +
        "키(key) 축을 따라 더하세요.",
    },
    answer(inputs) {
      const weights = tf.softmax(scoresOf(inputs));
      return { output: tf.matMul(weights, inputs, true), weights };
    },
  },
  {
    name: { en: "words not turned", ko: "단어를 전치하지 않음" },
    hint: {
      en:
        "You multiply the words [time, dim] by the words as they lie, and the inner axes do not fit. A " +
        "score compares a row with a row: transpose the second factor; tf.matMul has a flag for it.",
      ko:
        "단어 [time, dim]에 단어를 그대로 곱해서 안쪽 축이 맞지 않습니다. 점수는 행과 행을 비교한 것이므로 " +
        "두 번째를 전치하세요. tf.matMul의 인수로 지정할 수 있습니다.",
    },
    answer: (inputs) => attention(tf.matMul(inputs, inputs), inputs),
    variants: [(inputs) => attention(tf.dot(inputs, inputs), inputs)],
  },
  {
    name: { en: "multiplies entry by entry", ko: "항목별로 곱함" },
    hint: {
      en:
        "tf.mul multiplies entry by entry: the result has the shape of the inputs, not one score for each " +
        "pair of words. A dot product also adds up, and tf.matMul does both.",
      ko:
        "tf.mul은 같은 자리의 수끼리 곱합니다. 결과가 입력과 같은 모양이라 단어 쌍마다 점수가 하나씩 나오지 않습니다. " +
        "내적은 곱한 뒤 더합니다. tf.matMul이 둘 다 합니다.",
    },
    answer: (inputs) => attention(tf.mul(inputs, inputs), inputs),
    variants: [
      (inputs) => {
        const weights = tf.softmax(tf.mul(inputs, inputs));
        return { output: tf.mul(weights, inputs), weights };
      },
      (inputs) => {
        const weights = tf.softmax(scoresOf(inputs));
        return { output: tf.mul(weights, inputs), weights };
      },
    ],
  },
  {
    name: { en: "compares the dimensions", ko: "단어가 아니라 차원을 비교함" },
    hint: {
      en:
        "You transpose the first factor, so the scores are [dim, dim]: the dimensions are compared, not the " +
        "words. Transpose the second instead, and the scores become [query, key].",
      ko:
        "첫 번째를 전치해서 점수가 [dim, dim]이 되었습니다. 단어가 아니라 차원을 비교한 것입니다. " +
        "두 번째를 전치하면 점수가 [query, key]가 됩니다.",
    },
    answer: (inputs) => attention(tf.matMul(inputs, inputs, true), inputs),
    variants: [
      (inputs) => {
        const weights = tf.softmax(tf.matMul(inputs, inputs, true));
        return { output: tf.matMul(inputs, weights), weights };
      },
      (inputs) => attention(tf.matMul(tf.transpose(inputs), inputs), inputs),
    ],
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your softmax runs down the columns. Each word that asks shares 1 out over the words it " +
        "looks at: every row has to sum to 1, as tf.softmax along the last axis gives it.",
      ko:
        "softmax를 열을 따라 취했습니다. 질문하는 단어마다 자신이 보는 단어들에 1을 나누어 주므로 각 행의 합이 1이어야 합니다. " +
        "마지막 축을 따라 tf.softmax를 취하세요.",
    },
    answer: (inputs) => collected(softmaxOfColumns(scoresOf(inputs)), inputs),
    variants: [
      (inputs) => collected(tf.softmax(scoresOf(inputs), 0), inputs), // which tfjs refuses
    ],
  },
  {
    name: { en: "scales the scores", ko: "점수를 나눔" },
    hint: {
      en:
        "You divide the scores, by their dimension or its root. That is the next notebook's step; this " +
        "barest form takes the dot products as they are.",
      ko:
        "점수를 차원이나 그 제곱근으로 나누었습니다. 그것은 다음 노트북의 단계입니다. 여기서는 내적을 그대로 쓰세요.",
    },
    answer: (inputs) => attention(tf.div(scoresOf(inputs), Math.sqrt(inputs.shape[1])), inputs),
    variants: [(inputs) => attention(tf.div(scoresOf(inputs), inputs.shape[1]), inputs)],
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
    answer: (inputs) => ({ ...attention(scoresOf(inputs), inputs), weights: scoresOf(inputs) }),
  },
  {
    name: { en: "overflow", ko: "오버플로" },
    hint: {
      en:
        "Small scores come out right, large ones give NaN: e to the power of 100 does not fit into float32, and that of 710 into no number. Subtract " +
        "each row's largest score first, or let tf.softmax do it.",
      ko:
        "작은 점수는 맞지만 큰 점수에서는 NaN이 됩니다. e의 100제곱은 float32의 범위를 넘습니다. 먼저 각 행에서 가장 큰 점수를 빼거나 tf.softmax를 쓰세요.",
    },
    answer(inputs) {
      const powers = tf.exp(scoresOf(inputs));
      return collected(tf.div(powers, tf.sum(powers, -1, true)), inputs);
    },
    variants: [(inputs) => collected(unsafeSoftmax(scoresOf(inputs)), inputs)],
  },
  {
    name: { en: "compares directions alone", ko: "방향만 비교함" },
    hint: {
      en:
        "You divide the words by their lengths before you compare them: that is the cosine. The score here is the plain " +
        "dot product, in which long words count for more.",
      ko:
        "비교하기 전에 단어 벡터를 길이로 나누었습니다. 그것은 코사인입니다. 여기서 점수는 내적 그대로이고, 긴 벡터가 더 크게 작용합니다.",
    },
    answer: (inputs) => attention(scoresOf(directions(inputs)), inputs),
    variants: [(inputs) => attention(scoresOf(directions(inputs)), directions(inputs))],
  },
  {
    name: { en: "a word does not see itself", ko: "단어가 자신을 보지 않음" },
    hint: {
      en:
        "You hide each word from itself. Here a word looks at all words, itself included: leave the diagonal of the " +
        "scores as it is.",
      ko:
        "단어가 자신을 보지 못하게 가렸습니다. 여기서는 자신을 포함한 모든 단어를 봅니다. 점수의 대각선을 그대로 두세요.",
    },
    answer: (inputs) =>
      attention(tf.sub(scoresOf(inputs), tf.mul(tf.eye(inputs.shape[0]), 1e9)), inputs),
    variants: [
      (inputs) => attention(tf.mul(scoresOf(inputs), tf.sub(1, tf.eye(inputs.shape[0]))), inputs),
      (inputs) => {
        const itself = tf.cast(tf.eye(inputs.shape[0]), "bool");
        const scores = scoresOf(inputs);
        return attention(tf.where(itself, tf.fill(scores.shape, -Infinity), scores), inputs);
      },
      (inputs) => {
        const others = tf.sub(1, tf.eye(inputs.shape[0]));
        return collected(tf.mul(tf.softmax(scoresOf(inputs)), others), inputs);
      },
      (inputs) => {
        const others = tf.sub(1, tf.eye(inputs.shape[0]));
        const weights = tf.mul(tf.softmax(scoresOf(inputs)), others);
        return collected(tf.div(weights, tf.sum(weights, -1, true)), inputs);
      },
    ],
  },
  {
    name: { en: "later words hidden", ko: "뒤의 단어를 가림" },
    hint: {
      en:
        "You hide the later words, as a model that writes does. Here every word looks at all words, before and after it.",
      ko: "글을 쓰는 모델처럼 뒤의 단어를 가렸습니다. 여기서는 단어마다 앞뒤의 모든 단어를 봅니다.",
    },
    answer(inputs) {
      const places = tf.range(0, inputs.shape[0]);
      const later = tf.greater(tf.expandDims(places, 0), tf.expandDims(places, 1));
      return attention(tf.sub(scoresOf(inputs), tf.mul(tf.cast(later, "float32"), 1e9)), inputs);
    },
  },
  {
    name: { en: "one softmax for the whole table", ko: "표 전체에 softmax 한 번" },
    hint: {
      en:
        "All your weights together sum to 1. Each row is a word that asks, and sums to 1 by itself: softmax along the " +
        "last axis.",
      ko:
        "가중치를 다 합쳐야 1이 됩니다. 한 행이 질문하는 단어 하나이고 행마다 합이 1이어야 합니다. 마지막 축을 따라 softmax를 취하세요.",
    },
    answer(inputs) {
      const scores = scoresOf(inputs);
      const weights = tf.reshape(tf.softmax(tf.reshape(scores, [-1])), scores.shape);
      return collected(weights, inputs);
    },
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번 취함" },
    hint: {
      en:
        "You take the softmax of the weights again, which makes them nearly equal. Once is enough.",
      ko: "가중치에 softmax를 또 취해서 가중치가 거의 같아졌습니다. 한 번이면 됩니다.",
    },
    answer: (inputs) => attention(tf.softmax(scoresOf(inputs)), inputs),
    variants: [
      (inputs) => {
        const weights = tf.softmax(scoresOf(inputs));
        return { output: tf.matMul(tf.softmax(weights), inputs), weights };
      },
    ],
  },
  {
    name: { en: "looks at all words alike", ko: "모든 단어를 똑같이 봄" },
    hint: {
      en:
        "All your weights are equal, whatever the words are. The softmax of a word's dot products says how much it looks " +
        "at each.",
      ko:
        "단어가 무엇이든 가중치가 모두 같습니다. 각 단어를 얼마나 볼지는 내적들에 취한 softmax가 정합니다.",
    },
    answer: (inputs) => attention(tf.zerosLike(scoresOf(inputs)), inputs),
  },
  {
    name: { en: "the best word alone", ko: "가장 잘 맞는 단어만 봄" },
    hint: {
      en:
        "Each word looks at one word alone, the one with the largest score. softmax is soft: every word gets a share.",
      ko:
        "단어마다 점수가 가장 큰 단어 하나만 봅니다. 소프트맥스는 부드럽습니다. 모든 단어가 몫을 받습니다.",
    },
    answer: (inputs) =>
      collected(
        tf.oneHot(tf.argMax(scoresOf(inputs), -1), inputs.shape[0], 1, 0, "float32"),
        inputs,
      ),
    variants: [
      (inputs) => {
        const scores = scoresOf(inputs);
        return collected(
          tf.cast(tf.equal(scores, tf.max(scores, -1, true)), "float32"),
          inputs,
        );
      },
    ],
  },
  {
    name: { en: "the words before the weights", ko: "가중치보다 단어를 앞에 놓음" },
    hint: {
      en:
        "Your weights are right, but you multiply the words by them. The inner axes have to agree: weights [query, key] " +
        "first, then the words, which meet at the key axis.",
      ko:
        "가중치는 맞지만 단어를 앞에 놓고 곱했습니다. 안쪽 축이 맞아야 합니다. 가중치 [query, key]를 앞에, 단어를 뒤에 놓으면 key 축에서 만납니다.",
    },
    answer(inputs) {
      const weights = tf.softmax(scoresOf(inputs));
      return { output: tf.matMul(inputs, weights), weights };
    },
  },
  {
    name: { en: "adds the words themselves", ko: "단어 자체를 더함" },
    hint: {
      en:
        "Your weights are right, and the output is too large by the words themselves. A Transformer adds them later, as " +
        "a residual; here the weighted sum is all.",
      ko:
        "가중치는 맞지만 출력에 단어 자체를 더했습니다. 트랜스포머에서는 나중에 잔차 연결로 더합니다. 여기서는 가중합이 전부입니다.",
    },
    answer(inputs) {
      const { output, weights } = attention(scoresOf(inputs), inputs);
      return { output: tf.add(output, inputs), weights };
    },
  },
  {
    name: { en: "the output lies the other way", ko: "출력이 뒤집힘" },
    hint: {
      en:
        "Your weights are right, and the output is [dim, time]: transposed. It has one row for each word.",
      ko: "가중치는 맞지만 출력이 [dim, time]으로 전치되어 있습니다. 단어마다 한 행이어야 합니다.",
    },
    answer(inputs) {
      const { output, weights } = attention(scoresOf(inputs), inputs);
      return { output: tf.transpose(output), weights };
    },
    variants: [
      (inputs) => {
        const weights = tf.softmax(scoresOf(inputs));
        return { output: tf.matMul(inputs, weights, true), weights };
      },
    ],
  },
  {
    name: { en: "scores divided by their sum", ko: "점수를 합으로 나눔" },
    hint: {
      en:
        "You divide the scores by their sum. Scores may be negative, and their sum 0: the softmax raises e to each of " +
        "them first.",
      ko:
        "점수를 그 합으로 나누었습니다. 점수는 음수일 수 있고 합이 0일 수도 있습니다. softmax는 먼저 e의 거듭제곱을 구합니다.",
    },
    answer(inputs) {
      const scores = scoresOf(inputs);
      return collected(tf.div(scores, tf.sum(scores, -1, true)), inputs);
    },
  },
  {
    name: { en: "not divided by the sum", ko: "합으로 나누지 않음" },
    hint: {
      en:
        "You raise e to the scores and stop there. Weights of a row sum to 1: divide by their sum.",
      ko:
        "e를 점수만큼 거듭제곱하는 데서 멈췄습니다. 한 행의 가중치는 합이 1입니다. 그 합으로 나누세요.",
    },
    answer: (inputs) => collected(tf.exp(scoresOf(inputs)), inputs),
    variants: [
      (inputs) => {
        const scores = scoresOf(inputs);
        return collected(tf.exp(tf.sub(scores, tf.max(scores, -1, true))), inputs);
      },
    ],
  },
  {
    name: { en: "output and weights exchanged", ko: "출력과 가중치를 바꿔 돌려줌" },
    hint: {
      en: "Both are right, and each stands under the other's name.",
      ko: "둘 다 맞지만 이름이 서로 바뀌었습니다.",
    },
    answer(inputs) {
      const { output, weights } = attention(scoresOf(inputs), inputs);
      return { output: weights, weights: output };
    },
  },
  {
    name: { en: "the weights returned the other way", ko: "가중치를 뒤집어 돌려줌" },
    hint: {
      en:
        "Your output is right, and the weights that you return are transposed: [key, query]. Each row belongs to one query.",
      ko:
        "출력은 맞지만 돌려주는 가중치가 [key, query]로 전치되어 있습니다. 한 행이 쿼리 하나의 것이어야 합니다.",
    },
    answer(inputs) {
      const { output, weights } = attention(scoresOf(inputs), inputs);
      return { output, weights: tf.transpose(weights) };
    },
  },
  {
    name: { en: "the axis of the sum not kept", ko: "합의 축을 유지하지 않음" },
    hint: {
      en:
        "The sum of your softmax has the shape [query], which fits the rows of [query, key] wrongly or not at all. Keep " +
        "its axis with length 1, or let tf.softmax do it.",
      ko:
        "softmax의 합이 [query] 모양이라 [query, key]의 행과 맞지 않거나 엉뚱하게 맞습니다. 그 축을 길이 1로 남기거나 tf.softmax를 쓰세요.",
    },
    answer(inputs) {
      const scores = scoresOf(inputs);
      const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
      return collected(tf.div(powers, tf.sum(powers, -1)), inputs);
    },
  },
  {
    name: { en: "a sigmoid for each score", ko: "점수마다 sigmoid" },
    hint: {
      en:
        "You take a sigmoid of each score for itself, so that a row does not sum to 1. The softmax lets the words of a row compete.",
      ko:
        "점수마다 sigmoid를 취해서 행의 합이 1이 되지 않습니다. softmax는 한 행의 단어들을 서로 겨루게 합니다.",
    },
    answer: (inputs) => {
      const weights = tf.sigmoid(tf.matMul(inputs, inputs, false, true));
      return { output: tf.matMul(weights, inputs), weights };
    },
  },
  {
    name: { en: "compares by distance", ko: "거리로 비교함" },
    hint: {
      en:
        "Your scores are distances between words. Asked for is the dot product of each pair: tf.matMul with one side transposed.",
      ko:
        "단어 사이의 거리를 점수로 썼습니다. 쌍마다 내적을 구하세요. 한쪽을 전치한 tf.matMul입니다.",
    },
    answer: (inputs) => {
      const apart = tf.sub(tf.expandDims(inputs, 1), tf.expandDims(inputs, 0));
      const weights = tf.softmax(tf.neg(tf.sum(tf.square(apart), -1)));
      return { output: tf.matMul(weights, inputs), weights };
    },
    variants: [
      (inputs) => {
        const apart = tf.sub(tf.expandDims(inputs, 1), tf.expandDims(inputs, 0));
        const weights = tf.softmax(tf.neg(tf.sqrt(tf.sum(tf.square(apart), -1))));
        return { output: tf.matMul(weights, inputs), weights };
      },
    ],
  },
  {
    name: { en: "squeezes every axis of length 1", ko: "길이 1인 축을 모두 없앰" },
    hint: {
      en:
        "Without an axis, squeeze() drops every axis of length 1, so a sentence of one word loses its own. Name the axis: " +
        "squeeze([0]); or add no batch axis at all.",
      ko:
        "축을 적지 않은 squeeze()는 길이 1인 축을 모두 없애서 단어가 하나인 문장은 자기 축까지 잃습니다. squeeze([0])처럼 축을 " +
        "적거나, 배치 축을 넣지 마세요.",
    },
    answer(inputs) {
      const { output, weights } = attention(scoresOf(inputs), inputs);
      return { output: tf.squeeze(output), weights: tf.squeeze(weights) };
    },
    variants: [
      (inputs) => {
        const { output, weights } = attention(scoresOf(inputs), inputs);
        return { output: tf.squeeze(output), weights };
      },
      (inputs) => {
        const { output, weights } = attention(scoresOf(inputs), inputs);
        return { output, weights: tf.squeeze(weights) };
      },
    ],
  },
];
