/**
 * Exercise 04.2: attention as "Attention Is All You Need" (Vaswani et al. 2017, section 3.2.1, equation
 * 1) writes it: softmax(Q·Kᵀ / √d_k)·V.
 *
 * @module
 */
import { matrix, whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [queries: TensorData, keys: TensorData, values: TensorData];

export const scaledDotProductAttention = defineExercise<Arguments>({
  id: "04.2",
  name: "scaledDotProductAttention",
  title: { en: "Scaled dot-product attention", ko: "스케일드 닷 프로덕트 어텐션" },
  difficulty: 3,
  minutes: 15,
  points: 4,
  task: {
    en:
      `Write $\\mathrm{softmax}(QK^\\top / \\sqrt{d_k})\\,V$ for one sequence. Each query looks at every key;
a row of \`weights\` (어텐션 가중치) says how much. Return the output **and** the weights.`,
    ko:
      `문장 하나에 대해 $\\mathrm{softmax}(QK^\\top / \\sqrt{d_k})\\,V$를 구현하세요. 쿼리마다 모든 키를 보고, \`weights\`(어텐션
가중치)의 한 행은 각 키를 얼마나 보는지 말해 줍니다. 출력**과** 가중치를 함께 돌려주세요.`,
  },
  card: ["matMul", "div", "softmax"],
  stub: `/**
 * Scaled dot-product attention: softmax(Q·Kᵀ / √d_k)·V.
 *
 * @param queries [query, dim]
 * @param keys [key, dim]: dim is d_k
 * @param values [key, dim]: their dim may differ from that of the keys
 * @returns output [query, dim] and weights [query, key]; each row of the weights sums to 1
 */
function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: Axes<"query dim">; weights: Axes<"query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "query dim" },
    { name: "keys", axes: "key dim" },
    { name: "values", axes: "key dim" },
  ],
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "query dim" }],
  withheld: ["lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const row = [...random.normals(5)];
    return [
      {
        property: {
          en: "Worked by hand: scores ln 9 and 0 after the scale, weights 0.9 and 0.1",
          ko: "손으로 푼 예: 나눈 점수 ln 9와 0, 가중치 0.9와 0.1",
        },
        args: [
          TensorData.fromRows([[2 * Math.log(9), 0, 0, 0]]),
          TensorData.fromRows([[1, 0, 0, 0], [0, 1, 0, 0]]),
          TensorData.fromRows([[10, 0, 2], [0, 10, 4]]),
        ],
        result: {
          weights: TensorData.fromRows([[0.9, 0.1]]),
          output: TensorData.fromRows([[9, 1, 2.2]]),
        },
      },
      {
        property: {
          en: "One key: its weight is 1, and its value comes back",
          ko: "키가 하나: 가중치는 1, 그 값이 그대로 나옵니다",
        },
        args: [matrix(random, 3, 5), matrix(random, 1, 5), matrix(random, 1, 2)],
      },
      {
        property: {
          en: "Equal keys: equal weights, and the mean of the values",
          ko: "키가 모두 같음: 가중치도 같고, 출력은 값들의 평균입니다",
        },
        args: [
          matrix(random, 2, 5),
          TensorData.fromRows([row, row, row]),
          matrix(random, 3, 7),
        ],
      },
      {
        property: {
          en: "More keys than dimensions",
          ko: "차원보다 키가 많음",
        },
        args: [matrix(random, 5, 3), matrix(random, 11, 3), matrix(random, 11, 2)],
      },
      {
        property: {
          en: "More dimensions than keys",
          ko: "키보다 차원이 많음",
        },
        args: [matrix(random, 7, 17), matrix(random, 3, 17), matrix(random, 3, 5)],
      },
      {
        property: {
          en: "Large scores stay finite",
          ko: "점수가 커도 유한합니다",
        },
        args: [
          whole(matrix(random, 3, 13, 20)),
          whole(matrix(random, 5, 13, 20)),
          matrix(random, 5, 2),
        ],
      },
    ];
  },

  hints: [
    {
      en:
        "Three steps: scores [query, key], weights [query, key], output [query, dim]. Write the shape " +
        "beside each line.",
      ko:
        "세 단계입니다. 점수 [query, key], 가중치 [query, key], 출력 [query, dim]. 줄마다 모양(shape)을 적어 보세요.",
    },
    {
      en:
        "tf.matMul(a, b, false, true) multiplies by the transpose of b. tf.softmax works along the last axis.",
      ko:
        "tf.matMul(a, b, false, true)는 b의 전치를 곱합니다. tf.softmax는 마지막 축을 따라 계산합니다.",
    },
    {
      en:
        "d_k is the length of the keys' last axis: keys.shape[1]. Divide the scores by Math.sqrt of it, " +
        "take the softmax, then multiply the weights by the values.",
      ko:
        "d_k는 키의 마지막 축의 길이 keys.shape[1]입니다. 점수를 그 제곱근으로 나누고, softmax를 취한 뒤, 가중치에 값(values)을 곱하세요.",
    },
  ],
});
