/** Plausible wrong answers of notebook 01 that no hint names: they must fail all the same. */

const rnn = (expression: string): string =>
  `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  return ${expression};
}`;
const read = "tf.matMul(inputs, inputWeights)";

const gru = (lines: string): string =>
  `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const [xr, xz, xn] = tf.split(projected, 3, 1);
  const [hr, hz, hn] = tf.split(recurrent, 3, 1);
${lines}
}`;

const decode = (body: string): string =>
  `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
${body}
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "01.1": {
    "a sigmoid instead of tanh": rnn(
      `tf.sigmoid(tf.add(tf.add(${read}, tf.matMul(hidden, recurrentWeights)), bias))`,
    ),
    "transposed recurrent weights": rnn(
      `tf.tanh(tf.add(tf.add(${read}, tf.matMul(hidden, recurrentWeights, false, true)), bias))`,
    ),
    "tanh before the bias": rnn(
      `tf.add(tf.tanh(tf.add(${read}, tf.matMul(hidden, recurrentWeights))), bias)`,
    ),
    "the old state": rnn("hidden"),
  },
  "01.2": {
    "the candidate alone": gru(
      `  return tf.tanh(tf.add(xn, tf.mul(tf.sigmoid(tf.add(xr, hr)), hn)));`,
    ),
    "tanh for the gates": gru(
      `  const [r, z] = [tf.tanh(tf.add(xr, hr)), tf.tanh(tf.add(xz, hz))];
  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    ),
    "reset gate on the input's part": gru(
      `  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
  const n = tf.tanh(tf.mul(r, tf.add(xn, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    ),
    "no recurrent bias": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [xr, xz, xn] = tf.split(projected, 3, 1);
  const [hr, hz, hn] = tf.split(tf.matMul(hidden, recurrentWeights), 3, 1);
  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));
}`,
  },
  "01.3": {
    "two positions late": `function shiftRight(labels, startId) {
  return [startId, startId, ...labels.slice(0, -2)];
}`,
    "without <sos>": `function shiftRight(labels) { return labels.slice(0, -1); }`,
    "<sos> everywhere":
      `function shiftRight(labels, startId) { return labels.map(() => startId); }`,
    "reversed": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, -1).reverse()];
}`,
  },
  "01.4": {
    "one token too few": decode(`  while (tokens.length < maxLength - 1) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "the unlikeliest token": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.min(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "right if it begins like the answer": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.every((token, i) => token === expected[i]) };`),
    "says what is expected": decode(`  return { tokens: [...expected], right: true };`),
  },
};
