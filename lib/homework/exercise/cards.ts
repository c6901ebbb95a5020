/**
 * The functions of tfjs that exercises ask for, each with one line of an example and what that line gives. An
 * exercise names those that it needs; the notebook shows them below its task. A test runs every example.
 *
 * @module
 */
import type { Text } from "lib/language.ts";

/** A function and how it is used. */
export interface Card {
  /** One expression. */
  readonly example: string;
  /** What it gives: numbers to three digits, a list of tensors as a list. */
  readonly result: string;
  /** What the function does, in a few words. */
  readonly says: Text;
}

/** By the function's name in `tf`; a word behind it tells two uses of one function apart. */
export const cards = {
  add: {
    example: "tf.add([1, 2], 3)",
    result: "[4, 5]",
    says: {
      en: "sum, entry by entry; a shorter shape is repeated (broadcast)",
      ko: "항목별 합. 짧은 모양은 되풀이됩니다(브로드캐스트)",
    },
  },
  sub: {
    example: "tf.sub([1, 2], [0, 1])",
    result: "[1, 1]",
    says: {
      en: "difference, entry by entry",
      ko: "항목별 차",
    },
  },
  mul: {
    example: "tf.mul([1, 2], [3, 4])",
    result: "[3, 8]",
    says: {
      en: "product, entry by entry: not the matrix product",
      ko: "항목별 곱. 행렬곱이 아닙니다",
    },
  },
  div: {
    example: "tf.div([1, 2], 4)",
    result: "[0.25, 0.5]",
    says: {
      en: "quotient, entry by entry",
      ko: "항목별 나눗셈",
    },
  },
  neg: {
    example: "tf.neg([1, -2])",
    result: "[-1, 2]",
    says: {
      en: "the other sign",
      ko: "부호를 바꿉니다",
    },
  },
  exp: {
    example: "tf.exp([0])",
    result: "[1]",
    says: {
      en: "eˣ of each entry",
      ko: "항목마다 eˣ",
    },
  },
  sqrt: {
    example: "tf.sqrt([4, 9])",
    result: "[2, 3]",
    says: {
      en: "square root of each entry",
      ko: "항목마다 제곱근",
    },
  },
  square: {
    example: "tf.square([2, 3])",
    result: "[4, 9]",
    says: {
      en: "square of each entry",
      ko: "항목마다 제곱",
    },
  },
  tanh: {
    example: "tf.tanh([0])",
    result: "[0]",
    says: {
      en: "squeezes each entry to between −1 and 1",
      ko: "항목마다 −1과 1 사이로 눌러 줍니다",
    },
  },
  sigmoid: {
    example: "tf.sigmoid([0])",
    result: "[0.5]",
    says: {
      en: "squeezes each entry to between 0 and 1",
      ko: "항목마다 0과 1 사이로 눌러 줍니다",
    },
  },
  relu: {
    example: "tf.relu([-1, 2])",
    result: "[0, 2]",
    says: {
      en: "0 for what is negative",
      ko: "음수는 0으로 만듭니다",
    },
  },
  "matMul plain": {
    example: "tf.matMul([[1, 2]], [[3], [4]])",
    result: "[[11]]",
    says: {
      en: "matrix product: rows times columns",
      ko: "행렬곱. 행과 열을 곱합니다",
    },
  },
  matMul: {
    example: "tf.matMul([[1, 2]], [[3, 4]], false, true)",
    result: "[[11]]",
    says: {
      en: "matrix product; the last flag transposes the second factor",
      ko: "행렬곱. 마지막 인수가 true이면 두 번째 행렬을 전치합니다",
    },
  },
  sum: {
    example: "tf.sum([[1, 2], [3, 4]], -1, true)",
    result: "[[3], [7]]",
    says: {
      en: "sum along an axis (−1 is the last); true keeps the axis, of length 1",
      ko: "축을 따른 합(−1은 마지막 축). true이면 축이 길이 1로 남습니다",
    },
  },
  mean: {
    example: "tf.mean([[1, 3], [5, 7]], -1)",
    result: "[2, 6]",
    says: {
      en: "mean along an axis; true as a third argument keeps it",
      ko: "축을 따른 평균. 세 번째 인수 true는 축을 남깁니다",
    },
  },
  max: {
    example: "tf.max([[1, 3], [7, 5]], -1, true)",
    result: "[[3], [7]]",
    says: {
      en: "largest entry along an axis; true keeps the axis",
      ko: "축을 따른 최댓값. true이면 축이 남습니다",
    },
  },
  softmax: {
    example: "tf.softmax([[0, 0], [9, 9]])",
    result: "[[0.5, 0.5], [0.5, 0.5]]",
    says: {
      en: "positive weights that sum to 1 along the last axis",
      ko: "마지막 축을 따라 합이 1인 양의 가중치",
    },
  },
  logSoftmax: {
    example: "tf.logSoftmax([0, 0])",
    result: "[-0.693, -0.693]",
    says: {
      en: "the logarithm of softmax, without overflow",
      ko: "softmax의 로그. 범위를 넘지 않습니다",
    },
  },
  expandDims: {
    example: "tf.expandDims([1, 2], 1)",
    result: "[[1], [2]]",
    says: {
      en: "puts in an axis of length 1",
      ko: "길이 1인 축을 끼워 넣습니다",
    },
  },
  reshape: {
    example: "tf.reshape([1, 2, 3, 4], [2, 2])",
    result: "[[1, 2], [3, 4]]",
    says: {
      en: "other shape, same order of entries",
      ko: "순서는 그대로, 모양만 바꿉니다",
    },
  },
  transpose: {
    example: "tf.transpose([[1, 2, 3]], [1, 0])",
    result: "[[1], [2], [3]]",
    says: {
      en: "reorders the axes: the old axis for each new one",
      ko: "축의 순서를 바꿉니다. 새 축마다 옛 축의 번호를 씁니다",
    },
  },
  slice: {
    example: "tf.slice([[1, 2, 3]], [0, 1], [1, 2])",
    result: "[[2, 3]]",
    says: {
      en:
        "a part: where it begins, how long it is, along each axis; a length of −1 reaches to the end",
      ko: "축마다 시작과 길이를 주어 일부를 잘라 냅니다. 길이가 −1이면 끝까지입니다",
    },
  },
  split: {
    example: "tf.split([[1, 2, 3, 4]], 2, -1)",
    result: "[[[1, 2]], [[3, 4]]]",
    says: {
      en: "a list of equal parts along an axis",
      ko: "축을 따라 같은 크기로 나눈 목록",
    },
  },
  stack: {
    example: "tf.stack([[1, 2], [3, 4]], -1)",
    result: "[[1, 3], [2, 4]]",
    says: {
      en: "joins along a new axis",
      ko: "새 축을 따라 쌓습니다",
    },
  },
  unstack: {
    example: "tf.unstack([[1, 2], [3, 4]], -1)",
    result: "[[1, 3], [2, 4]]",
    says: {
      en: "a list of the slices along an axis, without it",
      ko: "축을 없애며 나눈 조각들의 목록",
    },
  },
  tensor1d: {
    example: "tf.tensor1d([1, 2])",
    result: "[1, 2]",
    says: {
      en: "a list as a tensor",
      ko: "목록을 텐서로",
    },
  },
  tensor2d: {
    example: "tf.tensor2d([[1, 2], [3, 4]])",
    result: "[[1, 2], [3, 4]]",
    says: {
      en: "rows as a tensor",
      ko: "행들을 텐서로",
    },
  },
  scalar: {
    example: `tf.scalar(2, "int32")`,
    result: "2",
    says: {
      en: "one number as a tensor",
      ko: "수 하나를 텐서로",
    },
  },
  range: {
    example: "tf.range(0, 3)",
    result: "[0, 1, 2]",
    says: {
      en: "counts from the first up to, not including, the second",
      ko: "첫째 수부터 둘째 수 앞까지 셉니다",
    },
  },
  eye: {
    example: "tf.eye(2)",
    result: "[[1, 0], [0, 1]]",
    says: {
      en: "the unit matrix",
      ko: "단위행렬",
    },
  },
  fill: {
    example: "tf.fill([2, 2], 7)",
    result: "[[7, 7], [7, 7]]",
    says: {
      en: "a shape full of one number",
      ko: "한 수로 채운 텐서",
    },
  },
  oneHot: {
    example: `tf.oneHot(tf.tensor1d([2], "int32"), 3)`,
    result: "[[0, 0, 1]]",
    says: {
      en: "a row for each id: 1 at the id, else 0",
      ko: "id마다 그 자리만 1인 행",
    },
  },
  cast: {
    example: `tf.cast([true, false], "float32")`,
    result: "[1, 0]",
    says: {
      en: "another type: float32, int32 or bool",
      ko: "자료형을 바꿉니다: float32, int32, bool",
    },
  },
  notEqual: {
    example: "tf.notEqual([1, 0], 0)",
    result: "[true, false]",
    says: {
      en: "true where two entries differ",
      ko: "두 항목이 다르면 true",
    },
  },
  lessEqual: {
    example: "tf.lessEqual([1, 2], [1, 1])",
    result: "[true, false]",
    says: {
      en: "true where the first is at most the second",
      ko: "첫째가 둘째 이하이면 true",
    },
  },
  logicalAnd: {
    example: "tf.logicalAnd([true, true], [true, false])",
    result: "[true, false]",
    says: {
      en: "true where both are",
      ko: "둘 다 true이면 true",
    },
  },
  where: {
    example: "tf.where([true, false], [1, 2], [8, 9])",
    result: "[1, 9]",
    says: {
      en: "the first where true, else the second",
      ko: "true이면 첫째, 아니면 둘째",
    },
  },
  variable: {
    example: "tf.variable(tf.tensor1d([1, 2]))",
    result: "[1, 2]",
    says: {
      en: "a tensor that training may change",
      ko: "학습이 바꿀 수 있는 텐서",
    },
  },
} as const satisfies Readonly<Record<string, Card>>;

/** The name of a function that has a card. */
export type CardName = keyof typeof cards;
