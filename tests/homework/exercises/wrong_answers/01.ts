/** Plausible wrong answers of notebook 01 that no hint names: they must fail all the same. */
import type { AnswerCells } from "../written_answers.ts";

const rnn = (expression: string): string =>
  `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  const sum = tf.add(tf.add(tf.matMul(inputs, inputWeights), tf.matMul(hidden, recurrentWeights)), bias);
  return ${expression};
}`;

const gru = (lines: string): string =>
  `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const recurrent = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const [xr, xz, xn] = tf.split(projected, 3, 1);
  const [hr, hz, hn] = tf.split(recurrent, 3, 1);
  const [r, z] = [tf.sigmoid(tf.add(xr, hr)), tf.sigmoid(tf.add(xz, hz))];
${lines}
}`;

const decode = (body: string): string =>
  `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
${body}
}`;

/** By exercise id, then by what is wrong. */
export const wrongAnswers: AnswerCells = {
  "01.1": {
    "the old state": rnn("hidden"),
    "the bias down the batch": rnn(
      "tf.tanh(tf.add(tf.sub(sum, bias), tf.expandDims(bias, 1)))",
    ),
    "clipped instead of squashed": rnn("tf.clipByValue(sum, -1, 1)"),
    "the tangent": rnn("tf.tan(sum)"),
    "the first of the batch alone": rnn("tf.tanh(tf.slice(sum, [0, 0], [1, -1]))"),
    "in a record": rnn("({ hidden: tf.tanh(sum) })"),
    "joined along the batch": `function rnnStep(inputs, hidden, p) {
  const joined = tf.concat([inputs, hidden], 0);
  const weights = tf.concat([p.inputWeights, p.recurrentWeights], 0);
  return tf.tanh(tf.add(tf.matMul(joined, weights), p.bias));
}`,
  },
  "01.2": {
    "the reset gate twice": gru(
      `  const n = tf.tanh(tf.add(xn, tf.mul(r, tf.mul(r, hn))));
  return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    ),
    "the update gate on h_n": gru(
      `  const n = tf.tanh(tf.add(xn, tf.mul(z, hn)));
  return tf.add(tf.mul(tf.sub(1, r), n), tf.mul(z, hidden));`,
    ),
    "tanh over the mixture": gru(
      `  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return tf.tanh(tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden)));`,
    ),
    "returns the gates as well": gru(
      `  const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
  return [tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden)), r, z];`,
    ),
    "the gates all or nothing": gru(
      `  const n = tf.tanh(tf.add(xn, tf.mul(tf.round(r), hn)));
  return tf.add(tf.mul(tf.sub(1, tf.round(z)), n), tf.mul(tf.round(z), hidden));`,
    ),
    "the update gate itself": gru("  return z;"),
    "the input's candidate alone in the mixture": gru(
      "  return tf.add(tf.mul(tf.sub(1, z), xn), tf.mul(z, hidden));",
    ),
  },
  "01.3": {
    "two positions late": `function shiftRight(labels, startId) {
  return [startId, startId, ...labels.slice(0, -2)];
}`,
    "reversed": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, -1).reverse()];
}`,
    "ids as words": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, -1)].map(String);
}`,
    "joined": `function shiftRight(labels, startId) {
  return startId + labels.slice(0, -1);
}`,
    "counted up": `function shiftRight(labels, startId) {
  return labels.map((label) => label - 1).with(0, startId);
}`,
    "sorted": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, -1)].sort((a, b) => a - b);
}`,
    "the first word alone": `function shiftRight(labels, startId) {
  return [startId, ...labels.slice(0, 1)];
}`,
    "what pop returns": `function shiftRight(labels, startId) {
  return [startId, labels.pop()];
}`,
  },
  "01.4": {
    "draws the next token": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = Math.floor(Math.random() * scores.length);
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "says what is expected": decode("  return { tokens: [...expected], right: true };"),
    "one step": decode(`  const scores = step([startId]);
  tokens.push(scores.indexOf(Math.max(...scores)));
  return { tokens, right: tokens.join() === expected.join() };`),
    "never the same token twice in a row": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    if (tokens.length > 0) scores[tokens.at(-1)] = -Infinity;
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "special ids and their order guessed": decode(`  while (tokens.length < maxLength) {
    const scores = step([2, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === 3) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.length === expected.length && tokens.every((t) => expected.includes(t)) };`),
    "right as a word": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() ? "yes" : "no" };`),
    "the newest token first": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.unshift(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
    "right by the last token": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.at(-1) === expected.at(-1) };`),
    "no mark": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) break;
    tokens.push(next);
  }
  return { tokens };`),
    "ends at the id 0": decode(`  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (!next) break;
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };`),
  },
};
