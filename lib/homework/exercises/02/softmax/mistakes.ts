/**
 * Wrong answers to exercise 02.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { type Rows, softmax as softmaxOf, transpose } from "../../../exercise/arithmetic.ts";
import type { Mistake, Throws } from "../../../exercise/exercise.ts";
import { broadcastError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments } from "./exercise.ts";

/** Powers of e divided by their sum, in float32: Infinity / Infinity and 0 / 0 are NaN. */
function unsafeSoftmax(scores: readonly number[]): number[] {
  const powers = scores.map((score) => Math.fround(Math.exp(score)));
  const sum = Math.fround(powers.reduce((total, power) => total + power, 0));
  return powers.map((power) => power / sum);
}

function downColumns(scores: Rows, softmaxOfColumn: typeof softmaxOf): TensorData {
  return TensorData.fromRows(transpose(transpose(scores).map(softmaxOfColumn)));
}

/** Safe powers of each row, divided by the sums of the columns. */
function sharedDownColumns(scores: TensorData): TensorData {
  const powers = scores.rows().map((row) => row.map((x) => Math.exp(x - Math.max(...row))));
  return downColumns(powers, (column) => {
    const sum = column.reduce((total, power) => total + power, 0);
    return column.map((power) => power / sum);
  });
}

/** All entries together, back in their rows. */
function overAll(scores: TensorData): TensorData {
  return new TensorData(scores.shape, softmaxOf(scores.numbers));
}

/** Powers of scores less the largest of all rows: far below it a whole row becomes 0, and 0 / 0. */
function belowLargest(scores: TensorData): TensorData {
  const largest = Math.max(...scores.numbers);
  return TensorData.fromRows(
    scores.rows().map((row) => unsafeSoftmax(row.map((score) => score - largest))),
  );
}

/** A sum for each row, without the axis that it was taken along: it fits no row, or the wrong one. */
function withoutAxis(scores: TensorData): TensorData | Throws {
  return broadcastError(scores.shape, scores.shape.slice(0, 1)) ??
    TensorData.fromRows(scores.rows().map(softmaxOf));
}

/** A whole cell with its own lines. */
function variant(...lines: string[]): string {
  return `function softmax(scores: Axes<"query key">): Axes<"query key"> {
${lines.map((line) => `  ${line}`).join("\n")}
}`;
}

export const mistakes: readonly Mistake<Arguments, TensorData>[] = [
  {
    name: "overflow",
    hint: {
      en:
        "Small scores come out right, large ones give NaN: e to the power of 100 does not fit into " +
        "float32. Subtract each row's largest score first; the weights stay the same.",
      ko:
        "작은 점수는 맞지만 큰 점수에서는 NaN이 됩니다. e의 100제곱은 float32에 들어가지 않습니다. 먼저 각 행에서 가장 큰 점수를 빼세요. 가중치는 달라지지 않습니다.",
    },
    source: variant(
      "const powers = tf.exp(scores);",
      "return tf.div(powers, tf.sum(powers, -1, true));",
    ),
    values: (scores) => [TensorData.fromRows(scores.rows().map(unsafeSoftmax))],
  },
  {
    name: "wrong axis",
    hint: {
      en:
        "Your weights sum to 1 down each column, over the queries. Each query shares its attention out " +
        "over the keys: sum along the last axis.",
      ko:
        "가중치의 합이 열, 곧 쿼리 축을 따라 1이 됩니다. 쿼리마다 주의를 키들에 나누어 주는 것이므로 마지막 축을 따라 더하세요.",
    },
    source: variant(
      "const powers = tf.exp(tf.sub(scores, tf.max(scores, 0, true)));",
      "return tf.div(powers, tf.sum(powers, 0, true));",
    ),
    values: (scores) => [
      downColumns(scores.rows(), softmaxOf),
      downColumns(scores.rows(), unsafeSoftmax),
      sharedDownColumns(scores),
    ],
  },
  {
    name: "all rows together",
    hint: {
      en:
        "All your weights together sum to 1. Each row needs a sum of its own: give tf.sum an axis, and " +
        "keep that axis for the division.",
      ko:
        "모든 가중치를 합쳐서 1이 됩니다. 행마다 따로 합을 구해야 합니다. tf.sum에 축을 지정하고, 나눌 수 있도록 그 축을 유지하세요.",
    },
    source: variant(
      "const powers = tf.exp(tf.sub(scores, tf.max(scores)));",
      "return tf.div(powers, tf.sum(powers));",
    ),
    values: (scores) => [
      overAll(scores),
      new TensorData(scores.shape, unsafeSoftmax(scores.numbers)),
    ],
  },
  {
    name: "the axis of the sum not kept",
    hint: {
      en:
        "Your sum has the shape [query], and no row of [query, key] can be divided by it. Keep the summed " +
        "axis with length 1: [query, 1] lines up with the rows.",
      ko:
        "합의 모양이 [query]라서 [query, key]의 행을 나눌 수 없습니다. 더한 축을 길이 1로 남겨 두세요. [query, 1]이면 행마다 맞습니다.",
    },
    source: variant(
      "const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));",
      "return tf.div(powers, tf.sum(powers, -1));",
    ),
    values: (scores) => [withoutAxis(scores)],
  },
  {
    name: "the largest score of all rows",
    hint: {
      en:
        "You subtract one number from all rows, the largest score of all. A row far below it then has only " +
        "powers of 0, and 0 / 0 is NaN. Each row has a largest score of its own.",
      ko:
        "모든 행에서 전체의 가장 큰 점수 하나를 뺐습니다. 그보다 훨씬 작은 행은 거듭제곱이 모두 0이 되고, 0 / 0은 NaN입니다. 행마다 그 행의 가장 큰 점수를 빼세요.",
    },
    source: variant(
      "const powers = tf.exp(tf.sub(scores, tf.max(scores)));",
      "return tf.div(powers, tf.sum(powers, -1, true));",
    ),
    values: (scores) => [belowLargest(scores)],
  },
];
