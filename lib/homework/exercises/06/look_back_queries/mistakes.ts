/**
 * Wrong answers to exercise 06.4 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { lookBackQueries } from "./solution.ts";

/** The 2 × 2 table of one hand, by the angle that it turns by. */
type Table = (angle: number) => [[number, number], [number, number]];

const back: Table = (angle) => [
  [Math.cos(angle), Math.sin(angle)],
  [-Math.sin(angle), Math.cos(angle)],
];

/** Each hand's table where its two dimensions meet, zeros elsewhere. */
function tables(
  modelSize: number,
  angle: (pair: number) => number,
  table: Table = back,
  place: (pair: number) => [number, number] = (pair) => [2 * pair, 2 * pair + 1],
): tf.Tensor {
  const rows = Array.from({ length: modelSize }, () => Array.from({ length: modelSize }, () => 0));
  for (let pair = 0; pair < modelSize / 2; pair++) {
    const dimensions = place(pair);
    table(angle(pair)).forEach((row, i) =>
      row.forEach((entry, j) => rows[dimensions[i]][dimensions[j]] = entry)
    );
  }
  return tf.tensor2d(rows);
}

/** What a hand turns by. */
const turn = (modelSize: number, offset: number) => (pair: number): number =>
  offset * 10000 ** (-2 * pair / modelSize);

/** Rows full of ones, each pair turned. */
function turnedOnes(modelSize: number, offset: number): tf.Tensor {
  const row = Array.from({ length: modelSize }, (_, dimension) => {
    const angle = turn(modelSize, offset)(Math.floor(dimension / 2));
    const sign = dimension % 2 === 0 ? 1 : -1;
    return Math.cos(angle) + sign * Math.sin(angle);
  });
  return tf.tensor2d(Array.from({ length: modelSize }, () => row));
}

