/**
 * Wrong answers to exercise 07.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { maskedSoftmax } from "./solution.ts";

type Matrix = Axes<"query key">;

const numbers = (keep: Matrix): tf.Tensor => tf.cast(keep, "float32");

/** The scores, with a number added to the hidden ones. */
const lowered = (scores: Matrix, keep: Matrix, low: number): tf.Tensor =>
  tf.add(scores, tf.mul(tf.sub(1, numbers(keep)), low));

/** The scores, with a number instead of the hidden ones. */
const replaced = (scores: Matrix, keep: Matrix, low: number): tf.Tensor =>
  tf.where(keep, scores, tf.fill(scores.shape, low));

/** Shares of each row's sum; a row of zeros stays, or becomes NaN with `divide` tf.div. */
const shares = (
  powers: tf.Tensor,
  divide: (powers: tf.Tensor, sum: tf.Tensor) => tf.Tensor = tf.divNoNan,
): tf.Tensor => divide(powers, tf.sum(powers, -1, true));

/** A quotient whose divisor is kept from 0. */
const aboveZero = (powers: tf.Tensor, sum: tf.Tensor): tf.Tensor =>
  tf.div(powers, tf.add(sum, 1e-9));

/** Exponentials after each row's largest score, hidden or not, is subtracted. */
const belowLargest = (scores: Matrix): tf.Tensor =>
  tf.exp(tf.sub(scores, tf.max(scores, -1, true)));

