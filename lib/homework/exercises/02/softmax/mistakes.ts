/**
 * Wrong answers to exercise 02.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { softmax } from "./solution.ts";

/** Each number divided by the sum of its row. */
function shared(powers: tf.Tensor): tf.Tensor {
  return tf.div(powers, tf.sum(powers, -1, true));
}

/** A row in plain numbers, which hold e to the power of 709 and no more. */
function unsafeRow(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Scores less the largest of their row. */
function safe(scores: tf.Tensor): tf.Tensor {
  return tf.sub(scores, tf.max(scores, -1, true));
}

export const mistakes: readonly Mistake<typeof softmax>[] = [
  {
    name: { en: "overflow", ko: "오버플로" },
    hint: {
      en:
        "Small scores come out right, large ones give NaN: e to the power of 100 does not fit into " +
        "float32, and that of 710 into no number. Subtract each row's largest score first; the weights stay the same.",
      ko:
        "작은 점수는 맞지만 큰 점수에서는 NaN이 됩니다. e의 100제곱은 float32의 범위를 넘습니다. 먼저 각 행에서 가장 큰 점수를 빼세요. 가중치는 달라지지 않습니다.",
    },
    answer: (scores) => shared(tf.exp(scores)),
    variants: [
      (scores) => tf.tensor2d(scores.as2D(scores.shape[0], -1).arraySync().map(unsafeRow)),
    ],
  },
  {
    name: { en: "wrong axis", ko: "축이 틀림" },
    hint: {
      en:
        "Your weights sum to 1 down each column, over the queries. Each query shares its attention out " +
        "over the keys: sum along the last axis.",
      ko:
        "가중치의 합이 열, 곧 쿼리 축을 따라 1이 됩니다. 쿼리마다 어텐션을 키들에 나누어 주는 것이므로 마지막 축을 따라 더하세요.",
    },
    answer(scores) {
      const powers = tf.exp(tf.sub(scores, tf.max(scores, 0, true)));
      return tf.div(powers, tf.sum(powers, 0, true));
    },
    variants: [
      (scores) => tf.div(tf.exp(scores), tf.sum(tf.exp(scores), 0, true)),
      (scores) => tf.div(tf.exp(safe(scores)), tf.sum(tf.exp(safe(scores)), 0, true)),
      (scores) => {
        const powers = tf.exp(tf.sub(scores, tf.max(scores)));
        return tf.div(powers, tf.sum(powers, 0, true));
      },
    ],
  },
  {
    name: { en: "all rows together", ko: "모든 행을 한꺼번에" },
    hint: {
      en:
        "All your weights together sum to 1. Each row needs a sum of its own: give tf.sum an axis, and " +
        "keep that axis for the division.",
      ko:
        "모든 가중치를 다 합쳐야 1이 됩니다(행마다 1이 아닙니다). 행마다 따로 합을 구해야 합니다. tf.sum에 축을 지정하고, 나눌 수 있도록 그 축을 유지하세요.",
    },
    answer(scores) {
      const powers = tf.exp(tf.sub(scores, tf.max(scores)));
      return tf.div(powers, tf.sum(powers));
    },
    variants: [
      (scores) => tf.div(tf.exp(scores), tf.sum(tf.exp(scores))),
      (scores) => tf.div(tf.exp(safe(scores)), tf.sum(tf.exp(safe(scores)))),
    ],
  },
  {
    name: {
      en: "the axis of the sum or the maximum not kept",
      ko: "합이나 최댓값의 축을 유지하지 않음",
    },
    hint: {
      en:
        "A sum or a maximum of yours has the shape [query], which fits the rows of [query, key] wrongly or not at " +
        "all. Keep its axis with length 1: [query, 1] lines up with the rows.",
      ko:
        "합이나 최댓값의 모양이 [query]라서 [query, key]의 행과 맞지 않거나 엉뚱하게 맞습니다. 그 축을 길이 1로 남겨 두세요. [query, 1]이면 행마다 맞습니다.",
    },
    answer(scores) {
      const powers = tf.exp(safe(scores));
      return tf.div(powers, tf.sum(powers, -1));
    },
    variants: [
      (scores) => tf.div(tf.exp(scores), tf.sum(tf.exp(scores), -1)),
      (scores) => shared(tf.exp(tf.sub(scores, tf.max(scores, -1)))),
      (scores) => {
        const powers = tf.exp(tf.sub(scores, tf.max(scores, -1)));
        return tf.div(powers, tf.sum(powers, -1));
      },
    ],
  },
  {
    name: { en: "the largest score of all rows", ko: "전체에서 가장 큰 점수를 뺌" },
    hint: {
      en:
        "You subtract one number from all rows, the largest score of all. A row far below it then has only " +
        "powers of 0, and 0 / 0 is NaN. Each row has a largest score of its own.",
      ko:
        "모든 행에서 전체의 가장 큰 점수 하나를 뺐습니다. 그보다 훨씬 작은 행은 거듭제곱이 모두 0이 되고, 0 / 0은 NaN입니다. 행마다 그 행의 가장 큰 점수를 빼세요.",
    },
    answer: (scores) => shared(tf.exp(tf.sub(scores, tf.max(scores)))),
  },
  {
    name: { en: "the largest score of each column", ko: "열마다 가장 큰 점수를 뺌" },
    hint: {
      en:
        "You subtract the largest score of each column. What is subtracted has to be the same for all keys of a " +
        "query, or the differences change: take each row's largest, along the last axis.",
      ko:
        "열마다 그 열의 가장 큰 점수를 뺐습니다. 한 쿼리의 모든 키에서 같은 수를 빼야 차이가 그대로입니다. 마지막 축을 따라 행마다 가장 큰 점수를 구하세요.",
    },
    answer: (scores) => shared(tf.exp(tf.sub(scores, tf.max(scores, 0, true)))),
  },
  {
    name: { en: "not the row's largest score subtracted", ko: "행의 가장 큰 점수를 빼지 않음" },
    hint: {
      en:
        "What you subtract from a row is not its largest score, but its mean or smallest one, say. A score far above " +
        "that still overflows. Without the largest, no power exceeds 1.",
      ko:
        "행에서 가장 큰 점수가 아니라 평균이나 가장 작은 점수 따위를 뺐습니다. 그보다 훨씬 큰 점수는 여전히 범위를 넘습니다. 가장 큰 점수를 빼면 어떤 거듭제곱도 1을 넘지 않습니다.",
    },
    answer: (scores) => shared(tf.exp(tf.sub(scores, tf.mean(scores, -1, true)))),
    variants: [
      (scores) => shared(tf.exp(tf.sub(scores, tf.min(scores, -1, true)))),
      (scores) => shared(tf.exp(tf.sub(scores, tf.slice(scores, [0, 0], [-1, 1])))),
    ],
  },
  {
    name: { en: "clips the scores", ko: "점수를 잘라 냄" },
    hint: {
      en:
        "You cut scores off at a bound. Nothing overflows any more, but beyond the bound all scores become equal. " +
        "Subtract each row's largest score instead: the differences stay.",
      ko:
        "점수를 어떤 한계에서 잘라 냈습니다. 범위는 넘지 않지만 한계를 넘는 점수가 모두 같아집니다. 대신 각 행에서 가장 큰 점수를 빼세요. 차이는 그대로입니다.",
    },
    answer: (scores) => shared(tf.exp(tf.clipByValue(scores, -80, 80))),
    variants: [(scores) => shared(tf.exp(tf.minimum(scores, 80)))],
  },
  {
    name: { en: "the maximum above and not below", ko: "분자에서만 최댓값을 뺌" },
    hint: {
      en:
        "You subtract the maximum above the line of the fraction and not below it, or below and not above. Compute " +
        "the safe powers once, and divide them by their own sum.",
      ko:
        "분자와 분모 가운데 한쪽에서만 최댓값을 뺐습니다. 안전한 거듭제곱을 한 번 구하고, 그것을 그 자신의 합으로 나누세요.",
    },
    answer: (scores) => tf.div(tf.exp(safe(scores)), tf.sum(tf.exp(scores), -1, true)),
    variants: [(scores) => tf.div(tf.exp(scores), tf.sum(tf.exp(safe(scores)), -1, true))],
  },
  {
    name: { en: "no exp", ko: "exp가 없음" },
    hint: {
      en:
        "You divide the scores themselves by their sum. Scores may be negative, and their sum 0: raise e to each of " +
        "them first, then divide.",
      ko:
        "점수 자체를 그 합으로 나누었습니다. 점수는 음수일 수 있고 합이 0일 수도 있습니다. 먼저 e의 거듭제곱을 구한 다음 나누세요.",
    },
    answer: (scores) => shared(scores),
    variants: [
      (scores) => shared(safe(scores)),
      (scores) => shared(tf.abs(scores)),
      (scores) => shared(tf.relu(scores)),
    ],
  },
  {
    name: { en: "divided by the sum of the scores", ko: "점수의 합으로 나눔" },
    hint: {
      en:
        "You divide the powers of e by the sum of the scores. Below the line stands the sum of the same powers, so " +
        "that each row sums to 1.",
      ko:
        "e의 거듭제곱을 점수의 합으로 나누었습니다. 분모는 같은 거듭제곱들의 합이어야 각 행의 합이 1이 됩니다.",
    },
    answer: (scores) => tf.div(tf.exp(scores), tf.sum(scores, -1, true)),
    variants: [
      (scores) => tf.div(tf.exp(safe(scores)), tf.sum(safe(scores), -1, true)),
      (scores) => tf.div(tf.exp(safe(scores)), tf.sum(scores, -1, true)),
    ],
  },
  {
    name: { en: "not divided by the sum", ko: "합으로 나누지 않음" },
    hint: {
      en:
        "Your powers of e do not sum to 1 in a row, as weights do. Divide them by their row's sum.",
      ko:
        "e를 점수만큼 거듭제곱하는 데서 멈췄습니다. 한 행의 가중치는 합이 1이어야 합니다. 거듭제곱을 그 행의 합으로 나누세요.",
    },
    answer: (scores) => tf.exp(safe(scores)),
    variants: [(scores) => tf.exp(scores)],
  },
  {
    name: { en: "the logarithm of the weights", ko: "가중치의 로그" },
    hint: {
      en:
        "You return the logarithms of the weights, which are negative. They are right: the weights are e to them.",
      ko:
        "가중치의 로그를 돌려주었습니다. 그래서 음수입니다. 값은 맞으니 e를 그만큼 거듭제곱하면 가중치가 됩니다.",
    },
    answer: (scores) => tf.sub(safe(scores), tf.log(tf.sum(tf.exp(safe(scores)), -1, true))),
    variants: [(scores) => tf.log(shared(tf.exp(safe(scores))))],
  },
  {
    name: { en: "the smallest score gets most", ko: "가장 작은 점수가 가장 큰 몫" },
    hint: {
      en:
        "Your signs are turned round: the smallest score gets the largest weight. Subtract the maximum from the " +
        "score, not the score from the maximum.",
      ko:
        "부호가 반대라서 가장 작은 점수가 가장 큰 가중치를 받습니다. 최댓값에서 점수를 빼지 말고, 점수에서 최댓값을 빼세요.",
    },
    answer: (scores) => shared(tf.exp(tf.neg(scores))),
    variants: [
      (scores) => shared(tf.exp(tf.neg(safe(scores)))),
      (scores) => shared(tf.exp(tf.sub(tf.min(scores, -1, true), scores))),
    ],
  },
  {
    name: { en: "all or nothing", ko: "하나가 전부를 가져감" },
    hint: {
      en:
        "You give everything to the largest score of a row. softmax is soft: every key gets a share, in proportion " +
        "to e to its score.",
      ko:
        "행에서 가장 큰 점수에 전부를 주었습니다. 소프트맥스는 부드럽습니다. 모든 키가 e의 점수 제곱에 비례해 몫을 받습니다.",
    },
    answer: (scores) => tf.oneHot(tf.argMax(scores, -1), scores.shape[1]),
    variants: [(scores) => tf.cast(tf.equal(scores, tf.max(scores, -1, true)), "float32")],
  },
  {
    name: { en: "divides by the mean", ko: "평균으로 나눔" },
    hint: {
      en:
        "You divide by the mean of the powers, so each row sums to the number of keys. Divide by their sum.",
      ko: "거듭제곱들의 평균으로 나누어 각 행의 합이 키의 개수가 됩니다. 합으로 나누세요.",
    },
    answer: (scores) => {
      const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
      return tf.div(powers, tf.mean(powers, -1, true));
    },
  },
  {
    name: { en: "a small number in the divisor", ko: "나누는 수에 작은 수를 더함" },
    hint: {
      en:
        "You add a small number to the sum, and a row no longer sums to 1. No sum is 0 here: the largest power is 1.",
      ko:
        "합에 작은 수를 더해서 각 행의 합이 1이 되지 않습니다. 가장 큰 거듭제곱이 1이므로 합은 0이 될 수 없습니다.",
    },
    answer: (scores) => {
      const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
      return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-3));
    },
    variants: [
      (scores) => {
        const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-2));
      },
      (scores) => {
        const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 0.1));
      },
      (scores) => {
        const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
        return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1));
      },
    ],
  },
  {
    name: { en: "the sizes of the scores without their signs", ko: "부호를 뺀 점수의 크기" },
    hint: {
      en:
        "A very negative score counts as much as a large one: you take absolute values. The sign says how well a key fits.",
      ko:
        "절댓값을 취해서 아주 작은 음수가 큰 점수와 똑같이 셉니다. 부호가 얼마나 잘 맞는지를 말해 줍니다.",
    },
    answer: (scores) => {
      const sizes = tf.abs(scores);
      return tf.exp(tf.logSoftmax(sizes));
    },
    variants: [
      (scores) => tf.div(tf.exp(tf.abs(scores)), tf.sum(tf.exp(tf.abs(scores)), -1, true)),
    ],
  },
  {
    name: { en: "divided by the row's largest score", ko: "행의 가장 큰 점수로 나눔" },
    hint: {
      en:
        "You divide each row by its largest score before the powers. That changes the differences, and turns " +
        "the order round where the largest is negative. Subtract it.",
      ko:
        "거듭제곱하기 전에 각 행을 가장 큰 점수로 나누었습니다. 점수의 차이가 달라지고, 가장 큰 점수가 음수이면 순서까지 뒤집힙니다. 나누지 말고 빼세요.",
    },
    answer: (scores) => shared(tf.exp(tf.div(scores, tf.max(scores, -1, true)))),
    variants: [
      (scores) => shared(tf.exp(tf.div(scores, tf.max(scores)))),
      (scores) => shared(tf.exp(tf.div(scores, tf.max(tf.abs(scores), -1, true)))),
      (scores) => shared(tf.exp(tf.div(scores, tf.sum(scores, -1, true)))),
    ],
  },
  {
    name: { en: "powers of another base than e", ko: "밑이 e가 아닌 거듭제곱" },
    hint: {
      en:
        "You raise 2 or 10 to the scores, and the shares come out flatter or steeper. The base is e: tf.exp.",
      ko:
        "2나 10을 점수만큼 거듭제곱하여 몫이 더 고르거나 더 치우칩니다. 밑은 e입니다. tf.exp를 쓰세요.",
    },
    answer: (scores) => shared(tf.pow(2, safe(scores))),
    variants: [(scores) => shared(tf.pow(10, safe(scores))), (scores) => shared(tf.pow(2, scores))],
  },
  {
    name: { en: "squares for powers of e", ko: "e의 거듭제곱 대신 제곱" },
    hint: {
      en:
        "You square the scores and share by their sum. A score of −3 then counts like 3. Raise e to the " +
        "scores: tf.exp.",
      ko:
        "점수를 제곱해서 그 합으로 나누었습니다. 그러면 −3점이 3점과 똑같이 셉니다. e를 점수만큼 거듭제곱하세요. tf.exp입니다.",
    },
    answer: (scores) => shared(tf.square(scores)),
    variants: [(scores) => shared(tf.square(safe(scores)))],
  },
  {
    name: { en: "each score for itself", ko: "점수마다 따로" },
    hint: {
      en:
        "You put each score through a sigmoid, without a look at its neighbours. The weights of a row share 1 " +
        "out: divide each power of e by the sum of its row.",
      ko:
        "점수마다 이웃과 상관없이 시그모이드를 취했습니다. 한 행의 가중치는 1을 나누어 가집니다. e의 거듭제곱을 그 행의 합으로 나누세요.",
    },
    answer: (scores) => tf.sigmoid(scores),
    variants: [(scores) => shared(tf.sigmoid(scores))],
  },
  {
    name: { en: "NaN replaced by 0", ko: "NaN을 0으로 바꿈" },
    hint: {
      en:
        "Where a power overflows you put a 0 for the NaN, and the row no longer sums to 1. Prevent it: " +
        "subtract each row's largest score first.",
      ko:
        "거듭제곱이 범위를 넘은 곳의 NaN을 0으로 바꾸었습니다. 그러면 행의 합이 1이 아닙니다. 먼저 각 행에서 가장 큰 점수를 빼서 넘치지 않게 하세요.",
    },
    answer: (scores) => {
      const weights = shared(tf.exp(scores));
      return tf.where(tf.isNaN(weights), tf.zerosLike(weights), weights);
    },
  },
  {
    name: { en: "divided by the number of keys", ko: "키의 개수로 나눔" },
    hint: {
      en:
        "You divide the powers of e by how many there are. Divide them by their sum, so that each row sums to " +
        "1.",
      ko:
        "e의 거듭제곱을 그 개수로 나누었습니다. 각 행의 합이 1이 되도록 거듭제곱들의 합으로 나누세요.",
    },
    answer: (scores) => tf.div(tf.exp(safe(scores)), scores.shape[1]),
    variants: [(scores) => tf.div(tf.exp(safe(scores)), scores.shape[0])],
  },
  {
    name: { en: "of length 1 instead of sum 1", ko: "합이 아니라 길이를 1로" },
    hint: {
      en:
        "You divide by the root of the sum of squares: the rows have the length 1. Weights sum to 1; divide " +
        "by the sum itself.",
      ko:
        "제곱합의 제곱근으로 나누어 각 행의 길이가 1입니다. 가중치는 합이 1이어야 하므로 합 자체로 나누세요.",
    },
    answer: (scores) => {
      const powers = tf.exp(safe(scores));
      return tf.div(powers, tf.sqrt(tf.sum(tf.square(powers), -1, true)));
    },
  },
  {
    name: { en: "a fixed number subtracted", ko: "정해진 수를 뺌" },
    hint: {
      en:
        "You subtract the same number from every row. Far above it powers still overflow, and far below it " +
        "all of them become 0. Subtract each row's own largest score.",
      ko:
        "모든 행에서 정해진 수를 뺐습니다. 그보다 훨씬 크면 여전히 넘치고, 훨씬 작으면 모두 0이 됩니다. 각 행의 가장 큰 점수를 빼세요.",
    },
    answer: (scores) => shared(tf.exp(tf.sub(scores, 100))),
    variants: [(scores) => shared(tf.exp(tf.sub(scores, 1000)))],
  },
  {
    name: { en: "the maximum subtracted after exp", ko: "exp 다음에 최댓값을 뺌" },
    hint: {
      en:
        "You subtract the largest power of e rather than the largest score. Powers have overflowed by then: " +
        "subtract before tf.exp.",
      ko:
        "점수가 아니라 e의 거듭제곱에서 최댓값을 뺐습니다. 그때는 이미 범위를 넘은 뒤입니다. tf.exp 전에 빼세요.",
    },
    answer: (scores) => {
      const powers = tf.exp(scores);
      return shared(tf.sub(powers, tf.max(powers, -1, true)));
    },
    variants: [(scores) => shared(tf.sub(tf.exp(scores), tf.max(scores, -1, true)))],
  },
];
