/**
 * Wrong answers to exercise 04.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { softmaxJacobian } from "./solution.ts";

/** Entry [i, j] is wᵢ·(δᵢⱼ − wⱼ). */
function jacobianOf(weights: tf.Tensor): tf.Tensor {
  const identity = tf.eye(weights.shape[0]);
  return tf.mul(tf.expandDims(weights, 1), tf.sub(identity, tf.expandDims(weights, 0)));
}

/** Every product of two weights. */
const outer = (weights: tf.Tensor): tf.Tensor =>
  tf.mul(tf.expandDims(weights, 1), tf.expandDims(weights, 0));

/** A softmax that forgets that e^89 is too large for float32. */
function bareSoftmax(scores: Axes<"key">): tf.Tensor {
  const powers = tf.exp(scores);
  return tf.div(powers, tf.sum(powers));
}

/** A direction for each score, by an op that refuses a single one. */
function oneHots(scores: Axes<"key">): tf.Tensor[] {
  const n = scores.shape[0];
  return Array.from(
    { length: n },
    (_, j) => tf.cast(tf.oneHot(tf.scalar(j, "int32"), n), "float32"),
  );
}

/** How far the weights move from `size` before to `size` behind, along each direction. */
function centralDifferences(
  scores: Axes<"key">,
  directions: tf.Tensor[],
  size: number,
): tf.Tensor {
  const columns = directions.map((direction) => {
    const step = tf.mul(direction, size);
    const change = tf.sub(tf.softmax(tf.add(scores, step)), tf.softmax(tf.sub(scores, step)));
    return tf.div(change, 2 * size);
  });
  return tf.stack(columns, 1);
}

