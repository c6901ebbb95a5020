/**
 * Exercise 06.2: moving encodings on by an offset without knowing where they stand (Vaswani et al. 2017,
 * section 3.5: "for any fixed offset k, PE(pos+k) can be represented as a linear function of PE(pos)").
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { type Case, defineExercise } from "../../../exercise/exercise.ts";
import { TensorData } from "../../../exercise/values.ts";
import { waves } from "../waves.ts";

type Arguments = [encoding: TensorData, offset: number];

/** Any vectors, not only encodings: what is asked for is a rotation. */
function vectors(random: Random, time: number, model: number): TensorData {
  return new TensorData([time, model], [...random.normals(time * model)]);
}

export const rotateByOffset = defineExercise<Arguments>({
  id: "06.2",
  name: "rotateByOffset",
  title: { en: "Turn the clock", ko: "시계 돌리기" },
  difficulty: 3,
  minutes: 20,
  points: 4,
  task: {
    en:
      `Move encodings on by \`offset\` positions **without knowing which positions they are**: turn the pair
in dimensions $2i$ and $2i + 1$ by the angle $\\omega_i \\cdot$ \`offset\`, $\\omega_i = 1 / 10000^{2i/d}$. A negative
offset turns back.`,
    ko:
      `인코딩을 \`offset\` 자리만큼 뒤로 옮기세요. **그것이 어느 위치인지는 모릅니다.** 차원 $2i$와 $2i + 1$의 쌍을 각도 $\\omega_i \\cdot$
\`offset\`만큼 돌리면 됩니다. $\\omega_i = 1 / 10000^{2i/d}$입니다. offset이 음수면 거꾸로 돌립니다.`,
  },
  card: ["mul", "add", "sub", "reshape", "unstack", "stack"],
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
  result: [{ name: "rotated", ko: "회전한 결과", axes: "time model" }],
  withheld: ["lib/attention/positions.ts"],

  cases(random): Case<Arguments>[] {
    return [
      {
        property: {
          en:
            "By hand: 1, 2 turns by 1 into cos 1 + 2 sin 1 and 2 cos 1 − sin 1; 3, 4 turns by 1/100",
          ko:
            "손으로 푼 예: 1, 2는 1만큼 돌아 cos 1 + 2 sin 1과 2 cos 1 − sin 1, 3, 4는 1/100만큼 돕니다",
        },
        args: [TensorData.fromRows([[1, 2, 3, 4]]), 1],
        result: TensorData.fromRows([[2.223244, 0.239134, 3.039849, 3.969801]]),
      },
      {
        property: { en: "From position 0 on to 1", ko: "위치 0에서 1로" },
        args: [waves(1, 4), 1],
        result: waves(1, 4, 1),
      },
      {
        property: {
          en: "Five positions on by 3 are positions 3 to 7",
          ko: "다섯 위치를 3만큼 옮기면 위치 3~7",
        },
        args: [waves(5, 6), 3],
        result: waves(5, 6, 3),
      },
      {
        property: { en: "An offset of 0 changes nothing", ko: "offset이 0이면 그대로입니다" },
        args: [vectors(random, 3, 10), 0],
      },
      {
        property: { en: "Back by 2", ko: "2만큼 되돌리기" },
        args: [waves(7, 14, 2 + random.integer(20)), -2],
      },
      {
        property: {
          en: "Any vectors are turned, and keep their length",
          ko: "어떤 벡터든 돌고, 길이는 그대로입니다",
        },
        args: [vectors(random, 5, 22), 1 + random.integer(9)],
      },
    ];
  },

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
