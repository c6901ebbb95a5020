/**
 * Exercise 06.1: the sinusoidal encoding (Vaswani et al. 2017, section 3.5).
 *
 * @module
 */
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { waves } from "../waves.ts";

export type Arguments = [length: number, modelSize: number];

export const sinusoidalEncoding = defineExercise<Arguments, TensorData>({
  id: "06.1",
  name: "sinusoidalEncoding",
  title: "Build the clock",
  difficulty: 2,
  minutes: 15,
  points: 3,
  task:
    `Row _t_ is the encoding of position _t_, counted from 0: dimension $2i$ holds $\\sin(\\omega_i t)$,
dimension $2i + 1$ holds $\\cos(\\omega_i t)$, with $\\omega_i = 1 / 10000^{2i/d}$ and $d$ the number of dimensions.`,
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
  result: [{ name: "encoding", axes: "time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "Three positions, four dimensions: by hand", args: [3, 4] },
      { property: "Position 0: sines are 0, cosines 1", args: [1, 10] },
      { property: "One hand alone turns by 1 for each position", args: [7, 2] },
      { property: "Many positions", args: [50 + random.integer(50), 6] },
      { property: "Many dimensions", args: [5, 34 + 2 * random.integer(20)] },
    ];
  },

  reference: (length, modelSize) => waves(length, modelSize),

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
