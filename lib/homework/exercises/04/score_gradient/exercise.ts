/**
 * Exercise 04.5: what a loss that pulls at the output pulls at the scores, the chain of notebook 04 from the values
 * back through the softmax. It is 04.3 put to use.
 *
 * @module
 */
import { matrix, whole } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [scores: TensorData, values: TensorData, force: TensorData];

export const scoreGradient = defineExercise<Arguments>({
  id: "04.5",
  name: "scoreGradient",
  title: { en: "What reaches the scores", ko: "점수에 닿는 기울기" },
  difficulty: 4,
  minutes: 20,
  points: 4,
  task: {
    en:
      `One query: $w = \\mathrm{softmax}(s)$, output $\\sum_j w_j v_j$. A loss pulls at the output: \`force\` $g$ is its
gradient there. A unit of weight _j_ then changes the loss by its *pull*, $v_j \\cdot g$. Raising one score moves
**every** weight (the Jacobian of 04.3). Return the gradient at the scores: for each score, add up over all
weights how far it moves, times its pull.`,
    ko:
      `쿼리 하나의 가중치는 $w = \\mathrm{softmax}(s)$, 출력은 $\\sum_j w_j v_j$입니다. 손실이 출력을 당깁니다. \`force\` $g$는 출력에서의
기울기입니다. 그러면 가중치 _j_가 한 단위 커질 때 손실은 *당기는 힘* $v_j \\cdot g$만큼 바뀝니다. 점수 하나를 올리면 **모든** 가중치가 움직입니다(04.3의
야코비 행렬). 점수에서의 기울기를 돌려주세요. 점수마다, 각 가중치가 움직이는 정도에 당기는 힘을 곱해 모두 더합니다.`,
  },
  card: ["softmax", "mul", "sum", "sub"],
  stub: `/**
 * The gradient of a loss at one query's scores.
 *
 * @param scores [key], before softmax
 * @param values [key, value]
 * @param force [value]: the gradient of the loss at the output
 * @returns [key]
 */
function scoreGradient(
  scores: Axes<"key">,
  values: Axes<"key value">,
  force: Axes<"value">,
): Axes<"key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "scores", axes: "key" },
    { name: "values", axes: "key value" },
    { name: "force", axes: "value" },
  ],
  result: [{ name: "gradient", ko: "기울기", axes: "key" }],

  cases(random): Case<Arguments>[] {
    const vector = (...numbers: number[]) => new TensorData([numbers.length], numbers);
    const row = [...random.normals(3)];
    return [
      {
        property: {
          en: "Worked by hand: weights 3/4 and 1/4, pulls 8 and 0, gradient 3/2 and −3/2",
          ko: "손으로 푼 예: 가중치 3/4과 1/4, 당기는 힘 8과 0, 기울기 3/2과 −3/2",
        },
        args: [vector(Math.log(3), 0), TensorData.fromRows([[8, 5], [0, 3]]), vector(1, 0)],
        result: vector(1.5, -1.5),
      },
      {
        property: {
          en: "Equal values: it does not matter who is looked at, the gradient is 0",
          ko: "모든 값이 같음: 어디를 보든 상관없으므로 기울기는 0",
        },
        args: [
          vector(...random.normals(5)),
          TensorData.fromRows([row, row, row, row, row]),
          vector(...random.normals(3)),
        ],
      },
      {
        property: { en: "Equal scores: equal weights", ko: "점수가 모두 같음: 가중치도 같음" },
        args: [vector(0.5, 0.5, 0.5), matrix(random, 3, 2), vector(...random.normals(2))],
      },
      {
        property: { en: "Five keys: the gradient sums to 0", ko: "키 다섯 개: 기울기의 합은 0" },
        args: [
          vector(...random.normals(5)),
          matrix(random, 5, 3),
          vector(...random.normals(3)),
        ],
      },
      {
        property: {
          en: "Far apart: the softmax is saturated, nothing reaches the scores",
          ko: "점수 차이가 큼: softmax가 포화되어 점수에 아무것도 닿지 않습니다",
        },
        args: [
          vector(...random.normals(3), 40),
          matrix(random, 4, 2),
          vector(...random.normals(2)),
        ],
      },
      {
        property: { en: "Large scores stay finite", ko: "점수가 커도 유한합니다" },
        args: [
          whole(vector(...random.normals(7, 200, 2))),
          matrix(random, 7, 2),
          vector(...random.normals(2)),
        ],
      },
    ];
  },

  hints: [
    {
      en: "First the pulls, one number for each key: the dot product of its value with the force.",
      ko: "먼저 키마다 수 하나, 곧 값과 force의 내적인 당기는 힘을 구하세요.",
    },
    {
      en:
        "Score i moves weight j by wⱼ(δᵢⱼ − wᵢ). Multiply each by the pull of weight j and add up over j: a Jacobian times a list.",
      ko:
        "점수 i는 가중치 j를 wⱼ(δᵢⱼ − wᵢ)만큼 움직입니다. 각각에 가중치 j의 당기는 힘을 곱하고 j에 대해 더하세요. 야코비 행렬에 목록을 곱하는 셈입니다.",
    },
    {
      en:
        "It comes out as wᵢ · (pullᵢ − m), where m is the mean pull, weighted by w: Σⱼ wⱼ · pullⱼ.",
      ko: "정리하면 wᵢ · (pullᵢ − m)입니다. m은 w로 가중한 당기는 힘의 평균 Σⱼ wⱼ · pullⱼ입니다.",
    },
  ],
});
