/**
 * Exercise 04.2: attention as "Attention Is All You Need" (Vaswani et al. 2017, section 3.2.1, equation
 * 1) writes it: softmax(Q·Kᵀ / √d_k)·V.
 *
 * @module
 */
import {
  matrix,
  multiply,
  type Rows,
  scale,
  softmax,
  transpose,
  whole,
} from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [queries: TensorData, keys: TensorData, values: TensorData];

export type Result = { output: TensorData; weights: TensorData };

/** Attention with the scores multiplied by `factor(dim, number of keys)`. */
export function attention(
  [queries, keys, values]: Arguments,
  factor: (dim: number, keyCount: number) => number,
): Result {
  const q = queries.rows();
  const k = keys.rows();
  const scores = scale(multiply(q, transpose(k)), factor(k[0].length, k.length));
  return answer(scores.map(softmax), values.rows());
}

export function answer(weights: Rows, values: Rows): Result {
  const output = TensorData.fromRows(multiply(weights, values));
  return { output, weights: TensorData.fromRows(weights) };
}

export const scaledDotProductAttention = defineExercise<Arguments, Result>({
  id: "04.2",
  name: "scaledDotProductAttention",
  title: "Scaled dot-product attention",
  difficulty: 3,
  minutes: 15,
  points: 4,
  task:
    `Write $\\mathrm{softmax}(QK^\\top / \\sqrt{d_k})\\,V$ for one sequence. Each query looks at every key;
a row of \`weights\` (어텐션 가중치) says how much. Return the output **and** the weights.`,
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
        property: "One key: its weight is 1, and its value comes back",
        args: [matrix(random, 3, 5), matrix(random, 1, 5), matrix(random, 1, 2)],
      },
      {
        property: "Equal keys: equal weights, and the mean of the values",
        args: [
          matrix(random, 2, 5),
          TensorData.fromRows([row, row, row]),
          matrix(random, 3, 7),
        ],
      },
      {
        property: "More keys than dimensions",
        args: [matrix(random, 5, 3), matrix(random, 11, 3), matrix(random, 11, 2)],
      },
      {
        property: "More dimensions than keys",
        args: [matrix(random, 7, 17), matrix(random, 3, 17), matrix(random, 3, 5)],
      },
      {
        property: "Large scores stay finite",
        args: [
          whole(matrix(random, 3, 13, 20)),
          whole(matrix(random, 5, 13, 20)),
          matrix(random, 5, 2),
        ],
      },
    ];
  },

  reference(...args) {
    return attention(args, (dim) => 1 / Math.sqrt(dim));
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
