/**
 * Exercise 02.1: softmax along the last axis, safe for scores of any size.
 *
 * @module
 */
import { matrix, type Rows, softmax as softmaxOf, transpose } from "../../arithmetic.ts";
import { type Case, defineExercise, type Throws } from "../../exercise.ts";
import { unlikeShapes } from "../../thrown.ts";
import { TensorData } from "../../values.ts";

type Arguments = [scores: TensorData];

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
  return unlikeShapes(scores.shape, scores.shape.slice(0, 1)) ??
    TensorData.fromRows(scores.rows().map(softmaxOf));
}

/** A whole cell with its own lines. */
function variant(...lines: string[]): string {
  return `function softmax(scores: Axes<"query key">): Axes<"query key"> {
${lines.map((line) => `  ${line}`).join("\n")}
}`;
}

export const softmax = defineExercise<Arguments, TensorData>({
  id: "02.1",
  name: "softmax",
  title: "Scores into weights",
  difficulty: 2,
  minutes: 10,
  points: 2,
  task:
    `Turn each row of scores into weights: $w_j = e^{s_j} / \\sum_i e^{s_i}$, one row for each query. Write
it yourself, without \`tf.softmax\`. Scores may be large: in float32 $e^{100}$ is already \`Infinity\`. Only
differences between scores count, so you may first subtract something from each row.`,
  stub: `/**
 * Softmax along the last axis, key.
 *
 * @param scores [query, key], of any size
 * @returns weights [query, key]: positive, each row sums to 1
 */
function softmax(scores: Axes<"query key">): Axes<"query key"> {
  throw new Error("Not implemented yet");
}`,
  parameters: [{ name: "scores", axes: "query key" }],
  result: [{ name: "weights", axes: "query key" }],

  cases(random): Case<Arguments>[] {
    const level = (centre: number) => [...random.normals(5, centre)];
    return [
      {
        property: "Scores 0 and ln 3: weights 1/4 and 3/4",
        args: [TensorData.fromRows([[0, Math.log(3)]])],
      },
      { property: "Each row sums to 1, whatever the others hold", args: [matrix(random, 3, 5)] },
      { property: "More queries than keys", args: [matrix(random, 7, 2, 2)] },
      { property: "Large scores stay finite", args: [matrix(random, 3, 5, 3, 200)] },
      { property: "Very negative scores stay finite", args: [matrix(random, 2, 7, 3, -300)] },
      {
        property: "Rows of very different size, and one score far above its row",
        args: [TensorData.fromRows([level(300), [...level(0), 300].slice(1), level(-300)])],
      },
    ];
  },

  reference: (scores) => TensorData.fromRows(scores.rows().map(softmaxOf)),

  mistakes: [
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
  ],

  hints: [
    {
      en: "Three steps: make the scores safe, raise e to each of them, divide by each row's sum.",
      ko:
        "세 단계입니다. 점수를 안전하게 만들고, e의 거듭제곱을 구한 다음, 각 행의 합으로 나누세요.",
    },
    {
      en:
        "tf.max(scores, -1, true) gives each row's largest score and keeps the axis, so that it can be " +
        "subtracted; tf.sum takes the same arguments.",
      ko:
        "tf.max(scores, -1, true)는 각 행의 가장 큰 점수를 구하면서 축을 유지하므로 바로 뺄 수 있습니다. tf.sum도 같은 인수를 받습니다.",
    },
    {
      en:
        "Powers = tf.exp of scores minus their row's maximum; the answer is the powers divided by their " +
        "row's sum.",
      ko: "점수에서 행의 최댓값을 뺀 값에 tf.exp를 취하고, 그것을 행의 합으로 나누면 답입니다.",
    },
  ],
});
