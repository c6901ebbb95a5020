/** Plausible wrong answers of notebook 04 that no hint names: they must fail all the same. */

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
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "04.1": {
    "the mean instead of the variance": variance("mean"),
    "the sum of squares, not divided": variance("squares"),
    "divides by the number of dimensions": variance("squares / keys[0].length"),
    "always 0": variance("0"),
    "distances instead of their squares": variance(
      "products.reduce((sum, x) => sum + Math.abs(x - mean), 0) / (products.length - 1)",
    ),
    "divides by n + 1": variance("squares / (products.length + 1)"),
    "one variance per pair": variance("products.map((x) => (x - mean) ** 2)"),
    "a tensor instead of a number": variance("tf.scalar(squares / (products.length - 1))"),
    "nothing": variance("undefined"),
  },
  "04.2": {
    "returns the scores as the weights": attention(
      "scores",
      "tf.matMul(tf.softmax(scores), values)",
    ),
    "returns the output alone": `function scaledDotProductAttention(queries, keys, values) {
  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1]));
  return tf.matMul(tf.softmax(scores), values);
}`,
    "averages the values": attention(
      "tf.softmax(scores)",
      "tf.matMul(tf.fill(scores.shape, 1 / keys.shape[0]), values)",
    ),
    "a softmax of its own that overflows": attention(
      "tf.div(tf.exp(scores), tf.sum(tf.exp(scores), -1, true))",
    ),
    "the largest score takes everything": attention(
      "tf.cast(tf.equal(scores, tf.max(scores, -1, true)), 'float32')",
    ),
    "the divisor of the paper": `function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(64)));
  return { output: tf.matMul(weights, values), weights };
}`,
    "scales by the number of queries": `function scaledDotProductAttention(queries, keys, values) {
  const scores = tf.matMul(queries, keys, false, true);
  const weights = tf.softmax(tf.div(scores, Math.sqrt(queries.shape[0])));
  return { output: tf.matMul(weights, values), weights };
}`,
    "scales by the width of the values":
      `function scaledDotProductAttention(queries, keys, values) {
  const scores = tf.matMul(queries, keys, false, true);
  const weights = tf.softmax(tf.div(scores, Math.sqrt(values.shape[1])));
  return { output: tf.matMul(weights, values), weights };
}`,
  },
  "04.3": {
    "the weights themselves": `function softmaxJacobian(scores) { return tf.softmax(scores); }`,
    "the identity": `function softmaxJacobian(scores) { return tf.eye(scores.shape[0]); }`,
    "a softmax of its own that overflows": `function softmaxJacobian(scores) {
  const powers = tf.exp(scores);
  const weights = tf.div(powers, tf.sum(powers));
  const [column, row] = [tf.expandDims(weights, 1), tf.expandDims(weights, 0)];
  return tf.mul(column, tf.sub(tf.eye(scores.shape[0]), row));
}`,
    "products of weights": `function softmaxJacobian(scores) {
  const weights = tf.softmax(scores);
  return tf.mul(tf.expandDims(weights, 1), tf.expandDims(weights, 0));
}`,
    "nothing on the diagonal": `function softmaxJacobian(scores) {
  const weights = tf.softmax(scores);
  const others = tf.sub(1, tf.eye(scores.shape[0]));
  return tf.neg(tf.mul(others, tf.mul(tf.expandDims(weights, 1), tf.expandDims(weights, 0))));
}`,
    "without the column": `function softmaxJacobian(scores) {
  return tf.sub(tf.eye(scores.shape[0]), tf.expandDims(tf.softmax(scores), 0));
}`,
    "a diagonal of weights": `function softmaxJacobian(scores) {
  return tf.mul(tf.eye(scores.shape[0]), tf.softmax(scores));
}`,
    "the sign of everything": `function softmaxJacobian(scores) {
  const weights = tf.softmax(scores);
  const [column, row] = [tf.expandDims(weights, 1), tf.expandDims(weights, 0)];
  return tf.mul(column, tf.sub(row, tf.eye(scores.shape[0])));
}`,
  },
  "04.4": {
    "the logarithm of the count": `function entropy(weights) { return Math.log(weights.length); }`,
    "the mean for the sum": `function entropy(weights) {
  const terms = weights.map((w) => w > 0 ? -w * Math.log(w) : 0);
  return terms.reduce((sum, x) => sum + x, 0) / weights.length;
}`,
    "a share of ln n": `function entropy(weights) {
  const sum = weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum, 0);
  return sum / Math.log(weights.length);
}`,
    "ends at the first zero": `function entropy(weights) {
  let sum = 0;
  for (const weight of weights) {
    if (weight === 0) break;
    sum -= weight * Math.log(weight);
  }
  return sum;
}`,
    "without the weights": `function entropy(weights) {
  return -weights.filter((w) => w > 0).reduce((sum, w) => sum + Math.log(w), 0);
}`,
    "a small number against log 0, not small enough": `function entropy(weights) {
  return -weights.reduce((sum, w) => sum + w * Math.log(w + 1e-3), 0);
}`,
    "base 10": `function entropy(weights) {
  return -weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log10(w), 0);
}`,
    "the largest term alone": `function entropy(weights) {
  return Math.max(...weights.map((w) => w > 0 ? -w * Math.log(w) : 0));
}`,
    "the perplexity": `function entropy(weights) {
  return Math.exp(-weights.filter((w) => w > 0).reduce((sum, w) => sum + w * Math.log(w), 0));
}`,
  },
};
