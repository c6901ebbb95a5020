/**
 * Wrong answers to exercise 06.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import type { Mistake } from "../../../exercise/exercise.ts";
import type { TensorData } from "../../../exercise/values.ts";
import { type Arguments, forward, turned } from "./exercise.ts";

/** A whole cell that turns each pair by `angle` into two numbers. */
function variant(
  {
    angle = "offset / 10000 ** (dimension / model)",
    sine = "s * Math.cos(angle) + c * Math.sin(angle)",
    cosine = "c * Math.cos(angle) - s * Math.sin(angle)",
  }: { angle?: string; sine?: string; cosine?: string },
): string {
  return `function rotateByOffset(encoding: Axes<"time model">, offset: number): Axes<"time model"> {
  const rows = encoding.arraySync() as number[][];
  const model = rows[0].length;
  const turned = rows.map((row) => {
    const result = [...row];
    for (let dimension = 0; dimension < model; dimension += 2) {
      const s = row[dimension];
      const c = row[dimension + 1];
      const angle = ${angle};
      result[dimension] = ${sine};
      result[dimension + 1] = ${cosine};
    }
    return result;
  });
  return tf.tensor2d(turned, [rows.length, model]);
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "sign: turns backwards",
    hint: {
      en:
        "Your clock turns the wrong way: asked for three positions further on you get three back. Exchange " +
        "the sign of the two terms with sin(ω·offset).",
      ko:
        "시계가 거꾸로 돕니다. 세 자리 뒤를 물었는데 세 자리 앞이 나옵니다. sin(ω·offset)이 든 두 항의 부호를 서로 바꾸세요.",
    },
    source: variant({
      sine: "s * Math.cos(angle) - c * Math.sin(angle)",
      cosine: "c * Math.cos(angle) + s * Math.sin(angle)",
    }),
    values: (encoding, offset) => [turned(encoding, -offset)],
  },
  {
    name: "both terms with a plus",
    hint: {
      en:
        "Both of your lines add. That is no rotation, and lengths change: in the cosine's line the term " +
        "with sin(ω·offset) is subtracted.",
      ko:
        "두 식 모두 더하기로 되어 있습니다. 그러면 회전이 아니고 길이가 변합니다. 코사인 식에서는 sin(ω·offset)이 든 항을 뺍니다.",
    },
    source: variant({ cosine: "c * Math.cos(angle) + s * Math.sin(angle)" }),
    values: (encoding, offset) => [
      turned(encoding, offset, (sine, cosine, angle) => [
        sine * Math.cos(angle) + cosine * Math.sin(angle),
        cosine * Math.cos(angle) + sine * Math.sin(angle),
      ]),
    ],
  },
  {
    name: "every hand turns by the same angle",
    hint: {
      en:
        "You turn every pair by offset itself. Only the first hand turns by 1 for each position; hand i " +
        "turns by offset times ω of its own.",
      ko:
        "모든 쌍을 offset만큼 돌렸습니다. 한 자리마다 1씩 도는 것은 첫 바늘뿐이고, 바늘 i는 자기의 ω에 offset을 곱한 만큼 돕니다.",
    },
    source: variant({ angle: "offset" }),
    values: (encoding, offset) => [turned(encoding, offset, forward, () => 1)],
  },
  {
    name: "exponent i/d for 2i/d",
    hint: {
      en:
        "Your angles use the exponent i/d. The hands of the encoding turn with 2i/d, and the rotation has " +
        "to turn with them.",
      ko: "각도의 지수가 i/d입니다. 인코딩의 바늘은 2i/d로 돌므로 회전도 그와 같이 돌아야 합니다.",
    },
    source: variant({ angle: "offset / 10000 ** (dimension / 2 / model)" }),
    values: (encoding, offset) => [
      turned(encoding, offset, forward, (pair, model) => 10000 ** (-pair / model)),
    ],
  },
  {
    name: "adds the offset's encoding",
    hint: {
      en:
        "You add the encoding of the offset. Positions add up, but their sines and cosines do not: use the " +
        "formulas for the sine and the cosine of a sum.",
      ko:
        "offset의 인코딩을 더했습니다. 위치는 더할 수 있지만 사인과 코사인은 그렇지 않습니다. 합의 사인과 코사인 공식을 쓰세요.",
    },
    source: variant({ sine: "s + Math.sin(angle)", cosine: "c + Math.cos(angle)" }),
    values: (encoding, offset) => [
      turned(encoding, offset, (sine, cosine, angle) => [
        sine + Math.sin(angle),
        cosine + Math.cos(angle),
      ]),
    ],
  },
];
