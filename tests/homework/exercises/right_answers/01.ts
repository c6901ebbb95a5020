/** Right answers of notebook 01 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "01.1": {
    "Einstein's summation":
      `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  const read = tf.einsum("bi,ih->bh", inputs, inputWeights);
  return tf.tanh(tf.add(tf.add(read, tf.einsum("bh,hk->bk", hidden, recurrentWeights)), bias));
}`,
    "methods of tensors": `function rnnStep(inputs, hidden, parameters) {
  const { inputWeights, recurrentWeights, bias } = parameters;
  return inputs.matMul(inputWeights).add(hidden.matMul(recurrentWeights)).add(bias).tanh();
}`,
    "one product of what is joined":
      `const rnnStep = (inputs, hidden, { inputWeights, recurrentWeights, bias }) =>
  tf.tanh(tf.add(tf.matMul(tf.concat([inputs, hidden], 1), tf.concat([inputWeights, recurrentWeights], 0)), bias));`,
    "loops over rows": `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  const x = inputs.arraySync(), h = hidden.arraySync();
  const wx = inputWeights.arraySync(), wh = recurrentWeights.arraySync(), b = bias.arraySync();
  const rows = [];
  for (let n = 0; n < x.length; n++) {
    rows.push([]);
    for (let j = 0; j < b.length; j++) {
      let sum = b[j];
      for (let i = 0; i < x[n].length; i++) sum += x[n][i] * wx[i][j];
      for (let i = 0; i < h[n].length; i++) sum += h[n][i] * wh[i][j];
      rows[n][j] = Math.tanh(sum);
    }
  }
  return tf.tensor2d(rows);
}`,
    "everything in tf.tidy": `function rnnStep(inputs, hidden, p) {
  return tf.tidy(() => {
    const read = tf.dot(inputs, p.inputWeights);
    const remembered = tf.dot(hidden, p.recurrentWeights);
    return tf.tanh(tf.addN([read, remembered, tf.mul(tf.onesLike(read), p.bias)]));
  });
}`,
    "tanh by sigmoid": `function rnnStep(inputs: tf.Tensor2D, hidden: tf.Tensor2D, params: any) {
  const z = tf.matMul(inputs, params.inputWeights).add(tf.matMul(hidden, params.recurrentWeights)).add(params.bias);
  return tf.sub(tf.mul(2, tf.sigmoid(tf.mul(2, z))), 1);
}`,
    "asynchronous":
      `async function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  const sum = tf.add(tf.matMul(inputs, inputWeights), tf.add(bias, tf.matMul(hidden, recurrentWeights)));
  await sum.data();
  return tf.tanh(sum);
}`,
    "a fused product": `function rnnStep(inputs, hidden, p) {
  const read = tf.fused.matMul({ a: inputs, b: p.inputWeights, bias: p.bias });
  return tf.tanh(tf.add(read, tf.matMul(hidden, p.recurrentWeights)));
}`,
    "reduce over the terms":
      `const rnnStep = (x, h, { inputWeights: wx, recurrentWeights: wh, bias }) =>
  [x.dot(wx), h.dot(wh), bias.expandDims(0)].reduce((sum, term) => tf.add(sum, term)).tanh();`,
    "method chaining": `function rnnStep(inputs, hidden, { inputWeights, recurrentWeights, bias }) {
  return inputs.matMul(inputWeights).add(hidden.matMul(recurrentWeights)).add(bias).tanh();
}`,
    "concatenation, as in a textbook": `const rnnStep = (inputs, hidden, p) => tf.tidy(() => {
  const xh = tf.concat([inputs, hidden], 1);
  const W = tf.concat([p.inputWeights, p.recurrentWeights], 0);
  return tf.tanh(tf.dot(xh, W).add(p.bias));
});`,
    "plain arrays with arraySync": `function rnnStep(inputs, hidden, parameters) {
  const x = inputs.arraySync(), h = hidden.arraySync();
  const wx = parameters.inputWeights.arraySync(), wh = parameters.recurrentWeights.arraySync(), b = parameters.bias.arraySync();
  const out = x.map((row, n) => b.map((bias, j) => {
    let s = bias;
    row.forEach((v, i) => { s += v * wx[i][j]; });
    h[n].forEach((v, i) => { s += v * wh[i][j]; });
    return Math.tanh(s);
  }));
  return tf.tensor2d(out);
}`,
  },
  "01.2": {
    "methods of tensors": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [xr, xz, xn] = projected.split(3, -1);
  const [hr, hz, hn] = hidden.matMul(recurrentWeights).add(recurrentBias).split(3, -1);
  const r = xr.add(hr).sigmoid(), z = xz.add(hz).sigmoid();
  const n = xn.add(r.mul(hn)).tanh();
  return n.add(z.mul(hidden.sub(n)));
}`,
    "slices": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [batch, size] = hidden.shape;
  const part = (x, i) => tf.slice(x, [0, i * size], [batch, size]);
  const h = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const both = tf.sigmoid(tf.add(tf.slice(projected, [0, 0], [batch, 2 * size]), tf.slice(h, [0, 0], [batch, 2 * size])));
  const n = tf.tanh(tf.add(part(projected, 2), tf.mul(part(both, 0), part(h, 2))));
  const z = part(both, 1);
  return tf.add(tf.mul(tf.sub(tf.onesLike(z), z), n), tf.mul(z, hidden));
}`,
    "three products": `const gruStep = (projected, hidden, recurrentWeights, recurrentBias) => {
  const x = tf.split(projected, 3, 1);
  const weights = tf.split(recurrentWeights, 3, 1);
  const biases = tf.split(recurrentBias, 3);
  const h = weights.map((w, i) => tf.add(tf.matMul(hidden, w), biases[i]));
  const [r, z] = [0, 1].map((i) => tf.sigmoid(tf.add(x[i], h[i])));
  const n = tf.tanh(tf.add(x[2], tf.mul(h[2], r)));
  return tf.sub(n, tf.mul(z, tf.sub(n, hidden)));
};`,
    "loops over rows": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const x = projected.arraySync(), h = hidden.arraySync();
  const w = recurrentWeights.arraySync(), b = recurrentBias.arraySync();
  const size = w.length;
  const sigmoid = (v) => 1 / (1 + Math.exp(-v));
  return tf.tensor(h.map((row, n) => {
    const product = b.map((bias, j) => row.reduce((sum, v, i) => sum + v * w[i][j], bias));
    return row.map((old, j) => {
      const r = sigmoid(x[n][j] + product[j]);
      const z = sigmoid(x[n][size + j] + product[size + j]);
      const candidate = Math.tanh(x[n][2 * size + j] + r * product[2 * size + j]);
      return (1 - z) * candidate + z * old;
    });
  }));
}`,
    "reshaped to gates": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [batch, size] = hidden.shape;
  const gates = (x) => tf.unstack(tf.reshape(x, [batch, 3, size]), 1);
  const [xr, xz, xn] = gates(projected);
  const [hr, hz, hn] = gates(tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias));
  const keep = tf.sigmoid(tf.neg(tf.add(xz, hz))); // 1 − z
  const n = tf.tanh(tf.add(xn, tf.mul(tf.sigmoid(tf.add(xr, hr)), hn)));
  return tf.add(tf.mul(keep, n), tf.mul(tf.sub(1, keep), hidden));
}`,
    "a class that steps": `class Cell {
  constructor(private weights: tf.Tensor2D, private bias: tf.Tensor1D) {}
  step(x: tf.Tensor2D, h: tf.Tensor2D) {
    return tf.tidy(() => {
      const [xr, xz, xn] = tf.split(x, 3, 1);
      const [hr, hz, hn] = tf.split(tf.add(tf.matMul(h, this.weights), this.bias), 3, 1);
      const z = tf.sigmoid(tf.add(xz, hz));
      const n = tf.tanh(tf.add(xn, tf.mul(tf.sigmoid(tf.add(xr, hr)), hn)));
      return tf.add(tf.mul(z, h), tf.mul(tf.sub(1, z), n));
    });
  }
}
function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  return new Cell(recurrentWeights, recurrentBias).step(projected, hidden);
}`,
    "a sigmoid of its own": `const sigmoid = (x) => tf.div(1, tf.add(1, tf.exp(tf.neg(x))));
function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const size = hidden.shape[1];
  const columns = (i) => tf.range(i * size, (i + 1) * size, 1, "int32");
  const h = tf.add(tf.matMul(hidden, recurrentWeights), recurrentBias);
  const sum = (i) => tf.add(projected.gather(columns(i), 1), h.gather(columns(i), 1));
  const [r, z] = [sigmoid(sum(0)), sigmoid(sum(1))];
  const n = projected.gather(columns(2), 1).add(r.mul(h.gather(columns(2), 1))).tanh();
  return z.neg().add(1).mul(n).add(z.mul(hidden));
}`,
    "slices and method chaining":
      `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const H = hidden.shape[1], B = hidden.shape[0];
  const hh = hidden.matMul(recurrentWeights).add(recurrentBias);
  const part = (t, k) => t.slice([0, k * H], [B, H]);
  const r = part(projected, 0).add(part(hh, 0)).sigmoid();
  const z = part(projected, 1).add(part(hh, 1)).sigmoid();
  const n = part(projected, 2).add(r.mul(part(hh, 2))).tanh();
  return n.add(z.mul(hidden.sub(n)));
}`,
    "plain numbers": `function gruStep(projected, hidden, recurrentWeights, recurrentBias) {
  const [x, h, w, b] = [projected, hidden, recurrentWeights, recurrentBias].map((t) => t.arraySync());
  const size = h[0].length;
  const sig = (v) => 1 / (1 + Math.exp(-v));
  return tf.tensor2d(h.map((row, k) => {
    const g = b.map((bias, j) => row.reduce((s, v, i) => s + v * w[i][j], bias));
    return row.map((old, i) => {
      const r = sig(x[k][i] + g[i]);
      const z = sig(x[k][i + size] + g[i + size]);
      const n = Math.tanh(x[k][i + 2 * size] + r * g[i + 2 * size]);
      return (1 - z) * n + z * old;
    });
  }));
}`,
  },
  "01.3": {
    "map":
      `const shiftRight = (labels, startId) => labels.map((_, i) => i === 0 ? startId : labels[i - 1]);`,
    "a loop": `function shiftRight(labels, startId) {
  const inputs = new Array(labels.length);
  for (let i = labels.length - 1; i > 0; i--) inputs[i] = labels[i - 1];
  inputs[0] = startId;
  return inputs;
}`,
    "concat": `function shiftRight(labels, startId) {
  return [startId].concat(labels.slice(0, labels.length - 1));
}`,
    "a copy that is changed": `function shiftRight(labels, startId) {
  const inputs = structuredClone(labels);
  inputs.pop();
  inputs.unshift(startId);
  console.log("shifted", inputs.length);
  return inputs;
}`,
    "a typed array": `function shiftRight(labels, startId) {
  const inputs = Int32Array.from(labels);
  inputs.copyWithin(1, 0);
  inputs[0] = startId;
  return inputs;
}`,
    "a generator": `function* read(labels, startId) {
  let last = startId;
  for (const label of labels) {
    yield last;
    last = label;
  }
}
const shiftRight = (labels, startId) => [...read(labels, startId)];`,
    "reduce": `const shiftRight = (labels, startId) =>
  labels.reduce(([inputs, last], label) => [[...inputs, last], label], [[], startId])[0];`,
    "with and at": `const shiftRight = (labels, startId) =>
  labels.map((_, i) => labels.at(i - 1)).with(0, startId);`,
    "tensors": `function shiftRight(labels, startId) {
  return tf.concat([tf.tensor1d([startId]), tf.tensor1d(labels)]).slice(0, labels.length).arraySync();
}`,
    "recursion": `function shiftRight([first, ...rest], startId) {
  return rest.length === 0 ? [startId] : [startId, ...shiftRight(rest, first)];
}`,
    "a slice afterwards":
      "const shiftRight = (labels, startId) => [startId, ...labels].slice(0, -1);",
    "spliced copies": `const shiftRight = (labels, startId) =>
  labels.toSpliced(-1, 1).toSpliced(0, 0, startId);`,
    "spread and slice":
      `function shiftRight(labels, startId) { return [startId, ...labels.slice(0, -1)]; }`,
    "copy, pop and unshift": `function shiftRight(labels: number[], startId: number): number[] {
  const copy = Array.from(labels);
  copy.pop();
  copy.unshift(startId);
  return copy;
}`,
    "generator": `function* shifted(labels, startId) {
  let last = startId;
  for (const label of labels) { yield last; last = label; }
}
function shiftRight(labels, startId) { return [...shifted(labels, startId)]; }`,
  },
  "01.4": {
    "a for loop, JSON": `function greedyDecode(step, expected, options) {
  const context = [options.startId];
  for (let i = 0; i < options.maxLength; i++) {
    const scores = step(context);
    let best = 0;
    for (let j = 1; j < scores.length; j++) if (scores[j] > scores[best]) best = j;
    if (best === options.endId) break;
    context.push(best);
  }
  const tokens = context.slice(1);
  return { tokens, right: JSON.stringify(tokens) === JSON.stringify(expected) };
}`,
    "recursion": `const greedyDecode = (step, expected, { startId, endId, maxLength }) => {
  const write = (tokens) => {
    if (tokens.length >= maxLength) return tokens;
    const scores = step([startId].concat(tokens));
    const next = scores.reduce((best, score, i) => score > scores[best] ? i : best, 0);
    return next === endId ? tokens : write([...tokens, next]);
  };
  const tokens = write([]);
  return { right: tokens.join() === expected.join(), tokens };
};`,
    "tensors for the choice":
      `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
  let next = -1;
  do {
    next = tf.argMax(tf.tensor1d(step([startId, ...tokens]))).dataSync()[0];
    if (next !== endId) tokens.push(next);
  } while (next !== endId && tokens.length < maxLength);
  return { tokens, right: tokens.join(",") == expected.join(",") };
}`,
    "a generator": `function* run(step, startId, endId) {
  const seen = [startId];
  while (true) {
    const scores = step(seen);
    const token = scores.indexOf(scores.reduce((a, b) => Math.max(a, b)));
    if (token === endId) return;
    seen.push(token);
    yield token;
  }
}
function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
  for (const token of run(step, startId, endId)) {
    tokens.push(token);
    if (tokens.length === maxLength) break;
  }
  const right = expected.length === tokens.length && !tokens.some((t, i) => t !== expected[i]);
  return { tokens, right };
}`,
    "sorted pairs": `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
  while (true) {
    if (tokens.length === maxLength) break;
    const ranked = [...step([startId, ...tokens]).entries()].sort((a, b) => b[1] - a[1]);
    const [token] = ranked[0];
    if (token === endId) break;
    tokens.push(token);
  }
  return { tokens, right: String(tokens) === String(expected) };
}`,
    "an instance of a class": `class Decoder {
  tokens: number[] = [];
  constructor(private expected: number[]) {}
  get right(): boolean {
    return this.tokens.length === this.expected.length &&
      this.expected.every((e, i) => e === this.tokens[i]);
  }
}
function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const out = new Decoder(expected);
  for (; out.tokens.length < maxLength;) {
    const scores = step([startId, ...out.tokens]);
    const next = scores.findIndex((s) => s === Math.max(...scores));
    if (next === endId) return out;
    out.tokens.push(next);
  }
  return out;
}`,
    "asynchronous": `async function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const scores = await Promise.resolve(step([startId, ...tokens]));
    const next = scores.lastIndexOf(Math.max.apply(null, scores));
    if (next === endId) break;
    tokens[tokens.length] = next;
  }
  return { tokens, right: tokens.toString() === expected.toString() };
}`,
    "skips <eos> instead of stopping":
      `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const tokens = [];
  for (let i = 0; i < maxLength; i++) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    if (next === endId) continue; // nothing has changed: it says <eos> again
    tokens.push(next);
  }
  return { tokens, right: tokens.join() === expected.join() };
}`,
    "typed arrays": `function greedyDecode(step, expected, options) {
  const tokens = [];
  while (tokens.length < options.maxLength) {
    const scores = Float64Array.from(step([options.startId, ...tokens]));
    const next = scores.indexOf(Math.max(...scores));
    if (next == options.endId) break;
    tokens.push(next);
  }
  const right = tokens.length == expected.length && tokens.findIndex((t, i) => t != expected[i]) < 0;
  return { tokens: Int32Array.from(tokens), right };
}`,
    "while loop": `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  const ids = [startId];
  while (ids.length - 1 < maxLength) {
    const scores = step(ids);
    let best = 0;
    for (let i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
    if (best === endId) break;
    ids.push(best);
  }
  const tokens = ids.slice(1);
  return { tokens, right: tokens.length === expected.length && tokens.every((t, i) => t === expected[i]) };
}`,
    "recursion and JSON.stringify": `function greedyDecode(step, expected, options) {
  const go = (tokens) => {
    if (tokens.length === options.maxLength) return tokens;
    const scores = step([options.startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    return next === options.endId ? tokens : go([...tokens, next]);
  };
  const tokens = go([]);
  return { tokens, right: JSON.stringify(tokens) === JSON.stringify(expected) };
}`,
    "tf.argMax": `function greedyDecode(step, expected, { startId, endId, maxLength }) {
  let tokens = [];
  for (let t = 0; t < maxLength; t++) {
    const next = tf.tensor1d(step([startId].concat(tokens))).argMax().dataSync()[0];
    if (next == endId) break;
    tokens.push(next);
  }
  return { tokens: tokens, right: tokens.join() === expected.join() };
}`,
  },
};
