/**
 * Exercise 03.3: attention between given queries, keys and values, still without the scale of notebook
 * 04 (Vaswani et al. 2017, section 3.2.1).
 *
 * @module
 */
import { matrix, whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [queries: TensorData, keys: TensorData, values: TensorData];

export const attend = defineExercise<Arguments>({
  id: "03.3",
  name: "attend",
  title: { en: "Ask, compare, collect", ko: "묻고, 비교하고, 모으기" },
  difficulty: 3,
  minutes: 15,
  points: 3,
  task: {
    en: `Each query is compared with every key; the softmax of these scores weighs the values:
$\\mathrm{softmax}(QK^\\top)\\,V$. Leave out $\\sqrt{d_k}$: it is the next notebook's. Queries may come from
another sequence, so there may be more or fewer of them than keys.`,
    ko:
      `쿼리마다 모든 키와 비교하고, 그 점수에 취한 소프트맥스로 값(values)을 모읍니다. $\\mathrm{softmax}(QK^\\top)\\,V$입니다.
$\\sqrt{d_k}$로 나누는 것은 다음 노트북의 일이니 빼세요. 쿼리는 다른 문장에서 올 수 있으므로 키보다 많거나 적을 수 있습니다.`,
  },
  card: ["matMul plain", "matMul", "softmax"],
  stub: `/**
 * Attention without a scale: softmax(Q·Kᵀ)·V.
 *
 * @param queries [query, dim]
 * @param keys [key, dim]
 * @param values [key, value]: one row for each key, of any length
 * @returns output [query, value] and weights [query, key]; each row of the weights sums to 1
 */
function attend(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "query dim" },
    { name: "keys", axes: "key dim" },
    { name: "values", axes: "key value" },
  ],
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "query value" }],
  withheld: ["lib/attention/without_parameters.ts", "lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const row = [...random.normals(5)];
    return [
      {
        property: {
          en:
            "Worked by hand: scores ln 3 and 0, weights 3/4 and 1/4, output 3/4 · [4, 8, 0] + 1/4 · [8, 0, 4]",
          ko:
            "손으로 푼 예: 점수 ln 3과 0, 가중치 3/4과 1/4, 출력 3/4 · [4, 8, 0] + 1/4 · [8, 0, 4]",
        },
        args: [
          TensorData.fromRows([[1, 0]]),
          TensorData.fromRows([[Math.log(3), 5], [0, 2]]),
          TensorData.fromRows([[4, 8, 0], [8, 0, 4]]),
        ],
        result: {
          weights: TensorData.fromRows([[0.75, 0.25]]),
          output: TensorData.fromRows([[5, 6, 1]]),
        },
      },
      {
        property: {
          en: "Equal keys: equal weights, and the mean of the values",
          ko: "모두 같은 키: 가중치도 같고, 출력은 값들의 평균입니다",
        },
        args: [
          matrix(random, 2, 5),
          TensorData.fromRows([row, row, row]),
          matrix(random, 3, 5),
        ],
      },
      {
        property: {
          en: "Self-attention: as many queries as keys",
          ko: "셀프 어텐션: 쿼리와 키의 개수가 같음",
        },
        args: [matrix(random, 7, 3), matrix(random, 7, 3), matrix(random, 7, 3)],
      },
      {
        property: {
          en: "Cross-attention: fewer queries than keys, longer values",
          ko: "크로스 어텐션: 쿼리가 키보다 적고 값이 더 긺",
        },
        args: [matrix(random, 3, 5), matrix(random, 11, 5), matrix(random, 11, 13)],
      },
      {
        property: {
          en: "Cross-attention: more queries than keys, shorter values",
          ko: "크로스 어텐션: 쿼리가 키보다 많고 값이 더 짧음",
        },
        args: [matrix(random, 13, 7), matrix(random, 5, 7), matrix(random, 5, 2)],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [
          whole(matrix(random, 3, 7, 20)),
          whole(matrix(random, 5, 7, 20)),
          matrix(random, 5, 7),
        ],
      },
    ];
  },

  hints: [
    {
      en:
        "Three steps: scores [query, key], weights [query, key], output [query, value]. Which of the three " +
        "inputs does each step need?",
      ko:
        "세 단계입니다. 점수 [query, key], 가중치 [query, key], 출력 [query, value]. 각 단계에는 세 입력 중 무엇이 필요할까요?",
    },
    {
      en:
        "Queries times the transpose of the keys gives the scores: tf.matMul(a, b, false, true). tf.softmax " +
        "works along the last axis.",
      ko:
        "쿼리에 키의 전치를 곱하면 점수입니다. tf.matMul(a, b, false, true)를 쓰세요. tf.softmax는 마지막 축을 따라 계산합니다.",
    },
    {
      en: "Softmax of queries · keysᵀ along the last axis, then these weights times the values.",
      ko: "쿼리 · 키ᵀ에 마지막 축을 따라 softmax를 취하고, 그 가중치에 값(values)을 곱하세요.",
    },
  ],
});
