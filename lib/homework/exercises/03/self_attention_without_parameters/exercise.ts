/**
 * Exercise 03.1: self-attention with nothing to learn, the barest form that notebook 03 begins with.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { multiply, type Rows, softmax, transpose, whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [inputs: TensorData];

export type Result = { output: TensorData; weights: TensorData };

/** Each word's dot product with each word, times `factor`. */
export function scoresOf(words: Rows, factor = 1): Rows {
  return multiply(words, transpose(words)).map((row) => row.map((x) => x * factor));
}

export function result(output: Rows, weights: Rows): Result {
  return { output: TensorData.fromRows(output), weights: TensorData.fromRows(weights) };
}

function words(random: Random, count: number, dim: number, size = 1): TensorData {
  return new TensorData([count, dim], [...random.normals(count * dim, 0, size)]);
}

export const selfAttentionWithoutParameters = defineExercise<Arguments, Result>({
  id: "03.1",
  name: "selfAttentionWithoutParameters",
  title: "Self-attention without parameters",
  difficulty: 2,
  minutes: 10,
  points: 3,
  task:
    `Every word looks at all words, itself included: $y_i = \\sum_j w_{ij}\\, x_j$, where row *i* of *w* is
the softmax of the dot products $x_i \\cdot x_j$. No matrices, no scale. Return the output **and** the
weights (어텐션 가중치).`,
  stub: `/**
 * Self-attention without parameters and without a scale.
 *
 * @param inputs [time, dim]: one row for each word
 * @returns output [time, dim] and weights [query, key]; each row of the weights sums to 1
 */
function selfAttentionWithoutParameters(
  inputs: Axes<"time dim">,
): { output: Axes<"time dim">; weights: Axes<"query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "inputs", axes: "time dim" }],
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "time dim" }],
  withheld: ["lib/attention/without_parameters.ts", "lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const row = [...random.normals(5)];
    return [
      { property: "One word: it looks at itself", args: [words(random, 1, 3)] },
      {
        property: "Two words: the lesson's numbers, by hand",
        args: [TensorData.fromRows([[1, 0], [1, 1]])],
      },
      {
        property: "Equal words: equal weights, and nothing changes",
        args: [TensorData.fromRows([row, row, row])],
      },
      { property: "More words than dimensions", args: [words(random, 11, 3)] },
      { property: "More dimensions than words", args: [words(random, 5, 17, 0.5)] },
      { property: "Large scores stay finite", args: [whole(words(random, 3, 13, 20))] },
    ];
  },

  reference(inputs) {
    const weights = scoresOf(inputs.rows()).map(softmax);
    return result(multiply(weights, inputs.rows()), weights);
  },

  hints: [
    {
      en:
        "Three steps: scores [query, key], weights [query, key], output [time, dim]. Write the shape " +
        "beside each line.",
      ko:
        "세 단계입니다. 점수 [query, key], 가중치 [query, key], 출력 [time, dim]. 줄마다 모양(shape)을 적어 보세요.",
    },
    {
      en:
        "All dot products at once are the words times their own transpose: tf.matMul(a, b, false, true). " +
        "tf.softmax works along the last axis.",
      ko:
        "모든 내적은 단어 행렬에 자신의 전치를 곱한 것입니다. tf.matMul(a, b, false, true)를 쓰세요. tf.softmax는 마지막 축을 따라 계산합니다.",
    },
    {
      en:
        "Take the scores of the inputs with themselves, the softmax of each row, and multiply these weights " +
        "by the inputs.",
      ko: "입력과 입력의 점수를 구하고, 행마다 softmax를 취한 뒤, 그 가중치에 입력을 곱하세요.",
    },
  ],
});
