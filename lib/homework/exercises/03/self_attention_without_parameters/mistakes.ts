/**
 * Wrong answers to exercise 03.1 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { multiply, softmax, transpose } from "../../../exercise/arithmetic.ts";
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { matMul, softmaxAxisError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, type Result, result, scoresOf } from "./exercise.ts";

/** What these scores give, if they fit the words. */
function fromScores(scores: TensorData | Throws, inputs: TensorData): Result | Throws {
  if (scores instanceof Throws) return scores;
  const weights = TensorData.fromRows(scores.rows().map(softmax));
  const output = matMul(weights, inputs);
  return output instanceof Throws ? output : { output, weights };
}

/** A whole cell with its own lines, where they differ. */
function variant(
  weights: string,
  output = "tf.matMul(weights, inputs)",
  scores = "tf.matMul(inputs, inputs, false, true)",
): string {
  return `function selfAttentionWithoutParameters(
  inputs: Axes<"time dim">,
): { output: Axes<"time dim">; weights: Axes<"query key"> } {
  const scores: Axes<"query key"> = ${scores};
  const weights: Axes<"query key"> = ${weights};
  return { output: ${output}, weights };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "no softmax",
    hint: {
      en:
        "You weigh the words with the scores themselves. Scores may be negative and sum to anything, so " +
        "the output grows with the sentence. Take the softmax of each row of scores first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 점수는 음수일 수 있고 합도 제각각이라 문장이 길수록 출력이 커집니다. " +
        "먼저 점수의 각 행에 softmax를 취하세요.",
    },
    source: variant("scores"),
    values(inputs) {
      const scores = scoresOf(inputs.rows());
      const raw = multiply(scores, inputs.rows());
      return [result(raw, scores), result(raw, scores.map(softmax))];
    },
  },
  {
    name: "sums over the wrong axis",
    hint: {
      en:
        "Your weights are right, but the sum runs over the words that ask. Word i collects from all " +
        "words j with row i of the weights: sum over the key axis.",
      ko:
        "가중치는 맞지만 합을 묻는 단어(query) 쪽으로 냈습니다. 단어 i는 가중치의 i번째 행으로 모든 단어 j를 모읍니다. " +
        "키(key) 축을 따라 더하세요.",
    },
    source: variant("tf.softmax(scores)", "tf.matMul(weights, inputs, true)"),
    values(inputs) {
      const weights = scoresOf(inputs.rows()).map(softmax);
      return [result(multiply(transpose(weights), inputs.rows()), weights)];
    },
  },
  {
    name: "words not turned",
    hint: {
      en:
        "You multiply the words [time, dim] by the words as they lie, and the inner axes do not fit. A " +
        "score compares a row with a row: transpose the second factor; tf.matMul has a flag for it.",
      ko:
        "단어 [time, dim]에 단어를 그대로 곱해서 안쪽 축이 맞지 않습니다. 점수는 행과 행을 비교한 것이므로 " +
        "두 번째를 전치하세요. tf.matMul의 인수로 지정할 수 있습니다.",
    },
    source: variant("tf.softmax(scores)", undefined, "tf.matMul(inputs, inputs)"),
    values: (inputs) => [fromScores(matMul(inputs, inputs), inputs)],
  },
  {
    name: "multiplies entry by entry",
    hint: {
      en:
        "tf.mul multiplies entry by entry: the result has the shape of the inputs, not one score for each " +
        "pair of words. A dot product also adds up, and tf.matMul does both.",
      ko:
        "tf.mul은 같은 자리의 수끼리 곱합니다. 결과가 입력과 같은 모양이라 단어 쌍마다 점수가 하나씩 나오지 않습니다. " +
        "내적은 곱한 뒤 더합니다. tf.matMul이 둘 다 합니다.",
    },
    source: variant("tf.softmax(scores)", undefined, "tf.mul(inputs, inputs)"),
    values: (inputs) => [
      fromScores(new TensorData(inputs.shape, inputs.numbers.map((x) => x * x)), inputs),
    ],
  },
  {
    name: "compares the dimensions",
    hint: {
      en:
        "You transpose the first factor, so the scores are [dim, dim]: the dimensions are compared, not the " +
        "words. Transpose the second instead, and the scores become [query, key].",
      ko:
        "첫 번째를 전치해서 점수가 [dim, dim]이 되었습니다. 단어가 아니라 차원을 비교한 것입니다. " +
        "두 번째를 전치하면 점수가 [query, key]가 됩니다.",
    },
    source: variant("tf.softmax(scores)", undefined, "tf.matMul(inputs, inputs, true)"),
    values: (inputs) => [fromScores(matMul(inputs, inputs, "left"), inputs)],
  },
  {
    name: "softmax over the queries",
    hint: {
      en:
        "Your softmax runs down the columns. Each word that asks shares 1 out over the words it " +
        "looks at: every row has to sum to 1, as tf.softmax along the last axis gives it.",
      ko:
        "softmax를 열을 따라 취했습니다. 묻는 단어마다 자신이 보는 단어들에 1을 나누어 주므로 각 행의 합이 1이어야 합니다.",
    },
    source: variant("tf.transpose(tf.softmax(tf.transpose(scores)))"),
    values(inputs) {
      const scores = scoresOf(inputs.rows());
      const weights = transpose(transpose(scores).map(softmax));
      return [
        result(multiply(weights, inputs.rows()), weights),
        softmaxAxisError(0, TensorData.fromRows(scores)),
      ];
    },
  },
  {
    name: "scales the scores",
    hint: {
      en:
        "You divide the scores by the root of their dimension. That is the next notebook's step; this " +
        "barest form takes the dot products as they are.",
      ko:
        "점수를 차원의 제곱근으로 나누었습니다. 그것은 다음 노트북의 단계입니다. 여기서는 내적을 그대로 쓰세요.",
    },
    source: variant("tf.softmax(tf.div(scores, Math.sqrt(inputs.shape[1])))"),
    values(inputs) {
      const weights = scoresOf(inputs.rows(), 1 / Math.sqrt(inputs.shape[1])).map(softmax);
      return [result(multiply(weights, inputs.rows()), weights)];
    },
  },
];
