/**
 * Wrong answers to exercise 02.3 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { attentionWeights } from "./solution.ts";

/** 1 for a real word, 0 for padding. */
function kept(keep: tf.Tensor): tf.Tensor {
  return tf.cast(keep, "float32");
}

/** 1 for padding, 0 for a real word. */
function hidden(keep: tf.Tensor): tf.Tensor {
  return tf.sub(1, kept(keep));
}

/** Softmax where the scores of padding fall by `depth`. */
function lowered(scores: tf.Tensor, keep: tf.Tensor, depth: number): tf.Tensor {
  return tf.softmax(tf.sub(scores, tf.mul(hidden(keep), depth)));
}

/** Scores where padding has the score `score`. */
function replaced(scores: tf.Tensor, keep: tf.Tensor, score: number): tf.Tensor {
  return tf.where(keep, scores, tf.fill(scores.shape, score));
}

/** A row in plain numbers, which hold e to the power of 709 and no more. */
function unsafeRow(scores: number[], visible: ArrayLike<number>): number[] {
  const powers = scores.map((score, key) => visible[key] ? Math.exp(score) : 0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Where padding stands once it is taken to be at the end: true for as many keys as there are words. */
function firstKeys(keep: tf.Tensor): tf.Tensor {
  return tf.less(tf.range(0, keep.shape[0]), tf.sum(kept(keep)));
}

export const mistakes: readonly Mistake<typeof attentionWeights>[] = [
  {
    name: { en: "masked after the softmax", ko: "softmax 다음에 가림" },
    hint: {
      en:
        "Your weights at padding are 0, but the rows no longer sum to 1: padding took its share before " +
        "you removed it. Hide the scores before the softmax, or divide by the new sum.",
      ko:
        "패딩의 가중치는 0이지만 행의 합이 더 이상 1이 아닙니다. 지우기 전에 패딩이 이미 제 몫을 가져갔습니다. softmax 전에 점수를 가리거나, 새 합으로 나누세요.",
    },
    answer: (scores, keep) => tf.mul(tf.softmax(scores), kept(keep)),
    variants: [
      (scores, keep) => tf.mul(tf.softmax(tf.mul(scores, kept(keep))), kept(keep)),
    ],
  },
  {
    name: { en: "score 0 for padding", ko: "패딩의 점수를 0으로" },
    hint: {
      en:
        "You set the scores of padding to 0, or very near to it (1e-9 is nearly 0, −1e9 is far below). But e to the " +
        "power of 0 is 1, so padding still gets a share. A hidden score must be so low that its power of e is 0.",
      ko:
        "패딩의 점수를 0이나 0에 아주 가까운 수로 만들었습니다(1e-9은 거의 0이고, −1e9이 아주 작은 수입니다). 그러나 e의 0제곱은 1이므로 패딩도 " +
        "몫을 받습니다. 숨기는 점수는 거듭제곱이 0이 될 만큼 아주 작아야 합니다.",
    },
    answer: (scores, keep) => tf.softmax(tf.mul(scores, kept(keep))),
    variants: [(scores, keep) => tf.softmax(replaced(scores, keep, 1e-9))],
  },
  {
    name: { en: "inverted mask", ko: "뒤집힌 마스크" },
    hint: {
      en:
        "You look at the padding and hide the words. In keep, true means: may be seen. Hide where keep " +
        "is false.",
      ko:
        "패딩을 보고 단어를 가렸습니다. keep에서 true는 볼 수 있다는 뜻입니다. keep이 false인 곳을 가리세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.sub(scores, tf.mul(kept(keep), 1e9))),
    variants: [
      (scores, keep) => tf.softmax(tf.where(keep, tf.fill(scores.shape, -1e9), scores)),
      (scores, keep) => tf.softmax(tf.where(keep, tf.fill(scores.shape, -Infinity), scores)),
      (scores, keep) => tf.mul(tf.softmax(scores), hidden(keep)),
    ],
  },
  {
    name: { en: "NaN everywhere, as from 0 · ∞", ko: "0 · ∞처럼 모두 NaN" },
    hint: {
      en:
        "Every weight is NaN, even without padding. With a mask this comes most often from −∞ times the mask: for a " +
        "real word that is 0 · ∞, which is no number. Choose −∞ only where padding stands (tf.where), or take a very " +
        "low number such as −10⁹.",
      ko:
        "패딩이 없어도 가중치가 모두 NaN입니다. 마스크에 −∞를 곱했을 때 가장 흔히 생깁니다. 단어에서는 0 · ∞가 되고 그것은 수가 아닙니다. " +
        "패딩이 있는 곳에서만 −∞를 고르거나(tf.where), −10⁹처럼 아주 작은 수를 쓰세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.add(scores, tf.mul(hidden(keep), -Infinity))),
  },
  {
    name: { en: "no mask", ko: "마스크가 없음" },
    hint: {
      en:
        "Your weights are those of plain softmax: the mask changes nothing. Padding has to lose its score first, by " +
        "a large number such as 1e9; 1e-9 is next to nothing.",
      ko:
        "그냥 softmax의 가중치입니다. 마스크가 아무것도 바꾸지 않습니다. 패딩의 점수를 먼저 1e9처럼 큰 수만큼 낮춰야 합니다. 1e-9은 거의 0입니다.",
    },
    answer: (scores) => tf.softmax(scores),
  },
  {
    name: { en: "padding lifted instead of lowered", ko: "패딩의 점수를 낮추지 않고 높임" },
    hint: {
      en:
        "Padding takes everything: you have lifted its scores. To be hidden, they must become very low: look at " +
        "the sign.",
      ko:
        "패딩이 전부 가져갑니다. 점수를 높였기 때문입니다. 가리려면 아주 작아야 합니다. 부호를 확인하세요.",
    },
    answer: (scores, keep) => lowered(scores, keep, -1e9),
    variants: [
      (scores, keep) => lowered(scores, keep, -1e7),
      (scores, keep) => lowered(scores, keep, -1e4),
      (scores, keep) => tf.softmax(replaced(scores, keep, 1e9)),
    ],
  },
  {
    name: { en: "hidden, but not deep enough", ko: "가렸지만 충분히 낮지 않음" },
    hint: {
      en:
        "You lower the scores of padding, but not far enough: where its score is high, or the words' scores are low, " +
        "padding still gets a share. Go down by a billion.",
      ko:
        "패딩의 점수를 낮췄지만 충분하지 않습니다. 패딩의 점수가 높거나 단어의 점수가 낮으면 여전히 몫을 받습니다. 10억쯤 낮추세요.",
    },
    answer: (scores, keep) => lowered(scores, keep, 1),
    variants: [
      (scores, keep) => lowered(scores, keep, 10),
      (scores, keep) => lowered(scores, keep, 20),
      (scores, keep) => lowered(scores, keep, 50),
      (scores, keep) => lowered(scores, keep, 60),
      (scores, keep) => tf.softmax(replaced(scores, keep, -1)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -10)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -50)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -99)),
      (scores, keep) => tf.softmax(replaced(scores, keep, -100)),
    ],
  },
  {
    name: { en: "multiplies the scores of padding", ko: "패딩의 점수에 곱함" },
    hint: {
      en:
        "You multiply the scores of padding by a large negative number. A negative score then becomes huge, and takes " +
        "everything. Add the number, or put it in the place of the score.",
      ko:
        "패딩의 점수에 큰 음수를 곱했습니다. 음수 점수는 오히려 아주 커져서 전부 가져갑니다. 곱하지 말고 더하거나, 점수를 그 수로 바꾸세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.where(keep, scores, tf.mul(scores, -1e9))),
  },
  {
    name: { en: "one sum for all rows", ko: "모든 행을 한 합으로 나눔" },
    hint: {
      en:
        "You divide by the sum of all rows together. Each row sums to 1 by itself: take the sum along the last axis, " +
        "and keep that axis.",
      ko:
        "모든 행을 다 더한 합으로 나누었습니다. 행마다 합이 1이어야 합니다. 마지막 축을 따라 더하고 그 축을 유지하세요.",
    },
    answer(scores, keep) {
      const weights = tf.mul(tf.softmax(scores), kept(keep));
      return tf.div(weights, tf.sum(weights));
    },
  },
  {
    name: { en: "a small number in the divisor", ko: "나누는 수에 작은 수를 더함" },
    hint: {
      en:
        "You hide after the softmax and divide by the new sum plus a small number. Where padding has the largest score, " +
        "the words' sum is smaller still, and the row no longer sums to 1. There is always a word: nothing has to be " +
        "added; safer yet, hide the scores first.",
      ko:
        "softmax 다음에 가리고, 새 합에 작은 수를 더해 나누었습니다. 패딩의 점수가 가장 크면 단어들의 합이 그보다도 작아서 행의 합이 1이 되지 않습니다. " +
        "단어는 늘 있으므로 더할 필요가 없습니다. 먼저 점수를 가리면 더 안전합니다.",
    },
    answer(scores, keep) {
      const weights = tf.mul(tf.softmax(scores), kept(keep));
      return tf.div(weights, tf.add(tf.sum(weights, -1, true), 1e-9));
    },
  },
  {
    name: { en: "takes padding to stand at the end", ko: "패딩이 끝에 있다고 여김" },
    hint: {
      en:
        "You hide as many keys at the end as there is padding. It may stand anywhere: keep says of each key whether it " +
        "is a word.",
      ko:
        "패딩의 개수만큼 끝의 키들을 가렸습니다. 패딩은 어디에나 있을 수 있습니다. 키마다 단어인지는 keep이 말해 줍니다.",
    },
    answer: (scores, keep) => tf.softmax(replaced(scores, firstKeys(keep), -1e9)),
  },
  {
    name: { en: "cuts the padding off", ko: "패딩을 잘라 냄" },
    hint: {
      en:
        "Your result has a column for each word. It is [query, key], with a column for every key: 0 where padding stands.",
      ko:
        "결과에 단어의 열만 있습니다. 결과는 모든 키의 열이 있는 [query, key]이고, 패딩의 열은 0입니다.",
    },
    answer(scores, keep) {
      const words = [...keep.dataSync().entries()].filter(([, word]) => word).map(([key]) => key);
      return tf.softmax(tf.gather(scores, tf.tensor1d(words, "int32"), 1));
    },
    variants: [
      (scores, keep) =>
        tf.softmax(tf.slice(scores, [0, 0], [-1, tf.sum(kept(keep)).dataSync()[0]])),
    ],
  },
  {
    name: { en: "equal shares", ko: "똑같은 몫" },
    hint: {
      en:
        "Every word gets the same weight: its score is lost. Padding is hidden as it should be; keep the scores of the " +
        "words.",
      ko:
        "단어마다 가중치가 같습니다. 점수가 사라졌습니다. 패딩은 제대로 가렸으니 단어의 점수를 살리세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.add(tf.zerosLike(scores), tf.mul(hidden(keep), -1e9))),
  },
  {
    name: { en: "softmax over the queries", ko: "쿼리 축으로 softmax" },
    hint: {
      en:
        "Your softmax runs down the columns. Each query shares 1 out over the keys: take it along the last axis.",
      ko:
        "softmax를 열을 따라 취했습니다. 쿼리마다 1을 키들에 나누어 주는 것이므로 마지막 축을 따라 취하세요.",
    },
    answer: (scores, keep) => tf.transpose(tf.softmax(tf.transpose(replaced(scores, keep, -1e9)))),
    variants: [(scores, keep) => tf.softmax(replaced(scores, keep, -1e9), 0)],
  },
  {
    name: { en: "overflow", ko: "오버플로" },
    hint: {
      en:
        "Your mask is right, but large scores give NaN: e to the power of 800 does not fit into a number. Subtract each " +
        "row's largest score before you raise e to it, or let tf.softmax do it.",
      ko:
        "마스크는 맞지만 큰 점수에서 NaN이 됩니다. e의 800제곱은 수의 범위를 넘습니다. 거듭제곱하기 전에 각 행의 가장 큰 점수를 빼거나 tf.softmax를 쓰세요.",
    },
    answer(scores, keep) {
      const powers = tf.mul(tf.exp(scores), kept(keep));
      return tf.div(powers, tf.sum(powers, -1, true));
    },
    variants: [
      (scores, keep) => {
        const powers = tf.exp(replaced(scores, keep, -1e9));
        return tf.div(powers, tf.sum(powers, -1, true));
      },
      (scores, keep) => {
        const visible = keep.dataSync();
        const rows = scores.as2D(scores.shape[0], -1).arraySync();
        return tf.tensor2d(rows.map((row) => unsafeRow(row, visible)));
      },
    ],
  },
  {
    name: { en: "hides queries", ko: "쿼리를 가림" },
    hint: {
      en:
        "Your mask lies along the queries, and hides whole rows if it fits at all. keep is [key]: it hides columns, and " +
        "[key] lines up with [query, key] by itself.",
      ko:
        "마스크를 쿼리 축에 맞추어서, 맞더라도 행 전체를 가립니다. keep은 [key]이므로 열을 가립니다. [key]는 [query, key]에 저절로 맞습니다.",
    },
    answer: (scores, keep) => lowered(scores, tf.expandDims(keep, 1), 1e9),
    variants: [
      (scores, keep) => tf.softmax(replaced(scores, tf.expandDims(keep, 1), -1e9)),
      (scores, keep) => tf.mul(tf.softmax(scores), tf.expandDims(kept(keep), 1)),
      (scores, keep) =>
        tf.softmax(
          tf.where(
            tf.broadcastTo(tf.expandDims(keep, 1), scores.shape),
            scores,
            tf.fill(scores.shape, -1e9),
          ),
        ),
    ],
  },
  {
    name: { en: "no softmax", ko: "softmax가 없음" },
    hint: {
      en:
        "You return the hidden scores themselves. They are not weights yet: take the softmax of each row.",
      ko: "가린 점수를 그대로 돌려주었습니다. 아직 가중치가 아닙니다. 각 행에 softmax를 취하세요.",
    },
    answer: (scores, keep) => replaced(scores, keep, -1e9),
    variants: [
      (scores, keep) => replaced(scores, keep, -Infinity),
      (scores, keep) => tf.mul(scores, kept(keep)),
      (scores, keep) => tf.add(scores, tf.mul(hidden(keep), -1e9)),
    ],
  },
  {
    name: { en: "the axis of the sum not kept", ko: "합의 축을 유지하지 않음" },
    hint: {
      en:
        "Your sum has the shape [query], which fits the rows of [query, key] wrongly or not at all. Keep its axis with " +
        "length 1: [query, 1] lines up with the rows.",
      ko:
        "합의 모양이 [query]라서 [query, key]의 행과 맞지 않거나 엉뚱하게 맞습니다. 그 축을 길이 1로 남겨 두세요. [query, 1]이면 행마다 맞습니다.",
    },
    answer(scores, keep) {
      const weights = tf.mul(tf.softmax(scores), kept(keep));
      return tf.div(weights, tf.sum(weights, -1));
    },
  },
  {
    name: { en: "softmax twice", ko: "softmax를 두 번 취함" },
    hint: {
      en:
        "You take the softmax of weights. A weight of 0 counts as e to the power of 0 there, so padding gets a share " +
        "again, and the words become nearly equal. One softmax is enough, of the hidden scores.",
      ko:
        "가중치에 softmax를 또 취했습니다. 가중치 0은 e의 0제곱이 되어 패딩이 다시 몫을 받고, 단어들의 가중치는 비슷해집니다. 가린 점수에 한 번만 취하세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.mul(tf.softmax(scores), kept(keep))),
    variants: [(scores, keep) => tf.softmax(lowered(scores, keep, 1e9))],
  },
  {
    name: { en: "words lifted instead of padding lowered", ko: "패딩을 낮추지 않고 단어를 높임" },
    hint: {
      en:
        "You add a billion to the scores of the words. Padding is hidden, but float32 has 7 digits: beside a billion the " +
        "words' differences are lost. Lower the padding instead.",
      ko:
        "단어의 점수에 10억을 더했습니다. 패딩은 가려지지만 float32는 7자리뿐이라 10억 옆에서 단어들의 차이가 사라집니다. 대신 패딩을 낮추세요.",
    },
    answer: (scores, keep) => tf.softmax(tf.add(scores, tf.mul(kept(keep), 1e9))),
  },
  {
    name: { en: "divides what is left by its sum", ko: "남은 것을 그 합으로 나눔" },
    hint: {
      en:
        "You take the softmax first, put padding to 0 and divide by what is left. Where padding scores far above the words nothing is left. Hide it before the softmax.",
      ko:
        "softmax를 먼저 취하고 패딩을 0으로 만든 뒤 남은 합으로 나누었습니다. 패딩의 점수가 단어보다 훨씬 크면 남는 것이 없습니다. softmax 전에 가리세요.",
    },
    answer: (scores, keep) => {
      const kept = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
      return tf.div(kept, tf.sum(kept, -1, true));
    },
    variants: [
      (scores, keep) => {
        const kept = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
        return tf.divNoNan(kept, tf.sum(kept, -1, true));
      },
      (scores, keep) => {
        const powers = tf.mul(
          tf.exp(tf.sub(scores, tf.max(scores, -1, true))),
          tf.cast(keep, "float32"),
        );
        return tf.div(powers, tf.sum(powers, -1, true));
      },
    ],
  },
  {
    name: { en: "hidden, but not below every score", ko: "가렸지만 어떤 점수보다는 높음" },
    hint: {
      en:
        "Padding is lowered, but by too little: where it scores 300 above the words it still wins. Take −10⁹.",
      ko:
        "패딩을 낮추었지만 모자랍니다. 패딩의 점수가 단어보다 300이나 크면 여전히 이깁니다. −10⁹을 쓰세요.",
    },
    answer: (scores, keep) =>
      tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), -100))),
    variants: [
      (scores, keep) =>
        tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), -200))),
      (scores, keep) =>
        tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), -300))),
    ],
  },
  {
    name: { en: "the largest score of the whole table", ko: "표 전체에서 가장 큰 점수를 뺌" },
    hint: {
      en:
        "You subtract the largest score of all rows, so that a row far below it has nothing left, and 0/0 is NaN. Each row needs its own maximum.",
      ko:
        "모든 행에서 가장 큰 점수를 빼서, 그보다 훨씬 작은 행에는 남는 것이 없어 0/0이 NaN이 됩니다. 행마다 자기 최댓값을 빼야 합니다.",
    },
    answer: (scores, keep) => {
      const powers = tf.mul(tf.exp(tf.sub(scores, tf.max(scores))), tf.cast(keep, "float32"));
      return tf.div(powers, tf.sum(powers, -1, true));
    },
  },
];
