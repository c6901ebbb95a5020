/**
 * Exercise 03.2: the three learned matrices of self-attention (Vaswani et al. 2017, section 3.2.2),
 * which give every word its query, its key and its value.
 *
 * @module
 */
import { matrix, multiply } from "../../arithmetic.ts";
import { type Case, defineExercise, Throws } from "../../exercise.ts";
import { matMul, unlikeShapes } from "../../thrown.ts";
import { TensorData } from "../../values.ts";

type Arguments = [
  inputs: TensorData,
  queryWeights: TensorData,
  keyWeights: TensorData,
  valueWeights: TensorData,
];
type Result = { queries: TensorData; keys: TensorData; values: TensorData };

function product(inputs: TensorData, weights: TensorData): TensorData {
  return TensorData.fromRows(multiply(inputs.rows(), weights.rows()));
}

function entryByEntry(inputs: TensorData, weights: TensorData): TensorData | Throws {
  return unlikeShapes(inputs.shape, weights.shape) ??
    new TensorData(inputs.shape, inputs.numbers.map((x, i) => x * weights.numbers[i]));
}

/** The three results, or the errors of those that cannot be made: whichever is tried first. */
function roles(
  weights: TensorData[],
  make: (weights: TensorData) => TensorData | Throws,
): Result | Throws {
  const made = weights.map(make);
  const errors = made.filter((each) => each instanceof Throws);
  if (errors.length > 0) return new Throws(...errors.flatMap(({ messages }) => messages));
  const [queries, keys, values] = made.filter((each) => each instanceof TensorData);
  return { queries, keys, values };
}

/** A whole cell with its own lines for the three results. */
function variant(queries: string, keys: string, values: string): string {
  return `function project(
  inputs: Axes<"time model">,
  queryWeights: Axes<"model dim">,
  keyWeights: Axes<"model dim">,
  valueWeights: Axes<"model value">,
): { queries: Axes<"time dim">; keys: Axes<"time dim">; values: Axes<"time value"> } {
  const queries: Axes<"time dim"> = ${queries};
  const keys: Axes<"time dim"> = ${keys};
  const values: Axes<"time value"> = ${values};
  return { queries, keys, values };
}`;
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

  mistakes: [
    {
      name: "W transposed",
      hint: {
        en:
          "You multiply by the transpose of the matrices. With square ones that runs and is wrong, with " +
          "others it throws. The matrices are [model, dim]: a row of the inputs meets their columns as " +
          "they are.",
        ko:
          "행렬의 전치를 곱했습니다. 정사각 행렬이면 계산은 되지만 틀리고, 아니면 오류가 납니다. 행렬은 [model, dim]이므로 " +
          "입력의 행을 그대로 곱하면 됩니다.",
      },
      source: variant(
        "tf.matMul(inputs, queryWeights, false, true)",
        "tf.matMul(inputs, keyWeights, false, true)",
        "tf.matMul(inputs, valueWeights, false, true)",
      ),
      values: (inputs, ...weights) => [roles(weights, (matrix) => matMul(inputs, matrix, "right"))],
    },
    {
      name: "the matrix first",
      hint: {
        en:
          "You multiply matrix times words. Some books write it so, with words as columns. Here words are " +
          "rows: the inputs [time, model] come first, then the matrix [model, dim].",
        ko:
          "행렬을 앞에, 단어를 뒤에 놓고 곱했습니다. 단어를 열로 쓰는 책에서는 그렇게 합니다. 여기서는 단어가 행이므로 " +
          "입력 [time, model]이 먼저, 행렬 [model, dim]이 다음입니다.",
      },
      source: variant(
        "tf.matMul(queryWeights, inputs)",
        "tf.matMul(keyWeights, inputs)",
        "tf.matMul(valueWeights, inputs)",
      ),
      values: (inputs, ...weights) => [roles(weights, (matrix) => matMul(matrix, inputs))],
    },
    {
      name: "multiplies entry by entry",
      hint: {
        en:
          "tf.mul multiplies entry by entry, and the shapes rarely allow it. Each number of a query is the " +
          "dot product of a word with a column of the matrix: that is tf.matMul.",
        ko:
          "tf.mul은 같은 자리의 수끼리 곱하므로 모양이 맞지 않을 때가 많습니다. 쿼리의 수 하나하나는 단어와 행렬의 열의 내적입니다. " +
          "tf.matMul을 쓰세요.",
      },
      source: variant(
        "tf.mul(inputs, queryWeights)",
        "tf.mul(inputs, keyWeights)",
        "tf.mul(inputs, valueWeights)",
      ),
      values: (inputs, ...weights) => [roles(weights, (matrix) => entryByEntry(inputs, matrix))],
    },
    {
      name: "queries and keys swapped",
      hint: {
        en:
          "Your queries come from the key matrix and your keys from the query matrix. Both have one shape, " +
          "so nothing complains; but who asks and who is found are now the other way round.",
        ko:
          "쿼리를 키 행렬로, 키를 쿼리 행렬로 만들었습니다. 두 행렬의 모양이 같아 오류는 없지만, 묻는 쪽과 찾히는 쪽이 뒤바뀌었습니다.",
      },
      source: variant(
        "tf.matMul(inputs, keyWeights)",
        "tf.matMul(inputs, queryWeights)",
        "tf.matMul(inputs, valueWeights)",
      ),
      values: (inputs, queryWeights, keyWeights, valueWeights) => [{
        queries: product(inputs, keyWeights),
        keys: product(inputs, queryWeights),
        values: product(inputs, valueWeights),
      }],
    },
    {
      name: "one matrix for queries and keys",
      hint: {
        en:
          "Your keys are made with the query matrix. Then the score of A for B equals that of B for A, as " +
          "in the lesson's tied run. Give the keys their own matrix.",
        ko:
          "키도 쿼리 행렬로 만들었습니다. 그러면 A가 B를 보는 점수와 B가 A를 보는 점수가 같아집니다. 키에는 자신의 행렬을 쓰세요.",
      },
      source: variant(
        "tf.matMul(inputs, queryWeights)",
        "tf.matMul(inputs, queryWeights)",
        "tf.matMul(inputs, valueWeights)",
      ),
      values: (inputs, queryWeights, keyWeights, valueWeights) =>
        [queryWeights, keyWeights].map((shared) => ({
          queries: product(inputs, shared),
          keys: product(inputs, shared),
          values: product(inputs, valueWeights),
        })),
    },
    {
      name: "values not projected",
      hint: {
        en:
          "Your values are the words themselves. What a word answers is learned too: multiply by the value " +
          "matrix.",
        ko:
          "값(value)으로 단어 벡터를 그대로 썼습니다. 무엇을 답할지도 학습됩니다. 값 행렬을 곱하세요.",
      },
      source: variant(
        "tf.matMul(inputs, queryWeights)",
        "tf.matMul(inputs, keyWeights)",
        "inputs as tf.Tensor",
      ),
      values: (inputs, queryWeights, keyWeights) => [{
        queries: product(inputs, queryWeights),
        keys: product(inputs, keyWeights),
        values: inputs,
      }],
    },
  ],

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
