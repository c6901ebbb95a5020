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
  ],
};
