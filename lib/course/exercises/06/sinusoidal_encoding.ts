/**
 * Exercise 06.1: the sinusoidal encoding (Vaswani et al. 2017, section 3.5).
 *
 * @module
 */
import { type Case, defineExercise } from "../../exercise.ts";
import type { TensorData } from "../../values.ts";
import { frequency, waves } from "./waves.ts";

type Arguments = [length: number, modelSize: number];

/** A whole cell that computes `angle` at `time` in `dimension`, and its `wave`. */
function variant(
  { angle = "time / 10000 ** (2 * pair / modelSize)", wave = "dimension % 2 === 0" }: {
    angle?: string;
    wave?: string;
  } = {},
): string {
  return `function sinusoidalEncoding(length: number, modelSize: number): Axes<"time model"> {
  const rows = Array.from({ length }, (_, time) =>
    Array.from({ length: modelSize }, (_, dimension) => {
      const pair = Math.floor(dimension / 2);
      void pair;
      const angle = ${angle};
      return ${wave} ? Math.sin(angle) : Math.cos(angle);
    }));
  return tf.tensor2d(rows, [length, modelSize]);
}`;
}

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

  mistakes: [
    {
      name: "sine and cosine halves instead of interleaved",
      hint: {
        en:
          "Your first half holds all sines, your second half all cosines. Here they alternate: each pair of " +
          "neighbours, dimensions 2i and 2i + 1, is the sine and the cosine of one hand.",
        ko:
          "앞쪽 절반이 모두 사인이고 뒤쪽 절반이 모두 코사인입니다. 여기서는 번갈아 놓입니다. 이웃한 두 차원 2i와 2i + 1이 " +
          "바늘 하나의 사인과 코사인입니다.",
      },
      source: variant({
        angle: "time / 10000 ** (2 * (dimension % (modelSize / 2)) / modelSize)",
        wave: "dimension < modelSize / 2",
      }),
      values: (length, modelSize) => [
        waves(length, modelSize, {
          angle: (position, dimension, model) =>
            position * frequency(dimension % (model / 2), model),
          isSine: (dimension, model) => dimension < model / 2,
        }),
      ],
    },
    {
      name: "exponent i/d for 2i/d",
      hint: {
        en:
          "Your hands turn too fast: the exponent for hand i is i/d. It should be 2i/d, so that the last hand " +
          "of d/2 is nearly 10,000 times slower than the first.",
        ko:
          "바늘이 너무 빨리 돕니다. 바늘 i의 지수가 i/d로 되어 있습니다. 2i/d여야 d/2개 가운데 마지막 바늘이 첫 바늘보다 거의 " +
          "10,000배 느려집니다.",
      },
      source: variant({ angle: "time / 10000 ** (pair / modelSize)" }),
      values: (length, modelSize) => [
        waves(length, modelSize, {
          angle: (position, dimension, model) =>
            position * 10000 ** (-Math.floor(dimension / 2) / model),
        }),
      ],
    },
    {
      name: "the exponent counts dimensions, not pairs",
      hint: {
        en:
          "You put the dimension itself where i belongs, so a sine and its cosine turn at different speeds. " +
          "i counts pairs: dimensions 2i and 2i + 1 share it.",
        ko:
          "i 자리에 차원 번호를 그대로 넣어 사인과 짝인 코사인이 서로 다른 속도로 돕니다. i는 쌍의 번호입니다. 차원 2i와 2i + 1은 " +
          "같은 i를 씁니다.",
      },
      source: variant({ angle: "time / 10000 ** (dimension / modelSize)" }),
      values: (length, modelSize) =>
        [1, 2].map((factor) =>
          waves(length, modelSize, {
            angle: (position, dimension, model) =>
              position * 10000 ** (-factor * dimension / model),
          })
        ),
    },
    {
      name: "position from 1",
      hint: {
        en:
          "Your first row is the encoding of position 1. Positions are counted from 0: the first row is " +
          "0, 1, 0, 1 and so on.",
        ko:
          "첫 행이 위치 1의 인코딩입니다. 위치는 0부터 셉니다. 첫 행은 0, 1, 0, 1처럼 이어집니다.",
      },
      source: variant({ angle: "(time + 1) / 10000 ** (2 * pair / modelSize)" }),
      values: (length, modelSize) => [waves(length, modelSize, { start: 1 })],
    },
    {
      name: "cosine first",
      hint: {
        en:
          "Sine and cosine have changed places: even dimensions, the first of each pair, hold the sine.",
        ko: "사인과 코사인의 자리가 바뀌었습니다. 각 쌍의 첫째인 짝수 차원이 사인입니다.",
      },
      source: variant({ wave: "dimension % 2 === 1" }),
      values: (length, modelSize) => [
        waves(length, modelSize, { isSine: (dimension) => dimension % 2 === 1 }),
      ],
    },
  ],

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