export const mistakes: readonly Mistake<typeof softmaxJacobian>[] = [
  {
    name: { en: "diagonal only", ko: "대각선만" },
    hint: {
      en:
        "You have the derivative of each weight by its own score, wᵢ(1 − wᵢ), and nothing else. Raising " +
        "one score also takes weight away from all others: fill the entries off the diagonal.",
      ko:
        "가중치를 자기 점수로 미분한 wᵢ(1 − wᵢ)만 있습니다. 점수 하나를 올리면 다른 모든 가중치가 줄어듭니다. 대각선 밖의 원소도 채우세요.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      return tf.diag(tf.mul(weights, tf.sub(1, weights)));
    },
    variants: [
      (scores) => {
        const weights = tf.softmax(scores);
        return tf.mul(weights, tf.sub(1, weights));
      },
    ],
  },
  {
    name: { en: "leaves out the own score", ko: "자기 점수의 항을 빠뜨림" },
    hint: {
      en:
        "Every entry of yours is −wᵢ·wⱼ, also on the diagonal. A weight's own score raises it: where " +
        "i = j there is one more term, +wᵢ.",
      ko:
        "대각선까지 모든 원소가 −wᵢ·wⱼ입니다. 자기 점수가 커지면 가중치도 커집니다. i = j인 자리에는 +wᵢ 항이 하나 더 있습니다.",
    },
    answer: (scores) => tf.neg(outer(tf.softmax(scores))),
  },
  {
    name: { en: "products of the weights", ko: "가중치끼리 곱하기만 함" },
    hint: {
      en:
        "Every entry of yours is wᵢ·wⱼ. The other weights fall when a score rises, so that product has a minus, " +
        "and on the diagonal there is one more term, +wᵢ.",
      ko:
        "모든 원소가 wᵢ·wⱼ입니다. 점수 하나가 커지면 다른 가중치는 작아지므로 이 곱의 부호는 음수이고, 대각선에는 +wᵢ 항이 하나 더 있습니다.",
    },
    answer: (scores) => outer(tf.softmax(scores)),
  },
  {
    name: { en: "takes the scores for the weights", ko: "가중치 자리에 점수를 넣음" },
    hint: {
      en:
        "The formula wants the weights, and you put the scores in. Take the softmax of the scores first.",
      ko: "식에는 가중치를 넣어야 하는데 점수를 넣었습니다. 먼저 점수에 softmax를 취하세요.",
    },
    answer: (scores) => jacobianOf(scores),
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en:
        "The formula is right, but its weights have gone through softmax twice. Take the softmax of the scores " +
        "once.",
      ko: "식은 맞지만 가중치에 softmax를 두 번 취했습니다. 점수에 한 번만 취하세요.",
    },
    answer: (scores) => jacobianOf(tf.softmax(tf.softmax(scores))),
  },
  {
    name: { en: "wrong sign off the diagonal", ko: "대각선 밖의 부호가 반대" },
    hint: {
      en:
        "Your diagonal is right, and off it your entries are +wᵢ·wⱼ. When one score rises the other weights " +
        "fall: the sign there is minus, and each row sums to 0.",
      ko:
        "대각선은 맞지만 대각선 밖의 원소가 +wᵢ·wⱼ입니다. 점수 하나가 커지면 다른 가중치는 작아지므로 부호는 음수이고, 각 행의 합은 0입니다.",
    },
    answer: (scores) => tf.abs(jacobianOf(tf.softmax(scores))),
  },
  {
    name: { en: "plus for minus", ko: "빼지 않고 더함" },
    hint: {
      en:
        "You compute wᵢ·(δᵢⱼ + wⱼ). Every score takes its share of the weights away: it is δᵢⱼ minus wⱼ.",
      ko:
        "wᵢ·(δᵢⱼ + wⱼ)를 계산했습니다. 점수마다 자기 몫만큼 가중치를 빼앗으므로 δᵢⱼ에서 wⱼ를 빼야 합니다.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      return tf.add(tf.diag(weights), outer(weights));
    },
  },
  {
    name: { en: "every sign turned round", ko: "모든 부호가 반대" },
    hint: {
      en:
        "Every entry has the wrong sign. A weight rises with its own score, so the diagonal is positive; the " +
        "other entries are negative.",
      ko:
        "모든 원소의 부호가 반대입니다. 가중치는 자기 점수와 함께 커지므로 대각선은 양수, 나머지는 음수입니다.",
    },
    answer: (scores) => tf.neg(jacobianOf(tf.softmax(scores))),
  },
  {
    name: { en: "nothing on the diagonal", ko: "대각선이 0" },
    hint: {
      en:
        "Your entries off the diagonal are right, −wᵢ·wⱼ, but the diagonal is 0. A weight's own score raises " +
        "it by wᵢ(1 − wᵢ).",
      ko:
        "대각선 밖의 −wᵢ·wⱼ는 맞지만 대각선이 0입니다. 자기 점수는 가중치를 wᵢ(1 − wᵢ)만큼 키웁니다.",
    },
    answer(scores) {
      const others = tf.sub(1, tf.eye(scores.shape[0]));
      return tf.neg(tf.mul(others, outer(tf.softmax(scores))));
    },
  },
  {
    name: { en: "the own weight on the diagonal, unreduced", ko: "대각선에 wᵢ만" },
    hint: {
      en:
        "Off the diagonal you are right. On it you have wᵢ, and it is wᵢ(1 − wᵢ): the own score also raises " +
        "the sum that everything is divided by.",
      ko:
        "대각선 밖은 맞습니다. 대각선이 wᵢ인데 wᵢ(1 − wᵢ)여야 합니다. 자기 점수는 나누는 합까지 키우기 때문입니다.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      const others = tf.sub(1, tf.eye(scores.shape[0]));
      return tf.sub(tf.diag(weights), tf.mul(others, outer(weights)));
    },
  },
  {
    name: { en: "wᵢ(1 − wⱼ) everywhere", ko: "어디에나 wᵢ(1 − wⱼ)" },
    hint: {
      en:
        "Your diagonal is right. Off it you have wᵢ(1 − wⱼ) as well: the 1 stands for the own score and belongs " +
        "to the diagonal alone, elsewhere it is 0.",
      ko:
        "대각선은 맞습니다. 그런데 대각선 밖도 wᵢ(1 − wⱼ)입니다. 1은 자기 점수를 뜻하므로 대각선에만 있고, 나머지 자리에서는 0입니다.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      return tf.mul(tf.expandDims(weights, 1), tf.sub(1, tf.expandDims(weights, 0)));
    },
    variants: [
      (scores) => {
        const weights = tf.softmax(scores);
        return tf.mul(tf.expandDims(weights, 0), tf.sub(1, tf.expandDims(weights, 1)));
      },
    ],
  },
  {
    name: { en: "the first factor is missing", ko: "앞의 인수가 빠짐" },
    hint: {
      en:
        "You return δᵢⱼ − wⱼ, or its transpose. The formula multiplies each row by its own weight: wᵢ·(δᵢⱼ − wⱼ).",
      ko:
        "δᵢⱼ − wⱼ(또는 그 전치)를 돌려주었습니다. 식에서는 행마다 자기 가중치를 곱합니다: wᵢ·(δᵢⱼ − wⱼ).",
    },
    answer: (scores) => tf.sub(tf.eye(scores.shape[0]), tf.expandDims(tf.softmax(scores), 0)),
    variants: [
      (scores) => tf.sub(tf.eye(scores.shape[0]), tf.expandDims(tf.softmax(scores), 1)),
    ],
  },
  {
    name: { en: "a diagonal of weights", ko: "가중치로 된 대각선" },
    hint: {
      en:
        "You put the weights on the diagonal and stop there. From this every entry loses wᵢ·wⱼ, on the diagonal " +
        "and off it.",
      ko:
        "가중치를 대각선에 놓고 끝냈습니다. 여기에서 대각선 안팎의 모든 원소마다 wᵢ·wⱼ를 빼야 합니다.",
    },
    answer: (scores) => tf.diag(tf.softmax(scores)),
  },
  {
    name: { en: "overflows: e to a large score", ko: "오버플로: 큰 점수의 거듭제곱" },
    hint: {
      en:
        "Your formula is right, but your own softmax gives NaN for scores around ±200: e^200 is beyond float32, " +
        "and e^−200 is 0. Use tf.softmax, or subtract the largest score first.",
      ko:
        "식은 맞지만 직접 쓴 softmax가 ±200쯤의 점수에서 NaN이 됩니다. e^200은 float32의 범위를 넘고 e^−200은 0이 됩니다. tf.softmax를 쓰거나 가장 큰 점수를 먼저 빼세요.",
    },
    answer: (scores) => jacobianOf(bareSoftmax(scores)),
  },
  {
    name: { en: "returns the weights", ko: "가중치를 돌려줌" },
    hint: {
      en:
        "You return the softmax itself, one number for each score. Asked are its derivatives: one for each " +
        "weight and each score, [key, key].",
      ko:
        "softmax 자체를 돌려주었습니다. 점수마다 수 하나입니다. 구할 것은 그 미분이고, 가중치마다 점수마다 하나씩 [key, key]입니다.",
    },
    answer: (scores) => tf.softmax(scores),
  },
  {
    name: { en: "adds the weights up before differentiating", ko: "가중치를 더한 뒤 미분함" },
    hint: {
      en:
        "Your derivatives are all 0, one for each score: that is the derivative of the sum of the weights, which is " +
        "always 1, and tf.grad gives it. Each weight has a row of derivatives of its own; the lesson's formula has them.",
      ko:
        "점수마다 하나씩 있는 미분값이 모두 0입니다. 가중치의 합은 언제나 1이고, tf.grad는 그 합을 미분합니다. 가중치마다 미분값의 행이 따로 있습니다. 수업에 나온 식으로 구하세요.",
    },
    answer: (scores) => tf.grad((x: tf.Tensor) => tf.softmax(x))(scores),
  },
  {
    name: { en: "rows where a column belongs", ko: "열이 와야 할 곳에 행" },
    hint: {
      en:
        "You multiply by a row of weights twice: entry [i, j] is wⱼ(δᵢⱼ − wⱼ). The first factor is the weight of row i: " +
        "a column, [key, 1].",
      ko:
        "가중치의 행을 두 번 곱해서 원소 [i, j]가 wⱼ(δᵢⱼ − wⱼ)입니다. 앞의 인수는 i행의 가중치, 곧 열 [key, 1]이어야 합니다.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      return tf.mul(weights, tf.sub(tf.eye(weights.shape[0]), weights));
    },
    variants: [
      (scores) => {
        const weights = tf.expandDims(tf.softmax(scores), 1);
        return tf.mul(weights, tf.sub(tf.eye(weights.shape[0]), weights));
      },
    ],
  },
  {
    name: { en: "one product for all entries", ko: "모든 원소에 같은 수를 뺌" },
    hint: {
      en:
        "You subtract one number everywhere, the dot product of the weights with themselves. Each entry has a product " +
        "of its own, wᵢ·wⱼ: a column times a row.",
      ko:
        "가중치들의 내적이라는 수 하나를 모든 자리에서 뺐습니다. 원소마다 자기 곱 wᵢ·wⱼ가 있습니다. 열과 행을 곱하세요.",
    },
    answer(scores) {
      const weights = tf.softmax(scores);
      return tf.sub(tf.diag(weights), tf.sum(tf.square(weights)));
    },
  },
  {
    name: { en: "the identity minus the products", ko: "단위행렬에서 곱을 뺌" },
    hint: {
      en:
        "Off the diagonal you are right. On it you take 1 − wᵢ²: the identity has to be multiplied by the weights before the products wᵢ wⱼ are subtracted.",
      ko:
        "대각선 밖은 맞습니다. 대각선에서는 1 − wᵢ²이 되었습니다. 단위행렬에 가중치를 곱한 다음 wᵢ wⱼ를 빼세요.",
    },
    answer: (scores) => {
      const weights = tf.softmax(scores);
      return tf.sub(
        tf.eye(scores.shape[0]),
        tf.mul(tf.expandDims(weights, 1), tf.expandDims(weights, 0)),
      );
    },
  },
  {
    name: { en: "a weight is subtracted, not a product", ko: "곱이 아니라 가중치를 뺌" },
    hint: {
      en:
        "Your diagonal holds the weights, and from every entry you subtract one weight. Subtract the product of both: wᵢ wⱼ.",
      ko: "대각선에는 가중치가 있지만 모든 칸에서 가중치 하나를 뺐습니다. 둘의 곱 wᵢ wⱼ를 빼세요.",
    },
    answer: (scores) => {
      const weights = tf.softmax(scores);
      return tf.sub(tf.mul(tf.eye(scores.shape[0]), weights), weights);
    },
    variants: [
      (scores) => {
        const weights = tf.softmax(scores);
        return tf.sub(tf.mul(tf.eye(scores.shape[0]), weights), tf.expandDims(weights, 1));
      },
    ],
  },
  {
    name: { en: "differences that are too coarse", ko: "너무 큰 간격의 차분" },
    hint: {
      en:
        "You move a score by a large step and look what happens. A derivative is the limit of small steps: " +
        "write the formula down, wᵢ(δᵢⱼ − wⱼ).",
      ko:
        "점수를 크게 움직여 보고 그 변화를 썼습니다. 도함수는 간격이 아주 작을 때의 값입니다. 공식 wᵢ(δᵢⱼ − wⱼ)를 그대로 쓰세요.",
    },
    answer: (scores) =>
      tf.stack(
        tf.unstack(tf.eye(scores.shape[0])).map((step) =>
          tf.sub(tf.softmax(tf.add(scores, step)), tf.softmax(scores))
        ),
        1,
      ),
    variants: [
      (scores) =>
        tf.stack(
          tf.unstack(tf.eye(scores.shape[0])).map((step) =>
            tf.mul(tf.sub(tf.softmax(tf.add(scores, tf.mul(step, 0.1))), tf.softmax(scores)), 10)
          ),
          1,
        ),
    ],
  },
  {
    name: { en: "the sigmoid's derivatives", ko: "시그모이드의 도함수" },
    hint: {
      en:
        "You take the derivative of a sigmoid, each score for itself. In a softmax every score moves every " +
        "weight.",
      ko:
        "점수마다 따로 시그모이드의 도함수를 구했습니다. 소프트맥스에서는 점수 하나가 모든 가중치를 움직입니다.",
    },
    answer: (scores) => {
      const s = tf.sigmoid(scores);
      return tf.mul(tf.eye(scores.shape[0]), tf.mul(s, tf.sub(1, s)));
    },
  },
  {
    name: { en: "a step too small for float32", ko: "float32에는 너무 작은 간격" },
    hint: {
      en:
        "You move a score by so little that float32, with about seven digits, does not notice: your differences are 0 or " +
        "noise. Use the lesson's formula, wᵢ(δᵢⱼ − wⱼ).",
      ko:
        "점수를 너무 조금 움직여서, 일곱 자리쯤만 담는 float32에서는 달라지지 않습니다. 차분이 0이거나 오차뿐입니다. 수업의 공식 wᵢ(δᵢⱼ − wⱼ)를 쓰세요.",
    },
    answer: (scores) => centralDifferences(scores, oneHots(scores), 1e-8),
    variants: [
      (scores) => centralDifferences(scores, tf.unstack(tf.eye(scores.shape[0])), 1e-8),
      (scores) => centralDifferences(scores, tf.unstack(tf.eye(scores.shape[0])), 1e-10),
    ],
  },
];
