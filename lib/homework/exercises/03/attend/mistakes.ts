/**
 * Wrong answers to exercise 03.3 that learners give, each with what it returns and a hint.
 *
 * @module
 */
import { softmax, transpose } from "../../../exercise/arithmetic.ts";
import { type Mistake, Throws } from "../../../exercise/exercise.ts";
import { matMul, softmaxAxisError } from "../../../exercise/thrown.ts";
import { TensorData } from "../../../exercise/values.ts";
import { type Arguments, type Result, result, scoresOf } from "./exercise.ts";

/** What these scores give with these values, if they fit. */
function fromScores(scores: TensorData | Throws, values: TensorData): Result | Throws {
  if (scores instanceof Throws) return scores;
  const weights = TensorData.fromRows(scores.rows().map(softmax));
  const output = matMul(weights, values);
  return output instanceof Throws ? output : { output, weights };
}

/** A whole cell with its own lines. */
function variant(
  weights: string,
  output = "tf.matMul(weights, values)",
  scores = "tf.matMul(queries, keys, false, true)",
): string {
  return `function attend(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key value">,
): { output: Axes<"query value">; weights: Axes<"query key"> } {
  const scores: Axes<"query key"> = ${scores};
  const weights: Axes<"query key"> = ${weights};
  return { output: ${output}, weights };
}`;
}

export const mistakes: readonly Mistake<Arguments, Result>[] = [
  {
    name: "softmax over the queries",
    hint: {
      en: "Your softmax runs down the columns, over the queries. It is the query that shares its " +
        "attention out over the keys: take the softmax along the last axis, key.",
      ko:
        "softmax를 열, 곧 쿼리 축을 따라 취했습니다. 쿼리 하나가 키들에 주의를 나누어 주는 것이므로 마지막 축(key)을 따라 softmax를 취하세요.",
    },
    source: variant("tf.transpose(tf.softmax(tf.transpose(scores)))"),
    values(queries, keys, values) {
      const scores = scoresOf(queries, keys);
      const columns = transpose(scores).map(softmax);
      return [
        result(transpose(columns), values),
        softmaxAxisError(0, TensorData.fromRows(scores)),
      ];
    },
  },
  {
    name: "values before the weights",
    hint: {
      en:
        "You multiply the values [key, value] by the weights [query, key]. The inner axes have to agree: " +
        "weights first, then values, which meet at the key axis.",
      ko:
        "값 [key, value]에 가중치 [query, key]를 곱했습니다. 안쪽 축이 맞아야 합니다. 가중치를 앞에, 값을 뒤에 놓으면 key 축에서 만납니다.",
    },
    source: variant("tf.softmax(scores)", "tf.matMul(values, weights)"),
    values(queries, keys, values) {
      const weights = TensorData.fromRows(scoresOf(queries, keys).map(softmax));
      const output = matMul(values, weights);
      return [output instanceof Throws ? output : { output, weights }];
    },
  },
  {
    name: "values and keys swapped",
    hint: {
      en:
        "You compare the queries with the values and collect the keys. Keys are for being found, values " +
        "are what is taken home: scores come from the keys, the output from the values.",
      ko:
        "쿼리를 값(values)과 비교하고 키를 모았습니다. 키는 찾는 데 쓰고 값은 가져오는 것입니다. 점수는 키로, 출력은 값으로 계산하세요.",
    },
    source: variant(
      "tf.softmax(scores)",
      "tf.matMul(weights, keys)",
      "tf.matMul(queries, values, false, true)",
    ),
    values: (queries, keys, values) => [fromScores(matMul(queries, values, "right"), keys)],
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
    source: variant("tf.softmax(scores)", undefined, "tf.matMul(queries, keys)"),
    values: (queries, keys, values) => [fromScores(matMul(queries, keys), values)],
  },
  {
    name: "keys ask the queries",
    hint: {
      en:
        "Your scores are [key, query]: the keys ask, the queries are found. Put the queries first, so " +
        "that each row of the scores belongs to one query.",
      ko:
        "점수가 [key, query]입니다. 키가 묻고 쿼리가 찾히는 셈입니다. 점수의 각 행이 쿼리 하나의 것이 되도록 쿼리를 앞에 놓으세요.",
    },
    source: variant("tf.softmax(scores)", undefined, "tf.matMul(keys, queries, false, true)"),
    values: (queries, keys, values) => [fromScores(matMul(keys, queries, "right"), values)],
  },
  {
    name: "collects the keys",
    hint: {
      en:
        "Your weights are right, but you collect the keys with them. Keys are compared, values are " +
        "collected.",
      ko:
        "가중치는 맞지만 그것으로 키를 모았습니다. 키는 비교하는 것이고, 모으는 것은 값(values)입니다.",
    },
    source: variant("tf.softmax(scores)", "tf.matMul(weights, keys)"),
    values: (queries, keys) => [result(scoresOf(queries, keys).map(softmax), keys)],
  },
  {
    name: "scales by √d_k",
    hint: {
      en:
        "You divide the scores by √d_k. That is right in a Transformer and the next notebook's subject; " +
        "this exercise asks for the plain softmax(Q·Kᵀ)·V.",
      ko:
        "점수를 √d_k로 나누었습니다. 트랜스포머에서는 맞지만 다음 노트북의 주제입니다. 여기서는 softmax(Q·Kᵀ)·V만 구하세요.",
    },
    source: variant("tf.softmax(tf.div(scores, Math.sqrt(keys.shape[1])))"),
    values: (queries, keys, values) => [
      result(scoresOf(queries, keys, 1 / Math.sqrt(keys.shape[1])).map(softmax), values),
    ],
  },
  {
    name: "no softmax",
    hint: {
      en:
        "You use the scores as weights. They may be negative and sum to anything: take the softmax of " +
        "each row first.",
      ko:
        "점수를 그대로 가중치로 썼습니다. 음수일 수도 있고 합도 제각각입니다. 먼저 각 행에 softmax를 취하세요.",
    },
    source: variant("scores"),
    values: (queries, keys, values) => [result(scoresOf(queries, keys), values)],
  },
];
