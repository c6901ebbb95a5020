/**
 * Wrong answers to exercise 03.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { attend } from "./solution.ts";

/** Q·Kᵀ. */
function scoresOf(queries: tf.Tensor, keys: tf.Tensor): tf.Tensor {
  return tf.matMul(queries, keys, false, true);
}

/** What these weights collect. */
function collected(weights: tf.Tensor, values: tf.Tensor) {
  return { output: tf.matMul(weights, values), weights };
}

/** Attention by these scores. */
function attention(scores: tf.Tensor, values: tf.Tensor) {
  return collected(tf.softmax(scores), values);
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

/** Rows of length 1. */
function directions(rows: tf.Tensor): tf.Tensor {
  return tf.div(rows, tf.sqrt(tf.sum(tf.square(rows), -1, true)));
}

/** The squared distance of every query to every key. */
function squaredDistances(queries: tf.Tensor, keys: tf.Tensor): tf.Tensor {
  const differences = tf.sub(tf.expandDims(queries, 1), tf.expandDims(keys, 0));
  return tf.sum(tf.square(differences), -1);
}

export const mistakes: readonly Mistake<typeof attend>[] = [
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en: "Your softmax runs down the columns, over the queries. It is the query that shares its " +
        "attention out over the keys: take the softmax along the last axis, key.",
      ko:
        "softmax를 열, 곧 쿼리 축을 따라 취했습니다. 쿼리 하나가 키들에 어텐션을 나누어 주는 것이므로 마지막 축(key)을 따라 softmax를 취하세요.",
    },
    answer: (queries, keys, values) => collected(softmaxOfColumns(scoresOf(queries, keys)), values),
    variants: [
      (queries, keys, values) => collected(tf.softmax(scoresOf(queries, keys), 0), values), // which tfjs refuses
    ],
  },
  {
    name: { en: "values before the weights", ko: "가중치보다 값을 앞에 놓음" },
    hint: {
      en:
        "You multiply the values [key, value] by the weights [query, key]. The inner axes have to agree: " +
        "weights first, then values, which meet at the key axis.",
      ko:
        "값 [key, value]에 가중치 [query, key]를 곱했습니다. 안쪽 축이 맞아야 합니다. 가중치를 앞에, 값을 뒤에 놓으면 key 축에서 만납니다.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(scoresOf(queries, keys));
      return { output: tf.matMul(values, weights), weights };
    },
  },
  {
    name: { en: "values and keys swapped", ko: "값과 키를 바꿔 씀" },
    hint: {
      en:
        "You compare the queries with the values and collect the keys. Keys are for being found, values " +
        "are what is taken home: scores come from the keys, the output from the values.",
      ko:
        "쿼리를 값(values)과 비교하고 키를 모았습니다. 키는 찾는 데 쓰고 값은 가져오는 것입니다. 점수는 키로, 출력은 값으로 계산하세요.",
    },
    answer: (queries, keys, values) => attention(scoresOf(queries, values), keys),
  },
  {
    name: { en: "compares with the values", ko: "값과 비교함" },
    hint: {
      en:
        "You compare the queries with the values. Your sum over the values is right; the scores come from the keys.",
      ko: "쿼리를 값(values)과 비교했습니다. 값을 모으는 것은 맞지만 점수는 키로 계산합니다.",
    },
    answer: (queries, _keys, values) => attention(scoresOf(queries, values), values),
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
    answer: (queries, keys, values) => attention(tf.matMul(queries, keys), values),
    variants: [(queries, keys, values) => attention(tf.dot(queries, keys), values)],
  },
  {
    name: { en: "queries transposed", ko: "쿼리를 전치함" },
    hint: {
      en:
        "You transpose the queries. The keys are the factor to be turned: queries [query, dim] times [dim, key] gives " +
        "[query, key].",
      ko:
        "쿼리를 전치했습니다. 돌려야 하는 것은 키입니다. 쿼리 [query, dim]에 [dim, key]를 곱해야 [query, key]가 됩니다.",
    },
    answer: (queries, keys, values) => attention(tf.matMul(queries, keys, true), values),
    variants: [
      (queries, keys, values) => attention(tf.matMul(tf.transpose(queries), keys), values),
      (queries, keys, values) => attention(tf.matMul(queries, keys, true, true), values),
    ],
  },
  {
    name: { en: "keys reshaped, not transposed", ko: "키를 전치하지 않고 reshape함" },
    hint: {
      en:
        "You reshape the keys to [dim, key]. The shape fits, but the numbers stay in their order, so that keys are mixed " +
        "up. Turning rows into columns is a transpose.",
      ko:
        "키를 reshape로 [dim, key]로 바꾸었습니다. 모양은 맞지만 수의 순서가 그대로라 키들이 뒤섞입니다. 행을 열로 바꾸는 것은 전치입니다.",
    },
    answer: (queries, keys, values) =>
      attention(tf.matMul(queries, tf.reshape(keys, [keys.shape[1], keys.shape[0]])), values),
  },
  {
    name: { en: "keys ask the queries", ko: "키가 쿼리에 물음" },
    hint: {
      en:
        "Your scores are [key, query]: the keys ask, the queries answer. Put the queries first, so " +
        "that each row of the scores belongs to one query.",
      ko:
        "점수가 [key, query]입니다. 키가 묻고 쿼리가 답하는 셈입니다. 점수의 각 행이 쿼리 하나의 것이 되도록 쿼리를 앞에 놓으세요.",
    },
    answer: (queries, keys, values) => attention(scoresOf(keys, queries), values),
    variants: [(queries, keys, values) => { // and the output is put right again
      const weights = tf.softmax(scoresOf(keys, queries));
      return { output: tf.matMul(weights, values, true), weights };
    }],
  },
  {
    name: { en: "collects the keys", ko: "키를 모음" },
    hint: {
      en:
        "Your weights are right, but you collect the keys with them. Keys are compared, values are " +
        "collected.",
      ko:
        "가중치는 맞지만 그것으로 키를 모았습니다. 키는 비교하는 것이고, 모으는 것은 값(values)입니다.",
    },
    answer: (queries, keys) => attention(scoresOf(queries, keys), keys),
  },
  {
    name: { en: "scales the scores", ko: "점수를 나눔" },
    hint: {
      en:
        "You divide the scores by a number. √d_k is right in a Transformer and the next notebook's subject; this exercise " +
        "asks for the plain softmax(Q·Kᵀ)·V.",
      ko:
        "점수를 어떤 수로 나누었습니다. √d_k로 나누는 것은 트랜스포머에서는 맞지만 다음 노트북의 주제입니다. 여기서는 softmax(Q·Kᵀ)·V만 구하세요.",
    },
    answer: (queries, keys, values) =>
      attention(tf.div(scoresOf(queries, keys), Math.sqrt(keys.shape[1])), values),
    variants: [
      (queries, keys, values) => attention(tf.div(scoresOf(queries, keys), keys.shape[1]), values),
      (queries, keys, values) =>
        attention(tf.div(scoresOf(queries, keys), Math.sqrt(keys.shape[0])), values),
    ],
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You use the scores as weights. They may be negative and sum to anything: take the softmax of " +
        "each row first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 음수일 수도 있고 합도 제각각입니다. 먼저 각 행에 softmax를 취하세요.",
    },
    answer: (queries, keys, values) => collected(scoresOf(queries, keys), values),
    variants: [
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        return { output: tf.matMul(scores, values), weights: tf.softmax(scores) };
      },
    ],
  },
  {
    name: { en: "softmax at the end", ko: "마지막에 softmax를 취함" },
    hint: {
      en:
        "You take the softmax of the output: softmax(Q·Kᵀ·V). It belongs to the scores, and the values are collected as " +
        "they are: softmax(Q·Kᵀ)·V.",
      ko:
        "출력에 softmax를 취했습니다. softmax(Q·Kᵀ·V)입니다. softmax는 점수에 취하고 값(values)은 그대로 모읍니다. softmax(Q·Kᵀ)·V입니다.",
    },
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      return { output: tf.softmax(tf.matMul(scores, values)), weights: scores };
    },
    variants: [
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        return { output: tf.softmax(tf.matMul(scores, values)), weights: tf.softmax(scores) };
      },
      (queries, keys, values) => {
        const { output, weights } = attention(scoresOf(queries, keys), values);
        return { output: tf.softmax(output), weights };
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
    answer: (queries, keys, values) => attention(tf.softmax(scoresOf(queries, keys)), values),
    variants: [
      (queries, keys, values) => {
        const weights = tf.softmax(scoresOf(queries, keys));
        return { output: tf.matMul(tf.softmax(weights), values), weights };
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
      return { ...attention(scores, values), weights: scores };
    },
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
    answer(queries, keys, values) {
      const powers = tf.exp(scoresOf(queries, keys));
      return collected(tf.div(powers, tf.sum(powers, -1, true)), values);
    },
    variants: [
      (queries, keys, values) => collected(unsafeSoftmax(scoresOf(queries, keys)), values),
    ],
  },
  {
    name: { en: "the weights transposed", ko: "가중치를 전치함" },
    hint: {
      en:
        "Your weights are right, and you turn them before they collect: then the sum runs over the queries. Multiply " +
        "them as they lie, [query, key] by [key, value].",
      ko:
        "가중치는 맞지만 전치해서 곱했습니다. 그러면 합이 쿼리를 따라 돕니다. [query, key]를 [key, value]에 그대로 곱하세요.",
    },
    answer(queries, keys, values) {
      const weights = tf.softmax(scoresOf(queries, keys));
      return { output: tf.matMul(weights, values, true), weights };
    },
    variants: [
      (queries, keys, values) => {
        const weights = tf.softmax(scoresOf(queries, keys));
        return { output: tf.matMul(tf.transpose(weights), values), weights };
      },
    ],
  },
  {
    name: { en: "one softmax for the whole table", ko: "표 전체에 softmax 한 번" },
    hint: {
      en:
        "All your weights together sum to 1. Each row is a query, and sums to 1 by itself: softmax along the last axis.",
      ko:
        "가중치를 다 합쳐야 1이 됩니다. 한 행이 쿼리 하나이고 행마다 합이 1이어야 합니다. 마지막 축을 따라 softmax를 취하세요.",
    },
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      return collected(tf.reshape(tf.softmax(tf.reshape(scores, [-1])), scores.shape), values);
    },
  },
  {
    name: { en: "multiplies entry by entry", ko: "항목별로 곱함" },
    hint: {
      en:
        "tf.mul multiplies entry by entry. A score is a dot product of a query and a key, and the output a weighted sum: " +
        "both are tf.matMul.",
      ko:
        "tf.mul은 같은 자리의 수끼리 곱합니다. 점수는 쿼리와 키의 내적이고 출력은 가중합입니다. 둘 다 tf.matMul입니다.",
    },
    answer: (queries, keys, values) => attention(tf.mul(queries, keys), values),
    variants: [
      (queries, keys, values) => {
        const weights = tf.softmax(scoresOf(queries, keys));
        return { output: tf.mul(weights, values), weights };
      },
    ],
  },
  {
    name: { en: "looks at all keys alike", ko: "모든 키를 똑같이 봄" },
    hint: {
      en:
        "Your output is the mean of the values, whatever is asked. The softmax of a query's scores says how much it " +
        "takes of each.",
      ko:
        "무엇을 묻든 출력이 값들의 평균입니다. 각 값을 얼마나 가져올지는 쿼리의 점수에 취한 softmax가 정합니다.",
    },
    answer: (queries, keys, values) => attention(tf.zerosLike(scoresOf(queries, keys)), values),
    variants: [
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        const { output } = attention(tf.zerosLike(scores), values);
        return { output, weights: tf.softmax(scores) };
      },
    ],
  },
  {
    name: { en: "the best key alone", ko: "가장 잘 맞는 키만 봄" },
    hint: {
      en:
        "Each query takes the value of its best key alone. softmax is soft: every value is taken in proportion to its " +
        "weight.",
      ko:
        "쿼리마다 가장 잘 맞는 키의 값만 가져옵니다. 소프트맥스는 부드럽습니다. 모든 값을 가중치만큼 가져옵니다.",
    },
    answer(queries, keys, values) {
      const best = tf.argMax(scoresOf(queries, keys), -1);
      return collected(tf.oneHot(best, keys.shape[0], 1, 0, "float32"), values);
    },
    variants: [
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        const best = tf.equal(scores, tf.max(scores, -1, true));
        return collected(tf.cast(best, "float32"), values);
      },
    ],
  },
  {
    name: { en: "compares directions alone", ko: "방향만 비교함" },
    hint: {
      en:
        "You divide queries and keys by their lengths before you compare them: that is the cosine. The score here is the " +
        "plain dot product.",
      ko:
        "비교하기 전에 쿼리와 키를 길이로 나누었습니다. 그것은 코사인입니다. 여기서 점수는 내적 그대로입니다.",
    },
    answer: (queries, keys, values) =>
      attention(scoresOf(directions(queries), directions(keys)), values),
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
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      return collected(tf.div(scores, tf.sum(scores, -1, true)), values);
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
    answer: (queries, keys, values) => collected(tf.exp(scoresOf(queries, keys)), values),
    variants: [
      (queries, keys, values) => {
        const scores = scoresOf(queries, keys);
        return collected(tf.exp(tf.sub(scores, tf.max(scores, -1, true))), values);
      },
    ],
  },
  {
    name: { en: "output and weights exchanged", ko: "출력과 가중치를 바꿔 돌려줌" },
    hint: {
      en: "Both are right, and each stands under the other's name.",
      ko: "둘 다 맞지만 이름이 서로 바뀌었습니다.",
    },
    answer(queries, keys, values) {
      const { output, weights } = attention(scoresOf(queries, keys), values);
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
    answer(queries, keys, values) {
      const { output, weights } = attention(scoresOf(queries, keys), values);
      return { output, weights: tf.transpose(weights) };
    },
  },
  {
    name: { en: "queries or keys compared with themselves", ko: "쿼리끼리, 또는 키끼리 비교함" },
    hint: {
      en:
        "You compare the queries with the queries, or the keys with the keys. A score is between a query and a key.",
      ko: "쿼리를 쿼리와, 또는 키를 키와 비교했습니다. 점수는 쿼리와 키 사이의 것입니다.",
    },
    answer: (queries, _keys, values) => attention(scoresOf(queries, queries), values),
    variants: [(_queries, keys, values) => attention(scoresOf(keys, keys), values)],
  },
  {
    name: { en: "collects the queries", ko: "쿼리를 모음" },
    hint: {
      en:
        "Your weights are right, but you collect the queries with them. Queries ask; what is collected are the values.",
      ko:
        "가중치는 맞지만 그것으로 쿼리를 모았습니다. 쿼리는 묻는 것이고, 모으는 것은 값(values)입니다.",
    },
    answer: (queries, keys) => attention(scoresOf(queries, keys), queries),
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
    answer(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
      return collected(tf.div(powers, tf.sum(powers, -1)), values);
    },
  },
  {
    name: { en: "the output lies the other way", ko: "출력이 뒤집힘" },
    hint: {
      en:
        "Your weights are right, and the output is [value, query]: transposed. It has one row for each query.",
      ko: "가중치는 맞지만 출력이 [value, query]로 전치되어 있습니다. 쿼리마다 한 행이어야 합니다.",
    },
    answer(queries, keys, values) {
      const { output, weights } = attention(scoresOf(queries, keys), values);
      return { output: tf.transpose(output), weights };
    },
  },
  {
    name: { en: "the least alike keys count most", ko: "가장 덜 닮은 키가 가장 큰 몫" },
    hint: {
      en: "The sign of your scores is turned round: the key that fits least gets most.",
      ko: "점수의 부호가 반대여서 가장 안 맞는 키가 가장 많이 받습니다.",
    },
    answer: (queries, keys, values) => {
      const scores = tf.matMul(queries, keys, false, true);
      const weights = tf.softmax(tf.neg(scores));
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "later keys hidden", ko: "뒤의 키를 가림" },
    hint: {
      en:
        "You hide keys that come later than the query. No mask is asked for here: each query sees all keys.",
      ko:
        "쿼리보다 뒤에 있는 키를 가렸습니다. 여기서는 마스크가 없습니다. 쿼리마다 모든 키를 봅니다.",
    },
    answer: (queries, keys, values) => {
      const scores = tf.matMul(queries, keys, false, true);
      const weights = tf.softmax(
        tf.add(
          scores,
          tf.mul(
            tf.sub(1, tf.linalg.bandPart(tf.ones([queries.shape[0], keys.shape[0]]), -1, 0)),
            -1e9,
          ),
        ),
      );
      return { output: tf.matMul(weights, values), weights };
    },
  },
  {
    name: { en: "compares distances", ko: "거리로 비교함" },
    hint: {
      en:
        "You score by the distance of query and key. The score is their dot product: it also grows with their " +
        "lengths.",
      ko:
        "쿼리와 키의 거리로 점수를 매겼습니다. 점수는 내적이고, 두 벡터의 길이에 따라서도 커집니다.",
    },
    answer: (queries, keys, values) => attention(tf.neg(squaredDistances(queries, keys)), values),
    variants: [
      (queries, keys, values) =>
        attention(tf.neg(tf.sqrt(squaredDistances(queries, keys))), values),
      (queries, keys, values) => attention(squaredDistances(queries, keys), values),
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
    answer: (queries, keys, values) => collected(tf.sigmoid(scoresOf(queries, keys)), values),
  },
  {
    name: { en: "the scores multiplied", ko: "점수에 수를 곱함" },
    hint: {
      en:
        "You multiply the scores before the softmax, which makes it harder. They are the dot products as they " +
        "are.",
      ko: "softmax 전에 점수에 수를 곱해서 가중치가 더 치우칩니다. 점수는 내적 그대로입니다.",
    },
    answer: (queries, keys, values) => attention(tf.mul(scoresOf(queries, keys), 2), values),
    variants: [
      (queries, keys, values) =>
        attention(tf.mul(scoresOf(queries, keys), Math.sqrt(queries.shape[1])), values),
      (queries, keys, values) =>
        attention(tf.mul(scoresOf(queries, keys), queries.shape[1]), values),
    ],
  },
  {
    name: { en: "as many keys as queries", ko: "쿼리의 개수만큼만 키를 봄" },
    hint: {
      en:
        "Your loop over the keys ends at the number of queries, so later keys keep the score 0. There may be more keys " +
        "than queries: go through all.",
      ko:
        "키를 도는 반복문이 쿼리의 개수에서 끝나서 뒤의 키는 점수가 0으로 남습니다. 키가 쿼리보다 많을 수 있으니 모든 키를 보세요.",
    },
    answer(queries, keys, values) {
      const seen = tf.less(tf.range(0, keys.shape[0]), queries.shape[0]);
      return attention(tf.mul(scoresOf(queries, keys), tf.cast(seen, "float32")), values);
    },
  },
];
