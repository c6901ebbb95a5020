/**
 * Exercise 05.4: how many numbers a multi-head attention learns, with a head size of any choice
 * (Vaswani et al. 2017, section 3.2.2, whose layers have d_model = 512, 8 heads and 64 numbers each).
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";

type Arguments = [modelSize: number, headCount: number, dim: number];

/** Inputs times outputs, and one bias for each output. */
const linear = (inputSize: number, outputSize: number) => inputSize * outputSize + outputSize;

/** A whole cell that returns `result`. */
function variant(result: string): string {
  return `function countParameters(modelSize: number, headCount: number, dim: number): number {
  const width = headCount * dim;
  return ${result};
}`;
}

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

  mistakes: [
    {
      name: "output projection forgotten",
      hint: {
        en:
          "Queries, keys and values are counted, the output projection is not. After the heads are laid side " +
          "by side one more matrix mixes them, with its bias.",
        ko:
          "쿼리, 키, 값은 세었지만 출력 투영이 빠졌습니다. 헤드들을 나란히 놓은 뒤 행렬 하나가 더 섞습니다. 편향도 있습니다.",
      },
      source: variant("3 * (modelSize * width + width)"),
      values: (modelSize, headCount, dim) => [3 * linear(modelSize, headCount * dim)],
    },
    {
      name: "biases forgotten",
      hint: {
        en:
          "You count the matrices alone. Each of the four projections also adds a bias, one number for each " +
          "of its outputs.",
        ko: "행렬만 세었습니다. 네 투영은 모두 편향도 더하고, 편향은 출력마다 수 하나입니다.",
      },
      source: variant("4 * modelSize * width"),
      values: (modelSize, headCount, dim) => [4 * modelSize * headCount * dim],
    },
    {
      name: "output projection and biases forgotten",
      hint: {
        en:
          "You count three matrices and nothing else. Two things are missing: the output projection after " +
          "the heads, and a bias in every projection.",
        ko:
          "행렬 세 개만 세었습니다. 두 가지가 빠졌습니다. 헤드 다음의 출력 투영, 그리고 투영마다 있는 편향입니다.",
      },
      source: variant("3 * modelSize * width"),
      values: (modelSize, headCount, dim) => [3 * modelSize * headCount * dim],
    },
    {
      name: "counts one head",
      hint: {
        en:
          "You count as if there were one head. Every head has its own three projections, and the output " +
          "projection takes the numbers of all heads.",
        ko:
          "헤드가 하나인 것처럼 세었습니다. 헤드마다 자기 투영 세 개가 있고, 출력 투영은 모든 헤드의 수를 받습니다.",
      },
      source: variant("4 * modelSize * dim + 3 * dim + modelSize"),
      values: (modelSize, _, dim) => [3 * linear(modelSize, dim) + linear(dim, modelSize)],
    },
    {
      name: "takes dim for modelSize / headCount",
      hint: {
        en:
          "Your count does not depend on dim. It holds only where the heads share the model size out; here " +
          "dim may be anything, so the matrices need not be square.",
        ko:
          "센 값이 dim에 따라 달라지지 않습니다. 헤드들이 모델 크기를 나누어 가질 때만 맞는 값입니다. 여기서는 dim이 무엇이든 될 수 있으므로 " +
          "행렬이 정사각형이 아닐 수 있습니다.",
      },
      source: variant("4 * (modelSize ** 2 + modelSize)"),
      values: (modelSize) => [4 * linear(modelSize, modelSize)],
    },
    {
      name: "output bias as long as the heads",
      hint: {
        en:
          "Nearly: only the output projection's bias is counted wrongly. A bias has one number for each " +
          "output, and the output projection leads to modelSize numbers.",
        ko:
          "거의 맞았습니다. 출력 투영의 편향만 잘못 세었습니다. 편향은 출력마다 수 하나이고, 출력 투영의 출력은 modelSize개입니다.",
      },
      source: variant("4 * (modelSize * width + width)"),
      values: (modelSize, headCount, dim) => [4 * linear(modelSize, headCount * dim)],
    },
  ],

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
