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
  ],
};
