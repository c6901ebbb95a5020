/**
 * Exercise 05.4: how many numbers a multi-head attention learns, with a head size of any choice
 * (Vaswani et al. 2017, section 3.2.2, whose layers have d_model = 512, 8 heads and 64 numbers each).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";

type Arguments = [modelSize: number, headCount: number, dim: number];

export const countParameters = defineExercise<Arguments>({
  id: "05.4",
  name: "countParameters",
  title: { en: "Count what the layer learns", ko: "학습되는 수 세기" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `A layer has \`headCount\` heads. Each projects the \`modelSize\` numbers of a vector to \`dim\` for its
queries, \`dim\` for its keys and \`dim\` for its values; one output projection leads from all heads back to
\`modelSize\` numbers. Every projection has a **bias**: one more number for each of its outputs. How many
numbers are learned? Here \`dim\` may be anything, not only modelSize / headCount.`,
    ko:
      `층에 헤드가 \`headCount\`개 있습니다. 헤드마다 벡터의 수 \`modelSize\`개를 쿼리 \`dim\`개, 키 \`dim\`개, 값(values)
\`dim\`개로 투영합니다. 출력 투영 하나가 모든 헤드의 수를 다시 \`modelSize\`개로 보냅니다. 투영마다 **편향**(bias)이 있고, 편향은 출력마다 수
하나입니다. 학습되는 수는 모두 몇 개일까요? 여기서 \`dim\`은 modelSize / headCount가 아니어도 됩니다.`,
  },
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
  result: [{ name: "the count", ko: "매개변수의 수", axes: "" }],
  withheld: ["lib/attention/multi_head.ts", "lib/models/count_parameters.ts"],

  cases(random): Case<Arguments>[] {
    const wide = 2 + random.integer(40);
    return [
      {
        property: {
          en:
            "By hand: model size 3, two heads of 5: three times 3 · 10 + 10, then 10 · 3 + 3, so 153",
          ko:
            "손으로 푼 예: 모델 크기 3, 5개짜리 헤드 둘: 3 · 10 + 10이 세 번, 그다음 10 · 3 + 3, 모두 153",
        },
        args: [3, 2, 5],
        result: 153,
      },
      {
        property: {
          en: "As in “Attention Is All You Need”: 512, eight heads of 64",
          ko: "“Attention Is All You Need”처럼: 512, 64개짜리 헤드 여덟",
        },
        args: [512, 8, 64],
        result: 1_050_624,
      },
      {
        property: {
          en: "One head of 512 costs the same as eight of 64",
          ko: "512개짜리 헤드 하나도 64개짜리 여덟과 같습니다",
        },
        args: [512, 1, 512],
        result: 1_050_624,
      },
      {
        property: { en: "Narrow heads cost less", ko: "좁은 헤드는 적게 듭니다" },
        args: [60, 5, 3],
      },
      {
        property: { en: "Wide heads cost more", ko: "넓은 헤드는 많이 듭니다" },
        args: [7, 3, 5],
      },
      { property: { en: "Any other sizes", ko: "그 밖의 크기" }, args: [5 + 2 * wide, 3, wide] },
    ];
  },

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
