/**
 * Exercise 05.1: the model axis cut into heads (Vaswani et al. 2017, section 3.2.2), where a reshape
 * alone mixes positions.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { counted, normal, split } from "../heads.ts";

export type Arguments = [sequence: TensorData, headCount: number];

export const splitHeads = defineExercise<Arguments, TensorData>({
  id: "05.1",
  name: "splitHeads",
  title: "Cut the vectors into heads",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Give each head its slice of every vector: head 0 the first \`dim\` numbers of each position, head 1
the next, and so on, with $dim = model / headCount$. The head axis comes before the time axis.`,
  stub: `/**
 * Cuts the model axis into heads.
 *
 * @param sequence [batch, time, model]; attention calls time query or key
 * @param headCount a divisor of model
 * @returns [batch, head, time, dim], where dim is model / headCount
 */
function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "sequence", axes: "batch time model" }, { name: "headCount", axes: "" }],
  result: [{ name: "heads", axes: "batch head time dim" }],
  withheld: ["lib/attention/multi_head.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Two words of four numbers, two heads: by hand", args: [counted(1, 2, 4), 2] },
      { property: "One head: the whole vectors", args: [normal(random, [2, 3, 5]), 1] },
      { property: "One position: its slices", args: [normal(random, [2, 1, 6]), 3] },
      {
        property: "Several sentences, three heads",
        args: [normal(random, [2, 5, 21]), 3],
      },
      {
        property: "As many heads as numbers: a head holds one number of each position",
        args: [normal(random, [3, 5, 7]), 7],
      },
    ];
  },

  reference: split,

  hints: [
    {
      en:
        "Two steps, as in the lesson: cut every vector into slices, then bring the head axis in front of " +
        "time. Write the shape beside each line.",
      ko:
        "수업에서처럼 두 단계입니다. 벡터마다 조각으로 자르고, 그다음 head 축을 time 축 앞으로 옮깁니다. 줄마다 모양(shape)을 적어 보세요.",
    },
    {
      en:
        "After the reshape the shape is [batch, time, head, dim]. Only tf.transpose moves numbers; its " +
        "second argument is the new order of the old axes.",
      ko:
        "reshape한 뒤의 모양은 [batch, time, head, dim]입니다. 수를 옮기는 것은 tf.transpose뿐이고, 두 번째 인자는 옛 축들의 새 순서입니다.",
    },
    {
      en:
        "Reshape to [batch, time, headCount, model / headCount], then transpose with [0, 2, 1, 3].",
      ko:
        "[batch, time, headCount, model / headCount]로 reshape한 뒤 [0, 2, 1, 3]으로 transpose하세요.",
    },
  ],
});
