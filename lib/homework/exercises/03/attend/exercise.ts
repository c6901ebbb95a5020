/**
 * Exercise 03.3: attention between given queries, keys and values, still without the scale of notebook
 * 04 (Vaswani et al. 2017, section 3.2.1).
 *
 * @module
 */
import {
  matrix,
  multiply,
  type Rows,
  softmax,
  transpose,
  whole,
} from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [queries: TensorData, keys: TensorData, values: TensorData];

export type Result = { output: TensorData; weights: TensorData };

export function scoresOf(queries: TensorData, keys: TensorData, factor = 1): Rows {
  return multiply(queries.rows(), transpose(keys.rows()))
    .map((row) => row.map((score) => score * factor));
}

export function result(weights: Rows, values: TensorData): Result {
  return {
    output: TensorData.fromRows(multiply(weights, values.rows())),
    weights: TensorData.fromRows(weights),
  };
}

export const attend = defineExercise<Arguments, Result>({
  id: "03.3",
  name: "attend",
  title: "Ask, compare, collect",
  difficulty: 3,
  minutes: 15,
  points: 3,
  task: `Each query is compared with every key; the softmax of these scores weighs the values:
$\\mathrm{softmax}(QK^\\top)\\,V$. Leave out $\\sqrt{d_k}$: it is the next notebook's. Queries may come from
another sequence, so there may be more or fewer of them than keys.`,
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
        property: "One query, two keys: by hand",
        args: [
          TensorData.fromRows([[1, 0]]),
          TensorData.fromRows([[1, 5], [0, 3]]),
          TensorData.fromRows([[1, 0], [0, 1]]),
        ],
      },
      {
        property: "Equal keys: equal weights, and the mean of the values",
        args: [
          matrix(random, 2, 5),
          TensorData.fromRows([row, row, row]),
          matrix(random, 3, 5),
        ],
      },
      {
        property: "Self-attention: as many queries as keys",
        args: [matrix(random, 7, 3), matrix(random, 7, 3), matrix(random, 7, 3)],
      },
      {
        property: "Cross-attention: fewer queries than keys, longer values",
        args: [matrix(random, 3, 5), matrix(random, 11, 5), matrix(random, 11, 13)],
      },
      {
        property: "Large scores stay finite",
        args: [
          whole(matrix(random, 3, 7, 20)),
          whole(matrix(random, 5, 7, 20)),
          matrix(random, 5, 7),
        ],
      },
    ];
  },

  reference(queries, keys, values) {
    return result(scoresOf(queries, keys).map(softmax), values);
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
