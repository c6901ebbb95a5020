/**
 * Exercise 05.2: the heads' outputs laid side by side again (Vaswani et al. 2017, section 3.2.2,
 * "Concat"), the inverse of exercise 05.1.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { counted, merge, normal } from "../heads.ts";

export type Arguments = [heads: TensorData];

export const mergeHeads = defineExercise<Arguments, TensorData>({
  id: "05.2",
  name: "mergeHeads",
  title: "Lay the heads side by side",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Undo the split: each position gets one vector again, the numbers of head 0 first, then those of
head 1, and so on. Splitting and then merging gives back what went in.`,
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
  result: [{ name: "sequence", axes: "batch time model" }],
  withheld: ["lib/attention/multi_head.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: "Two heads, two words, two numbers: by hand",
        args: [counted(1, 2, 2, 2)],
      },
      { property: "One head: the head axis goes", args: [normal(random, [2, 1, 3, 5])] },
      { property: "One position", args: [normal(random, [2, 3, 1, 2])] },
      { property: "Several sentences, three heads", args: [normal(random, [2, 3, 5, 7])] },
      { property: "Heads of one number", args: [normal(random, [3, 7, 5, 1])] },
    ];
  },

  reference: merge,

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
