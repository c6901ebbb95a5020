/**
 * Exercise 06.1: the sinusoidal encoding (Vaswani et al. 2017, section 3.5).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";

type Arguments = [length: number, modelSize: number];

export const sinusoidalEncoding = defineExercise<Arguments>({
  id: "06.1",
  name: "sinusoidalEncoding",
  title: { en: "Build the clock", ko: "시계 만들기" },
  difficulty: 2,
  minutes: 15,
  points: 3,
  task: {
    en:
      `Row _t_ is the encoding of position _t_, counted from 0: dimension $2i$ holds $\\sin(\\omega_i t)$,
dimension $2i + 1$ holds $\\cos(\\omega_i t)$, with $\\omega_i = 1 / 10000^{2i/d}$ and $d$ the number of dimensions.`,
    ko:
      `_t_번째 행은 0부터 센 위치 _t_의 인코딩입니다. 차원 $2i$에는 $\\sin(\\omega_i t)$, 차원 $2i + 1$에는 $\\cos(\\omega_i t)$가
들어갑니다. $\\omega_i = 1 / 10000^{2i/d}$이고 $d$는 차원의 개수입니다.`,
  },
  card: ["tensor2d"],
  stub: `/**
 * The sinusoidal encoding of positions 0 to length − 1.
 *
 * @param length how many positions
 * @param modelSize how many dimensions, an even number
 * @returns [time, model]
 */
function sinusoidalEncoding(length: number, modelSize: number): Axes<"time model"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "length", axes: "" }, { name: "modelSize", axes: "" }],
  result: [{ name: "encoding", ko: "인코딩", axes: "time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en: "By hand: three positions, two hands, which turn by 1 and by 1/100 for each position",
          ko: "손으로 푼 예: 위치 셋, 바늘 둘. 한 자리마다 1과 1/100씩 돕니다",
        },
        args: [3, 4],
        result: TensorData.fromRows([
          [0, 1, 0, 1],
          [0.841471, 0.540302, 0.00999983, 0.99995],
          [0.909297, -0.416147, 0.0199987, 0.9998],
        ]),
      },
      {
        property: {
          en: "Position 0: sines are 0, cosines 1",
          ko: "위치 0: 사인은 0, 코사인은 1",
        },
        args: [1, 10],
        result: TensorData.fromRows([[0, 1, 0, 1, 0, 1, 0, 1, 0, 1]]),
      },
      {
        property: {
          en: "One hand alone turns by 1 for each position",
          ko: "바늘이 하나면 한 자리마다 1씩 돕니다",
        },
        args: [7, 2],
      },
      { property: { en: "Many positions", ko: "위치가 많음" }, args: [50 + random.integer(50), 6] },
      {
        property: { en: "Many dimensions", ko: "차원이 많음" },
        args: [5, 34 + 2 * random.integer(20)],
      },
    ];
  },

  hints: [
    {
      en:
        "Two loops: over positions and over dimensions. For one cell of the table you need its angle, then " +
        "sine or cosine of it.",
      ko:
        "반복문 두 개, 위치와 차원입니다. 표의 한 칸마다 각도를 구하고 그 사인이나 코사인을 취하세요.",
    },
    {
      en: "Dimension 7 belongs to pair 3, Math.floor(7 / 2), and is odd: a cosine.",
      ko: "차원 7은 쌍 3, 즉 Math.floor(7 / 2)에 속하고 홀수이므로 코사인입니다.",
    },
    {
      en:
        "The angle is time / 10000 ** (2 * pair / modelSize). Even dimensions get Math.sin of it, odd ones " +
        "Math.cos. Hand the rows to tf.tensor2d.",
      ko:
        "각도는 time / 10000 ** (2 * pair / modelSize)입니다. 짝수 차원은 Math.sin, 홀수 차원은 Math.cos이고, 행들을 tf.tensor2d에 넣으세요.",
    },
  ],
});