export const mistakes: readonly Mistake<typeof maskedSoftmax>[] = [
  {
    name: { en: "mask after softmax", ko: "softmax 다음에 마스크" },
    hint: {
      en:
        "You mask after the softmax. The hidden keys had their share in the sum by then: your rows sum " +
        "to less than 1, and the visible weights depend on hidden scores. Mask the scores first.",
      ko:
        "softmax 다음에 마스크를 씌웠습니다. 가려야 할 키가 이미 합계에 들어갔으므로 행의 합이 1보다 작고, 보이는 가중치가 가려진 점수에 " +
        "따라 달라집니다. 먼저 점수에 마스크를 씌우세요.",
    },
    answer: (scores, keep) => tf.mul(tf.softmax(scores), numbers(keep)),
  },
  {
    name: { en: "0 for −∞", ko: "−∞ 대신 0" },
    hint: {
      en:
        "You set hidden scores to 0, or nearly (1e-9 is no large number). That is an ordinary score: e⁰ = 1, so hidden " +
        "keys still take part in the sum. Only −∞ (or a very low number) has the exponential 0.",
      ko:
        "가려진 점수를 0으로, 또는 거의 0으로 두었습니다(1e-9는 큰 수가 아닙니다). 0은 보통의 점수입니다. e⁰ = 1이므로 가려진 키도 합에 들어갑니다. " +
        "e의 거듭제곱이 0이 되는 것은 −∞(또는 아주 작은 수)뿐입니다.",
    },
    answer: (scores, keep) => tf.softmax(tf.mul(scores, numbers(keep))),
    variants: [
      (scores, keep) => tf.mul(tf.softmax(tf.mul(scores, numbers(keep))), numbers(keep)),
    ],
  },
  {
    name: { en: "0 for −∞, then divides what is left", ko: "−∞ 대신 0, 그리고 남은 합으로 나눔" },
    hint: {
      en:
        "You set hidden scores to 0, mask and divide by what is left. Where all visible scores are around −200, a " +
        "hidden 0 takes everything and nothing is left. Hide with −∞ or a very low number.",
      ko:
        "가려진 점수를 0으로 두고 마스크를 씌운 뒤 남은 합으로 나누었습니다. 보이는 점수가 모두 −200쯤이면 가려진 0이 전부를 가져가 남는 것이 없습니다. −∞나 아주 작은 수로 가리세요.",
    },
    answer: (scores, keep) =>
      shares(tf.mul(tf.softmax(tf.mul(scores, numbers(keep))), numbers(keep))),
    variants: [
      (scores, keep) =>
        shares(tf.mul(tf.softmax(tf.mul(scores, numbers(keep))), numbers(keep)), tf.div),
      (scores, keep) => {
        const visible = tf.mul(scores, numbers(keep));
        const powers = tf.mul(tf.exp(tf.sub(visible, tf.max(visible, -1, true))), numbers(keep));
        return tf.divNoNan(powers, tf.sum(powers, -1, true));
      },
    ],
  },
  {
    name: { en: "NaN on a row with nothing to see", ko: "볼 것이 없는 행에서 NaN" },
    hint: {
      en:
        "A row with nothing to see gives NaN: all its scores are −∞, and softmax divides 0 by 0. Such " +
        "a row gets weights 0. A very low number instead of −∞, and the mask once more afterwards, do it.",
      ko:
        "볼 것이 없는 행에서 NaN이 나옵니다. 점수가 모두 −∞여서 softmax가 0을 0으로 나눕니다. 그런 행의 가중치는 0입니다. −∞ 대신 아주 작은 " +
        "수를 쓰고, softmax 다음에 마스크를 한 번 더 곱하세요.",
    },
    answer: (scores, keep) => tf.softmax(replaced(scores, keep, -Infinity)),
  },
  {
    name: {
      en: "a row with nothing to see looks at hidden keys",
      ko: "볼 것이 없는 행이 가려진 키를 봄",
    },
    hint: {
      en:
        "Nearly: only a row with nothing to see is wrong. All its scores are low together, and softmax sees " +
        "differences alone: it shares 1 out among hidden keys. Apply the mask once more to the weights.",
      ko:
        "거의 맞았습니다. 볼 것이 없는 행만 틀렸습니다. 점수가 모두 함께 낮아지면 차이만 보는 softmax는 가려진 키들에 1을 나누어 줍니다. 가중치에 마스크를 한 " +
        "번 더 씌우세요.",
    },
    answer: (scores, keep) => tf.softmax(lowered(scores, keep, -1e9)),
    variants: [(scores, keep) => tf.softmax(lowered(scores, keep, -1e4))],
  },
  {
    name: { en: "inverted", ko: "마스크가 뒤집힘" },
    hint: {
      en:
        "You hide what may be seen and keep what is hidden. In this course true means “may be seen”.",
      ko:
        "보아도 되는 것을 가리고, 가려야 할 것을 남겼습니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    answer(scores, keep) {
      const hidden = tf.logicalNot(keep);
      return tf.mul(tf.softmax(lowered(scores, hidden, -1e9)), numbers(hidden));
    },
    variants: [
      (scores, keep) => tf.softmax(lowered(scores, tf.logicalNot(keep), -1e9)),
      (scores, keep) => tf.softmax(replaced(scores, tf.logicalNot(keep), -1e9)),
      (scores, keep) =>
        tf.softmax(tf.add(tf.mul(scores, numbers(keep)), tf.mul(numbers(keep), -1e9))),
      (scores, keep) => tf.softmax(replaced(scores, tf.logicalNot(keep), -Infinity)),
      (scores, keep) =>
        tf.mul(tf.softmax(lowered(scores, tf.logicalNot(keep), -1e9)), numbers(keep)),
      (scores, keep) =>
        tf.mul(tf.softmax(replaced(scores, tf.logicalNot(keep), -1e9)), numbers(keep)),
      (scores, keep) =>
        tf.mul(tf.softmax(replaced(scores, tf.logicalNot(keep), -Infinity)), numbers(keep)),
    ],
  },
  {
    name: { en: "no mask", ko: "마스크가 없음" },
    hint: {
      en: "Your weights do not depend on the mask. Lower the hidden scores before the softmax.",
      ko: "가중치가 마스크와 상관없습니다. softmax 전에 가려진 점수를 낮추세요.",
    },
    answer: (scores) => tf.softmax(scores),
  },
  {
    name: { en: "divides what is left by its sum", ko: "남은 것을 그 합으로 나눔" },
    hint: {
      en:
        "Hidden scores take part until the mask comes, in the softmax or as the largest score that you subtract. Beside a " +
        "hidden score of 300 nothing of the visible ones is left to divide. Mask the scores first.",
      ko:
        "softmax에서, 또는 빼 주는 최댓값에서 가려진 점수까지 계산에 들어간 뒤에 마스크를 씌웠습니다. 가려진 점수가 300이면 보이는 가중치가 모두 0이 되어 나눌 것이 남지 않습니다. " +
        "먼저 점수에 마스크를 씌우세요.",
    },
    answer: (scores, keep) => shares(tf.mul(tf.softmax(scores), numbers(keep))),
    variants: [
      (scores, keep) => shares(tf.mul(tf.softmax(scores), numbers(keep)), tf.div),
      (scores, keep) => shares(tf.mul(belowLargest(scores), numbers(keep))),
      (scores, keep) => shares(tf.mul(belowLargest(scores), numbers(keep)), tf.div),
      (scores, keep) => shares(tf.mul(belowLargest(scores), numbers(keep)), aboveZero),
      (scores, keep) => shares(tf.mul(tf.softmax(scores), numbers(keep)), aboveZero),
    ],
  },
  {
    name: { en: "overflows: e to a large score", ko: "오버플로: 큰 점수의 거듭제곱" },
    hint: {
      en:
        "Right for small scores, but your own exponentials leave float32: e^300 is infinite and e^−200 is 0, and both " +
        "spoil the quotient. Use tf.softmax, or subtract the largest score of each row first.",
      ko:
        "점수가 작으면 맞지만 직접 구한 거듭제곱이 float32의 범위를 벗어납니다. e^300은 무한대, e^−200은 0이 되어 나눗셈을 망칩니다. tf.softmax를 쓰거나 행마다 가장 큰 점수를 먼저 빼세요.",
    },
    answer: (scores, keep) => shares(tf.mul(tf.exp(scores), numbers(keep))),
    variants: [
      (scores, keep) => shares(tf.mul(tf.exp(scores), numbers(keep)), tf.div),
      (scores, keep) => shares(tf.mul(tf.exp(tf.mul(scores, numbers(keep))), numbers(keep))),
      (scores, keep) =>
        shares(tf.mul(tf.exp(tf.mul(scores, numbers(keep))), numbers(keep)), tf.div),
      (scores, keep) => shares(tf.where(keep, tf.exp(scores), tf.zerosLike(scores)), tf.div),
      (scores, keep) => shares(tf.where(keep, tf.exp(scores), tf.zerosLike(scores)), aboveZero),
      (scores, keep) => shares(tf.mul(tf.exp(scores), numbers(keep)), aboveZero),
      (scores, keep) => shares(tf.exp(lowered(scores, keep, -1e9))),
      (scores, keep) => shares(tf.exp(lowered(scores, keep, -1e9)), tf.div),
    ],
  },
  {
    name: { en: "a low number that is not low enough", ko: "충분히 낮지 않은 수" },
    hint: {
      en:
        "You hide with a number that is not low enough: beside visible scores of −200, or with a hidden score of 300, " +
        "hidden keys still count. Take −10⁹.",
      ko:
        "가리는 데 쓴 수가 충분히 낮지 않습니다. 보이는 점수가 −200이거나 가려진 점수가 300이면 가려진 키가 여전히 합에 들어갑니다. −10⁹을 쓰세요.",
    },
    answer: (scores, keep) => tf.mul(tf.softmax(lowered(scores, keep, -100)), numbers(keep)),
    variants: [
      (scores, keep) => tf.softmax(lowered(scores, keep, -100)),
      (scores, keep) => tf.mul(tf.softmax(replaced(scores, keep, -100)), numbers(keep)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -100)),
      (scores, keep) => tf.mul(tf.softmax(lowered(scores, keep, -10)), numbers(keep)),
      (scores, keep) => tf.softmax(lowered(scores, keep, -10)),
      (scores, keep) => tf.softmax(lowered(scores, keep, -20)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -50)),
      (scores, keep) => tf.mul(tf.softmax(lowered(scores, keep, -1)), numbers(keep)),
      (scores, keep) => tf.softmax(lowered(scores, keep, -1)),
      (scores, keep) => tf.mul(tf.softmax(replaced(scores, keep, -10)), numbers(keep)),
      (scores, keep) => tf.mul(tf.softmax(replaced(scores, keep, -1)), numbers(keep)),
      (scores, keep) => tf.mul(tf.softmax(replaced(scores, keep, -300)), numbers(keep)),
      (scores, keep) => tf.mul(tf.softmax(replaced(scores, keep, -200)), numbers(keep)),
    ],
  },
  {
    name: { en: "raises hidden scores", ko: "가려진 점수를 높임" },
    hint: {
      en:
        "You add a large number to hidden scores, so that they take everything. It has to be a very low one: −10⁹.",
      ko:
        "가려진 점수에 큰 수를 더해서 가려진 키가 전부를 가져갑니다. 아주 낮은 수 −10⁹이어야 합니다.",
    },
    answer: (scores, keep) => tf.softmax(lowered(scores, keep, 1e9)),
    variants: [
      (scores, keep) => tf.softmax(replaced(scores, keep, 1e9)),
      (scores, keep) => tf.mul(tf.softmax(lowered(scores, keep, 1e9)), numbers(keep)),
    ],
  },
  {
    name: { en: "raises visible scores", ko: "보이는 점수를 높임" },
    hint: {
      en:
        "You add a large number to the visible scores. Beside 10⁹ float32 has no digits left for a score of 2, and all " +
        "visible weights come out equal. Lower the hidden scores instead.",
      ko:
        "보이는 점수에 큰 수를 더했습니다. 10⁹ 옆에서 float32는 점수 2를 적을 자리가 없어 보이는 가중치가 모두 같아집니다. 대신 가려진 점수를 낮추세요.",
    },
    answer: (scores, keep) =>
      tf.mul(tf.softmax(tf.add(scores, tf.mul(numbers(keep), 1e9))), numbers(keep)),
    variants: [
      (scores, keep) => tf.softmax(tf.add(scores, tf.mul(numbers(keep), 1e9))),
    ],
  },
  {
    name: { en: "multiplies hidden scores by −10⁹", ko: "가려진 점수에 −10⁹을 곱함" },
    hint: {
      en:
        "You multiply hidden scores by a large negative number: a negative score becomes a huge positive one and takes " +
        "everything. Add the number, or put it in place of the score.",
      ko:
        "가려진 점수에 큰 음수를 곱했습니다. 음수인 점수는 아주 큰 양수가 되어 전부를 가져갑니다. 곱하지 말고 더하거나, 점수 대신 그 수를 넣으세요.",
    },
    answer(scores, keep) {
      const factors = tf.where(keep, 1, -1e9);
      return tf.mul(tf.softmax(tf.mul(scores, factors)), numbers(keep));
    },
    variants: [
      (scores, keep) => tf.softmax(tf.mul(scores, tf.where(keep, 1, -1e9))),
    ],
  },
  {
    name: { en: "every weight is NaN", ko: "모든 가중치가 NaN" },
    hint: {
      en:
        "All your weights are NaN, also where nothing is hidden. If you multiply a mask by −Infinity, this is why: " +
        "0 · ∞ is NaN. Use −10⁹, which 0 turns into 0, or tf.where.",
      ko:
        "가린 것이 없는 곳까지 모든 가중치가 NaN입니다. 마스크에 −Infinity를 곱했다면 그 때문입니다. 0 · ∞는 NaN입니다. 0을 곱하면 0이 되는 −10⁹이나 tf.where를 쓰세요.",
    },
    answer: (scores, keep) => tf.mul(tf.softmax(lowered(scores, keep, -Infinity)), numbers(keep)),
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your weights sum to 1 along the queries. Each row, one query, shares 1 out: softmax along the last axis.",
      ko:
        "가중치의 합이 쿼리 축을 따라 1이 됩니다. 쿼리 하나인 행마다 1을 나누어야 합니다. 마지막 축을 따라 softmax를 취하세요.",
    },
    answer: (scores, keep) =>
      tf.mul(
        tf.transpose(tf.softmax(tf.transpose(lowered(scores, keep, -1e9)))),
        numbers(keep),
      ),
    variants: [
      (scores, keep) => tf.transpose(tf.softmax(tf.transpose(lowered(scores, keep, -1e9)))),
      (scores, keep) => tf.softmax(lowered(scores, keep, -1e9), 0), // which tfjs refuses
      (scores, keep) => {
        const powers = tf.mul(tf.exp(scores), numbers(keep));
        return tf.divNoNan(powers, tf.sum(powers, 0, true));
      },
    ],
  },
  {
    name: { en: "returns the masked scores", ko: "가린 점수를 돌려줌" },
    hint: {
      en: "You hide the scores and stop there. Weights come from the softmax of them.",
      ko: "점수를 가리고 끝냈습니다. 가중치는 그 점수에 softmax를 취한 것입니다.",
    },
    answer: (scores, keep) => lowered(scores, keep, -1e9),
    variants: [
      (scores, keep) => replaced(scores, keep, -1e9),
      (scores, keep) => replaced(scores, keep, -Infinity),
      (scores, keep) => tf.mul(scores, numbers(keep)),
    ],
  },
  {
    name: { en: "exponentials that are not divided", ko: "나누지 않은 거듭제곱" },
    hint: {
      en:
        "You return the exponentials of the visible scores. Divide each by the sum of its row, so that they share 1 out.",
      ko:
        "보이는 점수의 거듭제곱을 그대로 돌려주었습니다. 행마다 그 합으로 나누어 1을 나누어 가지게 하세요.",
    },
    answer: (scores, keep) => tf.mul(tf.exp(scores), numbers(keep)),
    variants: [(scores, keep) => tf.exp(lowered(scores, keep, -1e9))],
  },
  {
    name: { en: "an equal share of what may be seen", ko: "볼 수 있는 것들에 똑같이 나눔" },
    hint: {
      en:
        "Every visible key gets the same weight, whatever its score. Larger scores get more: softmax.",
      ko:
        "보이는 키가 점수와 상관없이 같은 가중치를 받습니다. 점수가 클수록 더 받아야 합니다. softmax를 취하세요.",
    },
    answer: (_scores, keep) => shares(numbers(keep)),
    variants: [(_scores, keep) => shares(numbers(keep), tf.div)],
  },
  {
    name: { en: "one softmax over the whole table", ko: "표 전체에 걸친 softmax 하나" },
    hint: {
      en:
        "All your weights together sum to 1. Each row shares 1 out by itself: add up along the last axis alone.",
      ko:
        "모든 가중치를 합쳐야 1이 됩니다. 행마다 1을 나누어야 하니 마지막 축을 따라서만 더하세요.",
    },
    answer(scores, keep) {
      const all = tf.reshape(lowered(scores, keep, -1e9), [-1]);
      return tf.mul(tf.reshape(tf.softmax(all), scores.shape), numbers(keep));
    },
    variants: [
      (scores, keep) => {
        const powers = tf.mul(tf.exp(scores), numbers(keep));
        return tf.divNoNan(powers, tf.sum(powers));
      },
    ],
  },
  {
    name: { en: "the largest score of the whole table", ko: "표 전체에서 가장 큰 점수를 뺌" },
    hint: {
      en:
        "You subtract the largest score of all rows, and rows far below it have nothing left. Each row needs its own maximum.",
      ko:
        "모든 행에서 가장 큰 점수를 빼서 그보다 훨씬 작은 행에는 남는 것이 없습니다. 행마다 자기 최댓값을 빼세요.",
    },
    answer: (scores, keep) => {
      const kept = tf.cast(keep, "float32");
      const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
      const powers = tf.mul(tf.exp(tf.sub(lowered, tf.max(lowered))), kept);
      return tf.divNoNan(powers, tf.sum(powers, -1, true));
    },
  },
  {
    name: {
      en: "a number that is not small in the divisor",
      ko: "나누는 수에 작지 않은 수를 더함",
    },
    hint: {
      en:
        "What you add to the sum is large enough to be seen: rows no longer sum to 1. tf.divNoNan needs nothing added.",
      ko:
        "합에 더한 수가 커서 각 행의 합이 1이 되지 않습니다. tf.divNoNan을 쓰면 더할 것이 없습니다.",
    },
    answer: (scores, keep) => {
      const kept = tf.cast(keep, "float32");
      const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
      const powers = tf.mul(tf.exp(tf.sub(lowered, tf.max(lowered, -1, true))), kept);
      return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-3));
    },
    variants: [
      (scores, keep) => {
        const kept = tf.cast(keep, "float32");
        const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
        const powers = tf.mul(tf.exp(tf.sub(lowered, tf.max(lowered, -1, true))), kept);
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-2));
      },
      (scores, keep) => {
        const kept = tf.cast(keep, "float32");
        const lowered = tf.add(scores, tf.mul(tf.sub(1, kept), -1e9));
        const powers = tf.mul(tf.exp(tf.sub(lowered, tf.max(lowered, -1, true))), kept);
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1));
      },
      (scores, keep) => {
        const low = replaced(scores, keep, -1e9);
        const powers = tf.mul(belowLargest(low), numbers(keep));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 0.1));
      },
      (scores, keep) => {
        const powers = tf.mul(belowLargest(scores), numbers(keep));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-3));
      },
      (scores, keep) => {
        const powers = tf.mul(belowLargest(scores), numbers(keep));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-2));
      },
    ],
  },
  {
    name: { en: "scores divided by their sum", ko: "점수를 그 합으로 나눔" },
    hint: {
      en:
        "You share by the scores themselves, and some are negative. Raise e to them first: that is the " +
        "softmax.",
      ko:
        "점수 자체를 그 합으로 나누었습니다. 점수는 음수일 수 있습니다. 먼저 e를 점수만큼 거듭제곱하세요. 그것이 softmax입니다.",
    },
    answer: (scores, keep) => shares(tf.mul(scores, numbers(keep))),
  },
  {
    name: { en: "the largest alone", ko: "가장 큰 것이 전부를 가져감" },
    hint: {
      en:
        "You give everything to the largest visible score. softmax is soft: every visible key gets a share.",
      ko:
        "보이는 점수 가운데 가장 큰 것에 전부를 주었습니다. 소프트맥스는 부드럽습니다. 보이는 키마다 몫을 받습니다.",
    },
    answer: (scores, keep) =>
      tf.mul(
        tf.oneHot(tf.argMax(replaced(scores, keep, -1e9), -1), scores.shape[1]),
        numbers(keep),
      ),
  },
  {
    name: { en: "a sigmoid for each score", ko: "점수마다 시그모이드" },
    hint: {
      en:
        "You put each score through a sigmoid for itself. The visible keys of a row share 1 out: take the " +
        "softmax.",
      ko:
        "점수마다 따로 시그모이드를 취했습니다. 한 행의 보이는 키들이 1을 나누어 가져야 합니다. softmax를 쓰세요.",
    },
    answer: (scores, keep) => tf.mul(tf.sigmoid(scores), numbers(keep)),
  },
];