export const mistakes: readonly Mistake<typeof lookBackQueries>[] = [
  {
    name: { en: "looks forward, or transposed", ko: "반대쪽을 보거나 전치됨" },
    hint: {
      en:
        "Your matrix moves encodings on, not back. Either the angle has the wrong sign, or the matrix is transposed: " +
        "encodings are rows, and stand on the left of the matrix.",
      ko:
        "인코딩을 앞이 아니라 뒤로 옮깁니다. 각도의 부호가 반대이거나 행렬이 전치되었습니다. 인코딩은 행이고 행렬의 왼쪽에 놓입니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(modelSize, -offset)),
  },
  {
    name: { en: "both sines with one sign", ko: "두 사인의 부호가 같음" },
    hint: {
      en:
        "The two sines of a hand's matrix have the same sign. That is no rotation, and changes lengths: one of them is " +
        "negative.",
      ko:
        "바늘의 행렬에서 두 사인의 부호가 같습니다. 그러면 회전이 아니고 길이가 변합니다. 하나는 음수입니다.",
    },
    answer: (modelSize, offset) =>
      tables(modelSize, turn(modelSize, offset), (angle) => [
        [Math.cos(angle), Math.sin(angle)],
        [Math.sin(angle), Math.cos(angle)],
      ]),
    variants: [
      (modelSize, offset) =>
        tables(modelSize, turn(modelSize, offset), (angle) => [
          [Math.cos(angle), -Math.sin(angle)],
          [-Math.sin(angle), Math.cos(angle)],
        ]),
    ],
  },
  {
    name: { en: "sine and cosine exchanged", ko: "사인과 코사인이 바뀜" },
    hint: {
      en:
        "The sines stand on your diagonal. After a turn by almost nothing a hand is almost what it was: the cosines " +
        "belong there.",
      ko:
        "대각선에 사인이 있습니다. 거의 돌지 않은 바늘은 거의 그대로이므로 대각선에는 코사인이 놓여야 합니다.",
    },
    answer: (modelSize, offset) =>
      tables(modelSize, turn(modelSize, offset), (angle) => [
        [Math.sin(angle), Math.cos(angle)],
        [-Math.cos(angle), Math.sin(angle)],
      ]),
    variants: [
      (modelSize, offset) =>
        tables(modelSize, turn(modelSize, offset), (angle) => [
          [Math.sin(angle), Math.cos(angle)],
          [Math.cos(angle), -Math.sin(angle)],
        ]),
    ],
  },
  {
    name: { en: "cosines alone", ko: "코사인만 있음" },
    hint: {
      en:
        "Off your diagonal there are only zeros. A turned sine needs the cosine too: the two numbers of a hand are mixed.",
      ko:
        "대각선 밖이 모두 0입니다. 돌린 뒤의 사인에는 코사인도 필요합니다. 바늘의 두 수는 서로 섞입니다.",
    },
    answer: (modelSize, offset) =>
      tables(modelSize, turn(modelSize, offset), (angle) => [
        [Math.cos(angle), 0],
        [0, Math.cos(angle)],
      ]),
  },
  {
    name: { en: "every hand turns by the same angle", ko: "모든 바늘이 같은 각도로 돎" },
    hint: {
      en:
        "All hands have the same matrix. Only the first hand turns by 1 for each place; hand i turns by offset times " +
        "its own ω.",
      ko:
        "모든 바늘의 행렬이 같습니다. 한 자리마다 1씩 도는 것은 첫 바늘뿐이고, 바늘 i는 자기의 ω에 offset을 곱한 만큼 돕니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, () => offset),
  },
  {
    name: { en: "leaves out the offset", ko: "offset을 빠뜨림" },
    hint: {
      en: "Your head looks one place back, whatever the offset is. The angle is ω · offset.",
      ko: "offset과 상관없이 한 자리 앞만 봅니다. 각도는 ω · offset입니다.",
    },
    answer: (modelSize) => tables(modelSize, turn(modelSize, 1)),
  },
  {
    name: { en: "exponent i/d for 2i/d", ko: "지수가 2i/d가 아니라 i/d" },
    hint: {
      en:
        "Your angles use the exponent i/d. The hands of the encoding turn with 2i/d, and the matrix has to turn with them.",
      ko: "각도의 지수가 i/d입니다. 인코딩의 바늘은 2i/d로 돌므로 행렬도 그와 같이 돌려야 합니다.",
    },
    answer: (modelSize, offset) =>
      tables(modelSize, (pair) => offset / 10000 ** (pair / modelSize)),
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
    answer: (modelSize, offset) =>
      tables(modelSize, (pair) => offset / 10000 ** (4 * pair / modelSize)),
  },
  {
    name: { en: "multiplies where it should divide", ko: "나눌 곳에서 곱함" },
    hint: {
      en:
        "Your angles grow from hand to hand: the offset is multiplied by 10000^(2i/d). Divide by it.",
      ko: "각도가 뒤로 갈수록 커집니다. offset에 10000^(2i/d)를 곱했기 때문입니다. 나누세요.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(-modelSize, offset)),
  },
  {
    name: { en: "pairs half a vector apart", ko: "반 벡터 떨어진 쌍" },
    hint: {
      en:
        "You pair dimension i with dimension i + d/2. In this encoding a hand's two numbers are neighbours, dimensions 2i " +
        "and 2i + 1, so its matrix stands on the diagonal.",
      ko:
        "차원 i를 차원 i + d/2와 짝지었습니다. 이 인코딩에서 바늘 하나의 두 수는 이웃한 차원 2i와 2i + 1이므로 행렬은 대각선에 놓입니다.",
    },
    answer: (modelSize, offset) =>
      tables(modelSize, turn(modelSize, offset), back, (pair) => [pair, pair + modelSize / 2]),
  },
  {
    name: { en: "shifts dimensions", ko: "위치가 아니라 차원을 옮김" },
    hint: {
      en:
        "Your matrix of ones moves the *dimensions* of a vector by offset places. Positions are not dimensions: each hand " +
        "has to turn.",
      ko:
        "1로 된 행렬이 벡터의 *차원*을 offset만큼 옮깁니다. 위치는 차원이 아닙니다. 바늘마다 돌려야 합니다.",
    },
    answer: (modelSize, offset) => shifted(modelSize, offset),
    variants: [(modelSize, offset) => shifted(modelSize, -offset)],
  },
  {
    name: { en: "nothing turned", ko: "돌리지 않음" },
    hint: {
      en:
        "This is the identity matrix: each position finds itself. Turn its rows by −offset before you return it.",
      ko:
        "단위행렬이라 모든 위치가 자기 자신을 찾습니다. 돌려주기 전에 그 행들을 −offset만큼 돌리세요.",
    },
    answer: (modelSize) => tf.eye(modelSize),
  },
  {
    name: { en: "degrees instead of radians", ko: "라디안이 아니라 도" },
    hint: {
      en: "Your angles are taken for degrees. Math.sin and Math.cos want radians: no π/180.",
      ko:
        "각도를 도(°)로 여겼습니다. Math.sin과 Math.cos는 라디안을 받으므로 π/180을 곱하지 않습니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(modelSize, offset * Math.PI / 180)),
  },
  {
    name: { en: "the encoding of the offset", ko: "offset의 인코딩" },
    hint: {
      en:
        "You return encodings, one for each row. Asked is a matrix that turns any encoding: 2 × 2 matrices along the diagonal.",
      ko:
        "행마다 인코딩을 하나씩 돌려주었습니다. 어떤 인코딩이든 돌리는 행렬, 곧 대각선을 따라 놓인 2 × 2 행렬들이 필요합니다.",
    },
    answer: (modelSize, offset) => encodings(modelSize, -offset),
    variants: [(modelSize, offset) => encodings(modelSize, offset)],
  },
  {
    name: { en: "ones turned instead of the identity", ko: "단위행렬이 아니라 1을 돌림" },
    hint: {
      en:
        "You turn rows that are full of ones. What a matrix does to any row it does to the rows of the " +
        "identity: turn those, tf.eye.",
      ko:
        "1로 가득 찬 행들을 돌렸습니다. 행렬이 하는 일은 단위행렬의 행에 하는 일과 같습니다. tf.eye의 행들을 돌리세요.",
    },
    answer: (modelSize, offset) => turnedOnes(modelSize, -offset),
    variants: [(modelSize, offset) => turnedOnes(modelSize, offset)],
  },
  {
    name: { en: "one place too far or too near", ko: "한 자리 멀거나 가까움" },
    hint: {
      en:
        "Your head looks one place further back than offset, or one less. An offset of 0 finds the word itself.",
      ko: "offset보다 한 자리 멀거나 가까운 곳을 봅니다. offset이 0이면 자기 자신을 찾아야 합니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(modelSize, offset + 1)),
    variants: [(modelSize, offset) => tables(modelSize, turn(modelSize, offset - 1))],
  },
  {
    name: { en: "the first hand alone", ko: "첫 바늘만 돌림" },
    hint: {
      en:
        "Only the first hand turns. Every pair of dimensions has a matrix of its own, with its own angle.",
      ko: "첫 바늘만 돕니다. 두 차원의 쌍마다 자기 각도의 행렬이 있습니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, (pair) => pair === 0 ? offset : 0),
  },
  {
    name: { en: "never forward", ko: "앞으로는 보지 않음" },
    hint: {
      en: "You leave out the sign of the offset: a negative one looks forward.",
      ko: "offset의 부호를 떼었습니다. 음수이면 앞쪽이 아니라 뒤쪽 단어를 봅니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(modelSize, Math.abs(offset))),
  },
  {
    name: { en: "a negative offset turns nothing", ko: "offset이 음수이면 돌리지 않음" },
    hint: {
      en:
        "For a negative offset you return the identity: a loop that counts up to the offset never runs. The angle is " +
        "ω · offset, whatever its sign.",
      ko:
        "offset이 음수이면 단위행렬을 돌려줍니다. offset까지 세는 반복문은 한 번도 돌지 않습니다. 부호와 상관없이 각도는 ω · offset입니다.",
    },
    answer: (modelSize, offset) => tables(modelSize, turn(modelSize, Math.max(0, offset))),
  },
];

/** Ones `offset` places beside the diagonal. */
function shifted(modelSize: number, offset: number): tf.Tensor {
  return tf.tensor2d(
    Array.from(
      { length: modelSize },
      (_, i) => Array.from({ length: modelSize }, (_, j) => i - j === offset ? 1 : 0),
    ),
  );
}

/** As many encodings as there are dimensions, from position `start` on. */
function encodings(modelSize: number, start: number): tf.Tensor {
  return tf.tensor2d(
    Array.from(
      { length: modelSize },
      (_, time) =>
        Array.from({ length: modelSize }, (_, dimension) => {
          const pair = Math.floor(dimension / 2);
          const angle = (start + time) / 10000 ** (2 * pair / modelSize);
          return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
        }),
    ),
  );
}
