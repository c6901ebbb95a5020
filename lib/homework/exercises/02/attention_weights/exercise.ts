/**
 * Exercise 02.3: attention weights that leave padding out.
 *
 * @module
 */
import { matrix, type Rows, softmax } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [scores: TensorData, keep: TensorData];

/** The softmax of each row after `hide` has changed the scores of padding. */
export function weightsWith(
  scores: TensorData,
  keep: TensorData,
  hide: (score: number) => number,
): Rows {
  return scores.rows().map((row) =>
    softmax(row.map((score, key) => keep.numbers[key] ? score : hide(score)))
  );
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
