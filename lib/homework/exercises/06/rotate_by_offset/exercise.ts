/**
 * Exercise 06.2: moving encodings on by an offset without knowing where they stand (Vaswani et al. 2017,
 * section 3.5: "for any fixed offset k, PE(pos+k) can be represented as a linear function of PE(pos)").
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { tabulate } from "../../../exercise/arithmetic.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { frequency, waves } from "../waves.ts";

export type Arguments = [encoding: TensorData, offset: number];

type Turn = (sine: number, cosine: number, angle: number) => readonly [number, number];

export const forward: Turn = (sine, cosine, angle) => [
  sine * Math.cos(angle) + cosine * Math.sin(angle),
  cosine * Math.cos(angle) - sine * Math.sin(angle),
];

/** Every pair of every row, turned. */
export function turned(
  encoding: TensorData,
  offset: number,
  turn: Turn = forward,
  omega: (pair: number, model: number) => number = frequency,
): TensorData {
  const rows = encoding.rows();
  const model = encoding.shape[1];
  return tabulate(rows.length, model, (time, dimension) => {
    const pair = Math.floor(dimension / 2);
    const sine = rows[time][2 * pair];
    const cosine = rows[time][2 * pair + 1];
    return turn(sine, cosine, offset * omega(pair, model))[dimension % 2];
  });
}

/** Any vectors, not only encodings: what is asked for is a rotation. */
function vectors(random: Random, time: number, model: number): TensorData {
  return new TensorData([time, model], [...random.normals(time * model)]);
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
