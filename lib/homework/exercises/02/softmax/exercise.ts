/**
 * Exercise 02.1: softmax along the last axis, safe for scores of any size.
 *
 * @module
 */
import { matrix, softmax as softmaxOf } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [scores: TensorData];

export const softmax = defineExercise<Arguments, TensorData>({
  id: "02.1",
  name: "softmax",
  title: "Scores into weights",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Turn each row of scores into weights: $w_j = e^{s_j} / \\sum_i e^{s_i}$, one row for each query. Write
it yourself, without \`tf.softmax\`. Scores may be large: in float32 $e^{100}$ is already \`Infinity\`. Only
differences between scores count, so you may first subtract something from each row.`,
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
  result: [{ name: "weights", axes: "query key" }],

  cases(random): Case<Arguments>[] {
    const level = (centre: number) => [...random.normals(5, centre)];
    return [
      {
        property: "Scores 0 and ln 3: weights 1/4 and 3/4",
        args: [TensorData.fromRows([[0, Math.log(3)]])],
      },
      { property: "Each row sums to 1, whatever the others hold", args: [matrix(random, 3, 5)] },
      { property: "More queries than keys", args: [matrix(random, 7, 2, 2)] },
      { property: "Large scores stay finite", args: [matrix(random, 3, 5, 3, 200)] },
      { property: "Very negative scores stay finite", args: [matrix(random, 2, 7, 3, -300)] },
      {
        property: "Rows of very different size, and one score far above its row",
        args: [TensorData.fromRows([level(300), [...level(0), 300].slice(1), level(-300)])],
      },
    ];
  },

  reference: (scores) => TensorData.fromRows(scores.rows().map(softmaxOf)),

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
