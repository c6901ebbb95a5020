/**
 * Exercise 07.5: causal, padded, scaled multi-head attention, the pieces of notebooks 04, 05 and 07 in one
 * function (Vaswani et al. 2017, sections 3.2.2 and 3.2.3), without biases.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { normal, type Projections, projections } from "../../05/heads.ts";

type Arguments = [
  sequence: TensorData,
  ids: TensorData,
  projections: Projections,
  headCount: number,
];

/** Ids of words, 0 where a row has padding. */
const words = (...rows: number[][]): TensorData => TensorData.fromRows(rows, "int32");

/** `factor` times the identity. */
const scaling = (size: number, factor: number): TensorData =>
  tabulate(size, size, (i, j) => i === j ? factor : 0);

/** Projections that change nothing but what is given. */
const plain = (size: number, changed: Partial<Projections> = {}): Projections => {
  const unit = scaling(size, 1);
  return { queries: unit, keys: unit, values: unit, output: unit, ...changed };
};

/** A sequence whose places from `from` on are 300 times as long. */
function loudFrom(from: number, sequence: TensorData): TensorData {
  const [, time, model] = sequence.shape;
  const loud = Array.from(sequence.numbers, (value, i) => {
    return Math.floor(i / model) % time >= from ? 300 * value : value;
  });
  return new TensorData(sequence.shape, loud);
}

/** Sentences without padding, of words that are all different. */
function unpadded(batch: number, time: number): TensorData {
  return words(
    ...Array.from(
      { length: batch },
      (_, row) => Array.from({ length: time }, (_, place) => 1 + row * time + place),
    ),
  );
}

/** Everything drawn at random. */
function drawn(random: Random, ids: TensorData, model: number, headCount: number): Arguments {
  const [batch, time] = ids.shape;
  return [normal(random, [batch, time, model]), ids, projections(random, model), headCount];
}

