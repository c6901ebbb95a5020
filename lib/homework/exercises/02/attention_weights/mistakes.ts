/**
 * Wrong answers to exercise 02.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax } from "../../../exercise/arithmetic.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, weightsWith } from "./exercise.ts";

/** A whole cell around one expression. */
function variant(expression: string): string {
  return `function attentionWeights(
  scores: Axes<"query key">,
  keep: Axes<"key">,
): Axes<"query key"> {
  const kept = tf.cast(keep, "float32");
  const hidden = tf.sub(1, kept);
  return ${expression};
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "masked after the softmax",
    hint: {
      en:
        "Your weights at padding are 0, but the rows no longer sum to 1: padding took its share before " +
        "you removed it. Hide the scores before the softmax, or divide by the new sum.",
      ko:
        "패딩의 가중치는 0이지만 행의 합이 더 이상 1이 아닙니다. 지우기 전에 패딩이 이미 제 몫을 가져갔습니다. softmax 전에 점수를 가리거나, 새 합으로 나누세요.",
    },
    source: variant("tf.mul(tf.softmax(scores), kept)"),
    values: (scores, keep) => [
      TensorData.fromRows(
        scores.rows().map((row) => softmax(row).map((weight, key) => weight * keep.numbers[key])),
      ),
    ],
  },
  {
    name: "score 0 for padding",
    hint: {
      en:
        "You set the scores of padding to 0. But e to the power of 0 is 1, so padding still gets a share. " +
        "A hidden score must be so low that its power of e is 0.",
      ko:
        "패딩의 점수를 0으로 만들었습니다. 그러나 e의 0제곱은 1이므로 패딩도 몫을 받습니다. 숨기는 점수는 거듭제곱이 0이 될 만큼 아주 작아야 합니다.",
    },
    source: variant("tf.softmax(tf.mul(scores, kept))"),
    values: (scores, keep) => [TensorData.fromRows(weightsWith(scores, keep, () => 0))],
  },
  {
    name: "inverted mask",
    hint: {
      en:
        "You look at the padding and hide the words. In keep, true means: may be seen. Hide where keep " +
        "is false.",
      ko:
        "패딩을 보고 단어를 가렸습니다. keep에서 true는 볼 수 있다는 뜻입니다. keep이 false인 곳을 가리세요.",
    },
    source: variant("tf.softmax(tf.sub(scores, tf.mul(kept, 1e9)))"),
    values(scores, keep) {
      const turned = new TensorData(keep.shape, keep.numbers.map((kept) => 1 - kept), "bool");
      const allReal = keep.numbers.every((kept) => kept === 1);
      const equal = TensorData.fromRows(
        scores.rows().map((row) => row.map(() => 1 / row.length)),
      );
      const hidden = TensorData.fromRows(weightsWith(scores, turned, () => -Infinity));
      return [allReal ? equal : hidden];
    },
  },
  {
    name: "0 · ∞ is NaN",
    hint: {
      en:
        "Every weight is NaN: you multiply −∞ by the mask, and for a real word that is 0 · ∞, which is no " +
        "number. Choose −∞ only where padding stands (tf.where), or take a very low number such as −10⁹.",
      ko:
        "가중치가 모두 NaN입니다. 마스크에 −∞를 곱했는데, 단어에서는 0 · ∞가 되고 그것은 수가 아닙니다. 패딩이 있는 곳에서만 −∞를 고르거나(tf.where), −10⁹처럼 아주 작은 수를 쓰세요.",
    },
    source: variant("tf.softmax(tf.add(scores, tf.mul(hidden, -Infinity)))"),
    values: ({ shape, numbers }) => [new TensorData(shape, numbers.map(() => NaN))],
  },
];
