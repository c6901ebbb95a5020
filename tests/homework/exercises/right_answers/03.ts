/** Right answers of notebook 03 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "03.1": {
    "Einstein's summation": `function selfAttentionWithoutParameters(inputs) {
  const weights = tf.softmax(tf.einsum("id,jd->ij", inputs, inputs));
  return { output: tf.einsum("ij,jd->id", weights, inputs), weights };
}`,
    "methods of tensors": `function selfAttentionWithoutParameters(inputs) {
  const weights = inputs.matMul(inputs, false, true).softmax();
  return { weights, output: weights.matMul(inputs) };
}`,
    "loops over rows": `function selfAttentionWithoutParameters(inputs) {
  const x = inputs.arraySync();
  const weights = x.map((a) => {
    const scores = x.map((b) => a.reduce((sum, v, i) => sum + v * b[i], 0));
    const powers = scores.map((s) => Math.exp(s - Math.max(...scores)));
    const total = powers.reduce((sum, p) => sum + p);
    return powers.map((p) => p / total);
  });
  const output = weights.map((row) => x[0].map((_, d) => row.reduce((sum, w, j) => sum + w * x[j][d], 0)));
  return { output: tf.tensor(output), weights: tf.tensor(weights) };
}`,
    "a softmax of its own": `const stable = (scores) => {
  const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
  return tf.div(powers, tf.sum(powers, -1, true));
};
const selfAttentionWithoutParameters = (inputs) => {
  const weights = stable(tf.matMul(inputs, tf.transpose(inputs)));
  return { output: tf.dot(weights, inputs), weights };
};`,
    "a symmetric trick": `function selfAttentionWithoutParameters(inputs) {
  const scores = tf.matMul(inputs, inputs, false, true);
  // The scores are symmetric: a softmax of the columns, turned, is one of the rows.
  const powers = tf.exp(tf.sub(scores, tf.max(scores, 0, true)));
  const columns = tf.div(powers, tf.sum(powers, 0, true));
  return { output: tf.matMul(columns, inputs, true), weights: tf.transpose(columns) };
}`,
    "broadcast products": `function selfAttentionWithoutParameters(inputs: Axes<"time dim">) {
  return tf.tidy(() => {
    const pairs = tf.mul(tf.expandDims(inputs, 1), tf.expandDims(inputs, 0));
    const weights = tf.softmax(tf.sum(pairs, -1));
    const output = tf.sum(tf.mul(tf.expandDims(weights, -1), tf.expandDims(inputs, 0)), 1);
    return { output, weights };
  });
}`,
    "an instance of a class": `class Attention {
  weights: tf.Tensor;
  constructor(private words: tf.Tensor2D) {
    this.weights = tf.softmax(tf.matMul(words, words, false, true));
  }
  get output() {
    return tf.matMul(this.weights, this.words);
  }
}
function selfAttentionWithoutParameters(inputs) { return new Attention(inputs); }`,
    "a field too many": `function selfAttentionWithoutParameters(words) {
  const scores = words.matMul(words, false, true);
  const weights = scores.sub(scores.logSumExp(-1, true)).exp();
  return { output: weights.matMul(words), weights, scores };
}`,
    "chaining": `function selfAttentionWithoutParameters(inputs) {
  const weights = inputs.matMul(inputs.transpose()).softmax(-1);
  return { weights, output: weights.matMul(inputs) };
}`,
    "loops": `function selfAttentionWithoutParameters(inputs) {
  const x = inputs.arraySync();
  const w = x.map((a) => {
    const s = x.map((b) => a.reduce((t, v, i) => t + v * b[i], 0));
    const e = s.map((v) => Math.exp(v - Math.max(...s)));
    const z = e.reduce((p, q) => p + q);
    return e.map((v) => v / z);
  });
  const y = w.map((row) => x[0].map((_, d) => row.reduce((t, v, j) => t + v * x[j][d], 0)));
  return { output: tf.tensor2d(y), weights: tf.tensor2d(w) };
}`,
  },
  "03.2": {
    "Einstein's summation": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const by = (weights) => tf.einsum("tm,md->td", inputs, weights);
  return { queries: by(queryWeights), keys: by(keyWeights), values: by(valueWeights) };
}`,
    "methods of tensors": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  return {
    queries: inputs.matMul(queryWeights),
    keys: inputs.matMul(keyWeights),
    values: inputs.matMul(valueWeights),
  };
}`,
    "a list that is taken apart": `const project = (inputs, ...matrices) => {
  const [queries, keys, values] = matrices.map((matrix) => tf.dot(inputs, matrix));
  return { queries, keys, values };
};`,
    "one product, cut": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const all = tf.matMul(inputs, tf.concat([queryWeights, keyWeights, valueWeights], 1));
  const [queries, keys, values] = tf.split(all, [queryWeights, keyWeights, valueWeights].map((w) => w.shape[1]), 1);
  return { queries, keys, values };
}`,
    "loops over rows": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const x = inputs.arraySync();
  const times = (weights) => {
    const w = weights.arraySync();
    const rows = [];
    for (const row of x) {
      const out = [];
      for (let j = 0; j < w[0].length; j++) {
        let sum = 0;
        for (let i = 0; i < w.length; i++) sum += row[i] * w[i][j];
        out.push(sum);
      }
      rows.push(out);
    }
    return tf.tensor2d(rows);
  };
  return { queries: times(queryWeights), keys: times(keyWeights), values: times(valueWeights) };
}`,
    "a map of promises": `async function project(inputs, queryWeights, keyWeights, valueWeights) {
  const role = async (weights) => tf.matMul(inputs, weights);
  console.log("words", inputs.shape[0]);
  return new Map([
    ["values", await role(valueWeights)],
    ["keys", await role(keyWeights)],
    ["queries", await role(queryWeights)],
  ]);
}`,
    "transposed twice": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const make = (w) => tf.transpose(tf.matMul(w, inputs, true, true));
  return { queries: make(queryWeights), keys: make(keyWeights), values: make(valueWeights) };
}`,
    "named entries": `function project(inputs, q, k, v) {
  return Object.fromEntries(Object.entries({ queries: q, keys: k, values: v }).map(([name, w]) => [name, tf.matMul(inputs, w)]));
}`,
    "word by word": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const words = tf.unstack(inputs);
  const role = (weights) => tf.stack(words.map((word) => tf.dot(word, weights)));
  return { queries: role(queryWeights), keys: role(keyWeights), values: role(valueWeights) };
}`,
    "dot": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  return { queries: inputs.dot(queryWeights), keys: inputs.dot(keyWeights), values: inputs.dot(valueWeights) };
}`,
    "one product, then split": `function project(inputs, queryWeights, keyWeights, valueWeights) {
  const d = queryWeights.shape[1], v = valueWeights.shape[1];
  const all = inputs.matMul(tf.concat([queryWeights, keyWeights, valueWeights], 1));
  const [queries, keys, values] = tf.split(all, [d, d, v], 1);
  return { queries, keys, values };
}`,
  },
  "03.3": {
    "methods of tensors": `function attend(queries, keys, values) {
  const weights = queries.matMul(keys.transpose()).softmax(-1);
  const output = weights.matMul(values);
  return { output, weights };
}`,
    "query by query": `function attend(queries, keys, values) {
  const rows = tf.unstack(queries).map((query) => tf.softmax(tf.dot(keys, query)));
  return { weights: tf.stack(rows), output: tf.stack(rows.map((row) => tf.dot(row, values))) };
}`,
    "keys first, then turned": `function attend(queries, keys, values) {
  const weights = tf.softmax(tf.transpose(tf.matMul(keys, queries, false, true)));
  return { output: tf.transpose(tf.matMul(values, weights, true, true)), weights };
}`,
    "loops over rows":
      `const dot = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0);
function attend(queries: any, keys: any, values: any): any {
  const [q, k, v] = [queries, keys, values].map((t) => t.arraySync() as number[][]);
  const weights: number[][] = [], output: number[][] = [];
  q.forEach((query, n) => {
    const scores = k.map((key) => dot(query, key));
    const top = scores.reduce((a, b) => Math.max(a, b), -Infinity);
    const powers = scores.map((score) => Math.exp(score - top));
    const total = powers.reduce((a, b) => a + b, 0);
    weights[n] = powers.map((power) => power / total);
    output[n] = v[0].map((_, d) => dot(weights[n], v.map((row) => row[d])));
  });
  return { output: tf.tensor2d(output), weights: tf.tensor2d(weights) };
}`,
    "in log-space": `const attend = (queries, keys, values) => tf.tidy(() => {
  const scores = tf.matMul(queries, keys, false, true);
  const weights = tf.exp(tf.logSoftmax(scores));
  return { output: tf.matMul(weights, values), weights };
});`,
    "a batch of one": `function attend(queries, keys, values) {
  const [q, k, v] = [queries, keys, values].map((x) => tf.expandDims(x, 0));
  const weights = tf.softmax(tf.matMul(q, k, false, true));
  return { output: tf.squeeze(tf.matMul(weights, v), [0]), weights: tf.squeeze(weights, [0]) };
}`,
    "promises in fields": `function attend(queries, keys, values) {
  const weights = tf.softmax(tf.matMul(queries, keys, false, true));
  return { output: (async () => tf.matMul(weights, values))(), weights: Promise.resolve(weights) };
}`,
    "broadcast products": `function attend(q, k, v) {
  const weights = tf.softmax(tf.sum(tf.mul(q.expandDims(1), k.expandDims(0)), 2));
  return { output: tf.sum(tf.mul(weights.expandDims(2), v.expandDims(0)), 1), weights };
}`,
    "chaining": `function attend(queries, keys, values) {
  const weights = queries.matMul(keys, false, true).softmax();
  return { output: weights.dot(values), weights };
}`,
    "async loops": `async function attend(queries, keys, values) {
  const [q, k, v] = await Promise.all([queries.array(), keys.array(), values.array()]);
  const w = q.map((a) => {
    const s = k.map((b) => b.reduce((t, x, i) => t + x * a[i], 0));
    const m = Math.max(...s);
    const e = s.map((x) => Math.exp(x - m));
    const z = e.reduce((x, y) => x + y, 0);
    return e.map((x) => x / z);
  });
  const o = w.map((row) => v[0].map((_, d) => row.reduce((t, x, j) => t + x * v[j][d], 0)));
  return { output: tf.tensor2d(o), weights: tf.tensor2d(w) };
}`,
    "keys times queries, transposed": `function attend(queries, keys, values) {
  const scores = tf.transpose(tf.matMul(keys, queries, false, true));
  const e = tf.exp(tf.sub(scores, tf.max(scores, 1, true)));
  const weights = tf.div(e, tf.sum(e, 1, true));
  return { output: tf.matMul(weights, values), weights };
}`,
  },
  "03.4": {
    "loops": `function lookup(query, keys, values) {
  const scores = [];
  for (const key of keys) {
    let sum = 0;
    for (let i = 0; i < key.length; i++) sum += key[i] * query[i];
    scores.push(sum);
  }
  const top = Math.max(...scores);
  let total = 0;
  const answer = new Array(values[0].length).fill(0);
  for (let i = 0; i < keys.length; i++) {
    const power = Math.exp(scores[i] - top);
    total += power;
    for (let d = 0; d < answer.length; d++) answer[d] += power * values[i][d];
  }
  return answer.map((x) => x / total);
}`,
    "tensors": `function lookup(query, keys, values) {
  const scores = tf.matMul(tf.tensor2d([query]), tf.tensor2d(keys), false, true);
  return tf.matMul(tf.softmax(scores), tf.tensor2d(values)).squeeze([0]).arraySync();
}`,
    "small functions":
      `const dot = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce((x, y) => x + y, 0);
const softmax = (scores: number[]) => {
  const powers = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const total = powers.reduce((x, y) => x + y);
  return powers.map((power) => power / total);
};
const lookup = (query: number[], keys: number[][], values: number[][]): number[] => {
  const weights = softmax(keys.map((key) => dot(query, key)));
  return values.map((row, i) => row.map((x) => x * weights[i])).reduce((a, b) => a.map((x, d) => x + b[d]));
};`,
    "without a maximum": `function lookup(query, keys, values) {
  const scores = keys.map((key) => key.reduce((s, x, i) => s + x * query[i], 0));
  const weights = scores.map((a) => 1 / scores.reduce((s, b) => s + Math.exp(b - a), 0));
  return values[0].map((_, d) => weights.reduce((s, w, i) => s + w * values[i][d], 0));
}`,
    "in log-space": `function lookup(query, keys, values) {
  const scores = keys.map((key) => query.reduce((s, x, i) => s + x * key[i], 0));
  const top = Math.max(...scores);
  const logTotal = top + Math.log(scores.reduce((s, x) => s + Math.exp(x - top), 0));
  console.log("total", logTotal > 0);
  return Float64Array.from(values[0], (_, d) => values.reduce((s, v, i) => s + Math.exp(scores[i] - logTotal) * v[d], 0));
}`,
    "a running softmax": `function lookup(query, keys, values) {
  let top = -Infinity, total = 0;
  let answer = values[0].map(() => 0);
  keys.forEach((key, i) => {
    const score = key.reduce((s, x, d) => s + x * query[d], 0);
    const next = Math.max(top, score);
    const fade = Math.exp(top - next), power = Math.exp(score - next);
    total = total * fade + power;
    answer = answer.map((x, d) => x * fade + power * values[i][d]);
    top = next;
  });
  return answer.map((x) => x / total);
}`,
    "asynchronous": `async function lookup(query, keys, values) {
  const scores = tf.dot(tf.tensor2d(keys), tf.tensor1d(query));
  const mixture = tf.dot(tf.softmax(scores), tf.tensor2d(values));
  return await mixture.array();
}`,
    "an exported default":
      `export default function lookup(query: number[], keys: number[][], values: number[][]) {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0)), top = Math.max(...scores);
  const powers = scores.map((s) => Math.E ** (s - top)), total = powers.reduce((a, b) => a + b);
  return values[0].map((_, d) => powers.map((p, i) => p * values[i][d]).reduce((a, b) => a + b) / total);
}`,
    "helpers": `const dot = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0);
const softmax = (xs) => { const m = Math.max(...xs); const e = xs.map((x) => Math.exp(x - m)); const t = e.reduce((a, b) => a + b, 0); return e.map((x) => x / t); };
function lookup(query, keys, values) {
  const w = softmax(keys.map((k) => dot(query, k)));
  return values[0].map((_, d) => dot(w, values.map((v) => v[d])));
}`,
    "tensors inside": `function lookup(query, keys, values) {
  return tf.tidy(() => {
    const scores = tf.tensor2d(keys).dot(tf.tensor1d(query));
    return Array.from(tf.softmax(scores).dot(tf.tensor2d(values)).dataSync());
  });
}`,
    "class": `class SoftDictionary {
  #keys; #values;
  constructor(keys, values) { this.#keys = keys; this.#values = values; }
  get(query) {
    let max = -Infinity;
    const scores = [];
    for (const key of this.#keys) { let s = 0; for (let i = 0; i < key.length; i++) s += key[i] * query[i]; scores.push(s); if (s > max) max = s; }
    let total = 0;
    const out = Array(this.#values[0].length).fill(0);
    scores.forEach((s, j) => { const e = Math.exp(s - max); total += e; this.#values[j].forEach((v, d) => { out[d] += e * v; }); });
    return out.map((x) => x / total);
  }
}
function lookup(query, keys, values) { return new SoftDictionary(keys, values).get(query); }`,
  },
  "03.5": {
    "methods of tensors":
      `function crossAttention(asking, asked, queryWeights, keyWeights, valueWeights) {
  const scores = asking.matMul(queryWeights).matMul(asked.matMul(keyWeights), false, true);
  const weights = scores.softmax();
  return { weights, output: weights.matMul(asked.matMul(valueWeights)) };
}`,
    "from two helpers": `const project = (words, q, k, v) => ({
  queries: tf.matMul(words, q),
  keys: tf.matMul(words, k),
  values: tf.matMul(words, v),
});
function attend(queries, keys, values) {
  const weights = tf.softmax(tf.dot(queries, tf.transpose(keys)));
  return { output: tf.dot(weights, values), weights };
}
function crossAttention(asking, asked, ...matrices) {
  const { queries } = project(asking, ...matrices);
  const { keys, values } = project(asked, ...matrices);
  return attend(queries, keys, values);
}`,
    "W_V after the sum": `function crossAttention(asking, asked, wq, wk, wv) {
  const weights = tf.softmax(tf.matMul(asking.dot(wq), asked.dot(wk), false, true), -1);
  return { output: tf.matMul(tf.matMul(weights, asked), wv), weights };
}`,
    "one matrix between the words": `function crossAttention(asking, asked, wq, wk, wv) {
  const between = tf.matMul(wq, wk, false, true);
  const weights = tf.softmax(tf.matMul(tf.matMul(asking, between), asked, false, true));
  return { weights, output: tf.matMul(weights, tf.matMul(asked, wv)) };
}`,
    "loops": `function crossAttention(asking, asked, wq, wk, wv) {
  const times = (a, b) => a.map((row) => b[0].map((_, j) => row.reduce((t, x, i) => t + x * b[i][j], 0)));
  const rows = (x) => x.arraySync();
  const [q, k, v] = [times(rows(asking), rows(wq)), times(rows(asked), rows(wk)), times(rows(asked), rows(wv))];
  const weights = q.map((a) => {
    const s = k.map((b) => b.reduce((t, x, i) => t + x * a[i], 0));
    const e = s.map((x) => Math.exp(x - Math.max(...s)));
    const z = e.reduce((x, y) => x + y);
    return e.map((x) => x / z);
  });
  return { weights: tf.tensor2d(weights), output: tf.tensor2d(times(weights, v)) };
}`,
  },
};
