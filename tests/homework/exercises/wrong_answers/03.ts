/** Plausible wrong answers of notebook 03 that no hint names: they must fail all the same. */

const selfAttention = (lines: string): string =>
  `function selfAttentionWithoutParameters(inputs) {
  const scores = tf.matMul(inputs, inputs, false, true);
${lines}
}`;

const projection = (queries: string, keys: string, values: string): string =>
  `function project(inputs, queryWeights, keyWeights, valueWeights) {
  return { queries: ${queries}, keys: ${keys}, values: ${values} };
}`;

const attention = (weights: string, output = "tf.matMul(weights, values)"): string =>
  `function attend(queries, keys, values) {
  const scores = tf.matMul(queries, keys, false, true);
  const weights = ${weights};
  return { output: ${output}, weights };
}`;

const soft = (lines: string): string =>
  `function lookup(query, keys, values) {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0));
  const mix = (weights) => values[0].map((_, d) => weights.reduce((sum, w, i) => sum + w * values[i][d], 0));
${lines}
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "03.1": {
    "the inputs come back": selfAttention(
      "  return { output: inputs, weights: tf.softmax(scores) };",
    ),
    "every word gets the mean": selfAttention(
      `  const weights = tf.fill(scores.shape, 1 / inputs.shape[0]);
  return { output: tf.matMul(weights, inputs), weights };`,
    ),
    "a softmax of its own that overflows": selfAttention(
      `  const weights = tf.div(tf.exp(scores), tf.sum(tf.exp(scores), -1, true));
  return { output: tf.matMul(weights, inputs), weights };`,
    ),
    "a word does not see itself": selfAttention(
      `  const hidden = tf.mul(tf.eye(inputs.shape[0]), -1e9);
  const weights = tf.softmax(tf.add(scores, hidden));
  return { output: tf.matMul(weights, inputs), weights };`,
    ),
    "the words first, then the weights": selfAttention(
      `  const weights = tf.softmax(scores);
  return { output: tf.matMul(inputs, weights), weights };`,
    ),
    "the output alone": selfAttention("  return tf.matMul(tf.softmax(scores), inputs);"),
  },
  "03.2": {
    "the sentence transposed": projection(
      "tf.transpose(tf.matMul(inputs, queryWeights))",
      "tf.transpose(tf.matMul(inputs, keyWeights))",
      "tf.transpose(tf.matMul(inputs, valueWeights))",
    ),
    "queries projected twice": projection(
      "tf.matMul(tf.matMul(inputs, queryWeights), keyWeights, false, true)",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "a softmax on the queries": projection(
      "tf.softmax(tf.matMul(inputs, queryWeights))",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "a list instead of three names":
      `function project(inputs, queryWeights, keyWeights, valueWeights) {
  return [queryWeights, keyWeights, valueWeights].map((weights) => tf.matMul(inputs, weights));
}`,
    "scaled already": projection(
      "tf.div(tf.matMul(inputs, queryWeights), Math.sqrt(queryWeights.shape[1]))",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "the first word alone": projection(
      "tf.matMul(tf.slice(inputs, 0, 1), queryWeights)",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "values from the projected keys": projection(
      "tf.matMul(inputs, queryWeights)",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, keyWeights)",
    ),
  },
  "03.3": {
    "averages the values": attention(
      "tf.softmax(scores)",
      "tf.matMul(tf.fill(scores.shape, 1 / keys.shape[0]), values)",
    ),
    "the largest score takes everything": attention(
      "tf.cast(tf.equal(scores, tf.max(scores, -1, true)), 'float32')",
    ),
    "a softmax of its own that overflows": attention(
      "tf.div(tf.exp(scores), tf.sum(tf.exp(scores), -1, true))",
    ),
    "the softmax of all scores together": attention(
      "tf.reshape(tf.softmax(tf.reshape(scores, [-1])), scores.shape)",
    ),
    "the weights transposed": attention("tf.softmax(scores)", "tf.matMul(weights, values, true)"),
    "entry by entry": attention("tf.softmax(tf.mul(queries, keys))"),
    "returns the scores as the weights": attention(
      "scores",
      "tf.matMul(tf.softmax(scores), values)",
    ),
  },
  "03.4": {
    "divides by the sum of the scores": soft(
      `  const total = scores.reduce((sum, x) => sum + x, 0);
  return mix(scores.map((x) => x / total));`,
    ),
    "the weights themselves": soft(
      `  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / total);`,
    ),
    "mixes by the values' likeness": `function lookup(query, keys, values) {
  const scores = values.map((value) => value.reduce((sum, x, i) => sum + x * query[i], 0));
  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return values[0].map((_, d) => powers.reduce((sum, p, i) => sum + p / total * values[i][d], 0));
}`,
    "the first value without its weight": soft(
      `  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return values.reduce((sum, value, i) => sum.map((x, d) => x + powers[i] / total * value[d]));`,
    ),
    "the scores sorted on the way": soft(
      `  const largest = scores.sort((a, b) => b - a)[0];
  const powers = scores.map((x) => Math.exp(x - largest));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
    "every value with its weight, not added": soft(
      `  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return values.map((value, i) => value.map((x) => powers[i] / total * x));`,
    ),
    "a tanh where the softmax belongs": soft(
      `  return mix(scores.map((_, i) => Math.tanh(scores[i])));`,
    ),
    "the worst key counts most": soft(
      `  const powers = scores.map((x) => Math.exp(Math.min(...scores) - x));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
  },
};
