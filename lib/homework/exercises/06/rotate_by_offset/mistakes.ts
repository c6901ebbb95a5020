/**
 * Wrong answers to exercise 06.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { rotateByOffset } from "./solution.ts";

/** A pair's new sine and cosine. */
type Turn = (sine: number, cosine: number, angle: number) => [sine: number, cosine: number];

const forward: Turn = (sine, cosine, angle) => [
  sine * Math.cos(angle) + cosine * Math.sin(angle),
  cosine * Math.cos(angle) - sine * Math.sin(angle),
];

/** Each pair of neighbours turned by `angle(pair, model, time)`. */
function turned(
  encoding: Axes<"time model">,
  angle: (pair: number, model: number, time: number) => number,
  turn: Turn = forward,
): tf.Tensor {
  const rows: number[][] = tf.unstack(encoding).map((row) => Array.from(row.dataSync()));
  const result = rows.map((row, time) =>
    Array.from(
      { length: row.length / 2 },
      (_, pair) => turn(row[2 * pair], row[2 * pair + 1], angle(pair, row.length, time)),
    ).flat()
  );
  return tf.tensor2d(result);
}

/** What a hand turns by in one position. */
const speed = (pair: number, model: number): number => 10000 ** (-2 * pair / model);

/** Pairs half a vector apart. */
function turnedHalves(encoding: Axes<"time model">, offset: number, turn: Turn): tf.Tensor {
  const rows: number[][] = tf.unstack(encoding).map((row) => Array.from(row.dataSync()));
  const result = rows.map((row) => {
    const half = row.length / 2;
    const pairs = Array.from(
      { length: half },
      (_, i) => turn(row[i], row[i + half], offset * speed(i, row.length)),
    );
    return [...pairs.map(([sine]) => sine), ...pairs.map(([, cosine]) => cosine)];
  });
  return tf.tensor2d(result);
}

