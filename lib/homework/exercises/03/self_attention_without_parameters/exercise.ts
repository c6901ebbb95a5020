/**
 * Exercise 03.1: self-attention with nothing to learn, the barest form that notebook 03 begins with.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [inputs: TensorData];

function words(random: Random, count: number, dim: number, size = 1): TensorData {
  return new TensorData([count, dim], [...random.normals(count * dim, 0, size)]);
}

export const selfAttentionWithoutParameters = defineExercise<Arguments>({
  id: "03.1",
  name: "selfAttentionWithoutParameters",
  title: { en: "Self-attention without parameters", ko: "매개변수 없는 셀프 어텐션" },
  difficulty: 2,
  minutes: 10,
  points: 3,
  task: {
    en:
      `Every word looks at all words, itself included: $y_i = \\sum_j w_{ij}\\, x_j$, where row *i* of *w* is
the softmax of the dot products $x_i \\cdot x_j$. No matrices, no scale. Return the output **and** the
weights (어텐션 가중치).`,
    ko:
      `단어마다 자신을 포함한 모든 단어를 봅니다. $y_i = \\sum_j w_{ij}\\, x_j$이고, *w*의 *i*번째 행은 내적 $x_i \\cdot x_j$들에 소프트맥스를 취한
것입니다. 행렬도 없고 나누지도 않습니다. 출력**과** 어텐션 가중치를 함께 돌려주세요.`,
  },
  card: ["matMul plain", "matMul", "softmax"],
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
    const [less, more] = [1 / (1 + Math.E), Math.E / (1 + Math.E)];
    return [
      {
        property: {
          en: "One word: it looks at itself",
          ko: "단어가 하나: 자기 자신을 봅니다",
        },
        args: [words(random, 1, 3)],
      },
      {
        property: {
          en: "Worked by hand: the scores of [1, 0] and [1, 1] are 1, 1 and 1, 2",
          ko: "손으로 푼 예: [1, 0]과 [1, 1]의 점수는 1, 1과 1, 2",
        },
        args: [TensorData.fromRows([[1, 0], [1, 1]])],
        result: {
          weights: TensorData.fromRows([[0.5, 0.5], [less, more]]),
          output: TensorData.fromRows([[1, 0.5], [1, more]]),
        },
      },
      {
        property: {
          en: "Equal words: equal weights, and nothing changes",
          ko: "모두 같은 단어: 가중치도 같고 아무것도 달라지지 않습니다",
        },
        args: [TensorData.fromRows([row, row, row])],
      },
      {
        property: { en: "More words than dimensions", ko: "차원보다 단어가 많음" },
        args: [words(random, 11, 3)],
      },
      {
        property: { en: "More dimensions than words", ko: "단어보다 차원이 많음" },
        args: [words(random, 5, 17, 0.5)],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [whole(words(random, 3, 13, 20))],
      },
    ];
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
