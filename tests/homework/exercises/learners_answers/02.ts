/** Answers to the exercises of notebook 02 in the words of learners, and what is to be said of each. */
import type { LearnersAnswers } from "../learners_answers.ts";

/** By exercise id. */
export const learnersAnswers: LearnersAnswers = {
  "02.1": [
    {
      what: "chained",
      status: "passed",
      body: `
const e = scores.sub(scores.max(-1, true)).exp();
return e.div(e.sum(-1, true));`,
    },
    {
      what: "logSumExp",
      status: "passed",
      body: `
return tf.exp(tf.sub(scores, tf.logSumExp(scores, 1, true)));`,
    },
    {
      what: "arrays",
      status: "passed",
      body: `
const rows = scores.arraySync() as number[][];
return tf.tensor2d(rows.map((행) => {
  const 최대 = Math.max(...행);
  const e = 행.map((s) => Math.exp(s - 최대));
  const 합 = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / 합);
}));`,
    },
    {
      what: "unstack stack",
      status: "passed",
      body: `
return tf.stack(
  tf.unstack(scores).map((row) => {
    const e = tf.exp(tf.sub(row, tf.max(row)));
    return tf.div(e, tf.sum(e));
  }),
);`,
    },
    {
      what: "axis 0",
      status: "failed",
      mistake: "wrong axis",
      body: `
const e = tf.exp(tf.sub(scores, tf.max(scores, 0, true)));
return tf.div(e, tf.sum(e, 0, true));`,
    },
    {
      what: "no subtraction",
      status: "failed",
      mistake: "overflow",
      body: `
const e = tf.exp(scores);
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "sum over all",
      status: "failed",
      mistake: "all rows together",
      body: `
const e = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
return tf.div(e, tf.sum(e));`,
    },
    {
      what: "max of everything",
      status: "failed",
      mistake: "the largest score of all rows",
      body: `
const e = tf.exp(tf.sub(scores, tf.max(scores)));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "mean instead of sum",
      status: "failed",
      mistake: "divides by the mean",
      body: `
const e = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
return tf.div(e, tf.mean(e, -1, true));`,
    },
    {
      what: "added max",
      status: "failed",
      mistake: "right, but NaN or ∞ in places",
      body: `
const e = tf.exp(tf.add(scores, tf.max(scores, -1, true)));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "divides by max",
      status: "failed",
      mistake: "divided by the row's largest score",
      body: `
const e = tf.exp(tf.div(scores, tf.max(scores, -1, true)));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "log softmax",
      status: "failed",
      mistake: "the logarithm of the weights",
      body: `
const s = tf.sub(scores, tf.max(scores, -1, true));
return tf.sub(s, tf.log(tf.sum(tf.exp(s), -1, true)));`,
    },
    {
      what: "divides scores by their sum",
      status: "failed",
      mistake: "no exp",
      body: `
const s = tf.sub(scores, tf.max(scores, -1, true));
return tf.div(s, tf.sum(s, -1, true));`,
    },
    {
      what: "sign flipped",
      status: "failed",
      mistake: "the smallest score gets most",
      body: `
const e = tf.exp(tf.sub(tf.max(scores, -1, true), scores));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "mean subtracted",
      status: "failed",
      mistake: "not the row's largest score subtracted",
      body: `
const e = tf.exp(tf.sub(scores, tf.mean(scores, -1, true)));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "base 2",
      status: "failed",
      mistake: "powers of another base than e",
      body: `
const e = tf.pow(2, tf.sub(scores, tf.max(scores, -1, true)));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "exp without norm",
      status: "failed",
      mistake: "not divided by the sum",
      body: `
return tf.exp(tf.sub(scores, tf.max(scores, -1, true)));`,
    },
    {
      what: "chained ops in tidy, row maximum subtracted",
      status: "passed",
      body: `
return tf.tidy(() => {
  const powers = scores.sub(scores.max(-1, true)).exp();
  return powers.div(powers.sum(-1, true));
});`,
    },
    {
      what: "plain rows, map and reduce",
      status: "passed",
      body: `
const rows = scores.arraySync() as number[][];
const weights = rows.map((row) => {
  const top = Math.max(...row);
  const powers = row.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
});
return tf.tensor2d(weights);`,
    },
    {
      what: "nothing subtracted",
      status: "failed",
      mistake: "overflow",
      body: `
const powers = tf.exp(scores);
return tf.div(powers, tf.sum(powers, -1, true));`,
    },
    {
      what: "maximum of the whole tensor",
      status: "failed",
      mistake: "the largest score of all rows",
      body: `
const powers = tf.exp(tf.sub(scores, tf.max(scores)));
return tf.div(powers, tf.sum(powers, -1, true));`,
    },
    {
      what: "sum along the wrong axis",
      status: "failed",
      mistake: "wrong axis",
      body: `
const powers = tf.exp(tf.sub(scores, tf.max(scores, -1, true)));
return tf.div(powers, tf.sum(powers, 0, true));`,
    },
  ],
  "02.2": [
    {
      what: "broadcast",
      status: "passed",
      body: `
const q = queries.matMul(queryWeights).expandDims(1),
  k = states.matMul(keyWeights).expandDims(0);
return q.add(k).tanh().mul(scoreWeights).sum(-1);`,
    },
    {
      what: "matmul v",
      status: "passed",
      body: `
const q = tf.matMul(queries, queryWeights), k = tf.matMul(states, keyWeights);
const [n, a] = q.shape, m = k.shape[0];
const h = tf.tanh(tf.add(tf.reshape(q, [n, 1, a]), tf.reshape(k, [1, m, a])));
return tf.reshape(tf.matMul(tf.reshape(h, [n * m, a]), tf.reshape(scoreWeights, [a, 1])), [
  n,
  m,
]);`,
    },
    {
      what: "loops",
      status: "passed",
      body: `
const Q = queries.arraySync(),
  S = states.arraySync(),
  A = queryWeights.arraySync(),
  B = keyWeights.arraySync(),
  v = scoreWeights.arraySync();
const proj = (row, W, j) => row.reduce((sum, x, i) => sum + x * W[i][j], 0);
return tf.tensor2d(
  Q.map((q) =>
    S.map((s) =>
      v.reduce((sum, vj, j) => sum + vj * Math.tanh(proj(q, A, j) + proj(s, B, j)), 0)
    )
  ),
);`,
    },
    {
      what: "einsum",
      status: "passed",
      body: `
const h = tf.tanh(
  tf.add(
    tf.expandDims(tf.einsum("qd,da->qa", queries, queryWeights), 1),
    tf.einsum("ks,sa->ka", states, keyWeights),
  ),
);
return tf.einsum("qka,a->qk", h, scoreWeights);`,
    },
    {
      what: "transposed result",
      status: "failed",
      mistake: "one row for each key",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 0),
  k = tf.expandDims(tf.matMul(states, keyWeights), 1);
return tf.sum(tf.mul(tf.tanh(tf.add(q, k)), scoreWeights), -1);`,
    },
    {
      what: "no tanh",
      status: "failed",
      mistake: "no tanh",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.sum(tf.mul(tf.add(q, k), scoreWeights), -1);`,
    },
    {
      what: "multiply instead of add",
      status: "failed",
      mistake: "multiplies instead of adding",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.sum(tf.mul(tf.tanh(tf.mul(q, k)), scoreWeights), -1);`,
    },
    {
      what: "mean over attention",
      status: "failed",
      mistake: "the mean for the sum",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.mean(tf.mul(tf.tanh(tf.add(q, k)), scoreWeights), -1);`,
    },
    {
      what: "tanh after v",
      status: "failed",
      mistake: "tanh of the score",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.tanh(tf.sum(tf.mul(tf.add(q, k), scoreWeights), -1));`,
    },
    {
      what: "subtract",
      status: "failed",
      mistake: "subtracts instead of adding",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.sum(tf.mul(tf.tanh(tf.sub(q, k)), scoreWeights), -1);`,
    },
    {
      what: "sigmoid",
      status: "failed",
      mistake: "another function than tanh",
      body: `
const q = tf.expandDims(tf.matMul(queries, queryWeights), 1),
  k = tf.expandDims(tf.matMul(states, keyWeights), 0);
return tf.sum(tf.mul(tf.sigmoid(tf.add(q, k)), scoreWeights), -1);`,
    },
    {
      what: "dot product of projections",
      status: "failed",
      mistake: "multiplies instead of adding",
      body: `
return tf.matMul(
  tf.matMul(queries, queryWeights),
  tf.matMul(states, keyWeights),
  false,
  true,
);`,
    },
    {
      what: "broadcasting, then one product with v as a column",
      status: "passed",
      body: `
const asked = tf.matMul(queries, queryWeights).expandDims(1);
const offered = tf.matMul(states, keyWeights).expandDims(0);
const met = tf.tanh(tf.add(asked, offered));
const flat = met.reshape([-1, scoreWeights.size]);
return flat.matMul(scoreWeights.reshape([-1, 1])).reshape([queries.shape[0], states.shape[0]]);`,
    },
    {
      what: "loops over plain rows",
      status: "passed",
      body: `
const project = (row: number[], matrix: number[][]) =>
  matrix[0].map((_, j) => row.reduce((sum, number, i) => sum + number * matrix[i][j], 0));
const wq = queryWeights.arraySync() as number[][];
const wk = keyWeights.arraySync() as number[][];
const v = scoreWeights.arraySync() as number[];
const asked = (queries.arraySync() as number[][]).map((row) => project(row, wq));
const offered = (states.arraySync() as number[][]).map((row) => project(row, wk));
const scores: number[][] = [];
for (const q of asked) {
  const line: number[] = [];
  for (const k of offered) {
    let score = 0;
    for (let a = 0; a < v.length; a++) score += v[a] * Math.tanh(q[a] + k[a]);
    line.push(score);
  }
  scores.push(line);
}
return tf.tensor2d(scores);`,
    },
    {
      what: "tanh of each part alone",
      status: "failed",
      mistake: "a tanh for each before they meet",
      body: `
const asked = tf.tanh(tf.expandDims(tf.matMul(queries, queryWeights), 1));
const offered = tf.tanh(tf.expandDims(tf.matMul(states, keyWeights), 0));
return tf.sum(tf.mul(tf.add(asked, offered), scoreWeights), -1);`,
    },
    {
      what: "tanh after the sum with v",
      status: "failed",
      mistake: "tanh of the score",
      body: `
const asked = tf.expandDims(tf.matMul(queries, queryWeights), 1);
const offered = tf.expandDims(tf.matMul(states, keyWeights), 0);
const pairs = tf.add(asked, offered);
return tf.tanh(tf.sum(tf.mul(pairs, scoreWeights), -1));`,
    },
    {
      what: "axes of queries and states swapped",
      status: "failed",
      mistake: "one row for each key",
      body: `
const asked = tf.expandDims(tf.matMul(queries, queryWeights), 0);
const offered = tf.expandDims(tf.matMul(states, keyWeights), 1);
return tf.sum(tf.mul(tf.tanh(tf.add(asked, offered)), scoreWeights), -1);`,
    },
  ],
  "02.3": [
    {
      what: "where -1e9",
      status: "passed",
      body: `
return tf.softmax(
  tf.where(keep.expandDims(0).broadcastTo(scores.shape), scores, tf.fill(scores.shape, -1e9)),
);`,
    },
    {
      what: "where -Infinity",
      status: "passed",
      body: `
return tf.where(tf.broadcastTo(keep, scores.shape), scores, -Infinity).softmax();`,
    },
    {
      what: "gather real columns",
      status: "passed",
      body: `
const k = keep.arraySync();
return tf.tensor2d(
  scores.arraySync().map((row) => {
    const real = row.filter((_, j) => k[j]);
    const m = Math.max(...real);
    const e = row.map((s, j) => k[j] ? Math.exp(s - m) : 0);
    const z = e.reduce((a, b) => a + b);
    return e.map((x) => x / z);
  }),
);`,
    },
    {
      what: "multiplied after, not renormalised",
      status: "failed",
      mistake: "masked after the softmax",
      body: `
return tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));`,
    },
    {
      what: "mask times -1e9 inverted",
      status: "failed",
      mistake: "inverted mask",
      body: `
return tf.softmax(tf.add(scores, tf.mul(tf.cast(keep, "float32"), -1e9)));`,
    },
    {
      what: "scores zeroed",
      status: "failed",
      mistake: "score 0 for padding",
      body: `
return tf.softmax(tf.mul(scores, tf.cast(keep, "float32")));`,
    },
    {
      what: "small -10",
      status: "failed",
      mistake: "hidden, but not deep enough",
      body: `
return tf.softmax(tf.sub(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), 10)));`,
    },
    {
      what: "renormalised after softmax",
      status: "failed",
      mistake: "divides what is left by its sum",
      body: `
