/**
 * Exercise 02.1: softmax along the last axis, safe for scores of any size.
 *
 * @module
 */
import { matrix } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [scores: TensorData];

export const softmax = defineExercise<Arguments>({
  id: "02.1",
  name: "softmax",
  title: { en: "Scores into weights", ko: "점수를 가중치로" },
  difficulty: 2,
  minutes: 10,
  points: 2,
  task: {
    en:
      `Turn each row of scores into weights: $w_j = e^{s_j} / \\sum_i e^{s_i}$, one row for each query. Write
it yourself, without \`tf.softmax\`. Scores may be large: in float32 $e^{100}$ is already \`Infinity\`. Only
differences between scores count, so you may first subtract something from each row.`,
    ko:
      `점수의 각 행을 가중치로 바꾸세요. $w_j = e^{s_j} / \\sum_i e^{s_i}$이고, 한 행이 쿼리 하나입니다. \`tf.softmax\` 없이 직접
구현하세요. 점수는 클 수 있습니다. float32에서는 $e^{100}$도 이미 \`Infinity\`입니다. 점수의 차이만 의미가 있으므로 먼저 각 행에서 무언가를 빼도
됩니다.`,
  },
  card: ["exp", "sub", "max", "sum", "div"],
  stub: `/**
 * Softmax along the last axis, key.
 *
 * @param scores [query, key], of any size
 * @returns weights [query, key]: positive, each row sums to 1
 */
function softmax(scores: Axes<"query key">): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "scores", axes: "query key" }],
  result: [{ name: "weights", ko: "가중치", axes: "query key" }],
  forbiddenKernels: ["Softmax"],

  cases(random): Case<Arguments>[] {
    const level = (centre: number) => [...random.normals(5, centre)];
    return [
      {
        property: {
          en: "Scores 0 and ln 3: weights 1/4 and 3/4; equal scores: 1/2 and 1/2",
          ko: "점수 0과 ln 3: 가중치 1/4과 3/4. 같은 점수: 1/2과 1/2",
        },
        args: [TensorData.fromRows([[0, Math.log(3)], [5, 5]])],
        result: TensorData.fromRows([[0.25, 0.75], [0.5, 0.5]]),
      },
      {
        property: {
          en: "Each row sums to 1, whatever the others hold",
          ko: "다른 행과 상관없이 각 행의 합은 1",
        },
        args: [matrix(random, 3, 5)],
      },
      {
        property: { en: "More queries than keys", ko: "키보다 쿼리가 많음" },
        args: [matrix(random, 7, 2, 2)],
      },
      {
        property: { en: "One key: its weight is 1", ko: "키가 하나: 가중치는 1" },
        args: [TensorData.fromRows([[3], [-300], [300]])],
        result: TensorData.fromRows([[1], [1], [1]]),
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [matrix(random, 3, 5, 3, 200)],
      },
      {
        property: {
          en: "Very negative scores stay finite",
          ko: "점수가 아주 작은 음수여도 유한합니다",
        },
        args: [matrix(random, 2, 7, 3, -300)],
      },
      {
        property: {
          en: "Rows of very different size, and one score far above its row",
          ko: "크기가 아주 다른 행들, 그리고 행에서 홀로 아주 큰 점수",
        },
        args: [TensorData.fromRows([level(800), [...level(0), 300].slice(1), level(-800)])],
      },
    ];
  },

  hints: [
    {
      en: "Three steps: make the scores safe, raise e to each of them, divide by each row's sum.",
      ko:
        "세 단계입니다. 점수를 안전하게 만들고, e의 거듭제곱을 구한 다음, 각 행의 합으로 나누세요.",
    },
    {
      en:
        "tf.max(scores, -1, true) gives each row's largest score and keeps the axis, so that it can be " +
        "subtracted; tf.sum takes the same arguments.",
      ko:
        "tf.max(scores, -1, true)는 각 행의 가장 큰 점수를 구하면서 축을 유지하므로 바로 뺄 수 있습니다. tf.sum도 같은 인수를 받습니다.",
    },
    {
      en:
        "Powers = tf.exp of scores minus their row's maximum; the answer is the powers divided by their " +
        "row's sum.",
      ko: "점수에서 행의 최댓값을 뺀 값에 tf.exp를 취하고, 그것을 행의 합으로 나누면 답입니다.",
    },
  ],
});
