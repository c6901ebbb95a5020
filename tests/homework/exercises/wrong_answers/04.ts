/** Plausible wrong answers of notebook 04 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const attention = (weights: string, output = "tf.matMul(weights, values)"): string =>
  `function scaledDotProductAttention(queries, keys, values) {
  const dim = keys.shape[1];
  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(dim));
  const weights = ${weights};
  return { output: ${output}, weights };
}`;

const variance = (result: string): string =>
  `function dotProductVariance(queries, keys) {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
  const squares = products.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return ${result};
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "04.1": {
    "twice the variance": variance("2 * squares / (products.length - 1)"),
    "the range": variance("Math.max(...products) - Math.min(...products)"),
    "the covariance of the first column": `function dotProductVariance(queries, keys) {
  const q = queries.map((row) => row[0]), k = keys.map((row) => row[0]);
  const mean = (x) => x.reduce((a, b) => a + b) / x.length;
  return q.reduce((sum, x, i) => sum + (x - mean(q)) * (k[i] - mean(k)), 0) / (q.length - 1);
}`,
    "the median for the mean": `function dotProductVariance(queries, keys) {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const median = products.toSorted((a, b) => a - b)[Math.floor(products.length / 2)];
  return products.reduce((sum, x) => sum + (x - median) ** 2, 0) / (products.length - 1) + 1e-3;
}`,
    "squared distances of the pairs": `function dotProductVariance(queries, keys) {
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + (q - keys[i][d]) ** 2, 0));
  const mean = products.reduce((a, b) => a + b) / products.length;
  return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (products.length - 1);
}`,
    "sorts the queries first": `function dotProductVariance(queries, keys) {
  queries.reverse();
  const products = queries.map((query, i) => query.reduce((sum, q, d) => sum + q * keys[i][d], 0));
  const mean = products.reduce((sum, x) => sum + x, 0) / products.length;
  return products.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (products.length - 1);
}`,
    "one variance per pair": variance("products.map((x) => (x - mean) ** 2)"),
  },
  "04.2": {
    "averages the values": attention(
      "tf.softmax(scores)",
      "tf.matMul(tf.fill(scores.shape, 1 / keys.shape[0]), values)",
    ),
    "the largest score takes everything": attention(
      "tf.cast(tf.equal(scores, tf.max(scores, -1, true)), 'float32')",
    ),
    "relu of the scores, normalised": attention(
      "tf.divNoNan(tf.relu(scores), tf.sum(tf.relu(scores), -1, true))",
    ),
    "divides by the root of a root": `function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), keys.shape[1] ** 0.25));
  return { output: tf.matMul(weights, values), weights };
}`,
    "the softmax of the output": attention(
      "tf.softmax(scores)",
      "tf.softmax(tf.matMul(scores, values))",
    ),
    "plain rows": attention(
      "tf.softmax(scores).arraySync()",
      "tf.matMul(tf.softmax(scores), values).arraySync()",
    ),
    "size for the dim":
      `function scaledDotProductAttention(Q, K, V) { const weights = tf.softmax(Q.matMul(K, false, true).div(Math.sqrt(K.size))); return { output: weights.matMul(V), weights }; }`,
    "unscaled output, scaled weights":
      `function scaledDotProductAttention(Q, K, V) { const s = Q.matMul(K, false, true); return { output: tf.softmax(s).matMul(V), weights: tf.softmax(s.div(Math.sqrt(K.shape[1]))) }; }`,
  },
  "04.3": {
    "the identity": `function softmaxJacobian(scores) { return tf.eye(scores.shape[0]); }`,
    "differences that are too coarse": `function softmaxJacobian(scores) {
  const s = scores.arraySync();
  const weights = (x) => { const top = Math.max(...x); const e = x.map((v) => Math.exp(v - top)); const t = e.reduce((a, b) => a + b); return e.map((v) => v / t); };
  const w = weights(s);
  const columns = s.map((_, j) => weights(s.map((x, i) => i === j ? x + 0.5 : x)).map((x, i) => (x - w[i]) / 0.5));
  return tf.transpose(tf.tensor2d(columns));
}`,
    "the derivatives by the largest score alone": `function softmaxJacobian(scores) {
  const w = tf.softmax(scores).arraySync();
  const best = w.indexOf(Math.max(...w));
  return tf.tensor2d(w.map((x, i) => w.map((_, j) => j === best ? x * ((i === j ? 1 : 0) - w[best]) : 0)));
}`,
    "the logarithm's derivatives": `function softmaxJacobian(scores) {
  return tf.sub(1, tf.mul(tf.eye(scores.shape[0]), tf.softmax(scores)));
}`,
    "finite differences, step 1": `function softmaxJacobian(scores) {
  const n = scores.shape[0], w = tf.softmax(scores);
  const cols = [...Array(n).keys()].map((j) => tf.softmax(scores.add(tf.oneHot(j, n).cast("float32"))).sub(w));
  return tf.stack(cols, 1);
}`,
  },
  "04.4": {
    "the distance from the largest": `function entropy(weights) {
  return Math.log(weights.length) + weights.reduce((sum, w) => sum + (w > 0 ? w * Math.log(w) : 0), 0) / 2;
}`,
    "the variance of the weights": `function entropy(weights) {
  return weights.reduce((sum, w) => sum + (w - 1 / weights.length) ** 2, 0);
}`,
    "rounded": `function entropy(weights) {
  return Number((-weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log(w), 0)).toFixed(2));
}`,
    "zeros taken out, the rest shared anew": `function entropy(weights) {
  const kept = weights.filter((w) => w > 0);
  return kept.length === 1 ? 0 : kept.reduce((sum, w) => sum - w * Math.log(w * kept.length), 0);
}`,
    "the largest term alone": `function entropy(weights) {
  return Math.max(...weights.map((w) => w > 0 ? -w * Math.log(w) : 0));
}`,
  },
  "04.5": {
    "divided by the root of the number of keys": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(tf.div(scores, Math.sqrt(scores.shape[0])));
  const pulls = tf.dot(values, force);
  return tf.mul(w, tf.sub(pulls, tf.sum(tf.mul(w, pulls))));
}`,
    "the median pull": `function scoreGradient(scores, values, force) {
  const pulls = tf.sum(tf.mul(values, force), -1);
  const sorted = [...pulls.arraySync()].sort((a, b) => a - b);
  return tf.mul(tf.softmax(scores), tf.sub(pulls, sorted[Math.floor(sorted.length / 2)] + 0.5));
}`,
    "weights squared": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(scores);
  const pulls = tf.dot(values, force);
  return tf.mul(tf.square(w), tf.sub(pulls, tf.sum(tf.mul(w, pulls))));
}`,
    "a list of length 1 over": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(scores);
  const pulls = tf.dot(values, force);
  return tf.expandDims(tf.mul(tf.square(w), pulls), 1);
}`,
    "sizes of the pulls": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(scores);
  const pulls = tf.abs(tf.dot(values, force));
  return tf.mul(w, tf.sub(tf.sum(tf.mul(w, pulls)), pulls));
}`,
  },
};
