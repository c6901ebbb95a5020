/**
 * Wrong answers to exercise 06.1 that learners give.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Mistake } from "../../../exercise/exercise.ts";
import type { sinusoidalEncoding } from "./solution.ts";

/** A table of `entry(time, dimension)`. */
function table(
  length: number,
  modelSize: number,
  entry: (time: number, dimension: number) => number,
): tf.Tensor2D {
  const rows = Array.from(
    { length },
    (_, time) => Array.from({ length: modelSize }, (_, dimension) => entry(time, dimension)),
  );
  return tf.tensor2d(rows, [length, modelSize]);
}

/** Sines on even dimensions, cosines on odd ones, of `angle(time, pair, dimension)`. */
function clock(
  length: number,
  modelSize: number,
  angle: (time: number, pair: number, dimension: number) => number,
): tf.Tensor2D {
  return table(length, modelSize, (time, dimension) => {
    const turn = angle(time, Math.floor(dimension / 2), dimension);
    return dimension % 2 === 0 ? Math.sin(turn) : Math.cos(turn);
  });
}

/** The angle that is asked for. */
const right = (time: number, pair: number, modelSize: number): number =>
  time / 10000 ** (2 * pair / modelSize);

/** All sines, then all cosines, of `angle(time, pair)`. */
function halves(
  length: number,
  modelSize: number,
  angle: (time: number, pair: number) => number,
): tf.Tensor2D {
  const half = modelSize / 2;
  return table(
    length,
    modelSize,
    (time, dimension) =>
      dimension < half ? Math.sin(angle(time, dimension)) : Math.cos(angle(time, dimension - half)),
  );
}

