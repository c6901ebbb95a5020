/**
 * Exercise 05.3: the whole layer, project, split, attend, merge, mix (Vaswani et al. 2017, section
 * 3.2.2), without biases.
 *
 * @module
 */
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { normal, type Projections, projections } from "../heads.ts";

type Arguments = [
  queries: TensorData,
  sequence: TensorData,
  projections: Projections,
  headCount: number,
];

/** `factor` times the identity. */
const scaling = (size: number, factor: number): TensorData =>
  tabulate(size, size, (i, j) => i === j ? factor : 0);

/** Exchanges the first half of a vector with the second. */
const swapping = (size: number): TensorData =>
  tabulate(size, size, (i, j) => (i + size / 2) % size === j ? 1 : 0);

export const multiHeadAttention = defineExercise<Arguments>({
  id: "05.3",
  name: "multiHeadAttention",
  title: { en: "The whole layer", ko: "층 전체" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Project, split, attend in every head, merge, mix with $W^O$. Queries come from \`queries\`, keys and
values from \`sequence\`. The four projections are plain matrices, without biases. Use your \`splitHeads\` and
\`mergeHeads\` (write them first) and the library's \`scaledDotProductAttention({ queries, keys, values })\`, which takes
[batch, head, time, dim] as well. Return the output **and** the weights.`,
    ko:
      `투영하고, 나누고, 헤드마다 어텐션을 계산하고, 합치고, $W^O$로 섞으세요. 쿼리는 \`queries\`에서, 키와 값은 \`sequence\`에서 나옵니다. 네
투영은 편향이 없는 행렬입니다. 먼저 작성한 \`splitHeads\`와 \`mergeHeads\`, 그리고 라이브러리의
\`scaledDotProductAttention({ queries, keys, values })\`을 쓰세요. 이 함수는 [batch, head, time, dim]도 받습니다. 출력**과**
가중치를 함께 돌려주세요.`,
  },
  card: ["matMul"],
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
    const sentence = normal(random, [2, 5, 15]);
    const unit = scaling(6, 1);
    return [
      {
        property: {
          en:
            "Worked by hand: head 0 weighs 3/4 and 1/4, head 1 1/2 and 1/2, and W^O exchanges the halves",
          ko:
            "손으로 푼 예: 헤드 0의 가중치는 3/4과 1/4, 헤드 1은 1/2과 1/2, W^O는 앞뒤 절반을 바꿉니다",
        },
        args: [
          new TensorData([1, 1, 8], [0, 0, 0, 0, 2 * Math.log(3), 0, 0, 0]),
          new TensorData([1, 2, 8], [1, 0, 0, 0, 4, 0, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0]),
          { queries: swapping(8), keys: scaling(8, 1), values: scaling(8, 2), output: swapping(8) },
          2,
        ],
        result: {
          weights: new TensorData([1, 2, 1, 2], [0.75, 0.25, 0.5, 0.5]),
          output: new TensorData([1, 1, 8], [4, 8, 0, 0, 1.5, 0.5, 0, 0]),
        },
      },
      {
        property: {
          en: "Projections that change nothing, three heads",
          ko: "아무것도 바꾸지 않는 투영, 헤드 셋",
        },
        args: [
          normal(random, [1, 2, 6]),
          normal(random, [1, 5, 6]),
          { queries: unit, keys: unit, values: unit, output: unit },
          3,
        ],
      },
      {
        property: {
          en: "One key: every weight is 1, the output comes from the values alone",
          ko: "키가 하나: 가중치는 모두 1이고, 출력은 값(values)에서만 나옵니다",
        },
        args: [
          normal(random, [2, 3, 6]),
          normal(random, [2, 1, 6]),
          { ...projections(random, 6), queries: unit, keys: unit },
          2,
        ],
      },
      {
        property: {
          en: "A projection of queries to 0: equal weights, the mean of the values",
          ko: "쿼리를 0으로 만드는 투영: 가중치가 같고, 값(values)들의 평균이 나옵니다",
        },
        args: [
          normal(random, [2, 5, 6]),
          normal(random, [2, 7, 6]),
          { ...projections(random, 6), queries: scaling(6, 0), output: unit },
          3,
        ],
      },
      {
        property: {
          en: "One head: attention with projections",
          ko: "헤드가 하나: 투영이 있는 어텐션",
        },
        args: [
          normal(random, [2, 3, 5]),
          normal(random, [2, 7, 5]),
          projections(random, 5),
          1,
        ],
      },
      {
        property: {
          en: "Self-attention: a sequence asks itself, with three heads",
          ko: "셀프 어텐션: 시퀀스가 자기 자신에게 묻습니다. 헤드 셋",
        },
        args: [sentence, sentence, projections(random, 15), 3],
      },
      {
        property: {
          en: "Cross-attention: three queries look at seven keys, with two heads",
          ko: "크로스 어텐션: 쿼리 셋이 키 일곱을 봅니다. 헤드 둘",
        },
        args: [
          normal(random, [2, 3, 10]),
          normal(random, [2, 7, 10]),
          projections(random, 10),
          2,
        ],
      },
    ];
  },

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
