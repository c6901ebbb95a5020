/** Answers to the exercises of notebook 04 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "04.1": [
    {
      what: "two pass",
      status: "passed",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + (d - mean) ** 2, 0) / (dots.length - 1);`,
    },
    {
      what: "Welford",
      status: "passed",
      body: `
let n = 0, mean = 0, m2 = 0;
for (const [i, q] of queries.entries()) {
  let x = 0;
  for (let j = 0; j < q.length; j++) x += q[j] * keys[i][j];
  n++;
  const d = x - mean;
  mean += d / n;
  m2 += d * (x - mean);
}
return m2 / (n - 1);`,
    },
    {
      what: "biased",
      status: "failed",
      mistake: "biased: divides by n",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + (d - mean) ** 2, 0) / dots.length;`,
    },
    {
      what: "std",
      status: "failed",
      mistake: "returns the standard deviation",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return Math.sqrt(dots.reduce((s, d) => s + (d - mean) ** 2, 0) / (dots.length - 1));`,
    },
    {
      what: "all pairs",
      status: "failed",
      mistake: "every query with every key",
      body: `
const dots = queries.flatMap((q) => keys.map((k) => q.reduce((s, x, j) => s + x * k[j], 0)));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + (d - mean) ** 2, 0) / (dots.length - 1);`,
    },
    {
      what: "mean zero assumed",
      status: "failed",
      mistake: "not centred: squares without subtracting the mean",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
return dots.reduce((s, d) => s + d ** 2, 0) / (dots.length - 1);`,
    },
    {
      what: "second moment over n",
      status: "failed",
      mistake: "not centred: squares without subtracting the mean",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
return dots.reduce((s, d) => s + d ** 2, 0) / dots.length;`,
    },
    {
      what: "divides by dim",
      status: "failed",
      mistake: "divides by the number of dimensions",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + (d - mean) ** 2, 0) / (queries[0].length - 1);`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "scales by √dim",
      body: `
const dots = queries.map((q, i) =>
  q.reduce((s, x, j) => s + x * keys[i][j], 0) / Math.sqrt(q.length)
);
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + (d - mean) ** 2, 0) / (dots.length - 1);`,
    },
    {
      what: "one pass E[x2]-E[x]2",
      status: "failed",
      mistake: "biased: divides by n",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const n = dots.length, mean = dots.reduce((a, b) => a + b) / n;
return dots.reduce((s, d) => s + d * d, 0) / n - mean ** 2;`,
    },
    {
      what: "absolute deviation",
      status: "failed",
      mistake: "distances instead of their squares",
      body: `
const dots = queries.map((q, i) => q.reduce((s, x, j) => s + x * keys[i][j], 0));
const mean = dots.reduce((a, b) => a + b) / dots.length;
return dots.reduce((s, d) => s + Math.abs(d - mean), 0) / (dots.length - 1);`,
    },
    {
      what: "two passes with plain loops",
      status: "passed",
      body: `
const n = queries.length;
const dots: number[] = [];
for (let i = 0; i < n; i++) {
  let dot = 0;
  for (let j = 0; j < queries[i].length; j++) dot += queries[i][j] * keys[i][j];
  dots.push(dot);
}
let mu = 0;
for (const dot of dots) mu += dot / n;
let squares = 0;
for (const dot of dots) squares += (dot - mu) * (dot - mu);
return squares / (n - 1);`,
    },
    {
      what: "running update (Welford) inside reduce",
      status: "passed",
      body: `
const dot = (a: number[], b: number[]) => a.map((x, d) => x * b[d]).reduce((p, c) => p + c, 0);
const state = queries.reduce(
  ({ count, centre, m2 }, q, row) => {
    const x = dot(q, keys[row]);
    const delta = x - centre;
    const next = centre + delta / (count + 1);
    return { count: count + 1, centre: next, m2: m2 + delta * (x - next) };
  },
  { count: 0, centre: 0, m2: 0 },
);
return state.m2 / (state.count - 1);`,
    },
    {
      what: "mean taken as 0",
      status: "failed",
      mistake: "not centred: squares without subtracting the mean",
      body: `
const dots = queries.map((q, i) => q.reduce((sum, x, j) => sum + x * keys[i][j], 0));
const squares = dots.map((dot) => dot ** 2);
return squares.reduce((sum, square) => sum + square, 0) / (dots.length - 1);`,
    },
    {
      what: "every query with every key",
      status: "failed",
      mistake: "every query with every key",
      body: `
const dots: number[] = [];
for (const q of queries) {
  for (const k of keys) {
    dots.push(q.reduce((sum, x, j) => sum + x * k[j], 0));
  }
}
const mu = dots.reduce((a, b) => a + b, 0) / dots.length;
return dots.reduce((sum, dot) => sum + (dot - mu) ** 2, 0) / (dots.length - 1);`,
    },
    {
      what: "divides by dim - 1",
      status: "failed",
      mistake: "divides by the number of dimensions",
      body: `
const dots = queries.map((q, i) => q.reduce((sum, x, j) => sum + x * keys[i][j], 0));
const mu = dots.reduce((sum, dot) => sum + dot, 0) / dots.length;
const n = queries[0].length;
return dots.reduce((sum, dot) => sum + (dot - mu) ** 2, 0) / (n - 1);`,
    },
  ],
  "04.2": [
    {
      what: "scale q",
      status: "passed",
      body: `
const q = queries.div(Math.sqrt(keys.shape[1]));
const weights = q.matMul(keys, false, true).softmax();
return { weights, output: weights.matMul(values) };`,
    },
    {
      what: "pow",
      status: "passed",
      body: `
const dk = keys.shape.at(-1);
const scores = tf.mul(tf.matMul(queries, tf.transpose(keys)), dk ** -0.5);
const m = tf.exp(tf.sub(scores, tf.max(scores, 1, true)));
const weights = tf.div(m, tf.sum(m, 1, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "einsum",
      status: "passed",
      body: `
const scores = tf.einsum("qd,kd->qk", queries, keys);
const weights = tf.softmax(tf.div(scores, tf.sqrt(tf.scalar(keys.shape[1]))));
return { output: tf.einsum("qk,kv->qv", weights, values), weights };`,
    },
    {
      what: "no scale",
      status: "failed",
      mistake: "no scale",
      body: `
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "divide by d",
      status: "failed",
      mistake: "divides by d_k",
      body: `
const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), keys.shape[1]));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "sqrt of key count",
      status: "failed",
      mistake: "divides by √(number of keys)",
      body: `
const weights = tf.softmax(
  tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[0])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "sqrt of value dim",
      status: "failed",
      mistake: "divides by √(width of the values)",
      body: `
const weights = tf.softmax(
  tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(values.shape[1])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "multiplied by sqrt",
      status: "failed",
      mistake: "multiplies by √d_k",
      body: `
const weights = tf.softmax(
  tf.mul(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "scale after softmax",
      status: "failed",
      mistake: "scales after the softmax",
      body: `
const weights = tf.div(
  tf.softmax(tf.matMul(queries, keys, false, true)),
  Math.sqrt(keys.shape[1]),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "sqrt of query count",
      status: "failed",
      mistake: "divides by √(number of queries)",
      body: `
const weights = tf.softmax(
  tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(queries.shape[0])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "softmax over queries",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const weights = tf.transpose(
  tf.softmax(tf.div(tf.matMul(keys, queries, false, true), Math.sqrt(keys.shape[1]))),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "both scaled by sqrt",
      status: "failed",
      mistake: "divides by d_k",
      body: `
const s = Math.sqrt(keys.shape[1]);
const weights = tf.softmax(tf.matMul(tf.div(queries, s), tf.div(keys, s), false, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "scale output only",
      status: "failed",
      mistake: "scales the output",
      body: `
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
return { output: tf.div(tf.matMul(weights, values), Math.sqrt(keys.shape[1])), weights };`,
    },
    {
      what: "fixed 8",
      status: "failed",
      mistake: "a fixed number for √d_k",
      body: `
const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), 8));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "sqrt of scores",
      status: "failed",
      mistake: "the root of the scores",
      body: `
const weights = tf.softmax(tf.sqrt(tf.abs(tf.matMul(queries, keys, false, true))));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "minus sqrt",
      status: "failed",
      mistake: "no scale",
      body: `
const weights = tf.softmax(
  tf.sub(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "chained ops in a tidy",
      status: "passed",
      body: `
return tf.tidy(() => {
  const q: tf.Tensor = queries;
  const scores = q.matMul(keys, false, true).div(Math.sqrt(q.shape[1]));
  const weights: tf.Tensor = scores.softmax();
  const output: tf.Tensor = weights.matMul(values);
  return { output, weights };
});`,
    },
    {
      what: "plain loops over arrays, softmax with the maximum taken off",
      status: "passed",
      body: `
const Q = (queries as tf.Tensor).arraySync() as number[][];
const K = (keys as tf.Tensor).arraySync() as number[][];
const V = (values as tf.Tensor).arraySync() as number[][];
const root = Math.sqrt(K[0].length);

const weightRows = Q.map((q) => {
  const s = K.map((k) => k.reduce((sum, x, d) => sum + x * q[d], 0) / root);
  const top = Math.max(...s);
  const e = s.map((x) => Math.exp(x - top));
  const total = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / total);
});
const outputRows = weightRows.map((w) =>
  V[0].map((_, d) => w.reduce((sum, share, j) => sum + share * V[j][d], 0))
);
const output: tf.Tensor = tf.tensor2d(outputRows, [Q.length, V[0].length]);
const weights: tf.Tensor = tf.tensor2d(weightRows, [Q.length, K.length]);
return { output, weights };`,
    },
    {
      what: "d_k read from the values",
      status: "failed",
      mistake: "divides by √(width of the values)",
      body: `
const dk = values.shape[1] ?? 1;
const scores: tf.Tensor = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(dk));
const weights: tf.Tensor = tf.softmax(scores);
const output: tf.Tensor = tf.matMul(weights, values);
return { output, weights };`,
    },
    {
      what: "own softmax sums over the queries",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const q: tf.Tensor = queries;
const scores = q.matMul(keys, false, true).div(Math.sqrt(q.shape[1]));
const e = tf.exp(tf.sub(scores, tf.max(scores)));
const weights: tf.Tensor = tf.div(e, tf.sum(e, 0, true));
const output: tf.Tensor = tf.matMul(weights, values);
return { output, weights };`,
    },
    {
      what: "queries and keys both divided by the root",
      status: "failed",
      mistake: "divides by d_k",
      body: `
const root = Math.sqrt((queries as tf.Tensor).shape[1]);
const q: tf.Tensor = tf.div(queries, root);
const k: tf.Tensor = tf.div(keys, root);
const weights: tf.Tensor = tf.softmax(tf.matMul(q, k, false, true) as tf.Tensor);
const output: tf.Tensor = tf.matMul(weights, values);
return { output, weights };`,
    },
  ],
  "04.3": [
    {
      what: "diag outer",
      status: "passed",
      body: `
const w = tf.softmax(scores);
return tf.sub(tf.diag(w), tf.outerProduct(w, w));`,
    },
    {
      what: "broadcast",
      status: "passed",
      body: `
const w = scores.softmax();
return w.expandDims(1).mul(tf.eye(w.shape[0]).sub(w.expandDims(0)));`,
    },
    {
      what: "loops",
      status: "passed",
      body: `
const w = tf.softmax(scores).arraySync() as number[];
return tf.tensor2d(w.map((wi, i) => w.map((wj, j) => wi * ((i === j ? 1 : 0) - wj))));`,
    },
    {
      what: "diag only",
      status: "failed",
      mistake: "diagonal only",
      body: `
const w = tf.softmax(scores);
return tf.diag(tf.mul(w, tf.sub(1, w)));`,
    },
    {
      what: "sign",
      status: "failed",
      mistake: "every sign turned round",
      body: `
const w = tf.softmax(scores);
return tf.sub(tf.outerProduct(w, w), tf.diag(w));`,
    },
    {
      what: "plus",
      status: "failed",
      mistake: "plus for minus",
      body: `
const w = tf.softmax(scores);
return tf.add(tf.diag(w), tf.outerProduct(w, w));`,
    },
    {
      what: "scores instead of w",
      status: "failed",
      mistake: "takes the scores for the weights",
      body: `
return tf.sub(tf.diag(scores), tf.outerProduct(scores, scores));`,
    },
    {
      what: "no diag",
      status: "failed",
      mistake: "leaves out the own score",
      body: `
const w = tf.softmax(scores);
return tf.neg(tf.outerProduct(w, w));`,
    },
    {
      what: "eye minus",
      status: "failed",
      mistake: "the identity minus the products",
      body: `
const w = tf.softmax(scores);
return tf.sub(tf.eye(w.shape[0]), tf.outerProduct(w, w));`,
    },
    {
      what: "diag w squared missing",
      status: "failed",
      mistake: "the own weight on the diagonal, unreduced",
      body: `
const w = tf.softmax(scores).arraySync();
return tf.tensor2d(w.map((wi, i) => w.map((wj, j) => i === j ? wi : -wi * wj)));`,
    },
    {
      what: "off diagonal positive",
      status: "failed",
      mistake: "wrong sign off the diagonal",
      body: `
const w = tf.softmax(scores).arraySync();
return tf.tensor2d(w.map((wi, i) => w.map((wj, j) => i === j ? wi * (1 - wi) : wi * wj)));`,
    },
    {
      what: "only wj(1-wj) by column",
      status: "failed",
      mistake: "wᵢ(1 − wⱼ) everywhere",
      body: `
const w = tf.softmax(scores);
return tf.mul(tf.expandDims(w, 1), tf.sub(1, tf.expandDims(w, 0)));`,
    },
    {
      what: "diag(w) minus w wT",
      status: "passed",
      body: `
return tf.tidy(() => {
  const w: tf.Tensor = tf.softmax(scores as tf.Tensor);
  const column: tf.Tensor = w.reshape([-1, 1]);
  const outer: tf.Tensor = column.matMul(column, false, true);
  const result: tf.Tensor = tf.diag(w).sub(outer);
  return result;
});`,
    },
    {
      what: "two loops over an array",
      status: "passed",
      body: `
const s = Array.from((scores as tf.Tensor).dataSync());
const top = s.reduce((a, b) => Math.max(a, b), -Infinity);
const e = s.map((x) => Math.exp(x - top));
const Z = e.reduce((a, b) => a + b);
const w = e.map((x) => x / Z);
const rows: number[][] = [];
for (let i = 0; i < w.length; i++) {
  const row: number[] = [];
  for (let j = 0; j < w.length; j++) {
    row.push(w[i] * ((i === j ? 1 : 0) - w[j]));
  }
  rows.push(row);
}
const jacobian: tf.Tensor = tf.tensor2d(rows, [w.length, w.length]);
return jacobian;`,
    },
    {
      what: "w not made a column",
      status: "failed",
      mistake: "rows where a column belongs",
      body: `
const w: tf.Tensor = tf.softmax(scores as tf.Tensor);
const delta: tf.Tensor = tf.eye(w.shape[0]);
const result: tf.Tensor = tf.mul(w, tf.sub(delta, w));
return result;`,
    },
    {
      what: "unit matrix instead of diag(w)",
      status: "failed",
      mistake: "the identity minus the products",
      body: `
const w: tf.Tensor = tf.softmax(scores as tf.Tensor);
const n = w.shape[0];
const outer: tf.Tensor = tf.mul(tf.expandDims(w, 1), tf.expandDims(w, 0));
const result: tf.Tensor = tf.sub(tf.eye(n), outer);
return result;`,
    },
    {
      what: "others rise too",
      status: "failed",
      mistake: "wrong sign off the diagonal",
      body: `
const w = Array.from((tf.softmax(scores as tf.Tensor) as tf.Tensor).dataSync());
const rows = w.map((wi, i) => w.map((wj, j) => i === j ? wi * (1 - wi) : wi * wj));
const result: tf.Tensor = tf.tensor2d(rows);
return result;`,
    },
  ],
  "04.4": [
    {
      what: "filter",
      status: "passed",
      body: `
return weights.filter((w) => w > 0).reduce((h, w) => h - w * Math.log(w), 0);`,
    },
    {
      what: "loop",
      status: "passed",
      body: `
let 합 = 0;
for (const w of weights) {
  if (w === 0) continue;
  합 += w * Math.log(1 / w);
}
return 합;`,
    },
    {
      what: "log2",
      status: "failed",
      mistake: "base 2 instead of e",
      body: `
return weights.reduce((h, w) => w > 0 ? h - w * Math.log2(w) : h, 0);`,
    },
    {
      what: "log10",
      status: "failed",
      mistake: "base 10 instead of e",
      body: `
return weights.reduce((h, w) => w > 0 ? h - w * Math.log10(w) : h, 0);`,
    },
    {
      what: "NaN at 0",
      status: "failed",
      mistake: "0·log 0 is NaN",
      body: `
return -weights.reduce((h, w) => h + w * Math.log(w), 0);`,
    },
    {
      what: "sign",
      status: "failed",
      mistake: "forgets the minus sign",
      body: `
return weights.reduce((h, w) => w > 0 ? h + w * Math.log(w) : h, 0);`,
    },
    {
      what: "mean",
      status: "failed",
      mistake: "the mean instead of the sum",
      body: `
return weights.reduce((h, w) => w > 0 ? h - w * Math.log(w) : h, 0) / weights.length;`,
    },
    {
      what: "no weight",
      status: "failed",
      mistake: "the weight is missing before the logarithm",
      body: `
return weights.reduce((h, w) => w > 0 ? h - Math.log(w) : h, 0);`,
    },
    {
      what: "epsilon",
      status: "failed",
      mistake: "a number that is not small inside the logarithm",
      body: `
return -weights.reduce((h, w) => h + w * Math.log(w + 1e-3), 0);`,
    },
    {
      what: "log1p",
      status: "failed",
      mistake: "1 added inside the logarithm",
      body: `
return -weights.reduce((h, w) => h + w * Math.log1p(w), 0);`,
    },
    {
      what: "zero if any zero",
      status: "failed",
      mistake: "NaN replaced by 0",
      body: `
if (weights.includes(0)) return 0;
return -weights.reduce((h, w) => h + w * Math.log(w), 0);`,
    },
    {
      what: "loop that skips zeros",
      status: "passed",
      body: `
let H = 0;
for (const w of weights) {
  if (w > 0) H -= w * Math.log(w);
}
return H;`,
    },
    {
      what: "filter and reduce, minus in front",
      status: "passed",
      body: `
return -weights.filter((w) => w !== 0).map((w) => w * Math.log(w)).reduce((a, b) => a + b, 0);`,
    },
    {
      what: "zeros not handled",
      status: "failed",
      mistake: "0·log 0 is NaN",
      body: `
return -weights.reduce((sum, w) => sum + w * Math.log(w), 0);`,
    },
    {
      what: "returns e to the H",
      status: "failed",
      mistake: "e^H instead of H",
      body: `
const terms = weights.map((weight) => weight === 0 ? 0 : -weight * Math.log(weight));
const H = terms.reduce((sum, term) => sum + term, 0);
return Math.exp(H);`,
    },
    {
      what: "reduce without a starting value",
      status: "failed",
      mistake: "reduce without a start value",
      body: `
return weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum);`,
    },
  ],
  "04.5": [
    {
      what: "formula",
      status: "passed",
      body: `
const w = tf.softmax(scores);
const pull = tf.squeeze(tf.matMul(values, tf.expandDims(force, 1)), [1]);
return tf.mul(w, tf.sub(pull, tf.sum(tf.mul(w, pull))));`,
    },
    {
      what: "jacobian",
      status: "passed",
      body: `
const w = tf.softmax(scores);
const J = tf.sub(tf.diag(w), tf.outerProduct(w, w));
return tf.dot(J, tf.dot(values, force));`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
const s = scores.arraySync(), V = values.arraySync(), g = force.arraySync();
const m = Math.max(...s),
  e = s.map((x) => Math.exp(x - m)),
  z = e.reduce((a, b) => a + b),
  w = e.map((x) => x / z);
const 당김 = V.map((v) => v.reduce((a, x, i) => a + x * g[i], 0));
const 평균 = w.reduce((a, x, i) => a + x * 당김[i], 0);
return tf.tensor1d(w.map((x, i) => x * (당김[i] - 평균)));`,
    },
    {
      what: "no mean",
      status: "failed",
      mistake: "nothing subtracted",
      body: `
const w = tf.softmax(scores);
return tf.mul(w, tf.dot(values, force));`,
    },
    {
      what: "pull only",
      status: "failed",
      mistake: "stops at the weights",
      body: `
return tf.dot(values, force);`,
    },
    {
      what: "plain mean",
      status: "failed",
      mistake: "a plain mean",
      body: `
const w = tf.softmax(scores);
const p = tf.dot(values, force);
return tf.mul(w, tf.sub(p, tf.mean(p)));`,
    },
    {
      what: "no w outside",
      status: "failed",
      mistake: "the own weight is missing",
      body: `
const w = tf.softmax(scores);
const p = tf.dot(values, force);
return tf.sub(p, tf.sum(tf.mul(w, p)));`,
    },
    {
      what: "sign",
      status: "failed",
      mistake: "every sign turned round",
      body: `
const w = tf.softmax(scores);
const p = tf.dot(values, force);
return tf.mul(w, tf.sub(tf.sum(tf.mul(w, p)), p));`,
    },
    {
      what: "diagonal only",
      status: "failed",
      mistake: "the Jacobian's diagonal only",
      body: `
const w = tf.softmax(scores);
const p = tf.dot(values, force);
return tf.mul(tf.mul(w, tf.sub(1, w)), p);`,
    },
    {
      what: "raw scores for w",
      status: "failed",
      mistake: "takes the scores for the weights",
      body: `
const w = scores;
const p = tf.dot(values, force);
return tf.mul(w, tf.sub(p, tf.sum(tf.mul(w, p))));`,
    },
    {
      what: "sum of pulls",
      status: "failed",
      mistake: "the sum of all pulls subtracted",
      body: `
const w = tf.softmax(scores);
const p = tf.dot(values, force);
return tf.mul(w, tf.sub(p, tf.sum(p)));`,
    },
    {
      what: "loops over the Jacobian",
      status: "passed",
      body: `
const s = (scores as tf.Tensor).arraySync() as number[];
const v = (values as tf.Tensor).arraySync() as number[][];
const g = (force as tf.Tensor).arraySync() as number[];
const top = Math.max(...s);
const e = s.map((x) => Math.exp(x - top));
const Z = e.reduce((a, b) => a + b, 0);
const w = e.map((x) => x / Z);
const pull = v.map((row) => row.reduce((sum, x, d) => sum + x * g[d], 0));
const gradient: number[] = [];
for (let j = 0; j < s.length; j++) {
  let total = 0;
  for (let i = 0; i < s.length; i++) {
    const slope = w[i] * ((i === j ? 1 : 0) - w[j]);
    total += slope * pull[i];
  }
  gradient.push(total);
}
const result: tf.Tensor = tf.tensor1d(gradient);
return result;`,
    },
    {
      what: "lets tf.grad do it",
      status: "passed",
      body: `
const loss = (s: tf.Tensor): tf.Tensor => {
  const w: tf.Tensor = tf.softmax(s);
  const output: tf.Tensor = tf.matMul(tf.reshape(w, [1, -1]), values);
  return tf.sum(tf.mul(tf.reshape(output, [-1]), force));
};
const gradient: tf.Tensor = tf.grad(loss)(scores as tf.Tensor);
return gradient;`,
    },
    {
      what: "pulls summed without weights",
      status: "failed",
      mistake: "the sum of all pulls subtracted",
      body: `
const w: tf.Tensor = tf.softmax(scores as tf.Tensor);
const pull: tf.Tensor = tf.sum(tf.mul(values, force), -1);
const result: tf.Tensor = tf.mul(w, tf.sub(pull, tf.sum(pull)));
return result;`,
    },
    {
      what: "own weight only",
      status: "failed",
      mistake: "the Jacobian's diagonal only",
      body: `
const w: tf.Tensor = tf.softmax(scores as tf.Tensor);
const pull: tf.Tensor = tf.sum(tf.mul(values, force), -1);
const slope: tf.Tensor = tf.mul(w, tf.sub(1, w));
const result: tf.Tensor = tf.mul(slope, pull);
return result;`,
    },
    {
      what: "softmax forgotten",
      status: "failed",
      mistake: "takes the scores for the weights",
      body: `
const w: tf.Tensor = scores;
const pull: tf.Tensor = tf.sum(tf.mul(values, force), 1);
const typical: tf.Tensor = tf.sum(tf.mul(w, pull));
const result: tf.Tensor = tf.mul(w, tf.sub(pull, typical));
return result;`,
    },
  ],
};
