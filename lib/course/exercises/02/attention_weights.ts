/**
 * Exercise 02.3: attention weights that leave padding out.
 *
 * @module
 */
import { matrix, type Rows, softmax } from "../../arithmetic.ts";
import { type Case, defineExercise } from "../../exercise.ts";
import { TensorData } from "../../values.ts";

type Arguments = [scores: TensorData, keep: TensorData];

/** The softmax of each row after `hide` has changed the scores of padding. */
function weightsWith(
  scores: TensorData,
  keep: TensorData,
  hide: (score: number) => number,
): Rows {
  return scores.rows().map((row) =>
    softmax(row.map((score, key) => keep.numbers[key] ? score : hide(score)))
  );
}

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

/** `real` words, then `padding`. */
function lengths(real: number, padding: number): TensorData {
  const numbers = [...new Array<number>(real).fill(1), ...new Array<number>(padding).fill(0)];
  return new TensorData([real + padding], numbers, "bool");
}

export const attentionWeights = defineExercise<Arguments, TensorData>({
  id: "02.3",
  name: "attentionWeights",
  title: "Do not look at padding",
  difficulty: 2,
  minutes: 15,
  points: 3,
  task:
    `In a batch, short sentences are filled up with padding (패딩). Turn scores into weights over the real
words alone: padding gets exactly 0, and every row still sums to 1. \`tf.softmax\` may be used. There is
always at least one real word, not necessarily the first.`,
  stub: `/**
 * Softmax over the keys that may be seen.
 *
 * @param scores [query, key]
 * @param keep bool [key]: true for a real word, false for padding
 * @returns weights [query, key]: 0 at padding, each row sums to 1
 */
function attentionWeights(
  scores: Axes<"query key">,
  keep: Axes<"key">,
): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "scores", axes: "query key" }, { name: "keep", axes: "key" }],
  result: [{ name: "weights", axes: "query key" }],
  withheld: ["lib/attention/masked_softmax.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Without padding: softmax", args: [matrix(random, 3, 5), lengths(5, 0)] },
      {
        property: "Padding at the end gets 0, and rows sum to 1",
        args: [matrix(random, 3, 7), lengths(4, 3)],
      },
      { property: "One real word takes everything", args: [matrix(random, 2, 3), lengths(1, 2)] },
      {
        property: "Padding in other places",
        args: [matrix(random, 5, 4), new TensorData([4], [0, 1, 0, 1], "bool")],
      },
      {
        property: "Padding with the largest score is still not seen",
        args: [
          new TensorData([2, 3], [random.normal(), random.normal(), 40, -3, random.normal(), 30]),
          lengths(2, 1),
        ],
      },
    ];
  },

  reference: (scores, keep) => TensorData.fromRows(weightsWith(scores, keep, () => -Infinity)),

  mistakes: [
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
  ],

  hints: [
    {
      en:
        "Padding must be gone before the softmax divides. What score makes its power of e exactly 0?",
      ko:
        "softmax가 나누기 전에 패딩이 사라져야 합니다. 점수가 얼마여야 e의 거듭제곱이 정확히 0이 될까요?",
    },
    {
      en:
        "tf.where(keep, a, b) takes a where keep is true and b elsewhere; tf.fill(scores.shape, -1e9) makes " +
        "a tensor of very low scores.",
      ko:
        "tf.where(keep, a, b)는 keep이 true이면 a를, 아니면 b를 고릅니다. tf.fill(scores.shape, -1e9)는 아주 작은 점수로 채운 텐서입니다.",
    },
    {
      en:
        "Softmax of scores + (1 − keep) · (−1e9), with keep cast to float32: a real word keeps its score, " +
        "padding falls by a billion.",
      ko:
        "keep을 float32로 바꾸어 scores + (1 − keep) · (−1e9)에 softmax를 취하세요. 단어의 점수는 그대로이고 패딩은 10억만큼 작아집니다.",
    },
  ],
});
