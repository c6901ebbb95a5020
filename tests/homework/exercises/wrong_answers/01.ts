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
    "the bias twice": rnn(
      `tf.tanh(tf.add(tf.add(${read}, bias), tf.add(tf.matMul(hidden, recurrentWeights), bias)))`,
    ),
    "each term squashed by itself": rnn(
      `tf.add(tf.tanh(tf.add(${read}, bias)), tf.tanh(tf.matMul(hidden, recurrentWeights)))`,
    ),
    "the bias down the batch": rnn(
      `tf.tanh(tf.add(tf.add(${read}, tf.matMul(hidden, recurrentWeights)), tf.expandDims(bias, 1)))`,
    ),
    "the old state added once more": rnn(
      `tf.add(hidden, tf.tanh(tf.add(tf.add(${read}, tf.matMul(hidden, recurrentWeights)), bias)))`,
    ),
    "plain rows instead of a tensor": rnn(
      `tf.tanh(tf.add(tf.add(${read}, tf.matMul(hidden, recurrentWeights)), bias)).arraySync()`,
    ),
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
    "the bias not reset": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [xr, xz, xn] = tf.split(projected, 3, 1);
  const [hr, hz, hn] = tf.split(tf.matMul(hidden, recurrentWeights), 3, 1);
  const [br, bz, bn] = tf.split(recurrentBias, 3);
  const r = tf.sigmoid(tf.add(tf.add(xr, hr), br));
  const z = tf.sigmoid(tf.add(tf.add(xz, hz), bz));
  const n = tf.tanh(tf.add(tf.add(xn, tf.mul(r, hn)), bn));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));
}`,
    "a sigmoid for the candidate": gru(
      `  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
  const n = tf.sigmoid(tf.add(xn, tf.mul(r, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    ),
    "the reset gate on the old state, too": gru(
      `  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, tf.mul(r, hidden)));`,
    ),
    "the batch cut in three":
      `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const [xr, xz, xn] = tf.split(projected, 3, 0);
  const [hr, hz, hn] = tf.split(recurrent, 3, 0);
  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));
}`,
  },
  "01.3": {
    "the last label is lost, and 0 taken for nothing": `function shiftRight(labels, startId) {
  return labels.map((_, i) => labels[i - 1] || startId);
}`,
    "nothing at the first position": `function shiftRight(labels) {
  return labels.map((_, i) => labels[i - 1]);
}`,
    "turned round: <eos> first": `function shiftRight(labels) {
  return [labels.at(-1), ...labels.slice(0, -1)];
}`,
    "one too few": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, -2)];
}`,
    "<sos> written as 2": `function shiftRight(labels) { return [2, ...labels.slice(0, -1)]; }`,
    "<eos> written as 3": `function shiftRight(labels, startId) {
  return [startId, ...labels.filter((label) => label !== 3)];
}`,
    "<sos> in a list of its own": `function shiftRight(labels, startId) {
  return [[startId], labels.slice(0, -1)];
}`,
    "the length that push and unshift return": `function shiftRight(labels, startId) {
  return labels.slice(0, -1).unshift(startId);
}`,
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
    "one token too many": decode(`  while (tokens.length <= maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "right if it is as long as the answer": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.length === expected.length };`),
    "as long as the answer, whatever maxLength says": decode(
      `  while (tokens.length < expected.length) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`,
    ),
    "<eos> written as 3, not read from the options, and <sos> forgotten after the first step":
      decode(`  let context = [startId];
  while (tokens.length < maxLength) {
    const scores = step(context);
    const next = scores.indexOf(Math.max(...scores));
    if (next === 3) break;
    tokens.push(next);
    context = tokens;
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "draws the next token": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = Math.floor(Math.random() * scores.length);
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "the tokens alone": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return tokens;`),
    "says what is expected": decode(`  return { tokens: [...expected], right: true };`),
  },
};
