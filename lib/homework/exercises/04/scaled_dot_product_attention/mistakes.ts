/**
 * Wrong answers to exercise 04.2 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { multiply, scale, softmax, transpose } from "../../../exercise/arithmetic.ts";
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { matMul, softmaxAxisError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { answer, type Arguments, attention, type Result } from "./exercise.ts";

/** A whole cell with its own line for the weights and, where it differs, for the output. */
function variant(weights: string, output = "tf.matMul(weights, values)"): string {
  return `function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: Axes<"query dim">; weights: Axes<"query key"> } {
  const [keyCount, dim] = keys.shape;
  const scores: Axes<"query key"> = tf.matMul(queries, keys, false, true);
  const weights: Axes<"query key"> = ${weights};
  return { output: ${output}, weights };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "divides by d_k",
    hint: {
      en:
        "You divide the scores by d_k itself. The standard deviation of a dot product grows like √d_k, " +
        "and that is what brings it back to 1; dividing by d_k makes every weight nearly the same.",
      ko:
        "점수를 d_k로 나누었습니다. 내적의 표준편차는 √d_k만큼 커지므로 √d_k로 나누어야 1로 돌아옵니다. " +
        "d_k로 나누면 가중치가 모두 비슷해집니다.",
    },
    source: variant("tf.softmax(tf.div(scores, dim))"),
    values: (...args) => [attention(args, (dim) => 1 / dim)],
  },
  {
    name: "divides by √(number of keys)",
    hint: {
      en:
        "You divide by the square root of the number of keys. A dot product adds up d_k terms, however " +
        "many keys there are: take the length of the keys' last axis, dim.",
      ko:
        "키의 개수의 제곱근으로 나누었습니다. 내적은 키가 몇 개든 d_k개의 항을 더합니다. 키의 마지막 축(dim)의 길이를 쓰세요.",
    },
    source: variant("tf.softmax(tf.div(scores, Math.sqrt(keyCount)))"),
    values: (...args) => [attention(args, (_, keyCount) => 1 / Math.sqrt(keyCount))],
  },
  {
    name: "multiplies by √d_k",
    hint: {
      en:
        "You multiply the scores by √d_k. They are too large already; the scale makes them smaller, " +
        "so divide.",
      ko: "점수에 √d_k를 곱했습니다. 점수는 이미 너무 큽니다. 작아지도록 나누세요.",
    },
    source: variant("tf.softmax(tf.mul(scores, Math.sqrt(dim)))"),
    values: (...args) => [attention(args, (dim) => Math.sqrt(dim))],
  },
  {
    name: "scales after the softmax",
    hint: {
      en:
        "You divide after the softmax, so the weights of a query sum to 1/√d_k, not to 1. Scale the " +
        "scores first, then take the softmax.",
      ko:
        "softmax 다음에 나누었기 때문에 한 쿼리의 가중치 합이 1이 아니라 1/√d_k가 됩니다. 먼저 점수를 나누고 나서 softmax를 취하세요.",
    },
    source: variant("tf.div(tf.softmax(scores), Math.sqrt(dim))"),
    values(queries, keys, values) {
      const { weights } = attention([queries, keys, values], () => 1);
      const factor = 1 / Math.sqrt(keys.shape[1]);
      const shrunk = answer(scale(weights.rows(), factor), values.rows());
      return [shrunk, { output: shrunk.output, weights }];
    },
  },
  {
    name: "no scale",
    hint: {
      en:
        "You take the softmax of Q·Kᵀ as it is. Divide the scores by √d_k first: that is what this " +
        "notebook is about.",
      ko:
        "Q·Kᵀ에 바로 softmax를 취했습니다. 먼저 점수를 √d_k로 나누세요. 이 노트북의 주제가 바로 그것입니다.",
    },
    source: variant("tf.softmax(scores)"),
    values: (...args) => [attention(args, () => 1)],
  },
  {
    name: "keys not transposed",
    hint: {
      en:
        "You multiply the queries [query, dim] by the keys [key, dim] as they lie, and the inner axes do " +
        "not fit. Each query meets each key: multiply by the keys' transpose, [dim, key].",
      ko:
        "쿼리 [query, dim]에 키 [key, dim]을 그대로 곱해서 안쪽 축이 맞지 않습니다. 쿼리마다 모든 키를 만나야 하므로 " +
        "키의 전치 [dim, key]를 곱하세요.",
    },
    source: variant("tf.softmax(tf.div(tf.matMul(queries, keys), Math.sqrt(dim)))"),
    values(queries, keys, values) {
      const scores = matMul(queries, keys);
      if (scores instanceof Throws) return [scores];
      const weights = scale(scores.rows(), 1 / Math.sqrt(keys.shape[1])).map(softmax);
      return [answer(weights, values.rows())];
    },
  },
  {
    name: "softmax over the queries",
    hint: {
      en:
        "Your weights sum to 1 over the queries. Each query shares its attention out over the keys: " +
        "take the softmax along the last axis, key.",
      ko:
        "가중치의 합이 쿼리 축을 따라 1이 됩니다. 쿼리 하나가 키들에 주의를 나누어 주는 것이므로 마지막 축(key)을 따라 softmax를 취하세요.",
    },
    source: variant("tf.transpose(tf.softmax(tf.transpose(tf.div(scores, Math.sqrt(dim)))))"),
    values(queries, keys, values) {
      const scores = multiply(queries.rows(), transpose(keys.rows()));
      const columns = transpose(scale(scores, 1 / Math.sqrt(keys.shape[1]))).map(softmax);
      return [
        answer(transpose(columns), values.rows()),
        softmaxAxisError(0, TensorData.fromRows(scores)),
      ];
    },
  },
];
