/**
 * Exercise 05.1: the model axis cut into heads (Vaswani et al. 2017, section 3.2.2), where a reshape
 * alone mixes positions.
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";
import type { TensorData } from "../../values.ts";
import { counted, normal, permuted, reshaped, split } from "./heads.ts";

type Arguments = [sequence: TensorData, headCount: number];

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function splitHeads(sequence: Axes<"... model">, headCount: number): tf.Tensor {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  return ${result};
}`;
}

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

  mistakes: [
    {
      name: "reshape without transpose",
      hint: {
        en:
          "You reshape straight to [batch, head, time, dim]. Reshape moves no number, so head 0 gets the " +
          "first positions, chopped up, instead of a slice of every position. Cut each vector first, into " +
          "[batch, time, head, dim]; then transpose.",
        ko:
          "곧바로 [batch, head, time, dim]으로 reshape했습니다. reshape는 수를 옮기지 않으므로 헤드 0은 모든 위치의 조각이 아니라 " +
          "앞쪽 위치들을 토막 낸 것을 받습니다. 먼저 벡터를 [batch, time, head, dim]으로 자른 뒤 transpose하세요.",
      },
      source: variant("tf.reshape(sequence, [batch, headCount, time, dim])"),
      values(sequence, headCount) {
        const [batch, time, model] = sequence.shape;
        return [reshaped(sequence, batch, headCount, time, model / headCount)];
      },
    },
    {
      name: "no transpose: time stays before head",
      hint: {
        en:
          "You cut the vectors rightly, but your result is [batch, time, head, dim]. Attention works on the " +
          "last two axes: put head before time with a transpose.",
        ko:
          "벡터는 바르게 잘랐지만 결과가 [batch, time, head, dim]입니다. 어텐션은 마지막 두 축에서 계산되므로 " +
          "transpose로 head 축을 time 축 앞에 놓으세요.",
      },
      source: variant("tf.reshape(sequence, [batch, time, headCount, dim])"),
      values(sequence, headCount) {
        const [batch, time, model] = sequence.shape;
        return [reshaped(sequence, batch, time, headCount, model / headCount)];
      },
    },
    {
      name: "deals the numbers out in turn",
      hint: {
        en:
          "You reshape to [batch, time, dim, head], so that neighbouring numbers go to different heads. A " +
          "head gets neighbours: in the reshape head comes before dim.",
        ko:
          "[batch, time, dim, head]로 reshape해서 이웃한 수가 서로 다른 헤드로 갔습니다. 한 헤드는 이웃한 수들을 받습니다. " +
          "reshape에서 head가 dim보다 앞에 와야 합니다.",
      },
      source: variant(
        "tf.transpose(tf.reshape(sequence, [batch, time, dim, headCount]), [0, 3, 1, 2])",
      ),
      values(sequence, headCount) {
        const [batch, time, model] = sequence.shape;
        return [
          permuted(reshaped(sequence, batch, time, model / headCount, headCount), 0, 3, 1, 2),
        ];
      },
    },
    {
      name: "dim before time",
      hint: {
        en:
          "Your heads lie on their sides: [batch, head, dim, time]. A row of a head is one position, a " +
          "column one number: time comes before dim.",
        ko:
          "헤드가 [batch, head, dim, time]으로 누워 있습니다. 헤드의 한 행이 위치 하나이고 한 열이 수 하나입니다. " +
          "time이 dim보다 앞에 와야 합니다.",
      },
      source: variant(
        "tf.transpose(tf.reshape(sequence, [batch, time, headCount, dim]), [0, 2, 3, 1])",
      ),
      values: (sequence, headCount) => [permuted(split(sequence, headCount), 0, 1, 3, 2)],
    },
  ],

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
