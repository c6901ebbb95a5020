/**
 * Exercise 04.3: every derivative of the softmax, by which notebook 04 shows that a saturated softmax
 * passes no gradient on.
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [scores: TensorData];

export const softmaxJacobian = defineExercise<Arguments>({
  id: "04.3",
  name: "softmaxJacobian",
  title: { en: "The derivatives of the softmax", ko: "소프트맥스의 미분" },
  difficulty: 4,
  minutes: 20,
  points: 4,
  task: {
    en: `Let $w = \\mathrm{softmax}(s)$. Return the Jacobian: row _i_, column _j_ holds
$\\partial w_i / \\partial s_j$, as in the lesson's formula: how far weight _i_ moves when score _j_ rises.
Raising one score changes **every** weight, since they share a sum of 1.`,
    ko:
      `$w = \\mathrm{softmax}(s)$라고 합시다. 야코비 행렬(Jacobian)을 돌려주세요. _i_행 _j_열에는 수업에 나온 식의
$\\partial w_i / \\partial s_j$, 곧 점수 _j_가 커질 때 가중치 _i_가 얼마나 움직이는지가 들어갑니다. 가중치들은 합이 1이므로 점수 하나가
커지면 **모든** 가중치가 달라집니다.`,
  },
  card: ["softmax", "expandDims", "eye", "mul", "sub"],
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
  result: [{ name: "jacobian", ko: "야코비 행렬", axes: "key key" }],

  cases(random): Case<Arguments>[] {
    const scores = (...numbers: number[]) => new TensorData([numbers.length], numbers);
    return [
      {
        property: {
          en: "One score: its weight is always 1, the derivative 0",
          ko: "점수가 하나: 가중치는 늘 1, 미분은 0",
        },
        args: [scores(0.7)],
        result: TensorData.fromRows([[0]]),
      },
      {
        property: {
          en: "Worked by hand: scores ln 3 and 0, weights 3/4 and 1/4, derivatives ±3/16",
          ko: "손으로 푼 예: 점수 ln 3과 0, 가중치 3/4과 1/4, 미분 ±3/16",
        },
        args: [scores(Math.log(3), 0)],
        result: TensorData.fromRows([[3 / 16, -3 / 16], [-3 / 16, 3 / 16]]),
      },
      {
        property: {
          en: "Worked by hand: weights 1/2, 1/3, 1/6, so 1/4 first, then −1/6",
          ko: "손으로 푼 예: 가중치 1/2, 1/3, 1/6이니 첫 값은 1/4, 다음은 −1/6",
        },
        args: [scores(Math.log(3), Math.log(2), 0)],
        result: TensorData.fromRows([
          [1 / 4, -1 / 6, -1 / 12],
          [-1 / 6, 2 / 9, -1 / 18],
          [-1 / 12, -1 / 18, 5 / 36],
        ]),
      },
      {
        property: { en: "Five scores: each row sums to 0", ko: "점수 다섯 개: 행마다 합이 0" },
        args: [scores(...random.normals(5, 0, 1.5))],
      },
      {
        property: {
          en: "Far apart: the softmax is saturated, the derivatives vanish",
          ko: "점수 차이가 큼: softmax가 포화되어 미분이 사라집니다",
        },
        args: [scores(...random.normals(3), 23)],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [scores(...random.normals(7, 200))],
      },
      {
        property: { en: "Very negative scores stay finite", ko: "점수가 아주 작아도 유한합니다" },
        args: [scores(...random.normals(3, -200))],
      },
    ];
  },

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
