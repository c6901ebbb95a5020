/**
 * Exercise 06.2: moving encodings on by an offset without knowing where they stand (Vaswani et al. 2017,
 * section 3.5: "for any fixed offset k, PE(pos+k) can be represented as a linear function of PE(pos)").
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../exercise.ts";
import { tabulate } from "../../arithmetic.ts";
import { TensorData } from "../../values.ts";
import { frequency, waves } from "./waves.ts";

type Arguments = [encoding: TensorData, offset: number];
type Turn = (sine: number, cosine: number, angle: number) => readonly [number, number];

const forward: Turn = (sine, cosine, angle) => [
  sine * Math.cos(angle) + cosine * Math.sin(angle),
  cosine * Math.cos(angle) - sine * Math.sin(angle),
];

/** Every pair of every row, turned. */
function turned(
  encoding: TensorData,
  offset: number,
  turn: Turn = forward,
  omega: (pair: number, model: number) => number = frequency,
): TensorData {
  const rows = encoding.rows();
  const model = encoding.shape[1];
  return tabulate(rows.length, model, (time, dimension) => {
    const pair = Math.floor(dimension / 2);
    const [sine, cosine] = [rows[time][2 * pair], rows[time][2 * pair + 1]];
    return turn(sine, cosine, offset * omega(pair, model))[dimension % 2];
  });
}

/** Any vectors, not only encodings: what is asked for is a rotation. */
function vectors(random: Random, time: number, model: number): TensorData {
  return new TensorData([time, model], [...random.normals(time * model)]);
}

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
      const [s, c] = [row[dimension], row[dimension + 1]];
      const angle = ${angle};
      result[dimension] = ${sine};
      result[dimension + 1] = ${cosine};
    }
    return result;
  });
  return tf.tensor2d(turned, [rows.length, model]);
}`;
}

export const rotateByOffset = defineExercise<Arguments, TensorData>({
  id: "06.2",
  name: "rotateByOffset",
  title: "Turn the clock",
  difficulty: 3,
  minutes: 20,
  points: 4,
  task:
    `Move encodings on by \`offset\` positions **without knowing which positions they are**: turn the pair
in dimensions $2i$ and $2i + 1$ by the angle $\\omega_i \\cdot$ \`offset\`, $\\omega_i = 1 / 10000^{2i/d}$. A negative
offset turns back.`,
  stub: `/**
 * Moves encodings on by an offset: each pair of sine and cosine turns by its own angle.
 *
 * @param encoding [time, model], sines on even, cosines on odd dimensions; model is even
 * @param offset how many positions further on; negative for back
 * @returns [time, model]
 */
function rotateByOffset(encoding: Axes<"time model">, offset: number): Axes<"time model"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "encoding", axes: "time model" }, { name: "offset", axes: "" }],
  result: [{ name: "rotated", axes: "time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      { property: "From position 0 on to 1, four dimensions: by hand", args: [waves(1, 4), 1] },
      { property: "Five positions on by 3 are positions 3 to 7", args: [waves(5, 6), 3] },
      { property: "An offset of 0 changes nothing", args: [vectors(random, 3, 10), 0] },
      { property: "Back by 2", args: [waves(7, 14, { start: 2 + random.integer(20) }), -2] },
      {
        property: "Any vectors are turned, and keep their length",
        args: [vectors(random, 5, 22), 1 + random.integer(9)],
      },
    ];
  },

  reference: (encoding, offset) => turned(encoding, offset),

  mistakes: [
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
        ko:
          "각도의 지수가 i/d입니다. 인코딩의 바늘은 2i/d로 돌므로 회전도 그와 같이 돌아야 합니다.",
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
  ],

  hints: [
    {
      en:
        "Take one pair, dimensions 2i and 2i + 1: its first number is sin ωt, its second cos ωt. You know " +
        "both, and want them for t + k.",
      ko:
        "한 쌍, 차원 2i와 2i + 1을 보세요. 첫째 수가 sin ωt, 둘째 수가 cos ωt입니다. 둘을 알 때 t + k에서의 값을 구하는 것입니다.",
    },
    {
      en:
        "Sin of a sum: sin a cos b + cos a sin b. Cosine of a sum: cos a cos b − sin a sin b. Here a is ωt, " +
        "which you do not know, and b is ωk, which you do.",
      ko:
        "합의 사인은 sin a cos b + cos a sin b, 합의 코사인은 cos a cos b − sin a sin b입니다. 여기서 a는 모르는 ωt, b는 아는 ωk입니다.",
    },
    {
      en:
        "With angle = offset / 10000 ** (2 * pair / model), the new sine is sine · cos(angle) + cosine · " +
        "sin(angle), the new cosine is cosine · cos(angle) − sine · sin(angle).",
      ko:
        "angle = offset / 10000 ** (2 * pair / model)이라 하면 새 사인은 sine · cos(angle) + cosine · sin(angle), 새 코사인은 cosine · cos(angle) − sine · sin(angle)입니다.",
    },
  ],
});