export const mistakes: readonly Mistake<typeof sinusoidalEncoding>[] = [
  {
    name: {
      en: "sine and cosine halves instead of interleaved",
      ko: "번갈아 놓지 않고 사인 절반, 코사인 절반",
    },
    hint: {
      en:
        "Your first half holds all sines, your second half all cosines. Here they alternate: each pair of " +
        "neighbours, dimensions 2i and 2i + 1, is the sine and the cosine of one hand.",
      ko:
        "앞쪽 절반이 모두 사인이고 뒤쪽 절반이 모두 코사인입니다. 여기서는 번갈아 놓입니다. 이웃한 두 차원 2i와 2i + 1이 " +
        "바늘 하나의 사인과 코사인입니다.",
    },
    answer: (length, modelSize) =>
      halves(length, modelSize, (time, pair) => right(time, pair, modelSize)),
    variants: [
      (length, modelSize) =>
        halves(
          length,
          modelSize,
          (time, pair) => time / 10000 ** (pair / Math.max(modelSize / 2 - 1, 1)),
        ),
    ],
  },
  {
    name: { en: "exponent i/d for 2i/d", ko: "지수가 2i/d가 아니라 i/d" },
    hint: {
      en:
        "Your hands turn too fast: the exponent for hand i is i/d. It should be 2i/d, so that the last hand " +
        "of d/2 is nearly 10,000 times slower than the first.",
      ko:
        "바늘이 너무 빨리 돕니다. 바늘 i의 지수가 i/d로 되어 있습니다. 2i/d여야 d/2개 가운데 마지막 바늘이 첫 바늘보다 거의 " +
        "10,000배 느려집니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 10000 ** (pair / modelSize)),
  },
  {
    name: { en: "exponent 4i/d for 2i/d", ko: "지수가 2i/d가 아니라 4i/d" },
    hint: {
      en:
        "Your hands turn too slowly: the exponent for hand i is 4i/d. If your i steps by two, it is the dimension " +
        "2i already, and must not be doubled once more.",
      ko:
        "바늘이 너무 느리게 돕니다. 바늘 i의 지수가 4i/d입니다. i가 둘씩 커진다면 i는 이미 차원 2i이므로 다시 두 배로 하면 안 됩니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 10000 ** (4 * pair / modelSize)),
  },
  {
    name: { en: "the exponent counts dimensions, not pairs", ko: "지수에 쌍이 아니라 차원 번호" },
    hint: {
      en:
        "You put the dimension itself where i belongs, so a sine and its cosine turn at different speeds. " +
        "i counts pairs: dimensions 2i and 2i + 1 share it.",
      ko:
        "i 자리에 차원 번호를 그대로 넣어 사인과 짝인 코사인이 서로 다른 속도로 돕니다. i는 쌍의 번호입니다. 차원 2i와 2i + 1은 " +
        "같은 i를 씁니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, _pair, dimension) => time / 10000 ** (dimension / modelSize)),
    variants: [
      (length, modelSize) =>
        clock(
          length,
          modelSize,
          (time, _pair, dimension) => time / 10000 ** (2 * dimension / modelSize),
        ),
    ],
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
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / (10000 ** 2 * pair / modelSize)),
    variants: [
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / (10000 ** 2 * (2 * pair) / modelSize)),
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / (10000 ** (2 * pair) / modelSize)),
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / 10000 ** 2 * pair / modelSize),
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / 10000 ** (2 * pair) / modelSize),
    ],
  },
  {
    name: { en: "hands counted from 1", ko: "바늘을 1부터 셈" },
    hint: {
      en:
        "Your first hand turns with the speed of the second. Pairs are counted from 0: hand 0 turns by 1 for each " +
        "position.",
      ko:
        "첫 바늘이 둘째 바늘의 속도로 돕니다. 쌍은 0부터 셉니다. 바늘 0은 한 자리마다 1씩 돕니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => right(time, pair + 1, modelSize)),
  },
  {
    name: { en: "multiplies where it should divide", ko: "나눌 곳에서 곱함" },
    hint: {
      en:
        "Your hands turn faster and faster from pair to pair: the position is multiplied by 10000^(2i/d). Divide " +
        "by it.",
      ko: "바늘이 뒤로 갈수록 빨라집니다. 위치에 10000^(2i/d)를 곱했기 때문입니다. 나누세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time * 10000 ** (2 * pair / modelSize)),
    variants: [(length, modelSize) => {
      const times = tf.expandDims(tf.range(0, length), 1);
      const speeds = tf.exp(tf.mul(tf.range(0, modelSize, 2), Math.log(10000) / modelSize));
      const angles = tf.mul(times, speeds); // in float32, which rounds these large angles
      return tf.reshape(tf.stack([tf.sin(angles), tf.cos(angles)], -1), [length, modelSize]);
    }],
  },
  {
    name: { en: "another base than 10000", ko: "밑이 10000이 아님" },
    hint: {
      en: "Your hands slow down by another base than 10000. Count the zeros.",
      ko: "바늘이 느려지는 밑이 10000이 아닙니다. 0의 개수를 확인하세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 1000 ** (2 * pair / modelSize)),
    variants: [
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / 100000 ** (2 * pair / modelSize)),
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / Math.exp(2 * pair / modelSize)),
    ],
  },
  {
    name: { en: "the last hand at exactly 1/10000", ko: "마지막 바늘이 꼭 1/10000" },
    hint: {
      en:
        "Your exponent runs from 0 to 1, both included, so that the last hand turns by exactly 1/10000. With 2i/d " +
        "the last exponent is a little smaller than 1: divide by all d/2 pairs, not by one fewer.",
      ko:
        "지수가 0부터 1까지여서 마지막 바늘이 꼭 1/10000씩 돕니다. 2i/d에서는 마지막 지수가 1보다 조금 작습니다. 쌍의 개수 d/2에서 하나를 빼지 말고 나누세요.",
    },
    answer: (length, modelSize) =>
      clock(
        length,
        modelSize,
        (time, pair) => time / 10000 ** (pair / Math.max(modelSize / 2 - 1, 1)),
      ),
    variants: [
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / 10000 ** (pair / (modelSize / 2 - 1))),
    ],
  },
  {
    name: { en: "position from 1", ko: "위치를 1부터 셈" },
    hint: {
      en:
        "Your first row is the encoding of position 1. Positions are counted from 0: the first row is " +
        "0, 1, 0, 1 and so on.",
      ko: "첫 행이 위치 1의 인코딩입니다. 위치는 0부터 셉니다. 첫 행은 0, 1, 0, 1처럼 이어집니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => right(time + 1, pair, modelSize)),
  },
  {
    name: { en: "cosine first", ko: "코사인이 먼저" },
    hint: {
      en:
        "Sine and cosine have changed places: even dimensions, the first of each pair, hold the sine.",
      ko: "사인과 코사인의 자리가 바뀌었습니다. 각 쌍의 첫째인 짝수 차원이 사인입니다.",
    },
    answer: (length, modelSize) =>
      table(length, modelSize, (time, dimension) => {
        const angle = right(time, Math.floor(dimension / 2), modelSize);
        return dimension % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
      }),
  },
  {
    name: { en: "sines alone", ko: "사인만 있음" },
    hint: {
      en:
        "All your entries are sines, or all are cosines. A hand needs both, or two different angles look alike: " +
        "sine on even dimensions, cosine on odd ones.",
      ko:
        "모든 값이 사인이거나 모두 코사인입니다. 바늘 하나에 둘 다 있어야 서로 다른 각도가 구별됩니다. 짝수 차원은 사인, 홀수 차원은 코사인입니다.",
    },
    answer: (length, modelSize) =>
      table(
        length,
        modelSize,
        (time, dimension) => Math.sin(right(time, Math.floor(dimension / 2), modelSize)),
      ),
    variants: [
      (length, modelSize) =>
        table(
          length,
          modelSize,
          (time, dimension) => Math.cos(right(time, Math.floor(dimension / 2), modelSize)),
        ),
    ],
  },
  {
    name: { en: "the angles themselves", ko: "각도를 그대로 돌려줌" },
    hint: {
      en: "Your angles are right. What is asked for are their sines and cosines.",
      ko: "각도는 맞습니다. 구할 것은 그 사인과 코사인입니다.",
    },
    answer: (length, modelSize) =>
      table(
        length,
        modelSize,
        (time, dimension) => right(time, Math.floor(dimension / 2), modelSize),
      ),
  },
  {
    name: { en: "degrees instead of radians", ko: "라디안이 아니라 도" },
    hint: {
      en:
        "You turn the angle from degrees into radians. It is in radians already, and Math.sin takes those.",
      ko: "각도를 도에서 라디안으로 바꾸었습니다. 이미 라디안이고, Math.sin도 라디안을 받습니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => right(time, pair, modelSize) * Math.PI / 180),
  },
  {
    name: { en: "one row for each dimension", ko: "차원마다 한 행" },
    hint: {
      en: "The numbers are right, the table lies on its side. Rows are positions: [time, model].",
      ko: "수는 맞지만 표가 옆으로 누워 있습니다. 행이 위치입니다: [time, model].",
    },
    answer: (length, modelSize) =>
      tf.transpose(clock(length, modelSize, (time, pair) => right(time, pair, modelSize))),
  },
  {
    name: { en: "rows instead of a tensor", ko: "텐서가 아니라 행들의 배열" },
    hint: {
      en:
        "The numbers are right, but they are plain arrays. Make a tensor of the rows: tf.tensor2d.",
      ko: "수는 맞지만 그냥 배열입니다. 행들로 텐서를 만드세요: tf.tensor2d.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => right(time, pair, modelSize)).arraySync(),
  },
  {
    name: { en: "the exponent is not divided by d", ko: "지수를 d로 나누지 않음" },
    hint: {
      en:
        "Your exponent counts pairs and is not divided by the number of dimensions, so that all hands but the first " +
        "stand still. It runs from 0 to nearly 1: 2i/d.",
      ko:
        "지수가 쌍의 번호일 뿐 차원의 개수로 나누어지지 않아, 첫 바늘 말고는 모두 멈춰 있습니다. 지수는 0에서 거의 1까지인 2i/d입니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 10000 ** (2 * pair)),
    variants: [
      (length, modelSize) => clock(length, modelSize, (time, pair) => time / 10000 ** pair),
    ],
  },
  {
    name: { en: "divides by length instead of d", ko: "d 대신 length로 나눔" },
    hint: {
      en:
        "Your exponent is divided by the number of positions. d is the number of dimensions: how fast a hand turns does " +
        "not depend on how long the table is.",
      ko:
        "지수를 위치의 개수로 나누었습니다. d는 차원의 개수입니다. 바늘의 속도는 표의 길이와 상관없습니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 10000 ** (2 * pair / length)),
  },
  {
    name: { en: "leaves out the position", ko: "위치를 빠뜨림" },
    hint: {
      en: "All your rows are equal: the angle is ω alone. It is ω times the position.",
      ko: "모든 행이 같습니다. 각도가 ω뿐입니다. ω에 위치를 곱하세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (_time, pair) => right(1, pair, modelSize)),
  },
  {
    name: { en: "ω outside of the sine", ko: "ω가 사인 밖에 있음" },
    hint: {
      en:
        "You take the sine of the position and multiply that by ω. ω belongs inside: it says how fast a hand turns, not " +
        "how long it is.",
      ko:
        "위치의 사인을 구한 다음 ω를 곱했습니다. ω는 사인 안에 들어갑니다. 바늘의 길이가 아니라 도는 속도입니다.",
    },
    answer: (length, modelSize) =>
      table(length, modelSize, (time, dimension) => {
        const omega = right(1, Math.floor(dimension / 2), modelSize);
        return omega * (dimension % 2 === 0 ? Math.sin(time) : Math.cos(time));
      }),
  },
  {
    name: { en: "^ is not a power", ko: "^는 거듭제곱이 아님" },
    hint: {
      en: "In JavaScript ^ combines bits and is no power. Write ** or Math.pow.",
      ko: "자바스크립트에서 ^는 비트 연산이고 거듭제곱이 아닙니다. **나 Math.pow를 쓰세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / (10000 ^ (2 * pair / modelSize))),
  },
  {
    name: { en: "pairs shifted by one", ko: "쌍이 하나씩 밀림" },
    hint: {
      en:
        "A cosine of yours shares its hand with the next sine. Dimensions 2i and 2i + 1 are a pair: round dimension / 2 " +
        "down, not up.",
      ko:
        "코사인이 다음 사인과 같은 바늘을 씁니다. 차원 2i와 2i + 1이 한 쌍입니다. dimension / 2를 올리지 말고 내리세요.",
    },
    answer: (length, modelSize) =>
      clock(
        length,
        modelSize,
        (time, _pair, dimension) => right(time, Math.ceil(dimension / 2), modelSize),
      ),
  },
  {
    name: { en: "2π in the angle", ko: "각도에 2π를 곱함" },
    hint: {
      en: "Your hands turn by 2π for each position. The angle is ωᵢ t as it stands, in radians.",
      ko: "위치마다 2π씩 돕니다. 각도는 그대로 ωᵢ t이고 단위는 라디안입니다.",
    },
    answer: (length, modelSize) => {
      const rows = Array.from(
        { length },
        (_, time) =>
          Array.from({ length: modelSize }, (_, dimension) => {
            const angle = 2 * Math.PI * time / 10000 ** (2 * Math.floor(dimension / 2) / modelSize);
            return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
          }),
      );
      return tf.tensor2d(rows, [length, modelSize]);
    },
    variants: [
      (length, modelSize) => {
        const rows = Array.from(
          { length },
          (_, time) =>
            Array.from({ length: modelSize }, (_, dimension) => {
              const angle = Math.PI * time / 10000 ** (2 * Math.floor(dimension / 2) / modelSize);
              return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
            }),
        );
        return tf.tensor2d(rows, [length, modelSize]);
      },
    ],
  },
  {
    name: { en: "positions as shares of the length", ko: "위치를 길이로 나눔" },
    hint: {
      en:
        "You divide the position by the number of positions, so an encoding depends on the sentence's length. Position t is t.",
      ko:
        "위치를 전체 길이로 나누어서 인코딩이 문장의 길이에 따라 달라집니다. t번째 위치는 그대로 t입니다.",
    },
    answer: (length, modelSize) => {
      const rows = Array.from(
        { length },
        (_, time) =>
          Array.from({ length: modelSize }, (_, dimension) => {
            const angle = (time / length) / 10000 ** (2 * Math.floor(dimension / 2) / modelSize);
            return dimension % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
          }),
      );
      return tf.tensor2d(rows, [length, modelSize]);
    },
  },
  {
    name: { en: "10000 times the exponent", ko: "10000에 지수를 곱함" },
    hint: {
      en:
        "You multiply 10000 by 2i/d. 2i/d is its exponent: 10000 to the power of 2i/d, with ** or Math.pow.",
      ko:
        "10000에 2i/d를 곱했습니다. 2i/d는 지수입니다. ** 또는 Math.pow로 10000의 2i/d제곱을 구하세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / (10000 * 2 * pair / modelSize)),
    variants: [
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / (10000 * 2 * pair / modelSize || 1)),
      (length, modelSize) =>
        clock(length, modelSize, (time, pair) => time / 10000 * (2 * pair / modelSize)),
    ],
  },
  {
    name: { en: "sine or cosine by the position", ko: "위치에 따라 사인과 코사인을 고름" },
    hint: {
      en:
        "Your even rows are sines and your odd rows cosines. It is the dimension that decides: even " +
        "dimensions hold the sine, odd ones the cosine, in every row.",
      ko:
        "짝수 행은 사인, 홀수 행은 코사인입니다. 행이 아니라 차원이 정합니다. 모든 행에서 짝수 차원이 사인, 홀수 차원이 코사인입니다.",
    },
    answer: (length, modelSize) =>
      table(length, modelSize, (time, dimension) => {
        const angle = right(time, Math.floor(dimension / 2), modelSize);
        return time % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
      }),
  },
  {
    name: { en: "one row too many", ko: "행이 하나 많음" },
    hint: {
      en:
        "Your table has a row for position `length` as well. `length` positions are those from 0 to length − " +
        "1.",
      ko: "위치 length의 행까지 들어 있습니다. 위치 length개는 0부터 length − 1까지입니다.",
    },
    answer: (length, modelSize) =>
      clock(length + 1, modelSize, (time, pair) => right(time, pair, modelSize)),
  },
  {
    name: { en: "one row for all positions", ko: "모든 위치가 한 행을 함께 씀" },
    hint: {
      en:
        "All your rows are one and the same list, filled anew for each position: Array(n).fill([…]) copies no " +
        "list. Make a list for each row, with Array.from for instance.",
      ko:
        "모든 행이 같은 배열 하나라서 위치마다 덮어썼습니다. Array(n).fill([…])은 배열을 복사하지 않습니다. Array.from 등으로 행마다 배열을 새로 만드세요.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (_time, pair) => right(length - 1, pair, modelSize)),
  },
  {
    name: { en: "the exponent upside down", ko: "지수의 분수가 뒤집힘" },
    hint: {
      en:
        "Your exponent is d/2i, which grows beyond all bounds for the first hands. It is 2i/d, from 0 to " +
        "nearly 1.",
      ko: "지수가 d/2i라서 앞쪽 바늘에서 끝없이 커집니다. 0에서 거의 1까지 가는 2i/d여야 합니다.",
    },
    answer: (length, modelSize) =>
      clock(length, modelSize, (time, pair) => time / 10000 ** (modelSize / (2 * pair))),
  },
  {
    name: { en: "the two sizes exchanged", ko: "두 크기를 바꿔 씀" },
    hint: {
      en:
        "You have exchanged length and modelSize: your table has a row for each dimension, and counts " +
        "exponents by positions. length comes first.",
      ko:
        "length와 modelSize를 바꿔 썼습니다. 차원마다 행이 있고 지수도 위치의 개수로 나누었습니다. length가 첫째입니다.",
    },
    answer: (length, modelSize) =>
      clock(modelSize, length, (time, pair) => right(time, pair, length)),
  },
  {
    name: { en: "an exponent of whole numbers", ko: "지수가 정수로 내림됨" },
    hint: {
      en:
        "All your hands turn by 1: the exponent is rounded down to 0. Math.floor does that, and so does tfjs where it " +
        "divides int32 by int32; make one of them float32.",
      ko:
        "모든 바늘이 1씩 돕니다. 지수가 내림되어 0이기 때문입니다. Math.floor를 쓰거나 tfjs에서 int32끼리 나누면 그렇게 됩니다. " +
        "int32 텐서라면 하나를 float32로 바꾸세요.",
    },
    answer: (length, modelSize) => clock(length, modelSize, (time) => time),
  },
];
