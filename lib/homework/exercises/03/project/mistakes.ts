/**
 * Wrong answers to exercise 03.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { broadcastError, matMul } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, product, type Result } from "./exercise.ts";

function entryByEntry(inputs: TensorData, weights: TensorData): TensorData | Throws {
  return broadcastError(inputs.shape, weights.shape) ??
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

export const mistakes: readonly Mistake<Arguments, Result>[] = [
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
];
