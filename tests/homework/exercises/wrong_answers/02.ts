/** Plausible wrong answers of notebook 02 that no hint names: they must fail all the same. */

const soft = (lines: string): string =>
  `function softmax(scores) {
${lines}
}`;

const additive = (lines: string): string =>
  `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const projectedQueries = tf.expandDims(tf.matMul(queries, queryWeights), 1);
  const projectedStates = tf.expandDims(tf.matMul(states, keyWeights), 0);
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

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "02.1": {
    "divides the scores by their sum": soft("  return tf.div(scores, tf.sum(scores, -1, true));"),
    "forgets to divide": soft("  return tf.exp(tf.sub(scores, tf.max(scores, -1, true)));"),
    "the logarithm of the weights": soft("  return tf.logSoftmax(scores);"),
    "subtracts the mean, which is not enough": soft(
      `  const powers = tf.exp(tf.sub(scores, tf.mean(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
    "subtracts the smallest": soft(
      `  const powers = tf.exp(tf.sub(scores, tf.min(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
    "subtracts a number that is large enough here": soft(
      `  const powers = tf.exp(tf.sub(scores, 200));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
    "powers of 2": soft(
      `  const powers = tf.pow(2, tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
    "a small number beside the sum": soft(
      `  const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.add(tf.sum(powers, -1, true), 1e-3));`,
    ),
    "a promise of rows": `async function softmax(scores) {
  return await tf.softmax(scores).array();
}`,
  },
  "02.2": {
    "multiplies instead of adding": additive(
      "  return tf.sum(tf.mul(tf.tanh(tf.mul(projectedQueries, projectedStates)), scoreWeights), -1);",
    ),
    "one row for each key": additive(
      "  return tf.transpose(tf.sum(tf.mul(tf.tanh(tf.add(projectedQueries, projectedStates)), scoreWeights), -1));",
    ),
    "a dot product of the projections": additive(
      "  return tf.matMul(tf.squeeze(projectedQueries, [1]), tf.squeeze(projectedStates, [0]), false, true);",
    ),
    "v inside the tanh": additive(
      "  return tf.sum(tf.tanh(tf.mul(tf.add(projectedQueries, projectedStates), scoreWeights)), -1);",
    ),
    "the mean for the sum": additive(
      "  return tf.mean(tf.mul(tf.tanh(tf.add(projectedQueries, projectedStates)), scoreWeights), -1);",
    ),
    "the last axis not summed away": additive(
      "  return tf.sum(tf.mul(tf.tanh(tf.add(projectedQueries, projectedStates)), scoreWeights), -1, true);",
    ),
    "forgets v": additive(
      "  return tf.sum(tf.tanh(tf.add(projectedQueries, projectedStates)), -1);",
    ),
    "softmax of the scores": additive(
      "  return tf.softmax(tf.sum(tf.mul(tf.tanh(tf.add(projectedQueries, projectedStates)), scoreWeights), -1));",
    ),
  },
  "02.3": {
    "ignores the mask": masked("tf.softmax(scores)"),
    "hides too little": masked("tf.softmax(tf.sub(scores, tf.sub(1, kept)))"),
    "one share for every real word": masked(
      "tf.add(tf.zerosLike(scores), tf.div(kept, tf.sum(kept)))",
    ),
    "multiplies the scores of padding by −10⁹": masked(
      "tf.softmax(tf.mul(scores, tf.sub(kept, tf.mul(tf.sub(1, kept), 1e9))))",
    ),
    "hides with −20": masked("tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, kept), 20)))"),
    "divides by the sum of all rows": masked(
      "tf.div(tf.mul(tf.softmax(scores), kept), tf.sum(tf.mul(tf.softmax(scores), kept)))",
    ),
    "takes the last keys for padding": masked(
      `tf.softmax(tf.where(tf.less(tf.range(0, keep.shape[0]), tf.sum(kept)), scores, tf.fill(scores.shape, -1e9)))`,
    ),
    "cuts the padding off": masked(
      "tf.softmax(tf.slice(scores, [0, 0], [-1, tf.sum(kept).dataSync()[0]]))",
    ),
  },
  "02.4": {
    "every state times its weight, not added": context(
      "states.map((state, j) => state.map((x) => weights[j] * x))",
    ),
    "always three states": context(
      "states[0].map((_, i) => [0, 1, 2].reduce((sum, j) => sum + weights[j] * states[j]?.[i], 0))",
    ),
    "a map without a return": context(
      "states[0].map((_, i) => { states.reduce((sum, state, j) => sum + weights[j] * state[i], 0); })",
    ),
    "whole numbers": context(
      "states[0].map((_, i) => Math.round(states.reduce((sum, state, j) => sum + weights[j] * state[i], 0)))",
    ),
    "the weights in order of size": `function contextVector(weights, states) {
  weights.sort((a, b) => b - a);
  return states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
}`,
    "adds the states without weights": context(
      "states[0].map((_, i) => states.reduce((sum, state) => sum + state[i], 0))",
    ),
    "weights of the numbers, not of the states": context(
      "states[0].map((_, i) => states.reduce((sum, state) => sum + (weights[i] ?? 0) * state[i], 0))",
    ),
  },
};
