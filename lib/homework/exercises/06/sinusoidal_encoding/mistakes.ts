/**
 * Wrong answers to exercise 06.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { frequency, waves } from "../waves.ts";
import { type Arguments } from "./exercise.ts";

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

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
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
        angle: (position, dimension, model) => position * frequency(dimension % (model / 2), model),
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
          angle: (position, dimension, model) => position * 10000 ** (-factor * dimension / model),
        })
      ),
  },
  {
    name: "position from 1",
    hint: {
      en:
        "Your first row is the encoding of position 1. Positions are counted from 0: the first row is " +
        "0, 1, 0, 1 and so on.",
      ko: "첫 행이 위치 1의 인코딩입니다. 위치는 0부터 셉니다. 첫 행은 0, 1, 0, 1처럼 이어집니다.",
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
];
