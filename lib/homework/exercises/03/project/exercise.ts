/**
 * Exercise 03.2: the three learned matrices of self-attention (Vaswani et al. 2017, section 3.2.2),
 * which give every word its query, its key and its value.
 *
 * @module
 */
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [
  inputs: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  valueWeights: TensorData,
];

export const project = defineExercise<Arguments>({
  id: "03.2",
  name: "project",
  title: { en: "Three roles from one sentence", ko: "한 문장에서 세 역할" },
  difficulty: 1,
  minutes: 10,
  points: 2,
  task: {
    en: `Give every word its query (쿼리), its key (키) and its value (값): $Q = XW_Q$, $K = XW_K$,
$V = XW_V$. Words are **rows** of $X$. Queries and keys get one length, values may have another.`,
    ko:
      `단어마다 쿼리(query), 키(key), 값(value)을 만드세요. $Q = XW_Q$, $K = XW_K$, $V = XW_V$입니다. 단어는 $X$의
**행**입니다. 쿼리와 키는 길이가 같고, 값은 길이가 다를 수 있습니다.`,
  },
  card: ["matMul plain"],
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
        property: {
          en:
            "Worked by hand: the word [1, 0] takes the first row of each matrix, [1, 1] the sum of both",
          ko: "손으로 푼 예: 단어 [1, 0]은 각 행렬의 첫 행, [1, 1]은 두 행의 합",
        },
        args: [
          TensorData.fromRows([[1, 0], [1, 1]]),
          TensorData.fromRows([[0, 1], [2, 0]]),
          TensorData.fromRows([[1, 3], [0, 1]]),
          TensorData.fromRows([[5, 1], [0, 2]]),
        ],
        result: {
          queries: TensorData.fromRows([[0, 1], [2, 1]]),
          keys: TensorData.fromRows([[1, 3], [1, 4]]),
          values: TensorData.fromRows([[5, 1], [5, 3]]),
        },
      },
      {
        property: { en: "Square matrices", ko: "정사각 행렬" },
        args: [matrix(random, 3, 5), square(), square(), square()],
      },
      {
        property: { en: "A single word", ko: "단어가 하나" },
        args: [
          matrix(random, 1, 7),
          matrix(random, 7, 2),
          matrix(random, 7, 2),
          matrix(random, 7, 3),
        ],
      },
      {
        property: {
          en: "Queries and keys shorter than the words",
          ko: "쿼리와 키가 단어보다 짧음",
        },
        args: [
          matrix(random, 7, 11),
          matrix(random, 11, 3),
          matrix(random, 11, 3),
          matrix(random, 11, 3),
        ],
      },
      {
        property: { en: "Values of another length", ko: "길이가 다른 값(values)" },
        args: [
          matrix(random, 5, 3),
          matrix(random, 3, 2),
          matrix(random, 3, 2),
          matrix(random, 3, 7),
        ],
      },
    ];
  },

  hints: [
    {
      en: "Write the shapes below one another: [time, model] times [model, dim] gives what?",
      ko: "모양을 나란히 적어 보세요. [time, model]에 [model, dim]을 곱하면 무엇이 될까요?",
    },
    {
      en:
        "A matrix product with tf.matMul, three times, each with its own matrix. Nothing is transposed.",
      ko: "tf.matMul로 행렬곱을 세 번, 각각 자신의 행렬로 합니다. 전치는 필요 없습니다.",
    },
    {
      en: "The queries are tf.matMul(inputs, queryWeights); keys and values go the same way.",
      ko: "쿼리는 tf.matMul(inputs, queryWeights)입니다. 키와 값도 같은 방법입니다.",
    },
  ],
});
