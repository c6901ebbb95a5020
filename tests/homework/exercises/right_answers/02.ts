/** Right answers of notebook 02 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "02.1": {
    "methods of tensors": `function softmax(scores) {
  const powers = scores.sub(scores.max(-1, true)).exp();
  return powers.div(powers.sum(-1, true));
}`,
    "through the logarithm":
      `const softmax = (scores) => tf.exp(tf.sub(scores, tf.logSumExp(scores, -1, true)));`,
    "loops over rows": `function softmax(scores) {
  const rows = scores.arraySync();
  for (const row of rows) {
    const top = Math.max(...row);
    let total = 0;
    for (let i = 0; i < row.length; i++) total += row[i] = Math.exp(row[i] - top);
    for (let i = 0; i < row.length; i++) row[i] /= total;
  }
  return tf.tensor2d(rows);
}`,
    "doubles, without a maximum": `function softmax(scores: tf.Tensor2D) {
  return tf.tensor2d(scores.arraySync().map((row) => row.map((a) => 1 / row.reduce((sum, b) => sum + Math.exp(b - a), 0))));
}`,
    "reshaped maxima": `function softmax(scores) {
  const [queries] = scores.shape;
  const e = tf.exp(tf.sub(scores, tf.reshape(tf.max(scores, 1), [queries, 1])));
  return tf.div(e, tf.expandDims(tf.sum(e, 1), 1));
}`,
    "row by row": `function softmax(scores) {
  return tf.stack(tf.unstack(scores).map((row) => {
    const powers = tf.exp(tf.sub(row, tf.max(row)));
    return tf.div(powers, tf.sum(powers));
  }));
}`,
    "columns": `function softmax(scores) {
  return tf.tidy(() => {
    const columns = tf.transpose(scores);
    const powers = tf.exp(tf.sub(columns, tf.max(columns, 0)));
    return tf.transpose(tf.div(powers, tf.sum(powers, 0)));
  });
}`,
    "asynchronous": `async function softmax(scores: Axes<"query key">) {
  const rows = await scores.array() as number[][];
  console.log("rows", rows.length);
  return tf.tensor(rows.map((row) => {
    const powers = row.map((x) => Math.exp(x - Math.max(...row)));
    const total = powers.reduce((a, b) => a + b);
    return powers.map((x) => x / total);
  }));
}`,
    "e to the logarithm": "const softmax = (scores) => tf.exp(tf.logSoftmax(scores));",
    "tf.pow, and a division that knows 0": `function softmax(scores) {
  return tf.tidy(() => {
    const powers = tf.pow(Math.E, scores.sub(scores.max(1).expandDims(1)));
    return powers.divNoNan(powers.sum(1).reshape([-1, 1]));
  });
}`,
    "chaining": `function softmax(scores) {
  const e = scores.sub(scores.max(1, true)).exp();
  return e.div(e.sum(1, true));
}`,
    "rows of plain numbers": `function softmax(scores) {
  const rows = scores.arraySync().map((row) => {
    const m = Math.max(...row);
    const exps = row.map((s) => Math.exp(s - m));
    const total = exps.reduce((a, b) => a + b, 0);
    return exps.map((e) => e / total);
  });
  return tf.tensor(rows);
}`,
    "log sum exp":
      `function softmax(scores) { return tf.exp(tf.sub(scores, tf.logSumExp(scores, -1, true))); }`,
  },
  "02.2": {
    "Einstein's summation":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = tf.expandDims(tf.einsum("qd,da->qa", queries, queryWeights), 1);
  const k = tf.expandDims(tf.einsum("ks,sa->ka", states, keyWeights), 0);
  return tf.einsum("qka,a->qk", tf.tanh(tf.add(q, k)), scoreWeights);
}`,
    "methods of tensors":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = queries.matMul(queryWeights).expandDims(1);
  const k = states.matMul(keyWeights).expandDims(0);
  return q.add(k).tanh().mul(scoreWeights).sum(-1);
}`,
    "loops over rows":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = tf.matMul(queries, queryWeights).arraySync();
  const k = tf.matMul(states, keyWeights).arraySync();
  const v = scoreWeights.arraySync();
  const scores = [];
  for (const a of q) {
    scores.push(k.map((b) => v.reduce((sum, weight, i) => sum + weight * Math.tanh(a[i] + b[i]), 0)));
  }
  return tf.tensor2d(scores);
}`,
    "a product with the column of v":
      `const additiveScores = (queries, states, queryWeights, keyWeights, scoreWeights) => {
  const [count] = queries.shape, [length] = states.shape, [size] = scoreWeights.shape;
  const sum = tf.add(
    tf.reshape(tf.matMul(queries, queryWeights), [count, 1, size]),
    tf.reshape(tf.matMul(states, keyWeights), [1, length, size]),
  );
  const rows = tf.reshape(tf.tanh(sum), [count * length, size]);
  return tf.reshape(tf.matMul(rows, tf.expandDims(scoreWeights, 1)), [count, length]);
};`,
    "query by query":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const k = tf.dot(states, keyWeights);
  return tf.stack(tf.unstack(queries).map((query) => {
    const q = tf.dot(query, queryWeights);
    return tf.dot(tf.tanh(tf.add(k, q)), scoreWeights);
  }));
}`,
    "tiles": `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  return tf.tidy(() => {
    const q = tf.tile(tf.expandDims(tf.matMul(queries, queryWeights), 1), [1, states.shape[0], 1]);
    const k = tf.tile(tf.expandDims(tf.matMul(states, keyWeights), 0), [queries.shape[0], 1, 1]);
    return tf.sum(tf.mul(scoreWeights, tf.tanh(tf.addN([q, k]))), 2);
  });
}`,
    "tanh by exp":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const x = tf.add(tf.expandDims(tf.matMul(queries, queryWeights), 1), tf.matMul(states, keyWeights));
  const t = tf.sub(1, tf.div(2, tf.add(tf.exp(tf.mul(2, x)), 1)));
  return tf.sum(tf.mul(t, scoreWeights), -1);
}`,
    "tanh by sigmoid": `function additiveScores(q, h, wq, wk, v) {
  const sum = tf.matMul(q, wq).expandDims(1).add(tf.matMul(h, wk).expandDims(0));
  return tf.sigmoid(sum.mul(2)).mul(2).sub(1).mul(v.reshape([1, 1, -1])).sum(2);
}`,
    "broadcasting, v as a matrix":
      `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = queries.matMul(queryWeights).expandDims(1);
  const k = states.matMul(keyWeights).expandDims(0);
  const t = tf.tanh(q.add(k));
  const [n, m, a] = t.shape;
  return t.reshape([n * m, a]).matMul(scoreWeights.reshape([a, 1])).reshape([n, m]);
}`,
    "loops": `function additiveScores(queries, states, queryWeights, keyWeights, scoreWeights) {
  const q = tf.matMul(queries, queryWeights).arraySync();
  const k = tf.matMul(states, keyWeights).arraySync();
  const v = scoreWeights.arraySync();
  const out = [];
  for (const a of q) {
    const row = [];
    for (const b of k) {
      let sum = 0;
      for (let i = 0; i < v.length; i++) sum += v[i] * Math.tanh(a[i] + b[i]);
      row.push(sum);
    }
    out.push(row);
  }
  return tf.tensor2d(out);
}`,
  },
  "02.3": {
    "methods of tensors": `function attentionWeights(scores, keep) {
  const hidden = keep.logicalNot().cast("float32").mul(-1e9);
  return scores.add(hidden).softmax();
}`,
    "where and −∞": `const attentionWeights = (scores, keep) =>
  tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -Infinity)));`,
    "the logarithm of the mask": `function attentionWeights(scores, keep) {
  return tf.softmax(tf.add(scores, tf.log(tf.cast(keep, "float32"))));
}`,
    "where with a scalar": `function attentionWeights(scores, keep) {
  return tf.tidy(() => tf.softmax(tf.where(keep.expandDims(0).tile([scores.shape[0], 1]), scores, -1e9)));
}`,
    "BERT's ten thousand": `function attentionWeights(scores, keep) {
  const mask = tf.mul(tf.sub(1, tf.cast(keep, "float32")), -10000);
  return tf.softmax(tf.add(scores, mask), -1);
}`,
    "loops over rows": `function attentionWeights(scores, keep) {
  const visible = keep.arraySync();
  return tf.tensor2d(scores.arraySync().map((row) => {
    const top = Math.max(...row.filter((_, i) => visible[i]));
    const powers = row.map((score, i) => visible[i] ? Math.exp(score - top) : 0);
    const total = powers.reduce((sum, x) => sum + x, 0);
    return powers.map((x) => x / total);
  }));
}`,
    "powers by hand, masked before the maximum":
      `function attentionWeights(scores: tf.Tensor2D, keep: tf.Tensor1D) {
  const k = keep.toFloat();
  const low = scores.mul(k).add(tf.scalar(1).sub(k).mul(-1e9));
  const powers = tf.exp(low.sub(low.max(1, true))).mul(k);
  return powers.div(powers.sum(1, true));
}`,
    "scattered back": `function attentionWeights(scores, keep) {
  const words = [...keep.dataSync()].flatMap((word, i) => word ? [i] : []);
  const weights = tf.softmax(tf.gather(scores, words, 1));
  const places = tf.oneHot(tf.tensor1d(words, "int32"), keep.shape[0]);
  return tf.matMul(weights, tf.cast(places, "float32"));
}`,
    "another large number": `function attentionWeights(scores, keep) {
  return tf.softmax(scores.add(keep.cast("float32").sub(1).mul(1e30)));
}`,
    "hidden, then cleaned up": `function attentionWeights(scores, keep) {
  const visible = keep.toFloat();
  const weights = tf.softmax(tf.where(keep, scores, tf.onesLike(scores).mul(-1e9))).mul(visible);
  return weights.div(weights.sum(-1, true));
}`,
    "where with -Infinity": `function attentionWeights(scores, keep) {
  return tf.softmax(tf.where(keep.expandDims(0).broadcastTo(scores.shape), scores, tf.fill(scores.shape, -Infinity)), -1);
}`,
    "minus 1e9 times hidden": `function attentionWeights(scores, keep) {
  const hidden = tf.sub(1, tf.cast(keep, "float32"));
  return tf.softmax(scores.sub(hidden.mul(1e9)));
}`,
    "loops": `function attentionWeights(scores, keep) {
  const k = Array.from(keep.dataSync());
  return tf.tensor2d(scores.arraySync().map((row) => {
    const m = Math.max(...row.filter((_, j) => k[j]));
    const e = row.map((s, j) => k[j] ? Math.exp(s - m) : 0);
    const t = e.reduce((a, b) => a + b, 0);
    return e.map((x) => x / t);
  }));
}`,
    "softmax of the real ones through their own maximum":
      `function attentionWeights(scores: tf.Tensor2D, keep: tf.Tensor1D) {
  const mask = keep.toFloat();
  const lowest = scores.min();
  const max = scores.mul(mask).add(tf.sub(1, mask).mul(lowest)).max(1, true);
  const e = tf.where(keep, scores.sub(max), tf.scalar(0)).exp().mul(mask);
  return e.div(e.sum(1, true));
}`,
  },
  "02.4": {
    "loops": `function contextVector(weights, states) {
  const context = new Array(states[0].length).fill(0);
  for (let j = 0; j < states.length; j++) {
    for (let i = 0; i < context.length; i++) context[i] += weights[j] * states[j][i];
  }
  return context;
}`,
    "reduce over the states": `const contextVector = (weights, states) =>
  states.reduce((sum, state, j) => sum.map((x, i) => x + weights[j] * state[i]), states[0].map(() => 0));`,
    "tensors": `function contextVector(weights, states) {
  return tf.dot(tf.tensor1d(weights), tf.tensor2d(states)).arraySync();
}`,
    "a typed array": `function contextVector(weights, states) {
  const context = new Float64Array(states[0].length);
  states.forEach((state, j) => state.forEach((x, i) => (context[i] += x * weights[j])));
  console.log("context", context.length);
  return context;
}`,
    "recursion": `function contextVector([weight, ...weights], [state, ...states]) {
  const own = state.map((x) => weight * x);
  if (states.length === 0) return own;
  const rest = contextVector(weights, states);
  return own.map((x, i) => x + rest[i]);
}`,
    "helpers": `const times = (a: number, v: number[]) => v.map((x) => a * x);
const plus = (u: number[], v: number[]) => u.map((x, i) => x + v[i]);
function contextVector(weights: number[], states: number[][]): number[] {
  return weights.map((w, j) => times(w, states[j])).reduce(plus);
}`,
    "a promise of data": `async function contextVector(weights, states) {
  const product = tf.matMul(tf.tensor2d([weights]), tf.tensor2d(states));
  return await product.data();
}`,
    "divided by the sum of the weights": `function contextVector(weights, states) {
  const total = weights.reduce((a, b) => a + b, 0);
  return Array.from(states[0].keys(), (i) => states.map((s, j) => s[i] * weights[j]).reduce((a, b) => a + b) / total);
}`,
    "broadcasting": `function contextVector(weights, states) {
  return tf.sum(tf.mul(tf.tensor(states), tf.expandDims(tf.tensor(weights), 1)), 0).arraySync();
}`,
    "from the right": `const contextVector = (weights, states) =>
  states.reduceRight((sum, state, j) => sum.map((x, i) => x + weights[j] * state[i]), Array(states[0].length).fill(0));`,
    "reduce":
      `const contextVector = (weights, states) => states.reduce((c, h, j) => c.map((v, d) => v + weights[j] * h[d]), new Array(states[0].length).fill(0));`,
    "columns": `function contextVector(weights: number[], states: number[][]): number[] {
  return states[0].map((_, d) => states.map((h) => h[d]).reduce((s, x, j) => s + x * weights[j], 0));
}`,
    "typed array and tf": `function contextVector(weights, states) {
  return Array.from(tf.dot(tf.tensor1d(weights), tf.tensor2d(states)).dataSync());
}`,
    "Float64Array": `function contextVector(weights, states) {
  const c = new Float64Array(states[0].length);
  for (let j = 0; j < weights.length; ++j) for (let d = 0; d < c.length; ++d) c[d] += weights[j] * states[j][d];
  return [...c];
}`,
  },
  "02.5": {
    "with one's own attentionWeights":
      `function multiplicativeAttention(queries, states, matrix, keep) {
  const weights = attentionWeights(queries.matMul(matrix).matMul(states, false, true), keep);
  return { weights, contexts: weights.matMul(states) };
}`,
    "states translated instead": `function multiplicativeAttention(queries, states, matrix, keep) {
  const offered = tf.matMul(states, matrix, false, true);
  const scores = tf.matMul(queries, offered, false, true);
  const weights = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e9)));
  return { contexts: tf.matMul(weights, states), weights };
}`,
    "padding cut away": `function multiplicativeAttention(queries, states, matrix, keep) {
  const words = [...keep.dataSync()].flatMap((word, i) => word ? [i] : []);
  const real = tf.gather(states, words);
  const inside = tf.softmax(tf.matMul(tf.matMul(queries, matrix), real, false, true));
  const places = tf.cast(tf.oneHot(tf.tensor1d(words, "int32"), keep.shape[0]), "float32");
  return { weights: tf.matMul(inside, places), contexts: tf.matMul(inside, real) };
}`,
    "loops": `function multiplicativeAttention(queries, states, matrix, keep) {
  const [Q, H, W, k] = [queries.arraySync(), states.arraySync(), matrix.arraySync(), keep.dataSync()];
  const weights = Q.map((q) => {
    const scores = H.map((h) =>
      q.reduce((sum, a, i) => sum + a * h.reduce((inner, b, j) => inner + W[i][j] * b, 0), 0)
    );
    const top = Math.max(...scores.filter((_, j) => k[j]));
    const powers = scores.map((score, j) => k[j] ? Math.exp(score - top) : 0);
    const total = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / total);
  });
  const contexts = weights.map((row) => H[0].map((_, i) => row.reduce((sum, w, j) => sum + w * H[j][i], 0)));
  return { weights: tf.tensor2d(weights), contexts: tf.tensor2d(contexts) };
}`,
    "query by query": `function multiplicativeAttention(queries, states, matrix, keep) {
  const low = tf.mul(tf.sub(1, tf.cast(keep, "float32")), -1e9);
  const rows = tf.unstack(queries).map((query) =>
    tf.softmax(tf.add(tf.dot(states, tf.dot(query, matrix)), low))
  );
  const contexts = rows.map((row) => tf.sum(tf.mul(states, tf.expandDims(row, 1)), 0));
  return { weights: tf.stack(rows), contexts: tf.stack(contexts) };
}`,
  },
};
