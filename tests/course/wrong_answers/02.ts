/** Plausible wrong answers of notebook 02 that no hint names: they must fail all the same. */

const soft = (lines: string): string =>
  `function softmax(scores) {
${lines}
}`;

const additive = (lines: string): string =>
  `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const asked = tf.expandDims(tf.matMul(queries, queryWeights), 1);
  const offered = tf.expandDims(tf.matMul(states, keyWeights), 0);
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
      `  const powers = tf.exp(tf.mul(tf.sub(scores, tf.mean(scores, -1, true)), 60));
  return tf.div(powers, tf.sum(powers, -1, true));`,
    ),
  },
  "02.2": {
    "multiplies instead of adding": additive(
      "  return tf.sum(tf.mul(tf.tanh(tf.mul(asked, offered)), scoreWeights), -1);",
    ),
    "a tanh for each before they meet": additive(
      "  return tf.sum(tf.mul(tf.add(tf.tanh(asked), tf.tanh(offered)), scoreWeights), -1);",
    ),
    "one row for each key": additive(
      "  return tf.transpose(tf.sum(tf.mul(tf.tanh(tf.add(asked, offered)), scoreWeights), -1));",
    ),
    "forgets v": additive("  return tf.sum(tf.tanh(tf.add(asked, offered)), -1);"),
    "softmax of the scores": additive(
      "  return tf.softmax(tf.sum(tf.mul(tf.tanh(tf.add(asked, offered)), scoreWeights), -1));",
    ),
  },
  "02.3": {
    "ignores the mask": masked("tf.softmax(scores)"),
    "hides too little": masked("tf.softmax(tf.sub(scores, tf.sub(1, kept)))"),
    "one share for every real word": masked(
      "tf.add(tf.zerosLike(scores), tf.div(kept, tf.sum(kept)))",
    ),
    "not a number": masked(
      "tf.softmax(tf.add(scores, tf.mul(tf.sub(1, kept), Number.NEGATIVE_INFINITY)))",
    ),
  },
  "02.4": {
    "every state times its weight, not added": context(
      "states.map((state, j) => state.map((x) => weights[j] * x))",
    ),
    "adds the states without weights": context(
      "states[0].map((_, i) => states.reduce((sum, state) => sum + state[i], 0))",
    ),
    "weights of the numbers, not of the states": context(
      "states[0].map((_, i) => states.reduce((sum, state) => sum + (weights[i] ?? 0) * state[i], 0))",
    ),
  },
};
