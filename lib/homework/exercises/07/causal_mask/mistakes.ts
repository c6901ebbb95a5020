/**
 * Wrong answers to exercise 07.2 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { causalMask } from "./solution.ts";

/** 0, 1, 2, …: a row of keys; as a column, the queries. */
const places = (length: number): tf.Tensor1D => tf.range(0, length, 1, "int32");

const column = (length: number): tf.Tensor => tf.expandDims(places(length), 1);

/** The right mask. */
const mask = (length: number): tf.Tensor => tf.lessEqual(places(length), column(length));

export const mistakes: readonly Mistake<typeof causalMask>[] = [
  {
    name: { en: "strict triangle", ko: "대각선이 빠진 삼각형" },
    hint: {
      en:
        "Your triangle is strict: a place does not see itself, and the first one sees nothing at all. " +
        "The diagonal belongs to what may be seen.",
      ko:
        "대각선이 빠진 삼각형입니다. 어느 자리도 자기 자신을 보지 못하고, 첫 자리는 아무것도 보지 못합니다. 대각선도 보아도 되는 칸입니다.",
    },
    answer: (length) => tf.less(places(length), column(length)),
    variants: [(length) => tf.cast(tf.less(places(length), column(length)), "float32")],
  },
  {
    name: { en: "transposed", ko: "마스크가 전치됨" },
    hint: {
      en:
        "Your mask is transposed: each place sees the future and not the past. Rows are queries, " +
        "columns are keys; the lower left triangle is true.",
      ko:
        "마스크가 전치되었습니다. 자리마다 과거가 아니라 미래를 봅니다. 행이 쿼리, 열이 키이고, 왼쪽 아래 삼각형이 true입니다.",
    },
    answer: (length) => tf.transpose(mask(length)),
    variants: [(length) => tf.linalg.bandPart(tf.ones([length, length]), 0, -1)],
  },
  {
    name: { en: "inverted", ko: "마스크가 뒤집힘" },
    hint: {
      en:
        "Your mask is inverted: true stands where the future is. In this course true means “may be " +
        "seen”.",
      ko:
        "마스크가 뒤집혔습니다. 미래가 있는 칸이 true입니다. 이 강의에서 true는 “보아도 된다”는 뜻입니다.",
    },
    answer: (length) => tf.logicalNot(mask(length)),
    variants: [(length) => tf.cast(tf.logicalNot(mask(length)), "float32")],
  },
  {
    name: { en: "sees one place too far", ko: "한 자리 더 봄" },
    hint: {
      en:
        "Each place also sees the one right after it, and that is the answer it is asked for. The last " +
        "key of row i is i itself.",
      ko:
        "자리마다 바로 다음 자리까지 봅니다. 그 자리가 바로 맞혀야 할 답입니다. i번째 행에서 마지막으로 보이는 키는 i입니다.",
    },
    answer: (length) => tf.lessEqual(tf.sub(places(length), 1), column(length)),
    variants: [
      (length) => tf.linalg.bandPart(tf.ones([length, length]), -1, Math.min(1, length - 1)),
    ],
  },
  {
    name: { en: "every place sees everything", ko: "모든 자리가 전부를 봄" },
    hint: {
      en:
        "Every row of your mask is true everywhere. If you fill rows in a loop, are they really different arrays? " +
        "Array(n).fill(row) holds one and the same row n times, and what the last place may see is written into all.",
      ko:
        "마스크의 모든 행이 전부 true입니다. 반복문으로 행을 채웠다면 행들이 정말 서로 다른 배열인가요? Array(n).fill(row)는 같은 행 하나를 n번 담으므로, 마지막 자리가 볼 수 있는 것이 모든 행에 쓰입니다.",
    },
    answer(length) {
      const rows = Array(length).fill(Array(length).fill(false));
      for (let query = 0; query < length; query++) {
        for (let key = 0; key <= query; key++) rows[query][key] = true;
      }
      return tf.tensor2d(rows);
    },
    variants: [(length) => tf.ones([length, length])],
  },
  {
    name: { en: "each place sees itself alone", ko: "자리마다 자기 자신만 봄" },
    hint: {
      en:
        "Only the diagonal is true. A place also sees every place before it: key ≤ query, not key = query.",
      ko:
        "대각선만 true입니다. 자리마다 그 앞의 모든 자리도 봅니다. 키 = 쿼리가 아니라 키 ≤ 쿼리입니다.",
    },
    answer: (length) => tf.equal(places(length), column(length)),
    variants: [(length) => tf.eye(length)],
  },
  {
    name: { en: "from the other end", ko: "반대쪽 끝에서 시작함" },
    hint: {
      en:
        "Your staircase is mirrored: it runs along the other diagonal. Row 0 sees key 0 alone, the last row sees all.",
      ko:
        "계단이 거울에 비친 듯 다른 대각선을 따라갑니다. 0행은 키 0만 보고, 마지막 행은 전부 봅니다.",
    },
    answer: (length) => tf.lessEqual(places(length), tf.sub(length - 1, column(length))),
    variants: [(length) => tf.lessEqual(tf.sub(length - 1, places(length)), column(length))],
  },
  {
    name: { en: "numbers instead of true and false", ko: "true, false가 아니라 수" },
    hint: {
      en: "The staircase is right, but it is made of numbers, 1 and 0. " +
        'A mask is of type bool: a comparison gives one, and tf.cast(x, "bool") makes one.',
      ko: "계단 모양은 맞지만 1과 0이라는 수로 되어 있습니다. " +
        '마스크는 bool 타입이어야 합니다. 비교한 결과가 bool이고, tf.cast(x, "bool")로 바꿀 수도 있습니다.',
    },
    answer: (length) => tf.linalg.bandPart(tf.ones([length, length]), -1, 0),
  },
  {
    name: { en: "low scores instead of a mask", ko: "마스크가 아니라 낮은 점수" },
    hint: {
      en:
        "You return what would be added to scores, 0 and a low number. Asked is the mask itself: true where a place " +
        "may be seen.",
      ko:
        "점수에 더할 값(0과 아주 낮은 수)을 돌려주었습니다. 구할 것은 마스크 자체입니다. 보아도 되는 칸이 true입니다.",
    },
    answer: (length) => tf.where(mask(length), 0, -1e9),
    variants: [(length) => tf.where(mask(length), 0, -Infinity)],
  },
  {
    name: { en: "an axis for the batch", ko: "배치를 위한 축까지 있음" },
    hint: {
      en:
        "The staircase is right, with an axis too many: [1, query, key]. The mask is [query, key]; it broadcasts over " +
        "the batch by itself.",
      ko:
        "계단은 맞지만 축이 하나 더 있어 [1, query, key]입니다. 마스크는 [query, key]이고, 배치로는 저절로 브로드캐스트됩니다.",
    },
    answer: (length) => tf.expandDims(mask(length), 0),
    variants: [(length) => tf.expandDims(tf.expandDims(mask(length), 0), 0)],
  },
  {
    name: { en: "arrays instead of a tensor", ko: "텐서가 아니라 배열" },
    hint: {
      en:
        "The staircase is right, but it is made of plain arrays. Make a tensor of them: tf.tensor2d.",
      ko: "계단은 맞지만 그냥 배열입니다. 텐서로 만드세요: tf.tensor2d.",
    },
    answer: (length) =>
      Array.from({ length }, (_, query) => Array.from({ length }, (_, key) => key <= query)),
    variants: [
      (length) =>
        Array.from(
          { length },
          (_, query) => Array.from({ length }, (_, key) => key <= query ? 1 : 0),
        ),
    ],
  },
  {
    name: { en: "ends before the last place", ko: "마지막 자리 앞에서 끝남" },
    hint: {
      en:
        "Your mask is one place too small. There are `length` queries and as many keys, counted from 0.",
      ko: "마스크가 한 자리 작습니다. 쿼리도 키도 0부터 세어 length개입니다.",
    },
    answer: (length) =>
      tf.lessEqual(tf.range(0, length - 1), tf.expandDims(tf.range(0, length - 1), 1)),
  },
  {
    name: { en: "a row instead of a square", ko: "정사각형이 아니라 한 행" },
    hint: {
      en:
        "You get one row, true everywhere. Each query needs a row of its own: put the queries in a column, with an axis " +
        "of length 1, and the comparison broadcasts to a square.",
      ko:
        "전부 true인 한 행이 나왔습니다. 쿼리마다 자기 행이 있어야 합니다. 길이 1인 축을 넣어 쿼리를 열로 세우면 비교가 정사각형으로 브로드캐스트됩니다.",
    },
    answer: (length) => tf.lessEqual(places(length), places(length)),
  },
  {
    name: { en: "an axis flattened away", ko: "축을 펴 버림" },
    hint: {
      en: "The staircase is right, but it lies in one long row. Keep it as a square, [query, key].",
      ko: "계단은 맞지만 긴 한 줄로 펴져 있습니다. 정사각형 [query, key]로 두세요.",
    },
    answer: (length) => tf.reshape(mask(length), [-1]),
  },
  {
    name: { en: "one place too many", ko: "한 자리 많음" },
    hint: {
      en:
        "Your mask has length + 1 rows and columns. Places are counted from 0 to length − 1, and tf.range " +
        "leaves its end out by itself.",
      ko:
        "마스크의 행과 열이 length + 1개입니다. 자리는 0부터 length − 1까지이고, tf.range는 끝을 스스로 뺍니다.",
    },
    answer: (length) => mask(length + 1),
  },
  {
    name: { en: "strict, but for the first place", ko: "첫 자리 말고는 자기를 가림" },
    hint: {
      en: "Only place 0 sees itself. Every place sees itself: ≤, not <.",
      ko: "0번째 자리만 자기를 봅니다. 모든 자리가 자기를 봅니다. <가 아니라 ≤입니다.",
    },
    answer: (length) =>
      tf.logicalOr(
        tf.less(places(length), column(length)),
        tf.equal(tf.add(places(length), column(length)), 0),
      ),
  },
  {
    name: { en: "a window of two places", ko: "두 자리만 봄" },
    hint: {
      en:
        "Each place sees itself and the one before, and nothing further back. Every earlier place may be " +
        "seen.",
      ko: "자기와 바로 앞 자리만 보고 그보다 앞은 보지 못합니다. 앞의 자리는 모두 볼 수 있습니다.",
    },
    answer: (length) =>
      tf.logicalAnd(mask(length), tf.greaterEqual(places(length), tf.sub(column(length), 1))),
  },
];
