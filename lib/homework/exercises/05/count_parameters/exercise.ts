/**
 * Exercise 05.4: how many numbers a multi-head attention learns, with a head size of any choice
 * (Vaswani et al. 2017, section 3.2.2, whose layers have d_model = 512, 8 heads and 64 numbers each).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

export type Arguments = [modelSize: number, headCount: number, dim: number];

/** Inputs times outputs, and one bias for each output. */
export const linear = (inputSize: number, outputSize: number) =>
  inputSize * outputSize + outputSize;

export const countParameters = defineExercise<Arguments, number>({
  id: "05.4",
  name: "countParameters",
  title: "Count what the layer learns",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `A layer has \`headCount\` heads. Each projects the \`modelSize\` numbers of a vector to \`dim\` for its
queries, \`dim\` for its keys and \`dim\` for its values; one output projection leads from all heads back to
\`modelSize\` numbers. Every projection has a **bias**: one more number for each of its outputs. How many
numbers are learned? Here \`dim\` may be anything, not only modelSize / headCount.`,
  stub: `/**
 * The number of learned numbers (weights and biases) of a multi-head attention.
 *
 * @param modelSize length of a position's vector
 * @param headCount how many heads
 * @param dim numbers of a query, a key and a value in one head
 * @returns one whole number
 */
function countParameters(modelSize: number, headCount: number, dim: number): number {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "modelSize", axes: "" },
    { name: "headCount", axes: "" },
    { name: "dim", axes: "" },
  ],
  result: [{ name: "the count", axes: "" }],
  withheld: ["lib/attention/multi_head.ts", "lib/models/count_parameters.ts"],

  cases(random): Case<Arguments>[] {
    const wide = 2 + random.integer(40);
    return [
      { property: "Two heads of two numbers, model size 4: by hand, 80", args: [4, 2, 2] },
      {
        property: "As in “Attention Is All You Need”: 512, eight heads of 64",
        args: [512, 8, 64],
      },
      { property: "One head of 512 costs the same as eight of 64", args: [512, 1, 512] },
      { property: "Narrow heads cost less", args: [60, 5, 3] },
      { property: "Wide heads cost more", args: [7, 3, 5] },
      { property: "Any other sizes", args: [5 + 2 * wide, 3, wide] },
    ];
  },

  reference: (modelSize, headCount, dim) =>
    3 * linear(modelSize, headCount * dim) + linear(headCount * dim, modelSize),

  hints: [
    {
      en:
        "There are four projections. Write for each of them how many numbers go in and how many come out.",
      ko: "투영은 네 개입니다. 각각 수가 몇 개 들어가고 몇 개 나오는지 적어 보세요.",
    },
    {
      en:
        "A projection from a to b numbers learns a · b weights and b biases. All heads' queries " +
        "together are headCount · dim numbers.",
      ko:
        "수 a개에서 b개로 가는 투영은 가중치 a · b개와 편향 b개를 배웁니다. 모든 헤드의 쿼리를 합치면 headCount · dim개입니다.",
    },
    {
      en: "Let width = headCount * dim. Three projections lead from modelSize to width, one from " +
        "width back to modelSize.",
      ko:
        "width = headCount * dim이라고 합시다. 투영 셋은 modelSize에서 width로, 하나는 width에서 modelSize로 갑니다.",
    },
  ],
});
