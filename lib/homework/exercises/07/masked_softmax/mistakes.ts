/**
 * Wrong answers to exercise 07.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, byRows, hidden } from "./exercise.ts";

/** What is left of the softmax in float32, divided by its sum; `nothing` where none is left. */
function shared(scores: number[], keep: number[], nothing: number): number[] {
  const left = product(softmax(scores).map(Math.fround), keep);
  const sum = left.reduce((total, weight) => total + weight, 0);
  return left.map((weight) => sum === 0 ? nothing : weight / sum);
}

const product = (left: number[], right: number[]) => left.map((x, i) => x * right[i]);

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function maskedSoftmax(
  scores: Axes<"query key">,
  keep: Axes<"query key">,
): Axes<"query key"> {
  const kept = tf.cast(keep, "float32");
  return ${result};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "mask after softmax",
    hint: {
      en:
        "You mask after the softmax. The hidden keys had their share in the sum by then: your rows sum " +
        "to less than 1, and the visible weights depend on hidden scores. Mask the scores first.",
      ko:
        "softmax 다음에 마스크를 씌웠습니다. 가려야 할 키가 이미 합계에 들어갔으므로 행의 합이 1보다 작고, 보이는 가중치가 가려진 점수에 " +
        "따라 달라집니다. 먼저 점수에 마스크를 씌우세요.",
    },
    source: variant("tf.mul(tf.softmax(scores), kept)"),
    values: (...args) => [byRows(args, (scores, keep) => product(softmax(scores), keep))],
  },
  {
    name: "0 for −∞",
    hint: {
      en:
        "You set hidden scores to 0. That is an ordinary score: e⁰ = 1, so hidden keys still get " +
        "weight. Only −∞ (or a very low number) has the exponential 0.",
      ko:
        "가려진 점수를 0으로 두었습니다. 0은 보통의 점수입니다. e⁰ = 1이므로 가려진 키도 가중치를 받습니다. e의 거듭제곱이 0이 되는 것은 −∞(또는 " +
        "아주 작은 수)뿐입니다.",
    },
    source: variant("tf.softmax(tf.mul(scores, kept))"),
    values: (...args) => [byRows(args, (scores, keep) => softmax(product(scores, keep)))],
  },
  {
    name: "NaN on a row with nothing to see",
    hint: {
      en:
        "A row with nothing to see gives NaN: all its scores are −∞, and softmax divides 0 by 0. Such " +
        "a row gets weights 0. A very low number instead of −∞, and the mask once more afterwards, do it.",
      ko:
        "볼 것이 없는 행에서 NaN이 나옵니다. 점수가 모두 −∞여서 softmax가 0을 0으로 나눕니다. 그런 행의 가중치는 0입니다. −∞ 대신 아주 작은 " +
        "수를 쓰고, softmax 다음에 마스크를 한 번 더 곱하세요.",
    },
    source: variant("tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -Infinity)))"),
    values: (...args) => [byRows(args, (scores, keep) => hidden(scores, keep, NaN))],
  },
  {
    name: "a row with nothing to see looks at hidden keys",
    hint: {
      en:
        "Nearly: only a row with nothing to see is wrong. All its scores are equally low, so softmax " +
        "shares 1 out among hidden keys. Apply the mask once more to the weights.",
      ko:
        "거의 맞았습니다. 볼 것이 없는 행만 틀렸습니다. 점수가 모두 똑같이 낮아서 softmax가 가려진 키들에 1을 나누어 줍니다. 가중치에 마스크를 한 " +
        "번 더 씌우세요.",
    },
    source: variant("tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), -1e9)))"),
    values: (...args) => [
      byRows(args, (scores, keep) => hidden(scores, keep, 1 / scores.length)),
    ],
  },
  {
    name: "inverted",
    hint: {
      en:
        "You hide what may be seen and keep what is hidden. In this course true means “may be seen”.",
      ko:
        "보아도 되는 것을 가리고, 가려야 할 것을 남겼습니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    source: variant("tf.mul(tf.softmax(tf.sub(scores, tf.mul(kept, 1e9))), tf.sub(1, kept))"),
    values: (...args) => [
      byRows(args, (scores, keep) => hidden(scores, keep.map((kept) => 1 - kept), 0)),
    ],
  },
  {
    name: "no mask",
    hint: {
      en: "Your weights do not depend on the mask. Lower the hidden scores before the softmax.",
      ko: "가중치가 마스크와 상관없습니다. softmax 전에 가려진 점수를 낮추세요.",
    },
    source: variant("tf.softmax(scores)"),
    values: (...args) => [byRows(args, softmax)],
  },
  {
    name: "divides what is left by its sum",
    hint: {
      en:
        "You take the softmax of all scores, mask, and divide by what is left. Beside a hidden score of 300 " +
        "nothing is left, every visible weight has become 0. Mask the scores before the softmax.",
      ko:
        "모든 점수에 softmax를 취한 뒤 마스크를 씌우고 남은 합으로 나누었습니다. 가려진 점수가 300이면 보이는 가중치가 모두 0이 되어 남는 것이 없습니다. " +
        "softmax 전에 점수에 마스크를 씌우세요.",
    },
    source: `function maskedSoftmax(
  scores: Axes<"query key">,
  keep: Axes<"query key">,
): Axes<"query key"> {
  const left = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
  return tf.divNoNan(left, tf.sum(left, -1, true));
}`,
    values: (...args) =>
      [0, NaN].map((nothing) => byRows(args, (scores, keep) => shared(scores, keep, nothing))),
  },
];
