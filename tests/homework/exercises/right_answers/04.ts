/** Right answers of notebook 04 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "04.2": {
    "methods of tensors": `function scaledDotProductAttention(queries, keys, values) {
  const weights = queries.matMul(keys, false, true).div(Math.sqrt(keys.shape[1])).softmax();
  return { output: weights.matMul(values), weights };
}`,
    "an instance of a class": `class Result {
  constructor(readonly output: tf.Tensor, readonly weights: tf.Tensor) {}
}
function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return new Result(tf.matMul(weights, values), weights);
}`,
    "a map": `const scaledDotProductAttention = (queries, keys, values) => {
  const weights = tf.softmax(tf.matMul(tf.div(queries, keys.shape[1] ** 0.5), tf.transpose(keys)));
  return new Map([["weights", weights], ["output", tf.matMul(weights, values)]]);
};`,
    "loops over rows": `function scaledDotProductAttention(queries, keys, values) {
  const q = queries.arraySync(), k = keys.arraySync(), v = values.arraySync();
  const weights = q.map((a) => {
    const scores = k.map((b) => a.reduce((sum, x, i) => sum + x * b[i], 0) / Math.sqrt(b.length));
    const top = Math.max(...scores);
    const powers = scores.map((s) => Math.exp(s - top));
    const total = powers.reduce((x, y) => x + y);
    return powers.map((p) => p / total);
  });
  const output = weights.map((row) => v[0].map((_, c) => row.reduce((s, w, r) => s + w * v[r][c], 0)));
  return { output: tf.tensor(output), weights: tf.tensor(weights) };
}`,
    "promises in fields": `function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return { output: Promise.resolve(tf.matMul(weights, values)), weights: (async () => weights)() };
}`,
  },
  "04.4": {
    "a loop": `function entropy(weights) {
  let sum = 0;
  for (const w of weights) if (w > 0) sum -= w * Math.log(w);
  return sum;
}`,
    "a constant of a tuple":
      `const [entropy] = [(weights) => weights.reduce((s, w) => w ? s - w * Math.log(w) : s, 0)];`,
    "tensors": `function entropy(weights) {
  const w = tf.tensor1d(weights);
  return tf.neg(tf.sum(tf.mul(w, tf.log(tf.maximum(w, 1e-30))))).dataSync()[0];
}`,
  },
};
