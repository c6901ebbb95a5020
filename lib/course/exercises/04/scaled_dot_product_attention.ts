/**
 * Exercise 04.2: attention as "Attention Is All You Need" (Vaswani et al. 2017, section 3.2.1, equation
 * 1) writes it: softmax(Q·Kᵀ / √d_k)·V.
 *
 * @module
 */
import { matrix, multiply, type Rows, scale, softmax, transpose, whole } from "../../arithmetic.ts";
import { type Case, defineExercise, Throws } from "../../exercise.ts";
import { matMul, softmaxAlong } from "../../thrown.ts";
import { TensorData } from "../../values.ts";

type Arguments = [queries: TensorData, keys: TensorData, values: TensorData];
type Result = { output: TensorData; weights: TensorData };

/** Attention with the scores multiplied by `factor(dim, number of keys)`. */
function attention(
  [queries, keys, values]: Arguments,
  factor: (dim: number, keyCount: number) => number,
): Result {
  const [q, k] = [queries.rows(), keys.rows()];
  const scores = scale(multiply(q, transpose(k)), factor(k[0].length, k.length));
  return answer(scores.map(softmax), values.rows());
}

function answer(weights: Rows, values: Rows): Result {
  const output = TensorData.fromRows(multiply(weights, values));
  return { output, weights: TensorData.fromRows(weights) };
}

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

export const scaledDotProductAttention = defineExercise<Arguments, Result>({
  id: "04.2",
  name: "scaledDotProductAttention",
  title: "Scaled dot-product attention",
  difficulty: 3,
  minutes: 15,
  points: 4,
  task:
    `Write $\\mathrm{softmax}(QK^\\top / \\sqrt{d_k})\\,V$ for one sequence. Each query looks at every key;
a row of \`weights\` (어텐션 가중치) says how much. Return the output **and** the weights.`,
  stub: `/**
 * Scaled dot-product attention: softmax(Q·Kᵀ / √d_k)·V.
 *
 * @param queries [query, dim]
 * @param keys [key, dim]: dim is d_k
 * @param values [key, dim]: their dim may differ from that of the keys
 * @returns output [query, dim] and weights [query, key]; each row of the weights sums to 1
 */
function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: Axes<"query dim">; weights: Axes<"query key"> } {
  throw new Error("Not implemented yet");
}`,
  parameters: [
    { name: "queries", axes: "query dim" },
    { name: "keys", axes: "key dim" },
    { name: "values", axes: "key dim" },
  ],
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "query dim" }],
  withheld: ["lib/attention/dot_product.ts"],

  cases(random): Case<Arguments>[] {
    const row = [...random.normals(5)];
    return [
      {
        property: "One key: its weight is 1, and its value comes back",
        args: [matrix(random, 3, 5), matrix(random, 1, 5), matrix(random, 1, 2)],
      },
      {
        property: "Equal keys: equal weights, and the mean of the values",
        args: [
          matrix(random, 2, 5),
          TensorData.fromRows([row, row, row]),
          matrix(random, 3, 7),
        ],
      },
      {
        property: "More keys than dimensions",
        args: [matrix(random, 5, 3), matrix(random, 11, 3), matrix(random, 11, 2)],
      },
      {
        property: "More dimensions than keys",
        args: [matrix(random, 7, 17), matrix(random, 3, 17), matrix(random, 3, 5)],
      },
      {
        property: "Large scores stay finite",
        args: [
          whole(matrix(random, 3, 13, 20)),
          whole(matrix(random, 5, 13, 20)),
          matrix(random, 5, 2),
        ],
      },
    ];
  },

  reference(...args) {
    return attention(args, (dim) => 1 / Math.sqrt(dim));
  },

  mistakes: [
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
          softmaxAlong(0, TensorData.fromRows(scores)),
        ];
      },
    },
  ],

  hints: [
    {
      en:
        "Three steps: scores [query, key], weights [query, key], output [query, dim]. Write the shape " +
        "beside each line.",
      ko:
        "세 단계입니다. 점수 [query, key], 가중치 [query, key], 출력 [query, dim]. 줄마다 모양(shape)을 적어 보세요.",
    },
    {
      en:
        "tf.matMul(a, b, false, true) multiplies by the transpose of b. tf.softmax works along the last axis.",
      ko:
        "tf.matMul(a, b, false, true)는 b의 전치를 곱합니다. tf.softmax는 마지막 축을 따라 계산합니다.",
    },
    {
      en:
        "d_k is the length of the keys' last axis: keys.shape[1]. Divide the scores by Math.sqrt of it, " +
        "take the softmax, then multiply the weights by the values.",
      ko:
        "d_k는 키의 마지막 축의 길이 keys.shape[1]입니다. 점수를 그 제곱근으로 나누고, softmax를 취한 뒤, 가중치에 값(values)을 곱하세요.",
    },
  ],
});
