/**
 * Exercise 03.2: the three learned matrices of self-attention (Vaswani et al. 2017, section 3.2.2),
 * which give every word its query, its key and its value.
 *
 * @module
 */
import { matrix, multiply } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [
  inputs: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  valueWeights: TensorData,
];

export type Result = { queries: TensorData; keys: TensorData; values: TensorData };

export function product(inputs: TensorData, weights: TensorData): TensorData {
  return TensorData.fromRows(multiply(inputs.rows(), weights.rows()));
}

export const project = defineExercise<Arguments, Result>({
  id: "03.2",
  name: "project",
  title: "Three roles from one sentence",
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: `Give every word its query (쿼리), its key (키) and its value (값): $Q = XW_Q$, $K = XW_K$,
$V = XW_V$. Words are **rows** of $X$. Queries and keys get one length, values may have another.`,
  stub: `/**
 * Queries, keys and values of a sentence.
 *
 * @param inputs [time, model]: one row for each word
 * @param queryWeights [model, dim]
 * @param keyWeights [model, dim]
 * @param valueWeights [model, value]
 * @returns queries [time, dim], keys [time, dim] and values [time, value]
 */
function project(
  inputs: Axes<"time model">,
  queryWeights: Axes<"model dim">,
  keyWeights: Axes<"model dim">,
  valueWeights: Axes<"model value">,
): { queries: Axes<"time dim">; keys: Axes<"time dim">; values: Axes<"time value"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "inputs", axes: "time model" },
    { name: "queryWeights", axes: "model dim" },
    { name: "keyWeights", axes: "model dim" },
    { name: "valueWeights", axes: "model value" },
  ],
  result: [
    { name: "queries", axes: "time dim" },
    { name: "keys", axes: "time dim" },
    { name: "values", axes: "time value" },
  ],

  cases(random): Case<Arguments>[] {
    const square = () => matrix(random, 5, 5);
    return [
      {
        property: "Two words, by hand",
        args: [
          TensorData.fromRows([[1, 0], [1, 1]]),
          TensorData.fromRows([[0, 1], [2, 0]]),
          TensorData.fromRows([[1, 3], [0, 1]]),
          TensorData.fromRows([[5, 1], [0, 2]]),
        ],
      },
      { property: "Square matrices", args: [matrix(random, 3, 5), square(), square(), square()] },
      {
        property: "Queries and keys shorter than the words",
        args: [
          matrix(random, 7, 11),
          matrix(random, 11, 3),
          matrix(random, 11, 3),
          matrix(random, 11, 3),
        ],
      },
      {
        property: "Values of another length",
        args: [
          matrix(random, 5, 3),
          matrix(random, 3, 2),
          matrix(random, 3, 2),
          matrix(random, 3, 7),
        ],
      },
    ];
  },

  reference: (inputs, queryWeights, keyWeights, valueWeights) => ({
    queries: product(inputs, queryWeights),
    keys: product(inputs, keyWeights),
    values: product(inputs, valueWeights),
  }),

  hints: [
    {
      en: "Write the shapes below one another: [time, model] times [model, dim] gives what?",
      ko: "모양을 나란히 적어 보세요. [time, model]에 [model, dim]을 곱하면 무엇이 될까요?",
    },
    {
      en:
        "A matrix product with tf.matMul, three times, each with its own matrix. Nothing is transposed.",
      ko: "tf.matMul로 행렬 곱을 세 번, 각각 자신의 행렬로 합니다. 전치는 필요 없습니다.",
    },
    {
      en: "The queries are tf.matMul(inputs, queryWeights); keys and values go the same way.",
      ko: "쿼리는 tf.matMul(inputs, queryWeights)입니다. 키와 값도 같은 방법입니다.",
    },
  ],
});
