/** Answers to the exercises of notebook 03 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "03.1": [
    {
      what: "einsum",
      status: "passed",
      body: `
const s = tf.einsum("id,jd->ij", inputs, inputs);
const weights = tf.softmax(s);
return { output: tf.einsum("ij,jd->id", weights, inputs), weights };`,
    },
    {
      what: "chained",
      status: "passed",
      body: `
const weights = inputs.matMul(inputs, false, true).softmax();
return { output: weights.dot(inputs), weights };`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "scales the scores",
      body: `
const weights = tf.softmax(
  tf.div(tf.matMul(inputs, inputs, false, true), Math.sqrt(inputs.shape[1])),
);
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "no softmax",
      status: "failed",
      mistake: "no softmax",
      body: `
const weights = tf.matMul(inputs, inputs, false, true);
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "self excluded",
      status: "failed",
      mistake: "a word does not see itself",
      body: `
const s = tf.matMul(inputs, inputs, false, true);
const weights = tf.softmax(tf.sub(s, tf.mul(tf.eye(inputs.shape[0]), 1e9)));
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "softmax axis 0",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const weights = tf.transpose(
  tf.softmax(tf.transpose(tf.matMul(inputs, inputs, false, true))),
);
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "weights transposed in output",
      status: "failed",
      mistake: "sums over the wrong axis",
      body: `
const weights = tf.softmax(tf.matMul(inputs, inputs, false, true));
return { output: tf.matMul(weights, inputs, true), weights };`,
    },
    {
      what: "residual added",
      status: "failed",
      mistake: "adds the words themselves",
      body: `
const weights = tf.softmax(tf.matMul(inputs, inputs, false, true));
return { output: tf.add(inputs, tf.matMul(weights, inputs)), weights };`,
    },
    {
      what: "causal",
      status: "failed",
      mistake: "later words hidden",
      body: `
const n = inputs.shape[0];
const s = tf.matMul(inputs, inputs, false, true);
const m = tf.linalg.bandPart(tf.ones([n, n]), -1, 0);
const weights = tf.softmax(tf.add(s, tf.mul(tf.sub(1, m), -1e9)));
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "divided by sum",
      status: "failed",
      mistake: "scores divided by their sum",
      body: `
const s = tf.matMul(inputs, inputs, false, true);
const weights = tf.div(s, tf.sum(s, -1, true));
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "chained ops with an explicit transpose",
      status: "passed",
      body: `
const weights = inputs.matMul(inputs.transpose()).softmax();
const output = weights.matMul(inputs);
return { output, weights };`,
    },
    {
      what: "plain loops, word by word",
      status: "passed",
      body: `
const words = inputs.arraySync() as number[][];
const allWeights: number[][] = [];
const outputs: number[][] = [];
for (const asker of words) {
  const fits = words.map((word) => word.reduce((sum, number, d) => sum + number * asker[d], 0));
  const top = Math.max(...fits);
  const powers = fits.map((fit) => Math.exp(fit - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const shares = powers.map((power) => power / total);
  const mixed: number[] = new Array(asker.length).fill(0);
  shares.forEach((share, j) => words[j].forEach((number, d) => mixed[d] += share * number));
  allWeights.push(shares);
  outputs.push(mixed);
}
return { output: tf.tensor2d(outputs), weights: tf.tensor2d(allWeights) };`,
    },
    {
      what: "wrong factor transposed",
      status: "failed",
      mistake: "compares the dimensions",
      body: `
const weights = tf.softmax(tf.matMul(inputs, inputs, true, false));
const output = tf.matMul(inputs, weights);
return { output, weights };`,
    },
    {
      what: "a word may not see itself",
      status: "failed",
      mistake: "a word does not see itself",
      body: `
const scores = tf.matMul(inputs, inputs, false, true);
const others = tf.sub(scores, tf.mul(tf.eye(inputs.shape[0]), 1e9));
const weights = tf.softmax(others);
return { output: tf.matMul(weights, inputs), weights };`,
    },
    {
      what: "weights transposed in the sum",
      status: "failed",
      mistake: "sums over the wrong axis",
      body: `
const scores = tf.matMul(inputs, inputs, false, true);
const weights = tf.softmax(scores);
const output = tf.matMul(weights, inputs, true, false);
return { output, weights };`,
    },
  ],
  "03.2": [
    {
      what: "concat split",
      status: "passed",
      body: `
const all = tf.matMul(inputs, tf.concat([queryWeights, keyWeights, valueWeights], 1));
const d = queryWeights.shape[1], v = valueWeights.shape[1];
const [queries, keys, values] = tf.split(all, [d, d, v], 1);
return { queries, keys, values };`,
    },
    {
      what: "dot",
      status: "passed",
      body: `
return {
  queries: inputs.dot(queryWeights),
  keys: inputs.dot(keyWeights),
  values: inputs.dot(valueWeights),
};`,
    },
    {
      what: "q and k swapped",
      status: "failed",
      mistake: "queries and keys swapped",
      body: `
return {
  queries: tf.matMul(inputs, keyWeights),
  keys: tf.matMul(inputs, queryWeights),
  values: tf.matMul(inputs, valueWeights),
};`,
    },
    {
      what: "values raw",
      status: "failed",
      mistake: "values not projected",
      body: `
return {
  queries: tf.matMul(inputs, queryWeights),
  keys: tf.matMul(inputs, keyWeights),
  values: inputs,
};`,
    },
    {
      what: "keys from query weights",
      status: "failed",
      mistake: "one matrix for queries and keys",
      body: `
const q = tf.matMul(inputs, queryWeights);
return { queries: q, keys: q, values: tf.matMul(inputs, valueWeights) };`,
    },
    {
      what: "keys of queries",
      status: "failed",
      mistake: "queries for keys, keys for values",
      body: `
const q = tf.matMul(inputs, queryWeights);
return { queries: q, keys: tf.mul(q, 1), values: tf.matMul(inputs, keyWeights) };`,
    },
    {
      what: "scaled queries",
      status: "failed",
      mistake: "scaled already",
      body: `
return {
  queries: tf.div(tf.matMul(inputs, queryWeights), Math.sqrt(queryWeights.shape[1])),
  keys: tf.matMul(inputs, keyWeights),
  values: tf.matMul(inputs, valueWeights),
};`,
    },
    {
      what: "keys transposed",
      status: "failed",
      mistake: "the results transposed",
      body: `
return {
  queries: tf.matMul(inputs, queryWeights),
  keys: tf.transpose(tf.matMul(inputs, keyWeights)),
  values: tf.matMul(inputs, valueWeights),
};`,
    },
    {
      what: "matrices side by side, one product, then split",
      status: "passed",
      body: `
const [dim, value] = [queryWeights.size / inputs.shape[1], valueWeights.size / inputs.shape[1]];
const all = tf.concat<tf.Tensor>([queryWeights, keyWeights, valueWeights], 1);
const [queries, keys, values] = tf.split(tf.matMul(inputs, all), [dim, dim, value], 1);
return { queries, keys, values };`,
    },
    {
      what: "helper with plain arrays",
      status: "passed",
      body: `
const words = inputs.arraySync() as number[][];
const times = (weights: tf.Tensor) => {
  const matrix = weights.arraySync() as number[][];
  const rows = words.map((word) =>
    matrix[0].map((_, j) => word.reduce((sum, number, i) => sum + number * matrix[i][j], 0))
  );
  return tf.tensor2d(rows);
};
return { queries: times(queryWeights), keys: times(keyWeights), values: times(valueWeights) };`,
    },
    {
      what: "query matrix used for the keys",
      status: "failed",
      mistake: "one matrix for queries and keys",
      body: `
const queries = tf.matMul(inputs, queryWeights);
const keys = tf.matMul(inputs, queryWeights);
const values = tf.matMul(inputs, valueWeights);
return { queries, keys, values };`,
    },
    {
      what: "keys and values swapped",
      status: "failed",
      mistake: "the value matrix in another role",
      body: `
const matrices: tf.Tensor[] = [queryWeights, keyWeights, valueWeights];
const [queries, values, keys] = matrices.map((W) => tf.matMul(inputs, W));
return { queries, keys, values };`,
    },
    {
      what: "words as columns",
      status: "failed",
      mistake: "the results transposed",
      body: `
const queries = tf.matMul(queryWeights, inputs, true, true);
const keys = tf.matMul(keyWeights, inputs, true, true);
const values = tf.matMul(valueWeights, inputs, true, true);
return { queries, keys, values };`,
    },
  ],
  "03.3": [
    {
      what: "chained",
      status: "passed",
      body: `
const weights = queries.matMul(keys.transpose()).softmax(-1);
const output = weights.matMul(values);
return { output, weights };`,
    },
    {
      what: "einsum tidy",
      status: "passed",
      body: `
return tf.tidy(() => {
  const weights = tf.softmax(tf.einsum("qd,kd->qk", queries, keys));
  return { weights, output: tf.einsum("qk,kv->qv", weights, values) };
});`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "scales the scores",
      body: `
const weights = tf.softmax(
  tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(queries.shape[1])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "softmax of output",
      status: "failed",
      mistake: "softmax at the end",
      body: `
const weights = tf.matMul(queries, keys, false, true);
return { output: tf.softmax(tf.matMul(weights, values)), weights: tf.softmax(weights) };`,
    },
    {
      what: "keys in place of values",
      status: "failed",
      mistake: "collects the keys",
      body: `
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
return { output: tf.matMul(weights, keys), weights };`,
    },
    {
      what: "softmax over queries",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const weights = tf.transpose(tf.softmax(tf.matMul(keys, queries, false, true)));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "keys asked for",
      status: "failed",
      mistake: "keys ask the queries",
      body: `
const weights = tf.softmax(tf.matMul(keys, queries, false, true));
return { output: tf.matMul(weights, values, true), weights };`,
    },
    {
      what: "raw scores as weights",
      status: "failed",
      mistake: "returns the scores as weights",
      body: `
const s = tf.matMul(queries, keys, false, true);
return { output: tf.matMul(tf.softmax(s), values), weights: s };`,
    },
    {
      what: "raw scores for output",
      status: "failed",
      mistake: "no softmax",
      body: `
const s = tf.matMul(queries, keys, false, true);
return { output: tf.matMul(s, values), weights: tf.softmax(s) };`,
    },
    {
      what: "negative distance",
      status: "failed",
      mistake: "compares distances",
      body: `
const d = tf.sum(tf.square(tf.sub(tf.expandDims(queries, 1), tf.expandDims(keys, 0))), -1);
const weights = tf.softmax(tf.neg(d));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "cosine",
      status: "failed",
      mistake: "compares directions alone",
      body: `
const n = (x) => tf.div(x, tf.norm(x, 2, -1, true));
const weights = tf.softmax(tf.matMul(n(queries), n(keys), false, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "reshape for transpose",
      status: "failed",
      mistake: "keys reshaped, not transposed",
      body: `
const weights = tf.softmax(
  tf.matMul(queries, tf.reshape(keys, [keys.shape[1], keys.shape[0]])),
);
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "softmax written out, in tidy",
      status: "passed",
      body: `
return tf.tidy(() => {
  const scores = queries.matMul(keys, false, true);
  const powers = scores.sub(scores.max(-1, true)).exp();
  const weights = powers.div(powers.sum(-1, true));
  return { output: weights.matMul(values), weights };
});`,
    },
    {
      what: "one query after the other, stacked",
      status: "passed",
      body: `
const rows = tf.unstack(queries).map((query) => {
  const scores = tf.sum(tf.mul(keys, query), 1);
  return tf.softmax(scores);
});
const outputs = rows.map((row) => tf.sum(tf.mul(tf.expandDims(row, 1), values), 0));
return { output: tf.stack(outputs), weights: tf.stack(rows) };`,
    },
    {
      what: "scores divided by the root of d_k",
      status: "failed",
      mistake: "scales the scores",
      body: `
const scores = tf.matMul(queries, keys, false, true);
const weights = tf.softmax(tf.div(scores, Math.sqrt(keys.size / keys.shape[0])));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "softmax over the queries",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const scores = tf.matMul(keys, queries, false, true);
const weights = tf.transpose(tf.softmax(scores));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "keys collected instead of values",
      status: "failed",
      mistake: "collects the keys",
      body: `
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
const output = tf.matMul(weights, keys);
return { output, weights };`,
    },
  ],
  "03.4": [
    {
      what: "functional",
      status: "passed",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const m = Math.max(...s);
const e = s.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
return values[0].map((_, i) => e.reduce((a, x, j) => a + x / z * values[j][i], 0));`,
    },
    {
      what: "online",
      status: "passed",
      body: `
let m = -Infinity, z = 0;
let out = values[0].map(() => 0);
keys.forEach((k, j) => {
  let s = 0;
  for (let i = 0; i < k.length; i++) s += k[i] * query[i];
  const m2 = Math.max(m, s);
  const c = Math.exp(m - m2), e = Math.exp(s - m2);
  z = z * c + e;
  out = out.map((o, i) => o * c + e * values[j][i]);
  m = m2;
});
return out.map((o) => o / z);`,
    },
    {
      what: "overflow",
      status: "failed",
      mistake: "overflow",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const e = s.map(Math.exp);
const z = e.reduce((a, b) => a + b, 0);
return values[0].map((_, i) => e.reduce((a, x, j) => a + x / z * values[j][i], 0));`,
    },
    {
      what: "hard",
      status: "failed",
      mistake: "hard where soft is asked",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
return values[s.indexOf(Math.max(...s))];`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "scales the scores",
      body: `
const s = keys.map((k) =>
  k.reduce((a, x, i) => a + x * query[i], 0) / Math.sqrt(query.length)
);
const m = Math.max(...s);
const e = s.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
return values[0].map((_, i) => e.reduce((a, x, j) => a + x / z * values[j][i], 0));`,
    },
    {
      what: "not normalised",
      status: "failed",
      mistake: "not divided by the sum",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const m = Math.max(...s);
const e = s.map((x) => Math.exp(x - m));
return values[0].map((_, i) => e.reduce((a, x, j) => a + x * values[j][i], 0));`,
    },
    {
      what: "mixes keys",
      status: "failed",
      mistake: "mixes the keys",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const m = Math.max(...s);
const e = s.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
return keys[0].map((_, i) => e.reduce((a, x, j) => a + x / z * keys[j][i], 0));`,
    },
    {
      what: "divided again by count",
      status: "failed",
      mistake: "divides the mixture again",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const m = Math.max(...s);
const e = s.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
return values[0].map((_, i) =>
  e.reduce((a, x, j) => a + x / z * values[j][i], 0) / keys.length
);`,
    },
    {
      what: "weights are scores over sum",
      status: "failed",
      mistake: "scores divided by their sum",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const z = s.reduce((a, b) => a + b, 0);
return values[0].map((_, i) => s.reduce((a, x, j) => a + x / z * values[j][i], 0));`,
    },
    {
      what: "min subtracted",
      status: "failed",
      mistake: "the smallest score subtracted",
      body: `
const s = keys.map((k) => k.reduce((a, x, i) => a + x * query[i], 0));
const m = Math.min(...s);
const e = s.map((x) => Math.exp(x - m));
const z = e.reduce((a, b) => a + b, 0);
return values[0].map((_, i) => e.reduce((a, x, j) => a + x / z * values[j][i], 0));`,
    },
    {
      what: "loops, with the maximum subtracted",
      status: "passed",
      body: `
const scores: number[] = [];
for (const key of keys) {
  let score = 0;
  for (let d = 0; d < query.length; d++) score += query[d] * key[d];
  scores.push(score);
}
const top = Math.max(...scores);
const mixed: number[] = new Array(values[0].length).fill(0);
let total = 0;
for (let i = 0; i < keys.length; i++) {
  const power = Math.exp(scores[i] - top);
  total += power;
  for (let v = 0; v < mixed.length; v++) mixed[v] += power * values[i][v];
}
return mixed.map((number) => number / total);`,
    },
    {
      what: "weights as one over a sum of powers of differences",
      status: "passed",
      body: `
const scores = keys.map((key) => key.reduce((sum, number, d) => sum + number * query[d], 0));
const weights = scores.map((score) =>
  1 / scores.reduce((sum, other) => sum + Math.exp(other - score), 0)
);
return values[0].map((_, v) => weights.reduce((sum, weight, i) => sum + weight * values[i][v], 0));`,
    },
    {
      what: "maximum begins at 0",
      status: "failed",
      mistake: "the largest score sought from 0",
      body: `
const scores = keys.map((key) => key.reduce((sum, number, d) => sum + number * query[d], 0));
let top = 0;
for (const score of scores) if (score > top) top = score;
const powers = scores.map((score) => Math.exp(score - top));
const total = powers.reduce((sum, power) => sum + power, 0);
return values[0].map((_, v) =>
  powers.reduce((sum, power, i) => sum + power / total * values[i][v], 0)
);`,
    },
    {
      what: "as long as the query",
      status: "failed",
      mistake: "as long as the query",
      body: `
const scores = keys.map((key) => key.reduce((sum, number, d) => sum + number * query[d], 0));
const top = Math.max(...scores);
const powers = scores.map((score) => Math.exp(score - top));
const total = powers.reduce((sum, power) => sum + power, 0);
const weights = powers.map((power) => power / total);
return query.map((_, v) => weights.reduce((sum, weight, i) => sum + weight * values[i][v], 0));`,
    },
    {
      what: "not divided by the sum",
      status: "failed",
      mistake: "not divided by the sum",
      body: `
const scores = keys.map((key) => key.reduce((sum, number, d) => sum + number * query[d], 0));
const top = Math.max(...scores);
const weights = scores.map((score) => Math.exp(score - top));
return values[0].map((_, v) => weights.reduce((sum, weight, i) => sum + weight * values[i][v], 0));`,
    },
  ],
  "03.5": [
    {
      what: "own attend",
      status: "passed",
      body: `
return attend(
  tf.matMul(asking, queryWeights),
  tf.matMul(asked, keyWeights),
  tf.matMul(asked, valueWeights),
);`,
    },
    {
      what: "project twice",
      status: "passed",
      body: `
const { queries } = project(asking, queryWeights, keyWeights, valueWeights);
const { keys, values } = project(asked, queryWeights, keyWeights, valueWeights);
const weights = queries.matMul(keys, false, true).softmax();
return { weights, output: weights.matMul(values) };`,
    },
    {
      what: "roles swapped",
      status: "failed",
      mistake: "the two sentences swapped",
      body: `
return attend(
  tf.matMul(asked, queryWeights),
  tf.matMul(asking, keyWeights),
  tf.matMul(asking, valueWeights),
);`,
    },
    {
      what: "values from asking",
      status: "failed",
      mistake: "values of the sentence that asks",
      body: `
return attend(
  tf.matMul(asking, queryWeights),
  tf.matMul(asked, keyWeights),
  tf.matMul(asking, valueWeights),
);`,
    },
    {
      what: "all from asked",
      status: "failed",
      mistake: "the asked sentence asks itself",
      body: `
const p = project(asked, queryWeights, keyWeights, valueWeights);
return attend(p.queries, p.keys, p.values);`,
    },
    {
      what: "all from asking",
      status: "failed",
      mistake: "the asking sentence asks itself",
      body: `
const p = project(asking, queryWeights, keyWeights, valueWeights);
return attend(p.queries, p.keys, p.values);`,
    },
    {
      what: "keys from asking",
      status: "failed",
      mistake: "keys of the sentence that asks",
      body: `
return attend(
  tf.matMul(asking, queryWeights),
  tf.matMul(asking, keyWeights),
  tf.matMul(asked, valueWeights),
);`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "scaled already",
      body: `
const weights = tf.softmax(
  tf.div(
    tf.matMul(tf.matMul(asking, queryWeights), tf.matMul(asked, keyWeights), false, true),
    Math.sqrt(keyWeights.shape[1]),
  ),
);
return { weights, output: tf.matMul(weights, tf.matMul(asked, valueWeights)) };`,
    },
    {
      what: "values not projected",
      status: "failed",
      mistake: "values not projected",
      body: `
return attend(tf.matMul(asking, queryWeights), tf.matMul(asked, keyWeights), asked);`,
    },
    {
      what: "Wq and Wk swapped",
      status: "failed",
      mistake: "W_Q and W_K swapped",
      body: `
return attend(
  tf.matMul(asking, keyWeights),
  tf.matMul(asked, queryWeights),
  tf.matMul(asked, valueWeights),
);`,
    },
    {
      what: "keys with Wq",
      status: "failed",
      mistake: "one matrix for queries and keys",
      body: `
return attend(
  tf.matMul(asking, queryWeights),
  tf.matMul(asked, queryWeights),
  tf.matMul(asked, valueWeights),
);`,
    },
    {
      what: "no softmax",
      status: "failed",
      mistake: "no softmax",
      body: `
const weights = tf.matMul(
  tf.matMul(asking, queryWeights),
  tf.matMul(asked, keyWeights),
  false,
  true,
);
return { weights, output: tf.matMul(weights, tf.matMul(asked, valueWeights)) };`,
    },
    {
      what: "softmax over queries",
      status: "failed",
      mistake: "softmax over the words that ask",
      body: `
const s = tf.matMul(
  tf.matMul(asking, queryWeights),
  tf.matMul(asked, keyWeights),
  false,
  true,
);
const weights = tf.transpose(tf.softmax(tf.transpose(s)));
return { weights, output: tf.matMul(weights, tf.matMul(asked, valueWeights)) };`,
    },
    {
      what: "other brackets: query and key matrix joined, value matrix after the sum",
      status: "passed",
      body: `
return tf.tidy(() => {
  const joined = tf.matMul(queryWeights, keyWeights, false, true);
  const scores = tf.matMul(tf.matMul(asking, joined), asked, false, true);
  const weights = tf.softmax(scores);
  return { output: tf.matMul(tf.matMul(weights, asked), valueWeights), weights };
});`,
    },
    {
      what: "plain arrays with a small matrix helper",
      status: "passed",
      body: `
const rowsOf = (tensor: tf.Tensor) => tensor.arraySync() as number[][];
const multiply = (a: number[][], b: number[][]) =>
  a.map((row) => b[0].map((_, j) => row.reduce((sum, number, i) => sum + number * b[i][j], 0)));
const flip = (a: number[][]) => a[0].map((_, j) => a.map((row) => row[j]));
const queries = multiply(rowsOf(asking), rowsOf(queryWeights));
const keys = multiply(rowsOf(asked), rowsOf(keyWeights));
const values = multiply(rowsOf(asked), rowsOf(valueWeights));
const weights = multiply(queries, flip(keys)).map((row) => {
  const top = Math.max(...row);
  const powers = row.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
});
return { output: tf.tensor2d(multiply(weights, values)), weights: tf.tensor2d(weights) };`,
    },
    {
      what: "sentences swapped",
      status: "failed",
      mistake: "the two sentences swapped",
      body: `
const queries = tf.matMul(asked, queryWeights);
const keys = tf.matMul(asking, keyWeights);
const values = tf.matMul(asking, valueWeights);
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "all three roles from the asking sentence",
      status: "failed",
      mistake: "the asking sentence asks itself",
      body: `
const roles: tf.Tensor[] = [queryWeights, keyWeights, valueWeights];
const [queries, keys, values] = roles.map((W) => tf.matMul(asking, W));
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
return { output: tf.matMul(weights, values), weights };`,
    },
    {
      what: "value matrix forgotten",
      status: "failed",
      mistake: "values not projected",
      body: `
const queries = tf.matMul(asking, queryWeights);
const keys = tf.matMul(asked, keyWeights);
const weights = tf.softmax(tf.matMul(queries, keys, false, true));
const output = tf.matMul(weights, asked);
return { output, weights };`,
    },
  ],
};
