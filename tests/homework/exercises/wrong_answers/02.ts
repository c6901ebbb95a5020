/** Plausible wrong answers of notebook 02 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const soft = (lines: string): string =>
  `function softmax(scores) {
${lines}
}`;

const additive = (lines: string): string =>
  `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = tf.expandDims(tf.matMul(queries, queryWeights), 1);
  const k = tf.expandDims(tf.matMul(states, keyWeights), 0);
  const scores = tf.sum(tf.mul(tf.tanh(tf.add(q, k)), scoreWeights), -1);
${lines}
}`;

const masked = (expression: string): string =>
  `function attentionWeights(scores, keep) {
  const kept = tf.cast(keep, "float32");
  return ${expression};
}`;

const context = (expression: string): string =>
  `function contextVector(weights, states) {
  return ${expression};
}`;

const whole = (lines: string): string =>
  `function multiplicativeAttention(queries, states, matrix, keep) {
  const kept = tf.cast(keep, "float32");
  const scores = tf.matMul(tf.matMul(queries, matrix), states, false, true);
${lines}
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "02.1": {
    "the op that the task forbids": soft("  return tf.softmax(scores);"),
    "the same as a method": soft("  return scores.softmax(-1);"),
    "the same inside a promise": `async function softmax(scores) {
  return await tf.softmax(scores);
}`,
    "from the smallest to the largest": soft(
      `  const [low, high] = [tf.min(scores, -1, true), tf.max(scores, -1, true)];
  return tf.div(tf.sub(scores, low), tf.sub(high, low));`,
    ),
    "standard scores": soft(
      `  const { mean, variance } = tf.moments(scores, -1, true);
  const powers = tf.exp(tf.div(tf.sub(scores, mean), tf.sqrt(variance)));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
    "the first row alone": soft(
      `  const [row] = tf.unstack(scores);
  const powers = tf.exp(tf.sub(row, tf.max(row)));
  return tf.expandDims(tf.div(powers, tf.sum(powers)), 0);`,
    ),
    "no exp":
      `function softmax(scores) { const s = scores.sub(scores.min(-1, true)); return s.div(s.sum(-1, true)); }`,
  },
  "02.2": {
    "the largest term": additive(
      "  return tf.max(tf.mul(tf.tanh(tf.add(q, k)), scoreWeights), -1);",
    ),
    "v added": additive("  return tf.sum(tf.add(tf.tanh(tf.add(q, k)), scoreWeights), -1);"),
    "v on the query alone": additive(
      "  return tf.sum(tf.tanh(tf.add(tf.mul(q, scoreWeights), k)), -1);",
    ),
    "the first query alone": additive("  return tf.slice(scores, [0, 0], [1, -1]);"),
    "tanh twice": additive(
      "  return tf.sum(tf.mul(tf.tanh(tf.tanh(tf.add(q, k))), scoreWeights), -1);",
    ),
    "v without its sign": additive(
      "  return tf.sum(tf.mul(tf.tanh(tf.add(q, k)), tf.abs(scoreWeights)), -1);",
    ),
    "one below the other": additive(
      "  return tf.tanh(tf.concat([tf.squeeze(q, [1]), tf.squeeze(k, [0])], 0));",
    ),
  },
  "02.3": {
    "one real word is overlooked": masked(
      "tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, tf.mul(kept, tf.cast(tf.range(0, kept.shape[0]), 'bool'))), 1e9)))",
    ),
    "rounds": masked("tf.round(tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, kept), 1e9))))"),
    "the sum of the row on the words": masked(
      "tf.mul(tf.div(tf.softmax(scores), tf.sum(kept)), kept)",
    ),
    "subtracts what padding took": masked(
      `tf.mul(tf.sub(tf.softmax(scores), tf.sum(tf.mul(tf.softmax(scores), tf.sub(1, kept)), -1, true)), kept)`,
    ),
    "shares what padding took out equally": masked(
      `tf.mul(tf.add(tf.softmax(scores), tf.div(tf.sum(tf.mul(tf.softmax(scores), tf.sub(1, kept)), -1, true), tf.sum(kept))), kept)`,
    ),
    "hides by 30 below the smallest": masked(
      "tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, scores.min().dataSync()[0] - 3)))",
    ),
    "the scores times −10⁹": masked(
      "tf.softmax(tf.mul(scores, tf.sub(kept, tf.mul(tf.sub(1, kept), -1e9))))",
    ),
    "the largest alone": masked(
      "tf.oneHot(tf.argMax(tf.sub(scores, tf.mul(tf.sub(1, kept), 1e9)), -1), keep.shape[0])",
    ),
  },
  "02.4": {
    "always three states": context(
      "states[0].map((_, i) => [0, 1, 2].reduce((sum, j) => sum + weights[j] * states[j]?.[i], 0))",
    ),
    "a row in a list": context(
      "[states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0))]",
    ),
    "weights squared": context(
      "states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] ** 2 * state[i], 0))",
    ),
    "words for numbers": context(
      "states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0).toFixed(4))",
    ),
    "the largest product": context(
      "states[0].map((_, i) => Math.max(...states.map((state, j) => weights[j] * state[i])))",
    ),
    "of length 1": `function contextVector(weights, states) {
  const sums = states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
  return sums.map((x) => x / Math.hypot(...sums));
}`,
  },
  "02.5": {
    "scores doubled": whole(
      `  const weights = tf.softmax(tf.sub(tf.mul(scores, 2), tf.mul(tf.sub(1, kept), 1e9)));
  return { weights, contexts: tf.matMul(weights, states) };`,
    ),
    "weights rounded": whole(
      `  const weights = tf.round(tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, kept), 1e9))));
  return { weights, contexts: tf.matMul(weights, states) };`,
    ),
    "a tanh around the scores": whole(
      `  const weights = tf.softmax(tf.sub(tf.tanh(scores), tf.mul(tf.sub(1, kept), 1e9)));
  return { weights, contexts: tf.matMul(weights, states) };`,
    ),
    "contexts of the first query for all": whole(
      `  const weights = tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, kept), 1e9)));
  const first = tf.slice(tf.matMul(weights, states), [0, 0], [1, -1]);
  return { weights, contexts: tf.tile(first, [queries.shape[0], 1]) };`,
    ),
    "contexts after a tanh": whole(
      `  const weights = tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, kept), 1e9)));
  return { weights, contexts: tf.tanh(tf.matMul(weights, states)) };`,
    ),
  },
};
