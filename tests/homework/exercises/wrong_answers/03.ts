/** Plausible wrong answers of notebook 03 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const selfAttention = (lines: string): string =>
  `function selfAttentionWithoutParameters(inputs) {
  const scores = tf.matMul(inputs, inputs, false, true);
  const weights = tf.softmax(scores);
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
export const wrongAnswers: AnswerCells = {
  "03.1": {
    "the inputs come back": selfAttention("  return { output: inputs, weights };"),
    "a softmax of the output": selfAttention(
      "  return { output: tf.softmax(tf.matMul(weights, inputs)), weights };",
    ),
    "earlier words hidden": selfAttention(
      `  const places = tf.range(0, inputs.shape[0]);
  const earlier = tf.less(tf.expandDims(places, 0), tf.expandDims(places, 1));
  const kept = tf.softmax(tf.where(earlier, tf.fill(scores.shape, -1e9), scores));
  return { output: tf.matMul(kept, inputs), weights: kept };`,
    ),
    "plain rows": selfAttention(
      "  return { output: tf.matMul(weights, inputs).arraySync(), weights: weights.arraySync() };",
    ),
    "scores squared": selfAttention(
      `  const squared = tf.softmax(tf.square(scores));
  return { output: tf.matMul(squared, inputs), weights: squared };`,
    ),
  },
  "03.2": {
    "queries projected twice": projection(
      "tf.matMul(tf.matMul(inputs, queryWeights), keyWeights, false, true)",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "the first word alone": projection(
      "tf.matMul(tf.slice(inputs, 0, 1), queryWeights)",
      "tf.matMul(inputs, keyWeights)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "the words added": projection(
      "tf.add(tf.matMul(inputs, queryWeights), tf.mean(inputs))",
      "tf.add(tf.matMul(inputs, keyWeights), tf.mean(inputs))",
      "tf.add(tf.matMul(inputs, valueWeights), tf.mean(inputs))",
    ),
    "normalised words": projection(
      "tf.matMul(tf.softmax(inputs), queryWeights)",
      "tf.matMul(tf.softmax(inputs), keyWeights)",
      "tf.matMul(tf.softmax(inputs), valueWeights)",
    ),
    "the scores for the keys": projection(
      "tf.matMul(inputs, queryWeights)",
      "tf.matMul(tf.matMul(inputs, queryWeights), tf.matMul(inputs, keyWeights), false, true)",
      "tf.matMul(inputs, valueWeights)",
    ),
    "plain rows": projection(
      "tf.matMul(inputs, queryWeights).arraySync()",
      "tf.matMul(inputs, keyWeights).arraySync()",
      "tf.matMul(inputs, valueWeights).arraySync()",
    ),
    "the operators of numbers": projection(
      "inputs * queryWeights",
      "inputs * keyWeights",
      "inputs * valueWeights",
    ),
    "adds the matrices": projection(
      "tf.add(inputs, queryWeights)",
      "tf.add(inputs, keyWeights)",
      "tf.add(inputs, valueWeights)",
    ),
    "lists of one": projection(
      "[tf.matMul(inputs, queryWeights)]",
      "[tf.matMul(inputs, keyWeights)]",
      "[tf.matMul(inputs, valueWeights)]",
    ),
    "the values entry by entry": projection(
      "tf.matMul(inputs, queryWeights)",
      "tf.matMul(inputs, keyWeights)",
      "tf.mul(inputs, valueWeights)",
    ),
  },
  "03.3": {
    "a threshold": attention("tf.cast(tf.greater(tf.softmax(scores), 0.1), 'float32')"),
    "the queries added": attention(
      "tf.softmax(scores)",
      "tf.add(tf.matMul(weights, values), queries)",
    ),
    "the scores of the first query": attention(
      "tf.tile(tf.slice(tf.softmax(scores), 0, 1), [queries.shape[0], 1])",
    ),
    "divided by the number of keys": attention(
      "tf.div(tf.softmax(scores), keys.shape[0])",
    ),
    "the output in a list": attention("tf.softmax(scores)", "[tf.matMul(weights, values)]"),
    "the output divided": attention(
      "tf.softmax(scores)",
      "tf.div(tf.matMul(weights, values), Math.sqrt(keys.shape[1]))",
    ),
  },
  "03.4": {
    "the scores sorted on the way": soft(
      `  const largest = scores.sort((a, b) => b - a)[0];
  const powers = scores.map((x) => Math.exp(x - largest));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
    "a tanh where the softmax belongs": soft(
      `  return mix(scores.map((_, i) => Math.tanh(scores[i])));`,
    ),
    "the mean subtracted, and a threshold": soft(
      `  const best = Math.max(...scores);
  const powers = scores.map((x) => x > best - 1 ? Math.exp(x - best) : 0);
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
    "a row in a list": soft(
      `  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return [mix(powers.map((x) => x / total))];`,
    ),
    "the two best keys": soft(
      `  const [, second = -Infinity] = scores.toSorted((a, b) => b - a);
  const powers = scores.map((x) => x < second ? 0 : Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
    "the first number of the query alone": soft(
      `  const firsts = keys.map((key) => key[0] * query[0]);
  const powers = firsts.map((x) => Math.exp(x - Math.max(...firsts)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total));`,
    ),
    "NaN put to 0": soft(
      `  const powers = scores.map((x) => Math.exp(x));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return mix(powers.map((x) => x / total || 0));`,
    ),
    "finds a key or answers nothing": `function lookup(query, keys, values) {
  const found = keys.findIndex((key) => key.join() === query.join());
  return found < 0 ? values[0].map(() => 0) : values[found];
}`,
    "products without their sign": `function lookup(query, keys, values) {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + Math.abs(x * query[i]), 0));
  const powers = scores.map((x) => Math.exp(x - Math.max(...scores)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return values[0].map((_, d) => powers.reduce((sum, p, i) => sum + p / total * values[i][d], 0));
}`,
    "the mean of scores times values": soft(
      "  return mix(scores.map((x) => x / scores.length));",
    ),
    "a softmax of the values": soft(
      `  return values[0].map((_, d) => {
    const column = values.map((value) => value[d]);
    const powers = column.map((x) => Math.exp(x - Math.max(...column)));
    const total = powers.reduce((sum, x) => sum + x, 0);
    return powers.reduce((sum, p, i) => sum + p / total * scores[i], 0);
  });`,
    ),
  },
  "03.5": {
    "the scores cubed": `function crossAttention(asking, asked, wq, wk, wv) {
  const scores = tf.matMul(tf.matMul(asking, wq), tf.matMul(asked, wk), false, true);
  const weights = tf.softmax(tf.pow(scores, 3));
  return { output: tf.matMul(weights, tf.matMul(asked, wv)), weights };
}`,
    "the output normalised": `function crossAttention(asking, asked, wq, wk, wv) {
  const scores = tf.matMul(tf.matMul(asking, wq), tf.matMul(asked, wk), false, true);
  const weights = tf.softmax(scores);
  return { output: tf.softmax(tf.tanh(tf.matMul(weights, tf.matMul(asked, wv)))), weights };
}`,
    "both sentences joined": `function crossAttention(asking, asked, wq, wk, wv) {
  const all = tf.concat([asking, asked]);
  const weights = tf.softmax(tf.matMul(tf.matMul(asking, wq), tf.matMul(all, wk), false, true));
  return { weights, output: tf.matMul(weights, tf.matMul(all, wv)) };
}`,
    "adds the asking words": `function crossAttention(asking, asked, wq, wk, wv) {
  const weights = tf.softmax(tf.matMul(tf.matMul(asking, wq), tf.matMul(asked, wk), false, true));
  return { weights, output: tf.add(tf.matMul(weights, tf.matMul(asked, wv)), tf.matMul(asking, wv)) };
}`,
    "the mean of the values": `function crossAttention(asking, asked, wq, wk, wv) {
  const weights = tf.fill([asking.shape[0], asked.shape[0]], 1 / asked.shape[0]);
  return { weights, output: tf.matMul(weights, tf.matMul(asked, wv)) };
}`,
  },
};