export const mistakes: readonly Mistake<typeof rotateByOffset>[] = [
  {
    name: { en: "sign: turns backwards", ko: "부호: 거꾸로 돎" },
    hint: {
      en:
        "Your clock turns the wrong way: asked for three positions further on you get three back. The first number " +
        "of a pair is the sine: look at the signs of the two terms with sin(ω·offset).",
      ko:
        "시계가 거꾸로 돕니다. 세 자리 뒤를 물었는데 세 자리 앞이 나옵니다. 쌍의 첫 수가 사인입니다. sin(ω·offset)이 든 두 항의 부호를 살펴보세요.",
    },
    answer: (encoding, offset) => turned(encoding, (pair, model) => -offset * speed(pair, model)),
  },
  {
    name: { en: "both terms with a plus", ko: "두 식 모두 더하기" },
    hint: {
      en:
        "Both of your lines add, or both subtract. That is no rotation, and lengths change: in the cosine's line " +
        "the term with sin(ω·offset) is subtracted, in the sine's it is added.",
      ko:
        "두 식 모두 더하기이거나 모두 빼기입니다. 그러면 회전이 아니고 길이가 변합니다. sin(ω·offset)이 든 항을 코사인 식에서는 빼고, 사인 식에서는 더합니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => [
        sine * Math.cos(angle) + cosine * Math.sin(angle),
        cosine * Math.cos(angle) + sine * Math.sin(angle),
      ]),
    variants: [
      (encoding, offset) =>
        turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => [
          sine * Math.cos(angle) - cosine * Math.sin(angle),
          cosine * Math.cos(angle) - sine * Math.sin(angle),
        ]),
    ],
  },
  {
    name: { en: "the new sine in the cosine's line", ko: "코사인 식에 새 사인을 씀" },
    hint: {
      en:
        "Your sines are right. When you compute the cosine, the sine beside it has been overwritten already: keep " +
        "the old pair until both new numbers are there.",
      ko:
        "사인은 맞습니다. 그런데 코사인을 계산할 때는 옆의 사인이 이미 새 값으로 바뀌어 있습니다. 두 수를 다 구할 때까지 옛 값을 따로 두세요.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => {
        const [newSine] = forward(sine, cosine, angle);
        return [newSine, cosine * Math.cos(angle) - newSine * Math.sin(angle)];
      }),
  },
  {
    name: { en: "every hand turns by the same angle", ko: "모든 바늘이 같은 각도로 돎" },
    hint: {
      en:
        "You turn every pair by offset itself. Only the first hand turns by 1 for each position; hand i " +
        "turns by offset times ω of its own.",
      ko:
        "모든 쌍을 offset만큼 돌렸습니다. 한 자리마다 1씩 도는 것은 첫 바늘뿐이고, 바늘 i는 자기의 ω에 offset을 곱한 만큼 돕니다.",
    },
    answer: (encoding, offset) => turned(encoding, () => offset),
  },
  {
    name: { en: "leaves out the offset", ko: "offset을 빠뜨림" },
    hint: {
      en:
        "You turn each hand by ω alone, one position on, whatever the offset is. The angle is ω · offset.",
      ko: "offset과 상관없이 바늘을 ω만큼, 곧 한 자리만 돌렸습니다. 각도는 ω · offset입니다.",
    },
    answer: (encoding) => turned(encoding, speed),
  },
  {
    name: { en: "exponent i/d for 2i/d", ko: "지수가 2i/d가 아니라 i/d" },
    hint: {
      en:
        "Your angles use the exponent i/d. The hands of the encoding turn with 2i/d, and the rotation has " +
        "to turn with them.",
      ko: "각도의 지수가 i/d입니다. 인코딩의 바늘은 2i/d로 돌므로 회전도 그와 같이 돌아야 합니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset / 10000 ** (pair / model)),
  },
  {
    name: { en: "exponent 4i/d for 2i/d", ko: "지수가 2i/d가 아니라 4i/d" },
    hint: {
      en:
        "Your angles use the exponent 4i/d. If your i steps by two, it is the dimension 2i already, and must not be " +
        "doubled once more.",
      ko:
        "각도의 지수가 4i/d입니다. i가 둘씩 커진다면 i는 이미 차원 2i이므로 다시 두 배로 하면 안 됩니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset / 10000 ** (4 * pair / model)),
  },
  {
    name: { en: "the exponent without parentheses", ko: "지수에 괄호가 없음" },
    hint: {
      en:
        "Not all of 2i/d is in the exponent: ** binds more tightly than * and /. Put parentheses around the whole " +
        "exponent.",
      ko:
        "2i/d 전체가 지수에 들어가지 않았습니다. **가 *와 /보다 먼저 계산됩니다. 지수 전체를 괄호로 묶으세요.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset / (10000 ** 2 * pair / model)),
    variants: [
      (encoding, offset) =>
        turned(encoding, (pair, model) => offset / (10000 ** (2 * pair) / model)),
      (encoding, offset) => turned(encoding, (pair, model) => offset / 10000 ** (2 * pair) / model),
    ],
  },
  {
    name: { en: "multiplies where it should divide", ko: "나눌 곳에서 곱함" },
    hint: {
      en:
        "Your angles grow from pair to pair: the offset is multiplied by 10000^(2i/d). Divide by it.",
      ko: "각도가 뒤로 갈수록 커집니다. offset에 10000^(2i/d)를 곱했기 때문입니다. 나누세요.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * 10000 ** (2 * pair / model)),
  },
  {
    name: { en: "pairs half a vector apart", ko: "반 벡터 떨어진 쌍" },
    hint: {
      en:
        "You pair dimension i with dimension i + d/2, as some models do. In this encoding a hand's two numbers are " +
        "neighbours: dimensions 2i and 2i + 1.",
      ko:
        "어떤 모델들처럼 차원 i를 차원 i + d/2와 짝지었습니다. 이 인코딩에서 바늘 하나의 두 수는 이웃한 차원 2i와 2i + 1입니다.",
    },
    answer: (encoding, offset) => turnedHalves(encoding, offset, forward),
    variants: [
      (encoding, offset) =>
        turnedHalves(encoding, offset, (first, second, angle) => forward(first, second, -angle)),
    ],
  },
  {
    name: { en: "sine and cosine exchanged", ko: "사인과 코사인이 바뀜" },
    hint: {
      en:
        "Your two new numbers are right and have changed places: even dimensions hold the sine, odd ones the cosine, " +
        "after the turn as before.",
      ko:
        "새로 구한 두 수는 맞지만 자리가 바뀌었습니다. 돌린 뒤에도 짝수 차원이 사인, 홀수 차원이 코사인입니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => {
        const [newSine, newCosine] = forward(sine, cosine, angle);
        return [newCosine, newSine];
      }),
  },
  {
    name: { en: "takes the row for the position", ko: "행 번호를 위치로 여김" },
    hint: {
      en:
        "You encode position t + offset anew for row t. Nobody says that row t is position t: use the numbers of the " +
        "row, and turn them.",
      ko:
        "t번째 행에 위치 t + offset의 인코딩을 새로 썼습니다. t번째 행이 위치 t라는 보장은 없습니다. 행에 있는 수들을 돌리세요.",
    },
    answer: (encoding, offset) =>
      turned(
        encoding,
        (pair, model, time) => (time + offset) * speed(pair, model),
        (_sine, _cosine, angle) => [Math.sin(angle), Math.cos(angle)],
      ),
  },
  {
    name: { en: "further with each row", ko: "행마다 더 많이 돎" },
    hint: {
      en:
        "Each row of yours turns further than the one before. All rows move on by the same offset: the angle does " +
        "not depend on the row.",
      ko:
        "행이 내려갈수록 더 많이 돕니다. 모든 행이 같은 offset만큼 옮겨집니다. 각도는 행과 상관없습니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model, time) => (time + 1) * offset * speed(pair, model)),
    variants: [
      (encoding, offset) =>
        turned(encoding, (pair, model, time) => time * offset * speed(pair, model)),
      (encoding, offset) =>
        turned(encoding, (pair, model, time) => (time + offset) * speed(pair, model)),
    ],
  },
  {
    name: { en: "never back", ko: "뒤로 가지 않음" },
    hint: {
      en:
        "A negative offset turns your clock on instead of back. The sign of the offset belongs to the angle.",
      ko: "offset이 음수여도 시계가 앞으로 돕니다. offset의 부호가 각도에 그대로 들어가야 합니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => Math.abs(offset) * speed(pair, model)),
  },
  {
    name: { en: "adds the offset's encoding", ko: "offset의 인코딩을 더함" },
    hint: {
      en:
        "You add the encoding of the offset. Positions add up, but their sines and cosines do not: use the " +
        "formulas for the sine and the cosine of a sum.",
      ko:
        "offset의 인코딩을 더했습니다. 위치는 더할 수 있지만 사인과 코사인은 그렇지 않습니다. 합의 사인과 코사인 공식을 쓰세요.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => [
        sine + Math.sin(angle),
        cosine + Math.cos(angle),
      ]),
  },
  {
    name: { en: "multiplies by the offset's encoding", ko: "offset의 인코딩을 곱함" },
    hint: {
      en:
        "You multiply number by number with the encoding of the offset. A turn mixes the two numbers of a pair: each " +
        "new one is made of both old ones.",
      ko:
        "offset의 인코딩을 수끼리 곱했습니다. 회전은 쌍의 두 수를 섞습니다. 새 수마다 옛 수 둘이 모두 들어갑니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => [
        sine * Math.sin(angle),
        cosine * Math.cos(angle),
      ]),
  },
  {
    name: { en: "adds the angle to the numbers", ko: "수에 각도를 더함" },
    hint: {
      en:
        "You add the angle to the sines and cosines themselves. The angle is inside of them, at ωt: use the formulas " +
        "for the sine and the cosine of a sum.",
      ko:
        "사인과 코사인 값에 각도를 더했습니다. 각도는 그 안의 ωt에 더해져야 합니다. 합의 사인과 코사인 공식을 쓰세요.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => [
        sine + angle,
        cosine + angle,
      ]),
  },
  {
    name: { en: "returns the encoding as it came", ko: "인코딩을 그대로 돌려줌" },
    hint: {
      en: "Nothing turns: you return what you got. Each pair turns by ω · offset.",
      ko:
        "아무것도 돌지 않았습니다. 받은 것을 그대로 돌려주었습니다. 쌍마다 ω · offset만큼 돌려야 합니다.",
    },
    answer: (encoding) => tf.clone(encoding),
  },
  {
    name: {
      en: "sine and cosine halves instead of interleaved",
      ko: "번갈아 놓지 않고 사인 절반, 코사인 절반",
    },
    hint: {
      en:
        "Your new numbers are right, but all sines come first and then all cosines. They alternate as before: stack them " +
        "along a new last axis, then reshape.",
      ko:
        "새로 구한 수는 맞지만 사인이 모두 앞에, 코사인이 모두 뒤에 있습니다. 전처럼 번갈아 놓아야 합니다. 맨 뒤에 새 축을 두어 쌓은 다음 reshape하세요.",
    },
    answer(encoding, offset) {
      const rotated = turned(encoding, (pair, model) => offset * speed(pair, model));
      const [time, model] = encoding.shape;
      const pairs = tf.reshape(rotated, [time, model / 2, 2]);
      return tf.concat(tf.unstack(pairs, -1), 1);
    },
  },
  {
    name: { en: "pairs that are not joined again", ko: "쌍을 다시 잇지 않음" },
    hint: {
      en:
        "Your numbers are right, and still lie in pairs: [time, pair, 2]. Reshape to [time, model].",
      ko: "수는 맞지만 아직 쌍으로 나뉘어 [time, pair, 2]입니다. [time, model]로 reshape하세요.",
    },
    answer(encoding, offset) {
      const rotated = turned(encoding, (pair, model) => offset * speed(pair, model));
      const [time, model] = encoding.shape;
      return tf.reshape(rotated, [time, model / 2, 2]);
    },
  },
  {
    name: { en: "degrees instead of radians", ko: "라디안이 아니라 도" },
    hint: {
      en:
        "You turn the angle from degrees into radians. It is in radians already, and Math.sin takes those.",
      ko: "각도를 도에서 라디안으로 바꾸었습니다. 이미 라디안이고, Math.sin도 라디안을 받습니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model) * Math.PI / 180),
  },
  {
    name: { en: "the exponent counts dimensions, not pairs", ko: "지수에 쌍이 아니라 차원 번호" },
    hint: {
      en:
        "The two numbers of a pair turn by different angles of yours: you put the dimension itself where 2i belongs. " +
        "Dimensions 2i and 2i + 1 share one angle.",
      ko:
        "한 쌍의 두 수가 서로 다른 각도로 돕니다. 2i 자리에 차원 번호를 그대로 넣었기 때문입니다. 차원 2i와 2i + 1은 같은 각도를 씁니다.",
    },
    answer(encoding, offset) {
      const slow = (pair: number, model: number) => offset / 10000 ** ((2 * pair + 1) / model);
      const ofSines = tf.unstack(turned(encoding, (pair, model) => offset * speed(pair, model)), 1);
      const ofCosines = tf.unstack(turned(encoding, slow), 1);
      return tf.stack(ofSines.map((column, d) => d % 2 === 0 ? column : ofCosines[d]), 1);
    },
  },
  {
    name: { en: "cosines alone", ko: "코사인만 곱함" },
    hint: {
      en:
        "You multiply each number by the cosine of the angle and stop there. The other number of the pair, " +
        "times the sine, belongs to it: plus for the new sine, minus for the new cosine.",
      ko:
        "각 수에 각도의 코사인만 곱했습니다. 쌍의 다른 수에 사인을 곱한 것도 들어가야 합니다. 새 사인에는 더하고 새 코사인에서는 뺍니다.",
    },
    answer: (encoding, offset) =>
      turned(
        encoding,
        (pair, model) => offset * speed(pair, model),
        (sine, cosine, angle) => [sine * Math.cos(angle), cosine * Math.cos(angle)],
      ),
  },
  {
    name: { en: "the angle's sine for its cosine", ko: "각도의 사인과 코사인을 바꿔 씀" },
    hint: {
      en:
        "The angle's sine and cosine have changed places: an offset of 0 would swap a pair. The old sine " +
        "meets cos, the other number sin.",
      ko:
        "각도의 사인과 코사인을 바꿔 곱했습니다. 그러면 offset이 0이어도 쌍의 두 수가 뒤바뀝니다. 옛 사인에는 cos을, 짝에는 sin을 곱하세요.",
    },
    answer: (encoding, offset) =>
      turned(
        encoding,
        (pair, model) => offset * speed(pair, model),
        (
          sine,
          cosine,
          angle,
        ) => [
          sine * Math.sin(angle) + cosine * Math.cos(angle),
          cosine * Math.sin(angle) - sine * Math.cos(angle),
        ],
      ),
    variants: [
      (encoding, offset) =>
        turned(
          encoding,
          (pair, model) => offset * speed(pair, model),
          (
            sine,
            cosine,
            angle,
          ) => [
            sine * Math.sin(angle) - cosine * Math.cos(angle),
            cosine * Math.sin(angle) + sine * Math.cos(angle),
          ],
        ),
    ],
  },
  {
    name: { en: "the angle from the length lost", ko: "각도만 남기고 길이를 잃음" },
    hint: {
      en:
        "You find each pair's angle, add to it, and take sine and cosine anew: every pair then has the length " +
        "1. Turn the two numbers as they are, and their length stays.",
      ko:
        "쌍의 각도를 구해 더한 뒤 사인과 코사인을 새로 구했습니다. 그러면 모든 쌍의 길이가 1이 됩니다. 두 수를 그대로 돌려야 길이가 유지됩니다.",
    },
    answer: (encoding, offset) =>
      turned(encoding, (pair, model) => offset * speed(pair, model), (sine, cosine, angle) => {
        const turned = Math.atan2(sine, cosine) + angle;
        return [Math.sin(turned), Math.cos(turned)];
      }),
    variants: [
      (encoding, offset) =>
        turned(encoding, (pair, model) => offset * speed(pair, model), (sine, _cosine, angle) => {
          const turned = Math.asin(sine) + angle;
          return [Math.sin(turned), Math.cos(turned)];
        }),
    ],
  },
  {
    name: { en: "the rows moved", ko: "행을 옮김" },
    hint: {
      en:
        "You move the rows of the table. An encoding is to be turned without knowing which position it is, " +
        "each row for itself.",
      ko: "표의 행을 옮겼습니다. 어느 위치인지 모르는 채로 행마다 따로 인코딩을 돌려야 합니다.",
    },
    answer: (encoding, offset) => {
      const rows = tf.unstack(encoding);
      const count = rows.length;
      return tf.stack(rows.map((_, i) => rows[(((i + offset) % count) + count) % count]));
    },
    variants: [(encoding, offset) => {
      const rows = tf.unstack(encoding);
      const count = rows.length;
      return tf.stack(rows.map((_, i) => rows[(((i - offset) % count) + count) % count]));
    }, (encoding, offset) => {
      const rows = tf.unstack(encoding);
      return tf.stack(rows.map((row, i) => rows[i + offset] ?? tf.zerosLike(row)));
    }],
  },
  {
    name: { en: "a mirror instead of a turn", ko: "돌리지 않고 뒤집음" },
    hint: {
      en:
        "Your second number has the wrong sign: the pair is mirrored, and an offset of 0 changes it. The new " +
        "cosine is cos · cosine − sin · sine.",
      ko:
        "둘째 수의 부호가 반대라서 쌍이 뒤집힙니다. offset이 0이어도 바뀝니다. 새 코사인은 cos·코사인 − sin·사인입니다.",
    },
    answer: (encoding, offset) =>
      turned(
        encoding,
        (pair, model) => offset * speed(pair, model),
        (
          sine,
          cosine,
          angle,
        ) => [
          sine * Math.cos(angle) + cosine * Math.sin(angle),
          sine * Math.sin(angle) - cosine * Math.cos(angle),
        ],
      ),
  },
];
