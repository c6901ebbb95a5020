/**
 * Exercise 04.3: every derivative of the softmax, by which notebook 04 shows that a saturated softmax
 * passes no gradient on.
 *
 * @module
 */
import { softmax, tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

export type Arguments = [scores: TensorData];

export function jacobian(weights: readonly number[]): TensorData {
  return tabulate(
    weights.length,
    weights.length,
    (i, j) => weights[i] * ((i === j ? 1 : 0) - weights[j]),
  );
}

export const softmaxJacobian = defineExercise<Arguments, TensorData>({
  id: "04.3",
  name: "softmaxJacobian",
  title: "The derivatives of the softmax",
  difficulty: 4,
  minutes: 20,
  points: 4,
  task:
    `Let $w = \\mathrm{softmax}(s)$. Return the Jacobian (야코비 행렬): row _i_, column _j_ holds
$\\partial w_i / \\partial s_j$, as in the lesson's formula: how far weight _i_ moves when score _j_ rises.
Raising one score changes **every** weight, since they share a sum of 1.`,
  stub: `/**
 * The Jacobian of the softmax: entry [i, j] is the derivative of weight i by score j.
 *
 * @param scores [key]
 * @returns [key, key]
 */
function softmaxJacobian(scores: Axes<"key">): Axes<"key key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "scores", axes: "key" }],
  result: [{ name: "jacobian", axes: "key key" }],

  cases(random): Case<Arguments>[] {
    const scores = (...numbers: number[]) => new TensorData([numbers.length], numbers);
    return [
      { property: "One score: its weight is always 1, the derivative 0", args: [scores(0.7)] },
      { property: "Two equal scores: by hand, ±1/4", args: [scores(2, 2)] },
      {
        property: "Five scores: each row sums to 0",
        args: [scores(...random.normals(5, 0, 1.5))],
      },
      {
        property: "Far apart: the softmax is saturated, the derivatives vanish",
        args: [scores(...random.normals(3), 23)],
      },
      {
        property: "Large scores stay finite",
        args: [scores(...random.normals(7, 200))],
      },
    ];
  },

  reference: (scores) => jacobian(softmax(scores.numbers)),

  hints: [
    {
      en:
        "Do it on paper for two scores first: w₁ = e^{s₁} / (e^{s₁} + e^{s₂}). Differentiate it by s₁, then by s₂.",
      ko:
        "먼저 점수 두 개로 종이에 해 보세요. w₁ = e^{s₁} / (e^{s₁} + e^{s₂})를 s₁로, 그다음 s₂로 미분합니다.",
    },
    {
      en:
        "On the diagonal the derivative is wᵢ(1 − wᵢ), elsewhere −wᵢ·wⱼ. Check: each row sums to 0.",
      ko: "대각선에서는 wᵢ(1 − wᵢ), 나머지는 −wᵢ·wⱼ입니다. 각 행의 합이 0인지 확인하세요.",
    },
    {
      en:
        "Both cases in one line: wᵢ · (δᵢⱼ − wⱼ), δ being the identity matrix, tf.eye(n). tf.expandDims makes " +
        "a column [n, 1] and a row [1, n] of the weights.",
      ko:
        "두 경우를 한 줄로 쓰면 wᵢ · (δᵢⱼ − wⱼ)이고, δ는 단위행렬 tf.eye(n)입니다. tf.expandDims로 가중치의 열 [n, 1]과 행 [1, n]을 만드세요.",
    },
  ],
});