export const causalAttention = defineExercise<Arguments>({
  id: "07.5",
  name: "causalAttention",
  title: { en: "A decoder's attention, whole", ko: "디코더의 어텐션 전체" },
  difficulty: 4,
  minutes: 30,
  points: 6,
  task: {
    en:
      `Put together what you built: **scaled** scores (notebook 4) in several **heads** (notebook 5), hidden by the
**causal** and the **padding** mask (id 0). The sequence asks itself: queries, keys and values are projections of it,
without biases. A place that may see nothing gets weights and output 0. Use your \`paddingMask\`, \`causalMask\`,
\`combineMasks\` and \`maskedSoftmax\`; split and merge the heads yourself. Return the output **and** the weights.`,
    ko:
      `지금까지 만든 것을 모으세요. **스케일된** 점수(4번 노트북)를 여러 **헤드**(5번 노트북)에서 구하고, **인과** 마스크와 **패딩** 마스크(id 0)로
가립니다. 시퀀스가 자기 자신에게 묻습니다. 쿼리, 키, 값은 모두 이 시퀀스의 투영이고 편향은 없습니다. 아무것도 볼 수 없는 자리의 가중치와 출력은 0입니다.
앞에서 쓴 \`paddingMask\`, \`causalMask\`, \`combineMasks\`, \`maskedSoftmax\`를 쓰고, 헤드를 나누고 합치는 일은 직접 하세요. 출력**과** 가중치를
함께 돌려주세요.`,
  },
  card: ["matMul", "reshape", "transpose", "expandDims", "div"],
  stub: `/**
 * Causal, padded, scaled multi-head attention of a sequence on itself.
 *
 * @param sequence [batch, time, model]
 * @param ids int32 [batch, key]: the words of the sequence; 0 is padding, on either side
 * @param projections four matrices [model, model], multiplied from the right
 * @param headCount a divisor of model
 * @returns output [batch, time, model] and weights [batch, head, query, key]
 */
function causalAttention(
  sequence: Axes<"batch time model">,
  ids: Axes<"batch key">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): { output: Axes<"batch time model">; weights: Axes<"batch head query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "sequence", axes: "batch time model" },
    { name: "ids", axes: "batch key" },
    { name: "projections", axes: "" },
    { name: "headCount", axes: "" },
  ],
  result: [
    { name: "weights", axes: "batch head query key" },
    { name: "output", axes: "batch time model" },
  ],
  uses: ["07.1", "07.2", "07.3", "07.4"],
  withheld: [
    "lib/attention/multi_head.ts",
    "lib/attention/dot_product.ts",
    "lib/attention/masked_softmax.ts",
  ],

  cases(random): Case<Arguments>[] {
    const sequence = normal(random, [2, 5, 6]);
    const matrices = projections(random, 6);
    const future: Case["property"] = {
      en: "What comes later changes nothing before it, however loud it is",
      ko: "뒤에 오는 것이 아무리 커도 앞의 것은 바뀌지 않음",
    };
    return [
      {
        property: {
          en: "One place: it sees itself with weight 1; the output comes from the values alone",
          ko: "자리가 하나: 가중치 1로 자기 자신을 보고, 출력은 값(values)에서만 나옴",
        },
        args: drawn(random, words([3], [5]), 10, 2),
      },
      {
        property: {
          en: "By hand: the second place gives 3/4 to itself in head 0, 1/2 in head 1",
          ko: "손으로 푼 예: 둘째 자리가 헤드 0에서는 자신에게 3/4, 헤드 1에서는 1/2을 줌",
        },
        args: [
          // A head's vectors have four numbers: the scores are divided by 2.
          new TensorData([1, 2, 8], [
            ...[0, 0, 0, 0, 4, 0, 0, 0],
            ...[Math.sqrt(2 * Math.log(3)), 0, 0, 0, 0, 0, 0, 0],
          ]),
          words([1, 2]),
          plain(8),
          2,
        ],
        result: {
          weights: new TensorData([1, 2, 2, 2], [1, 0, 0.25, 0.75, 1, 0, 0.5, 0.5]),
          output: new TensorData([1, 2, 8], [
            ...[0, 0, 0, 0, 4, 0, 0, 0],
            ...[0.75 * Math.sqrt(2 * Math.log(3)), 0, 0, 0, 2, 0, 0, 0],
          ]),
        },
      },
      {
        property: {
          en: "Equal scores: place t shares its weight among t + 1 places",
          ko: "점수가 같음: t번째 자리가 t + 1개의 자리에 가중치를 똑같이 나누어 줌",
        },
        args: [
          normal(random, [2, 5, 6]),
          unpadded(2, 5),
          plain(6, { queries: scaling(6, 0) }),
          3,
        ],
      },
      { property: future, args: [sequence, unpadded(2, 5), matrices, 3] },
      { property: future, args: [loudFrom(3, sequence), unpadded(2, 5), matrices, 3] },
      { property: future, args: [loudFrom(1, sequence), unpadded(2, 5), matrices, 3] },
      {
        property: {
          en: "Padding at the end and in the middle is not looked at",
          ko: "끝과 중간의 패딩은 보지 않음",
        },
        args: drawn(random, words([4, 2, 7, 0, 0], [3, 0, 1, 9, 0]), 6, 2),
      },
      {
        property: {
          en: "Padding at the beginning: places that may see nothing get 0, no NaN",
          ko: "앞쪽의 패딩: 아무것도 볼 수 없는 자리는 NaN이 아니라 0",
        },
        args: drawn(random, words([0, 0, 5, 3, 8], [0, 6, 2, 4, 1]), 6, 2),
      },
      {
        property: { en: "One head", ko: "헤드가 하나" },
        args: drawn(random, unpadded(2, 3), 5, 1),
      },
      {
        property: {
          en: "Three sentences, five heads of two numbers",
          ko: "문장 셋, 수가 둘씩인 헤드 다섯",
        },
        args: drawn(
          random,
          words([1, 2, 3, 4, 0, 0, 0], [5, 6, 7, 8, 9, 1, 2], [0, 0, 3, 4, 5, 6, 7]),
          10,
          5,
        ),
      },
    ];
  },

  hints: [
    {
      en:
        "Six steps: project, split into heads, scaled scores, weights by maskedSoftmax with both masks, mix the values and " +
        "merge the heads, output projection. Print the shape after each.",
      ko:
        "여섯 단계입니다. 투영, 헤드로 나누기, 스케일된 점수, 두 마스크를 쓴 maskedSoftmax의 가중치, 값을 섞어 헤드 합치기, 출력 투영. 단계마다 shape을 찍어 보세요.",
    },
    {
      en:
        "The scores are [batch, head, query, key], the combined mask [batch, query, key]. It needs an axis of length 1 " +
        "where the heads are: tf.expandDims(mask, 1).",
      ko:
        "점수는 [batch, head, query, key], 합친 마스크는 [batch, query, key]입니다. tf.expandDims(mask, 1)로 헤드 자리에 길이 1인 축을 넣으세요.",
    },
    {
      en:
        "Heads: reshape to [batch, time, headCount, dim], then transpose by [0, 2, 1, 3]. Divide the scores by Math.sqrt(dim). " +
        "After tf.matMul(weights, values) transpose by [0, 2, 1, 3] again, reshape to [batch, time, model], and multiply by " +
        "projections.output.",
      ko:
        "헤드는 [batch, time, headCount, dim]으로 reshape한 뒤 [0, 2, 1, 3]으로 transpose합니다. 점수를 Math.sqrt(dim)으로 나누세요. " +
        "tf.matMul(weights, values) 뒤에 다시 [0, 2, 1, 3]으로 transpose하고 [batch, time, model]로 reshape해 projections.output을 곱합니다.",
    },
  ],
});
