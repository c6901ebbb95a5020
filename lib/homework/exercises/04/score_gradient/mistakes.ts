/**
 * Wrong answers to exercise 04.5 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { scoreGradient } from "./solution.ts";

/** v · g for each key. */
function pullsOf(values: tf.Tensor, force: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(values, force), -1);
}

/** The weighted mean of the pulls. */
function meanPull(weights: tf.Tensor, pulls: tf.Tensor): tf.Tensor {
  return tf.sum(tf.mul(weights, pulls));
}

/** wᵢ · (pullᵢ − mean pull). */
function gradient(weights: tf.Tensor, pulls: tf.Tensor): tf.Tensor {
  return tf.mul(weights, tf.sub(pulls, meanPull(weights, pulls)));
}

/** A softmax that forgets that e^89 is too large for float32. */
function bareSoftmax(scores: Axes<"key">): tf.Tensor {
  const powers = tf.exp(scores);
  return tf.div(powers, tf.sum(powers));
}

export const mistakes: readonly Mistake<typeof scoreGradient>[] = [
  {
    name: { en: "the Jacobian's diagonal only", ko: "야코비 행렬의 대각선만" },
    hint: {
      en:
        "You count how far each score moves its own weight, wᵢ(1 − wᵢ), and no other. What it wins, the others lose: their " +
        "pulls count too.",
      ko:
        "점수가 자기 가중치를 움직이는 정도 wᵢ(1 − wᵢ)만 셌습니다. 하나가 얻는 만큼 다른 가중치가 잃으므로 그들의 당기는 힘도 세어야 합니다.",
    },
    answer(scores, values, force) {
      const weights = tf.softmax(scores);
      return tf.mul(tf.mul(weights, tf.sub(1, weights)), pullsOf(values, force));
    },
  },
  {
    name: { en: "nothing subtracted", ko: "아무것도 빼지 않음" },
    hint: {
      en:
        "You return wᵢ · pullᵢ. Raising one score takes weight away from all: subtract the weighted mean of the pulls first.",
      ko:
        "wᵢ · pullᵢ를 돌려주었습니다. 점수 하나를 올리면 모든 가중치가 조금씩 줄어듭니다. 먼저 당기는 힘의 가중 평균을 빼세요.",
    },
    answer: (scores, values, force) => tf.mul(tf.softmax(scores), pullsOf(values, force)),
  },
  {
    name: { en: "the own weight is missing", ko: "자기 가중치가 빠짐" },
    hint: {
      en:
        "You have pullᵢ minus the mean pull. How far a weight can move depends on the weight itself: multiply by wᵢ.",
      ko:
        "pullᵢ에서 평균을 뺀 값입니다. 가중치가 움직이는 정도는 가중치 자신에 달려 있습니다. wᵢ를 곱하세요.",
    },
    answer(scores, values, force) {
      const pulls = pullsOf(values, force);
      return tf.sub(pulls, meanPull(tf.softmax(scores), pulls));
    },
  },
  {
    name: { en: "a plain mean", ko: "가중하지 않은 평균" },
    hint: {
      en:
        "You subtract the plain mean of the pulls. Each weight pays in proportion to itself: the mean is weighted by w.",
      ko:
        "당기는 힘의 단순 평균을 뺐습니다. 가중치마다 자기 크기만큼 내놓으므로 w로 가중한 평균을 빼야 합니다.",
    },
    answer(scores, values, force) {
      const pulls = pullsOf(values, force);
      return tf.mul(tf.softmax(scores), tf.sub(pulls, tf.mean(pulls)));
    },
  },
  {
    name: { en: "stops at the weights", ko: "가중치에서 멈춤" },
    hint: {
      en:
        "You return the pulls: that is the gradient at the weights. One step is left, back through the softmax to the scores.",
      ko:
        "당기는 힘, 곧 가중치에서의 기울기를 돌려주었습니다. softmax를 거슬러 점수까지 한 걸음 더 가야 합니다.",
    },
    answer: (_scores, values, force) => pullsOf(values, force),
  },
  {
    name: { en: "every sign turned round", ko: "모든 부호가 반대" },
    hint: {
      en:
        "Every entry has the wrong sign. Where a value pulls more than the mean, raising its score raises the loss: the " +
        "gradient is positive there.",
      ko:
        "모든 부호가 반대입니다. 당기는 힘이 평균보다 큰 곳에서는 점수를 올리면 손실이 커지므로 기울기가 양수입니다.",
    },
    answer: (scores, values, force) => tf.neg(gradient(tf.softmax(scores), pullsOf(values, force))),
  },
  {
    name: { en: "plus for minus", ko: "빼지 않고 더함" },
    hint: {
      en: "You add the mean pull. Every weight pays its share, so it is subtracted.",
      ko: "당기는 힘의 평균을 더했습니다. 가중치마다 자기 몫을 내놓으므로 빼야 합니다.",
    },
    answer(scores, values, force) {
      const [weights, pulls] = [tf.softmax(scores), pullsOf(values, force)];
      return tf.mul(weights, tf.add(pulls, meanPull(weights, pulls)));
    },
  },
  {
    name: { en: "takes the scores for the weights", ko: "가중치 자리에 점수를 넣음" },
    hint: {
      en: "The formula wants the weights, and you put the scores in. Take their softmax first.",
      ko: "식에는 가중치를 넣어야 하는데 점수를 넣었습니다. 먼저 softmax를 취하세요.",
    },
    answer: (scores, values, force) => gradient(scores, pullsOf(values, force)),
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번" },
    hint: {
      en: "Your weights have gone through softmax twice. Once is right.",
      ko: "가중치에 softmax를 두 번 취했습니다. 한 번만 취하세요.",
    },
    answer: (scores, values, force) =>
      gradient(tf.softmax(tf.softmax(scores)), pullsOf(values, force)),
  },
  {
    name: { en: "leaves out the force", ko: "force를 쓰지 않음" },
    hint: {
      en:
        "You add up a value's numbers as they are. The loss pulls at each number of the output differently: multiply by the " +
        "force first.",
      ko:
        "값의 수를 그대로 더했습니다. 손실은 출력의 수마다 다르게 당깁니다. 먼저 force를 곱하세요.",
    },
    answer: (scores, values) => gradient(tf.softmax(scores), tf.sum(values, 1)),
  },
  {
    name: { en: "overflows: e to a large score", ko: "오버플로: 큰 점수의 거듭제곱" },
    hint: {
      en:
        "The formula is right, but your own softmax gives NaN for scores around 200: e^200 is beyond float32. Use tf.softmax, " +
        "or subtract the largest score first.",
      ko:
        "식은 맞지만 직접 쓴 softmax가 200쯤의 점수에서 NaN이 됩니다. e^200은 float32의 범위를 넘습니다. tf.softmax를 쓰거나 가장 큰 점수를 먼저 빼세요.",
    },
    answer: (scores, values, force) => gradient(bareSoftmax(scores), pullsOf(values, force)),
  },
  {
    name: { en: "the loss itself", ko: "손실 자체" },
    hint: {
      en:
        "You return one number, the mean pull. Asked is how it changes with each score: one number for each key.",
      ko:
        "당기는 힘의 평균이라는 수 하나를 돌려주었습니다. 점수마다 그것이 얼마나 바뀌는지, 키마다 수 하나가 필요합니다.",
    },
    answer: (scores, values, force) => meanPull(tf.softmax(scores), pullsOf(values, force)),
  },
  {
    name: { en: "the mean pull not weighted", ko: "평균에 가중치를 곱하지 않음" },
    hint: {
      en:
        "You subtract the mean pull itself from each weighted pull. The own weight multiplies both: what the score pulls, and " +
        "what the others lose.",
      ko:
        "가중치를 곱한 당기는 힘에서 평균을 그대로 뺐습니다. 자기 가중치는 둘 다에 곱합니다. 자기가 당기는 힘에도, 다른 가중치가 잃는 몫에도.",
    },
    answer(scores, values, force) {
      const weights = tf.softmax(scores);
      const pulls = pullsOf(values, force);
      return tf.sub(tf.mul(weights, pulls), meanPull(weights, pulls));
    },
  },
  {
    name: { en: "the sum of all pulls subtracted", ko: "모든 당김의 합을 뺌" },
    hint: {
      en:
        "You subtract the plain sum of the pulls. Each pull counts by its weight: subtract Σ w · pull, their " +
        "weighted mean.",
      ko:
        "당김을 그냥 더한 것을 뺐습니다. 당김마다 가중치만큼 셉니다. 가중 평균 Σ w · 당김을 빼세요.",
    },
    answer: (scores, values, force) => {
      const pulls = pullsOf(values, force);
      return tf.mul(tf.softmax(scores), tf.sub(pulls, tf.sum(pulls)));
    },
    variants: [(_scores, values, force) => {
      const pulls = pullsOf(values, force);
      return tf.sub(pulls, tf.sum(pulls));
    }],
  },
  {
    name: { en: "the largest pull subtracted", ko: "가장 큰 당김을 뺌" },
    hint: {
      en:
        "You subtract the largest pull. What is subtracted is the mean of the pulls, weighted by w.",
      ko: "가장 큰 당김을 뺐습니다. 가중치로 잰 당김의 평균을 빼야 합니다.",
    },
    answer: (scores, values, force) => {
      const pulls = pullsOf(values, force);
      return tf.mul(tf.softmax(scores), tf.sub(pulls, tf.max(pulls)));
    },
  },
  {
    name: { en: "scales the scores once more", ko: "점수를 또 나눔" },
    hint: {
      en:
        "You divide the scores by the root of the values' length. They come ready for the softmax: take them as they are.",
      ko:
        "점수를 값 길이의 제곱근으로 나누었습니다. softmax에 넣을 점수가 이미 주어졌으니 그대로 쓰세요.",
    },
    answer(scores, values, force) {
      const scaled: tf.Tensor = tf.div(scores, Math.sqrt(values.shape[1]));
      return gradient(tf.softmax(scaled), pullsOf(values, force));
    },
  },
];
