/**
 * Exercise 02.3: attention weights that leave padding out.
 *
 * @module
 */
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [scores: TensorData, keep: TensorData];

/** 1 for a real word, 0 for padding. */
function kept(...numbers: number[]): TensorData {
  return new TensorData([numbers.length], numbers, "bool");
}

/** `real` words, then `padding`. */
function lengths(real: number, padding: number): TensorData {
  return kept(...new Array<number>(real).fill(1), ...new Array<number>(padding).fill(0));
}

export const attentionWeights = defineExercise<Arguments>({
  id: "02.3",
  name: "attentionWeights",
  title: { en: "Do not look at padding", ko: "패딩을 보지 않기" },
  difficulty: 2,
  minutes: 15,
  points: 3,
  task: {
    en:
      `In a batch, short sentences are filled up with padding (패딩). Turn scores into weights over the real
words alone: padding gets exactly 0, and every row still sums to 1. \`tf.softmax\` may be used. There is
always at least one real word, not necessarily the first.`,
    ko:
      `배치에서 짧은 문장은 패딩(padding)으로 채웁니다. 점수를 실제 단어들만의 가중치로 바꾸세요. 패딩의 가중치는 정확히 0이고, 그래도 각 행의 합은 1입니다.
\`tf.softmax\`를 써도 됩니다. 실제 단어는 언제나 하나 이상 있지만 꼭 맨 앞에 있지는 않습니다.`,
  },
  card: ["cast", "sub", "mul", "add", "where", "fill", "softmax"],
  stub: `/**
 * Softmax over the keys that may be seen.
 *
 * @param scores [query, key], of any size
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
  result: [{ name: "weights", ko: "가중치", axes: "query key" }],
  withheld: ["lib/attention/masked_softmax.ts"],

  cases(random): Case<Arguments>[] {
    const share = 1 / (1 + Math.exp(-1));
    return [
      {
        property: {
          en: "Worked by hand: scores 0 and ln 3 give 1/4 and 3/4, and the padding between them 0",
          ko: "손으로 푼 예: 점수 0과 ln 3은 1/4과 3/4, 그 사이의 패딩은 0",
        },
        args: [TensorData.fromRows([[0, 5, Math.log(3)], [2, 1, 2]]), kept(1, 0, 1)],
        result: TensorData.fromRows([[0.25, 0, 0.75], [0.5, 0, 0.5]]),
      },
      {
        property: { en: "Without padding: softmax", ko: "패딩이 없음: 소프트맥스" },
        args: [matrix(random, 3, 5), lengths(5, 0)],
      },
      {
        property: {
          en: "Padding at the end gets 0, and rows sum to 1",
          ko: "끝에 있는 패딩은 0이고 각 행의 합은 1",
        },
        args: [matrix(random, 3, 7), lengths(4, 3)],
      },
      {
        property: { en: "Padding in other places", ko: "다른 자리에 있는 패딩" },
        args: [matrix(random, 5, 4), kept(0, 1, 0, 1)],
      },
      {
        property: { en: "As many queries as keys", ko: "쿼리와 키의 개수가 같음" },
        args: [matrix(random, 5, 5), kept(0, 0, 1, 1, 1)],
      },
      {
        property: {
          en: "One real word takes everything, however low its score",
          ko: "실제 단어가 하나면 점수가 아무리 낮아도 전부 가져갑니다",
        },
        args: [TensorData.fromRows([[2, 87, 80], [-95, -13, -10]]), lengths(1, 2)],
        result: TensorData.fromRows([[1, 0, 0], [1, 0, 0]]),
      },
      {
        property: {
          en: "Padding with the largest score is still not seen",
          ko: "점수가 가장 커도 패딩은 보이지 않습니다",
        },
        args: [
          new TensorData([2, 3], [random.normal(), random.normal(), 75, -3, random.normal(), 70]),
          lengths(2, 1),
        ],
      },
      {
        property: {
          en: "Padding 300 above every word is still not seen",
          ko: "패딩의 점수가 단어보다 300이나 커도 보이지 않습니다",
        },
        args: [
          TensorData.fromRows([[Math.log(3), 0, 300], [-30, -30, 299]]),
          lengths(2, 1),
        ],
        result: TensorData.fromRows([[0.75, 0.25, 0], [0.5, 0.5, 0]]),
      },
      {
        property: { en: "All scores far below 0", ko: "모든 점수가 0보다 훨씬 작음" },
        args: [matrix(random, 2, 5, 2, -200), kept(1, 0, 1, 1, 0)],
      },
      {
        property: {
          en: "Words with scores of 800 and −800",
          ko: "점수가 800과 −800인 단어",
        },
        args: [
          TensorData.fromRows([[800, -800, 7, 799], [-800, -799, -790, -900]]),
          kept(1, 1, 0, 1),
        ],
        result: TensorData.fromRows([[share, 0, 0, 1 - share], [1 - share, share, 0, 0]]),
      },
    ];
  },

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