const w = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
return tf.div(w, tf.sum(w, -1, true));`,
    },
    {
      what: "first n keys",
      status: "failed",
      mistake: "takes padding to stand at the end",
      body: `
const n = tf.sum(tf.cast(keep, "int32")).dataSync()[0];
const m = tf.less(tf.range(0, keep.shape[0]), n);
return tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(m, "float32")), -1e9)));`,
    },
    {
      what: "ignores the mask",
      status: "failed",
      mistake: "no mask",
      body: `
return tf.softmax(scores);`,
    },
    {
      what: "+1e9",
      status: "failed",
      mistake: "padding lifted instead of lowered",
      body: `
return tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), 1e9)));`,
    },
    {
      what: "-inf times mask",
      status: "failed",
      mistake: "NaN everywhere, as from 0 · ∞",
      body: `
return tf.softmax(tf.add(scores, tf.mul(tf.sub(1, tf.cast(keep, "float32")), -Infinity)));`,
    },
    {
      what: "exp, mask, no max",
      status: "failed",
      mistake: "overflow",
      body: `
const e = tf.mul(tf.exp(scores), tf.cast(keep, "float32"));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "max over padding too",
      status: "failed",
      mistake: "divides what is left by its sum",
      body: `
const e = tf.mul(tf.exp(tf.sub(scores, tf.max(scores, -1, true))), tf.cast(keep, "float32"));
return tf.div(e, tf.sum(e, -1, true));`,
    },
    {
      what: "-1 for padding",
      status: "failed",
      mistake: "hidden, but not deep enough",
      body: `
return tf.softmax(
  tf.where(tf.broadcastTo(keep, scores.shape), scores, tf.fill(scores.shape, -1)),
);`,
    },
    {
      what: "uniform",
      status: "failed",
      mistake: "equal shares",
      body: `
const k = tf.cast(keep, "float32");
return tf.broadcastTo(tf.div(k, tf.sum(k)), scores.shape);`,
    },
    {
      what: "tf.where with minus infinity before the softmax",
      status: "passed",
      body: `
return tf.tidy(() => {
  const hidden = tf.fill([scores.shape[0], keep.size], -Infinity);
  return tf.softmax(tf.where(keep, scores, hidden));
});`,
    },
    {
      what: "plain rows, softmax over the real words alone",
      status: "passed",
      body: `
const real = [...keep.dataSync()];
const rows = scores.arraySync() as number[][];
return tf.tensor2d(rows.map((row) => {
  let top = -Infinity;
  row.forEach((score, j) => {
    if (real[j]) top = Math.max(top, score);
  });
  let total = 0;
  const powers = row.map((score, j) => {
    const power = real[j] ? Math.exp(score - top) : 0;
    total += power;
    return power;
  });
  return powers.map((power) => power / total);
}));`,
    },
    {
      what: "masked after the softmax",
      status: "failed",
      mistake: "masked after the softmax",
      body: `
return tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));`,
    },
    {
      what: "scores of padding set to 0",
      status: "failed",
      mistake: "score 0 for padding",
      body: `
return tf.softmax(tf.mul(scores, tf.cast(keep, "float32")));`,
    },
    {
      what: "softmax of all, then divided again",
      status: "failed",
      mistake: "divides what is left by its sum",
      body: `
const kept = tf.mul(tf.softmax(scores), tf.cast(keep, "float32"));
return tf.div(kept, tf.sum(kept, -1, true));`,
    },
  ],
  "02.4": [
    {
      what: "reduce",
      status: "passed",
      body: `
return states.reduce(
  (sum, h, j) => sum.map((x, i) => x + weights[j] * h[i]),
  new Array(states[0].length).fill(0),
);`,
    },
    {
      what: "map columns",
      status: "passed",
      body: `
return states[0].map((_, i) => states.reduce((합, h, j) => 합 + weights[j] * h[i], 0));`,
    },
    {
      what: "mean",
      status: "failed",
      mistake: "divides the weighted sum again",
      body: `
return states[0].map((_, i) =>
  states.reduce((s, h, j) => s + weights[j] * h[i], 0) / states.length
);`,
    },
    {
      what: "unweighted",
      status: "failed",
      mistake: "adds the states without weights",
      body: `
return states[0].map((_, i) => states.reduce((s, h) => s + h[i], 0));`,
    },
    {
      what: "argmax",
      status: "failed",
      mistake: "takes the best state alone",
      body: `
return states[weights.indexOf(Math.max(...weights))];`,
    },
    {
      what: "row dot",
      status: "failed",
      mistake: "one number for each state",
      body: `
return states.map((h, j) => h.reduce((s, x) => s + x * weights[j], 0));`,
    },
    {
      what: "last",
      status: "failed",
      mistake: "the last state alone",
      body: `
const c = new Array(states[0].length).fill(0);
for (let j = 0; j < states.length; j++) {
  for (let i = 0; i < c.length; i++) c[i] = weights[j] * states[j][i];
}
return c;`,
    },
    {
      what: "length by weights",
      status: "failed",
      mistake: "as long as the weights",
      body: `
const c = new Array(weights.length).fill(0);
for (let j = 0; j < states.length; j++) {
  for (let i = 0; i < c.length; i++) c[i] += weights[j] * states[j][i];
}
return c;`,
    },
    {
      what: "skips last",
      status: "failed",
      mistake: "one state left out",
      body: `
const c = new Array(states[0].length).fill(0);
for (let j = 0; j < states.length - 1; j++) {
  for (let i = 0; i < c.length; i++) c[i] += weights[j] * states[j][i];
}
return c;`,
    },
    {
      what: "softmax again",
      status: "failed",
      mistake: "softmax once more",
      body: `
const e = weights.map(Math.exp), z = e.reduce((a, b) => a + b);
return states[0].map((_, i) => states.reduce((s, h, j) => s + e[j] / z * h[i], 0));`,
    },
    {
      what: "map over places, reduce over states",
      status: "passed",
      body: `
return states[0].map((_, i) => weights.reduce((sum, w, j) => sum + w * states[j][i], 0));`,
    },
    {
      what: "two nested loops, adding up",
      status: "passed",
      body: `
const context = new Array<number>(states[0].length).fill(0);
for (let j = 0; j < states.length; j++) {
  for (let i = 0; i < context.length; i++) {
    context[i] += weights[j] * states[j][i];
  }
}
return context;`,
    },
    {
      what: "weights along the state instead of along the words",
      status: "failed",
      mistake: "one number for each state",
      body: `
return states.map((state) => state.reduce((sum, number, i) => sum + number * weights[i], 0));`,
    },
    {
      what: "= instead of +=",
      status: "failed",
      mistake: "the last state alone",
      body: `
const context: number[] = new Array(states[0].length).fill(0);
for (let j = 0; j < states.length; j++) {
  for (let i = 0; i < states[j].length; i++) {
    context[i] = weights[j] * states[j][i];
  }
}
return context;`,
    },
    {
      what: "mean instead of sum",
      status: "failed",
      mistake: "divides the weighted sum again",
      body: `
const context: number[] = new Array(states[0].length).fill(0);
states.forEach((state, j) => state.forEach((number, i) => context[i] += weights[j] * number));
return context.map((number) => number / states.length);`,
    },
  ],
  "02.5": [
    {
      what: "chained",
      status: "passed",
      body: `
const scores = queries.matMul(matrix).matMul(states, false, true);
const weights = attentionWeights(scores, keep);
return { weights, contexts: weights.matMul(states) };`,
    },
    {
      what: "q(Wh^T)",
      status: "passed",
      body: `
const s = tf.matMul(queries, tf.matMul(matrix, tf.transpose(states)));
const weights = tf.softmax(
  tf.where(tf.tile(tf.reshape(keep, [1, -1]), [s.shape[0], 1]), s, tf.fill(s.shape, -1e30)),
);
return { contexts: tf.matMul(weights, states), weights };`,
    },
    {
      what: "no matrix",
      status: "failed",
      mistake: "no matrix between",
      body: `
const s = tf.matMul(queries, states, false, true);
const weights = attentionWeights(s, keep);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "no mask",
      status: "failed",
      mistake: "padding is seen",
      body: `
const weights = tf.softmax(tf.matMul(tf.matMul(queries, matrix), states, false, true));
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "scores as weights",
      status: "failed",
      mistake: "no softmax",
      body: `
const weights = tf.matMul(tf.matMul(queries, matrix), states, false, true);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "scaled",
      status: "failed",
      mistake: "divided by the root of the length",
      body: `
const s = tf.div(
  tf.matMul(tf.matMul(queries, matrix), states, false, true),
  Math.sqrt(states.shape[1]),
);
const weights = attentionWeights(s, keep);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "contexts from scores",
      status: "failed",
      mistake: "collects with the scores",
      body: `
const s = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = attentionWeights(s, keep);
return { weights, contexts: tf.matMul(s, states) };`,
    },
    {
      what: "softmax over queries",
      status: "failed",
      mistake: "softmax over the queries",
      body: `
const s = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = tf.mul(tf.transpose(tf.softmax(tf.transpose(s))), tf.cast(keep, "float32"));
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "softmax then mask",
      status: "failed",
      mistake: "masked after the softmax",
      body: `
const s = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = tf.mul(tf.softmax(s), tf.cast(keep, "float32"));
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "contexts projected",
      status: "failed",
      mistake: "collects translated states",
      body: `
const s = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = attentionWeights(s, keep);
return { weights, contexts: tf.matMul(weights, tf.matMul(states, matrix, false, true)) };`,
    },
    {
      what: "zero scores at padding",
      status: "failed",
      mistake: "score 0 for padding",
      body: `
const s = tf.mul(
  tf.matMul(tf.matMul(queries, matrix), states, false, true),
  tf.cast(keep, "float32"),
);
const weights = tf.softmax(s);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "matrix products, mask by where",
      status: "passed",
      body: `
const scores = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const masked = tf.where(keep, scores, tf.fill([queries.shape[0], states.shape[0]], -Infinity));
const weights = tf.softmax(masked);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "plain arrays from beginning to end",
      status: "passed",
      body: `
const qs = queries.arraySync() as number[][];
const hs = states.arraySync() as number[][];
const w = matrix.arraySync() as number[][];
const real = [...keep.dataSync()];
const inner = (a: number[], b: number[]) => a.reduce((sum, number, i) => sum + number * b[i], 0);
const weightRows = qs.map((q) => {
  const translated = w[0].map((_, j) => inner(q, w.map((line) => line[j])));
  const fits = hs.map((state) => inner(translated, state));
  const top = Math.max(...fits.filter((_, j) => real[j]));
  const powers = fits.map((fit, j) => real[j] ? Math.exp(fit - top) : 0);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
});
const contextRows = weightRows.map((row) => hs[0].map((_, i) => inner(row, hs.map((state) => state[i]))));
return { weights: tf.tensor2d(weightRows), contexts: tf.tensor2d(contextRows) };`,
    },
    {
      what: "mask forgotten",
      status: "failed",
      mistake: "padding is seen",
      body: `
const scores = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = tf.softmax(scores);
return { weights, contexts: tf.matMul(weights, states) };`,
    },
    {
      what: "contexts made of scores",
      status: "failed",
      mistake: "collects with the scores",
      body: `
const scores = tf.matMul(tf.matMul(queries, matrix), states, false, true);
const weights = tf.softmax(tf.where(keep, scores, tf.fill([queries.shape[0], states.shape[0]], -1e9)));
const contexts = tf.matMul(scores, states);
return { weights, contexts };`,
    },
    {
      what: "divided by the root of the length",
      status: "failed",
      mistake: "divided by the root of the length",
      body: `
const scores = tf.div(
  tf.matMul(tf.matMul(queries, matrix), states, false, true),
  Math.sqrt(states.size / states.shape[0]),
);
const weights = tf.softmax(tf.where(keep, scores, tf.fill([queries.shape[0], states.shape[0]], -1e9)));
return { weights, contexts: tf.matMul(weights, states) };`,
    },
  ],
};
