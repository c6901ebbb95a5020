/**
 * Exercise 05.3: the whole layer, project, split, attend, merge, mix (Vaswani et al. 2017, section
 * 3.2.2), without biases.
 *
 * @module
 */
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { normal } from "../heads.ts";
import { type Arguments, layer, projections, type Result } from "../layer.ts";

export const multiHeadAttention = defineExercise<Arguments, Result>({
  id: "05.3",
  name: "multiHeadAttention",
  title: "The whole layer",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `Project, split, attend in every head, merge, mix with $W^O$. Queries come from \`queries\`, keys and
values from \`sequence\`. The four projections are plain matrices, without biases. Use your \`splitHeads\` and
\`mergeHeads\` (write them first) and the library's \`scaledDotProductAttention({ queries, keys, values })\`, which takes
[batch, head, time, dim] as well. Return the output **and** the weights.`,
  stub: `/**
 * Multi-head attention: h small attentions side by side, mixed by one matrix.
 *
 * @param queries [batch, query, model]: who asks
 * @param sequence [batch, key, model]: who is looked at
 * @param projections four matrices [model, model], multiplied from the right
 * @param headCount a divisor of model
 * @returns output [batch, query, model] and weights [batch, head, query, key]
 */
function multiHeadAttention(
  queries: Axes<"batch query model">,
  sequence: Axes<"batch key model">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): { output: Axes<"batch query model">; weights: Axes<"batch head query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "batch query model" },
    { name: "sequence", axes: "batch key model" },
    { name: "projections", axes: "" },
    { name: "headCount", axes: "" },
  ],
  result: [
    { name: "weights", axes: "batch head query key" },
    { name: "output", axes: "batch query model" },
  ],
  uses: ["05.1", "05.2"],
  withheld: ["lib/attention/multi_head.ts"],

  cases(random): Case<Arguments>[] {
    const unchanged = tabulate(6, 6, (i, j) => i === j ? 1 : 0);
    const sentence = normal(random, [2, 5, 15]);
    return [
      {
        property: "Projections that change nothing, three heads",
        args: [
          normal(random, [1, 2, 6]),
          normal(random, [1, 5, 6]),
          { queries: unchanged, keys: unchanged, values: unchanged, output: unchanged },
          3,
        ],
      },
      {
        property: "One head: attention with projections",
        args: [
          normal(random, [2, 3, 5]),
          normal(random, [2, 7, 5]),
          projections(random, 5),
          1,
        ],
      },
      {
        property: "Self-attention: a sequence asks itself, with three heads",
        args: [sentence, sentence, projections(random, 15), 3],
      },
      {
        property: "Cross-attention: three queries look at seven keys, with two heads",
        args: [
          normal(random, [2, 3, 10]),
          normal(random, [2, 7, 10]),
          projections(random, 10),
          2,
        ],
      },
    ];
  },

  reference: (...args) => layer(args),

  hints: [
    {
      en:
        "Five steps: project, split, attend, merge, mix. The table in the recap has the shape after each.",
      ko:
        "다섯 단계입니다. 투영, 나누기, 어텐션, 합치기, 섞기. 단계마다의 모양(shape)은 마지막 요약(Recap)의 표에 있습니다.",
    },
    {
      en:
        "Queries are tf.matMul(queries, projections.queries); keys and values are made the same way from " +
        "`sequence`. Give all three to splitHeads.",
      ko:
        "쿼리는 tf.matMul(queries, projections.queries)이고, 키와 값은 같은 방법으로 sequence에서 만듭니다. 셋을 모두 splitHeads에 넣으세요.",
    },
    {
      en:
        "Call scaledDotProductAttention with the three split tensors; its output goes to mergeHeads, then " +
        "tf.matMul with projections.output. Its weights are yours to return.",
      ko:
        "나눈 텐서 세 개로 scaledDotProductAttention을 부르고, 그 output을 mergeHeads에 넣은 뒤 tf.matMul로 projections.output을 곱하세요. weights는 그대로 돌려주면 됩니다.",
    },
  ],
});
