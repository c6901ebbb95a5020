/**
 * Exercise 05.2: the heads' outputs laid side by side again (Vaswani et al. 2017, section 3.2.2,
 * "Concat"), the inverse of exercise 05.1.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { counted, normal } from "../heads.ts";

type Arguments = [heads: TensorData];

export const mergeHeads = defineExercise<Arguments>({
  id: "05.2",
  name: "mergeHeads",
  title: { en: "Lay the heads side by side", ko: "헤드를 나란히 놓기" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Undo the split: each position gets one vector again, the numbers of head 0 first, then those of
head 1, and so on. Splitting and then merging gives back what went in.`,
    ko:
      `나눈 것을 되돌리세요. 위치마다 다시 벡터 하나가 되고, 헤드 0의 수들이 먼저, 그다음 헤드 1의 수들이 이어집니다. 나누고 나서 합치면
처음 값이 그대로 나옵니다.`,
  },
  card: ["transpose", "reshape"],
  stub: `/**
 * Puts the heads' outputs side by side, position by position.
 *
 * @param heads [batch, head, time, dim]
 * @returns [batch, time, model], where model is head · dim
 */
function mergeHeads(heads: Axes<"... dim">): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "heads", axes: "batch head time dim" }],
  result: [{ name: "sequence", ko: "시퀀스", axes: "batch time model" }],
  withheld: ["lib/attention/multi_head.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en:
            "By hand: head 0 holds 0 1 2 and 3 4 5, head 1 6 7 8 and 9 10 11; word 0 is 0 1 2 6 7 8",
          ko:
            "손으로 푼 예: 헤드 0은 0 1 2와 3 4 5, 헤드 1은 6 7 8과 9 10 11. 단어 0은 0 1 2 6 7 8",
        },
        args: [counted(1, 2, 2, 3)],
        result: new TensorData([1, 2, 6], [0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11]),
      },
      {
        property: { en: "One head: the head axis goes", ko: "헤드가 하나: head 축만 없어집니다" },
        args: [normal(random, [2, 1, 3, 5])],
      },
      {
        property: { en: "One position", ko: "위치가 하나" },
        args: [normal(random, [2, 3, 1, 2])],
      },
      {
        property: { en: "Several sentences, three heads", ko: "문장 여러 개, 헤드 셋" },
        args: [normal(random, [2, 3, 5, 7])],
      },
      {
        property: { en: "Heads of one number", ko: "수가 하나뿐인 헤드" },
        args: [normal(random, [3, 7, 5, 1])],
      },
    ];
  },

  hints: [
    {
      en: "Take the split backwards, last step first: which of its two steps came last?",
      ko: "나누기를 거꾸로, 마지막 단계부터 되돌리세요. 두 단계 가운데 어느 것이 마지막이었나요?",
    },
    {
      en:
        "First back to [batch, time, head, dim], then one axis out of the last two. The order [0, 2, 1, 3] " +
        "undoes itself.",
      ko:
        "먼저 [batch, time, head, dim]으로 되돌리고, 그다음 마지막 두 축을 하나로 만듭니다. 순서 [0, 2, 1, 3]은 한 번 더 하면 제자리로 돌아옵니다.",
    },
    {
      en: "Transpose with [0, 2, 1, 3], then reshape to [batch, time, head * dim].",
      ko: "[0, 2, 1, 3]으로 transpose한 뒤 [batch, time, head * dim]으로 reshape하세요.",
    },
  ],
});
