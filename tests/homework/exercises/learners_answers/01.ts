/** Answers to the exercises of notebook 01 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "01.1": [
    {
      what: "chained",
      status: "passed",
      body: `
const { inputWeights, recurrentWeights, bias } = parameters;
return inputs.matMul(inputWeights).add(hidden.matMul(recurrentWeights)).add(bias).tanh();`,
    },
    {
      what: "concat",
      status: "passed",
      body: `
return tf.tidy(() =>
  tf.tanh(
    tf.add(
      tf.matMul(
        tf.concat([inputs, hidden], 1),
        tf.concat([parameters.inputWeights, parameters.recurrentWeights], 0),
      ),
      parameters.bias,
    ),
  )
);`,
    },
    {
      what: "no tanh",
      status: "failed",
      mistake: "no tanh",
      body: `
return tf.add(
  tf.add(
    tf.matMul(inputs, parameters.inputWeights),
    tf.matMul(hidden, parameters.recurrentWeights),
  ),
  parameters.bias,
);`,
    },
    {
      what: "recurrent transposed",
      status: "failed",
      mistake: "weights transposed",
      body: `
return tf.tanh(
  tf.add(
    tf.add(
      tf.matMul(inputs, parameters.inputWeights),
      tf.matMul(hidden, parameters.recurrentWeights, false, true),
    ),
    parameters.bias,
  ),
);`,
    },
    {
      what: "sigmoid",
      status: "failed",
      mistake: "another function than tanh",
      body: `
return tf.sigmoid(
  tf.add(
    tf.add(
      tf.matMul(inputs, parameters.inputWeights),
      tf.matMul(hidden, parameters.recurrentWeights),
    ),
    parameters.bias,
  ),
);`,
    },
    {
      what: "no bias",
      status: "failed",
      mistake: "no bias",
      body: `
return tf.tanh(
  tf.add(
    tf.matMul(inputs, parameters.inputWeights),
    tf.matMul(hidden, parameters.recurrentWeights),
  ),
);`,
    },
    {
      what: "elementwise mul of hidden",
      status: "failed",
      mistake: "the old state without its weights",
      body: `
return tf.tanh(
  tf.add(
    tf.add(tf.matMul(inputs, parameters.inputWeights), tf.add(hidden, parameters.bias)),
    0,
  ),
);`,
    },
    {
      what: "relu",
      status: "failed",
      mistake: "another function than tanh",
      body: `
return tf.relu(
  tf.add(
    tf.add(
      tf.matMul(inputs, parameters.inputWeights),
      tf.matMul(hidden, parameters.recurrentWeights),
    ),
    parameters.bias,
  ),
);`,
    },
    {
      what: "inputs and state side by side, one matrix product",
      status: "passed",
      body: `
const { inputWeights, recurrentWeights, bias } = parameters;
const both = tf.concat<tf.Tensor>([inputs, hidden], 1);
const stacked = tf.concat<tf.Tensor>([inputWeights, recurrentWeights], 0);
return both.matMul(stacked).add(bias).tanh();`,
    },
    {
      what: "plain loops over arrays",
      status: "passed",
      body: `
const x = inputs.arraySync() as number[][];
const h = hidden.arraySync() as number[][];
const wx = parameters.inputWeights.arraySync() as number[][];
const wh = parameters.recurrentWeights.arraySync() as number[][];
const b = parameters.bias.arraySync() as number[];
const next: number[][] = [];
for (let n = 0; n < x.length; n++) {
  const row: number[] = [];
  for (let j = 0; j < b.length; j++) {
    let sum = b[j];
    for (let i = 0; i < wx.length; i++) sum += x[n][i] * wx[i][j];
    for (let k = 0; k < wh.length; k++) sum += h[n][k] * wh[k][j];
    row.push(Math.tanh(sum));
  }
  next.push(row);
}
return tf.tensor2d(next);`,
    },
    {
      what: "recurrent matrix transposed",
      status: "failed",
      mistake: "weights transposed",
      body: `
const fromWord = tf.matMul(inputs, parameters.inputWeights);
const fromState = tf.matMul(hidden, parameters.recurrentWeights, false, true);
return tf.tanh(tf.add(tf.add(fromWord, fromState), parameters.bias));`,
    },
    {
      what: "bias outside of tanh",
      status: "failed",
      mistake: "the bias outside of tanh",
      body: `
const sums = tf.add(
  tf.matMul(inputs, parameters.inputWeights),
  tf.matMul(hidden, parameters.recurrentWeights),
);
return tf.add(tf.tanh(sums), parameters.bias);`,
    },
    {
      what: "state added without its matrix",
      status: "failed",
      mistake: "the old state without its weights",
      body: `
const { inputWeights, bias } = parameters;
return inputs.matMul(inputWeights).add(hidden).add(bias).tanh();`,
    },
  ],
  "01.2": [
    {
      what: "slices",
      status: "passed",
      body: `
const n = hidden.shape[1];
const h = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
const part = (t, i) => t.slice([0, i * n], [-1, n]);
const 리셋 = part(projected, 0).add(part(h, 0)).sigmoid();
const 업데이트 = part(projected, 1).add(part(h, 1)).sigmoid();
const 후보 = part(projected, 2).add(리셋.mul(part(h, 2))).tanh();
return 후보.add(업데이트.mul(hidden.sub(후보))); // (1-z)n + zh`,
    },
    {
      what: "z and 1-z swapped",
      status: "failed",
      mistake: "update gate swapped",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(z, n), tf.mul(tf.sub(1, z), hidden));`,
    },
    {
      what: "reset before matmul",
      status: "failed",
      mistake: "reset before the matrix product",
      body: `
const n = hidden.shape[1];
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [wr, wz, wn] = tf.split(recurrentWeights, 3, -1);
const [br, bz, bn] = tf.split(recurrentBias, 3, -1);
const r = tf.sigmoid(tf.add(xr, tf.add(tf.matMul(hidden, wr), br)));
const z = tf.sigmoid(tf.add(xz, tf.add(tf.matMul(hidden, wz), bz)));
const c = tf.tanh(tf.add(xn, tf.add(tf.matMul(tf.mul(r, hidden), wn), bn)));
return tf.add(tf.mul(tf.sub(1, z), c), tf.mul(z, hidden));`,
    },
    {
      what: "r and z swapped",
      status: "failed",
      mistake: "reset and update exchanged",
      body: `
const [xz, xr, xn] = tf.split(projected, 3, -1);
const [hz, hr, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "r around whole candidate",
      status: "failed",
      mistake: "the reset gate on the token's part",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.mul(r, tf.add(xn, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "candidate sigmoid",
      status: "failed",
      mistake: "the candidate without tanh",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.sigmoid(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "no recurrent bias",
      status: "failed",
      mistake: "no recurrent bias",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(tf.matMul(hidden, recurrentWeights), 3, -1);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "reset gate unused",
      status: "failed",
      mistake: "no reset gate",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, hn));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "only adds old state, forgot z",
      status: "failed",
      mistake: "shares that do not sum to 1",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(
  tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias),
  3,
  -1,
);
const r = tf.sigmoid(tf.add(xr, hr)), z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), hidden);`,
    },
    {
      what: "split, chained ops, mixture written as n + z(h - n)",
      status: "passed",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias), 3, -1);
const reset = xr.add(hr).sigmoid();
const update = xz.add(hz).sigmoid();
const candidate = xn.add(reset.mul(hn)).tanh();
return candidate.add(update.mul(hidden.sub(candidate)));`,
    },
    {
      what: "plain arrays, number by number",
      status: "passed",
      body: `
const x = projected.arraySync() as number[][];
const old = hidden.arraySync() as number[][];
const w = recurrentWeights.arraySync() as number[][];
const b = recurrentBias.arraySync() as number[];
const size = b.length / 3;
const squash = (a: number) => 1 / (1 + Math.exp(-a));
const next = old.map((state, n) => {
  const recalled = b.map((start, g) => state.reduce((sum, value, k) => sum + value * w[k][g], start));
  return state.map((value, j) => {
    const r = squash(x[n][j] + recalled[j]);
    const z = squash(x[n][size + j] + recalled[size + j]);
    const c = Math.tanh(x[n][2 * size + j] + r * recalled[2 * size + j]);
    return (1 - z) * c + z * value;
  });
});
return tf.tensor2d(next);`,
    },
    {
      what: "mixture the wrong way round",
      status: "failed",
      mistake: "update gate swapped",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias), 3, -1);
const r = tf.sigmoid(tf.add(xr, hr));
const z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.add(xn, tf.mul(r, hn)));
return tf.add(tf.mul(z, n), tf.mul(tf.sub(1, z), hidden));`,
    },
    {
      what: "reset gate multiplies the whole sum",
      status: "failed",
      mistake: "the reset gate on the token's part",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [hr, hz, hn] = tf.split(tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias), 3, -1);
const r = tf.sigmoid(tf.add(xr, hr));
const z = tf.sigmoid(tf.add(xz, hz));
const n = tf.tanh(tf.mul(r, tf.add(xn, hn)));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
    {
      what: "reset gate before the matrix product",
      status: "failed",
      mistake: "reset before the matrix product",
      body: `
const [xr, xz, xn] = tf.split(projected, 3, -1);
const [wr, wz, wn] = tf.split(recurrentWeights, 3, -1);
const [br, bz, bn] = tf.split(recurrentBias, 3);
const r = tf.sigmoid(xr.add(hidden.matMul(wr)).add(br));
const z = tf.sigmoid(xz.add(hidden.matMul(wz)).add(bz));
const n = tf.tanh(xn.add(r.mul(hidden).matMul(wn)).add(bn));
return tf.add(tf.mul(tf.sub(1, z), n), tf.mul(z, hidden));`,
    },
  ],
  "01.3": [
    {
      what: "arrow map",
      status: "passed",
      body: `
return labels.map((_, i) => i === 0 ? startId : labels[i - 1]);`,
    },
    {
      what: "unshift copy",
      status: "passed",
      body: `
const 복사 = [...labels];
복사.unshift(startId);
복사.pop();
return 복사;`,
    },
    {
      what: "left",
      status: "failed",
      mistake: "shifted left",
      body: `
return [...labels.slice(1), startId];`,
    },
    {
      what: "too long",
      status: "failed",
      mistake: "eos leaked into the inputs",
      body: `
return [startId, ...labels];`,
    },
    {
      what: "replaces first",
      status: "failed",
      mistake: "off by one: <sos> in the place of the first word",
      body: `
return [startId, ...labels.slice(1)];`,
    },
    {
      what: "drops the first label",
      status: "failed",
      mistake: "no <sos>",
      body: `
return labels.slice(0, -1);`,
    },
    {
      what: "mutates",
      status: "failed",
      mistake: "changes the labels in place",
      body: `
labels.unshift(startId);
labels.pop();
return labels;`,
    },
    {
      what: "spread and slice",
      status: "passed",
      body: `
return [startId, ...labels.slice(0, -1)];`,
    },
    {
      what: "loop that remembers the previous id",
      status: "passed",
      body: `
const reads: number[] = [];
let previous = startId;
for (const id of labels) {
  reads.push(previous);
  previous = id;
}
return reads;`,
    },
    {
      what: "last label kept",
      status: "failed",
      mistake: "eos leaked into the inputs",
      body: `
return [startId, ...labels];`,
    },
    {
      what: "first label replaced",
      status: "failed",
      mistake: "off by one: <sos> in the place of the first word",
      body: `
return [startId, ...labels.slice(1)];`,
    },
    {
      what: "|| takes id 0 for missing",
      status: "failed",
      mistake: "0 taken for nothing",
      body: `
return labels.map((_, i) => labels[i - 1] || startId);`,
    },
  ],
  "01.4": [
    {
      what: "while",
      status: "passed",
      body: `
const ids: number[] = [startId];
while (ids.length - 1 < maxLength) {
  const scores = step(ids);
  const best = scores.reduce((b, s, i) => s > scores[b] ? i : b, 0);
  if (best === endId) break;
  ids.push(best);
}
const tokens = ids.slice(1);
return { tokens, right: JSON.stringify(tokens) === JSON.stringify(expected) };`,
    },
    {
      what: "Math.max indexOf",
      status: "passed",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step([startId, ...tokens]);
  const next = s.indexOf(Math.max(...s));
  if (next == endId) break;
  tokens.push(next);
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "end kept",
      status: "failed",
      mistake: "keeps the end token",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step([startId, ...tokens]);
  const next = s.indexOf(Math.max(...s));
  tokens.push(next);
  if (next === endId) break;
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "teacher forcing",
      status: "failed",
      mistake: "feeds the gold token instead of its own",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step([startId, ...expected.slice(0, i)]);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  tokens.push(next);
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "last token only",
      status: "failed",
      mistake: "shows the last token alone",
      body: `
const tokens = [];
let last = startId;
for (let i = 0; i < maxLength; i++) {
  const s = step([last]);
  last = s.indexOf(Math.max(...s));
  if (last === endId) break;
  tokens.push(last);
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "no start",
      status: "failed",
      mistake: "does not begin with <sos>",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step(tokens);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  tokens.push(next);
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "prefix counts as right",
      status: "failed",
      mistake: "right without a look at the lengths",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step([startId, ...tokens]);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  tokens.push(next);
}
return { tokens, right: tokens.every((t, i) => t === expected[i]) };`,
    },
    {
      what: "one too many",
      status: "failed",
      mistake: "one token too many",
      body: `
const tokens = [];
for (let i = 0; i <= maxLength; i++) {
  const s = step([startId, ...tokens]);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  tokens.push(next);
}
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "tokens === expected",
      status: "failed",
      mistake: "right is never true",
      body: `
const tokens = [];
for (let i = 0; i < maxLength; i++) {
  const s = step([startId, ...tokens]);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  tokens.push(next);
}
return { tokens, right: tokens === expected };`,
    },
    {
      what: "counts start within maxLength",
      status: "failed",
      mistake: "one token too few",
      body: `
const ids = [startId];
while (ids.length < maxLength) {
  const s = step(ids);
  const next = s.indexOf(Math.max(...s));
  if (next === endId) break;
  ids.push(next);
}
const tokens = ids.slice(1);
return {
  tokens,
  right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]),
};`,
    },
    {
      what: "while loop, indexOf of the maximum",
      status: "passed",
      body: `
const tokens: number[] = [];
while (tokens.length < maxLength) {
  const scores = step([startId, ...tokens]);
  const next = scores.indexOf(Math.max(...scores));
  if (next === endId) break;
  tokens.push(next);
}
const right = tokens.length === expected.length && tokens.every((id, i) => id === expected[i]);
return { tokens, right };`,
    },
    {
      what: "recursion, argmax by reduce, comparison by text",
      status: "passed",
      body: `
const likeliest = (scores: number[]) =>
  scores.reduce((best, score, id) => score > scores[best] ? id : best, 0);
const write = (soFar: number[]): number[] => {
  if (soFar.length > maxLength) return soFar;
  const next = likeliest(step([...soFar]));
  return next === endId ? soFar : write([...soFar, next]);
};
const tokens = write([startId]).slice(1);
return { tokens, right: tokens.join(",") === expected.join(",") };`,
    },
    {
      what: "only the beginning is compared",
      status: "failed",
      mistake: "right without a look at the lengths",
      body: `
const tokens: number[] = [];
while (tokens.length < maxLength) {
  const scores = step([startId, ...tokens]);
  const next = scores.indexOf(Math.max(...scores));
  if (next === endId) break;
  tokens.push(next);
}
return { tokens, right: expected.every((id, i) => tokens[i] === id) };`,
    },
    {
      what: "<sos> counts for the limit",
      status: "failed",
      mistake: "one token too few",
      body: `
const ids = [startId];
while (ids.length < maxLength) {
  const scores = step(ids);
  const next = scores.indexOf(Math.max(...scores));
  if (next === endId) break;
  ids.push(next);
}
const tokens = ids.slice(1);
const right = tokens.length === expected.length && tokens.every((id, i) => id === expected[i]);
return { tokens, right };`,
    },
    {
      what: "teacher forcing instead of free running",
      status: "failed",
      mistake: "feeds the gold token instead of its own",
      body: `
const tokens: number[] = [];
for (let i = 0; i < maxLength; i++) {
  const scores = step([startId, ...expected.slice(0, i)]);
  const next = scores.indexOf(Math.max(...scores));
  if (next === endId) break;
  tokens.push(next);
}
const right = tokens.length === expected.length && tokens.every((id, i) => id === expected[i]);
return { tokens, right };`,
    },
  ],
};
