/** Right answers of notebook 04 in styles that people write: all of them pass. */
import type { AnswerCells } from "../written_answers.ts";

/** By exercise id, then by how they are written. */
export const rightAnswers: AnswerCells = {
  "04.1": {
    "matMul diagonal": `function dotProductVariance(q, k) {
  const m = tf.matMul(q, k, false, true).arraySync();
  const p = m.map((r, i) => r[i]);
  const mean = p.reduce((a, b) => a + b) / p.length;
  return p.map((x) => (x - mean) ** 2).reduce((a, b) => a + b) / (p.length - 1);
}`,
    "for of entries, Math.pow": `var dotProductVariance = function (queries, keys) {
  let s = 0, ss = 0;
  for (const [i, q] of queries.entries()) {
    let d = 0;
    q.forEach((x, j) => {
      d += x * keys[i][j];
    });
    s += d;
    ss += Math.pow(d, 2);
  }
  const n = queries.length;
  return (ss - s * s / n) / (n - 1);
};`,
    "the mean of squares in tensors": `function dotProductVariance(q, k) {
  const p = tf.tensor2d(q).mul(tf.tensor2d(k)).sum(-1);
  const n = q.length;
  const v = p.square().mean().sub(p.mean().square()).mul(n / (n - 1));
  return v.arraySync();
}`,
    "loops": `function dotProductVariance(queries, keys) {
  const dots = [];
  for (let i = 0; i < queries.length; i++) {
    let dot = 0;
    for (let j = 0; j < queries[i].length; j++) dot += queries[i][j] * keys[i][j];
    dots.push(dot);
  }
  let mean = 0;
  for (const d of dots) mean += d / dots.length;
  let total = 0;
  for (const d of dots) total += (d - mean) * (d - mean);
  console.log("dots", dots.length);
  return total / (dots.length - 1);
}`,
    "the mean of squares less the squared mean": `const dotProductVariance = (queries, keys) => {
  const x = queries.map((q, i) => q.reduce((s, v, j) => s + v * keys[i][j], 0));
  const n = x.length;
  const mean = x.reduce((a, b) => a + b) / n;
  return (x.reduce((a, b) => a + b * b, 0) / n - mean ** 2) * n / (n - 1);
};`,
    "tensors": `function dotProductVariance(queries, keys) {
  const dots = tf.sum(tf.mul(tf.tensor2d(queries), tf.tensor2d(keys)), 1);
  const { variance } = tf.moments(dots);
  return variance.dataSync()[0] * dots.size / (dots.size - 1);
}`,
    "methods in a tidy": `function dotProductVariance(queries, keys) {
  return tf.tidy(() => {
    const dots = tf.tensor(queries).mul(keys).sum(1);
    return dots.sub(dots.mean()).square().sum().div(queries.length - 1).arraySync();
  });
}`,
    "one pass, after Welford": `function dotProductVariance(queries: number[][], keys: number[][]) {
  let n = 0, mean = 0, m2 = 0;
  queries.forEach((q, i) => {
    const x = q.reduce((s, v, j) => s + v * keys[i][j], 0);
    const delta = x - mean;
    mean += delta / ++n;
    m2 += delta * (x - mean);
  });
  return m2 / (n - 1);
}`,
    "half the mean squared difference of all pairs":
      `async function dotProductVariance(queries, keys) {
  const x = Float64Array.from(queries, (q, i) => q.reduce((s, v, j) => s + v * keys[i][j], 0));
  let total = 0;
  for (const a of x) for (const b of x) total += (a - b) ** 2;
  return total / (2 * x.length * (x.length - 1));
}`,
    "Welford": `function dotProductVariance(queries, keys) {
  let n = 0, mean = 0, m2 = 0;
  for (let i = 0; i < queries.length; i++) {
    let x = 0;
    for (let j = 0; j < queries[i].length; j++) x += queries[i][j] * keys[i][j];
    n++;
    const d = x - mean;
    mean += d / n;
    m2 += d * (x - mean);
  }
  return m2 / (n - 1);
}`,
    "tf.moments corrected": `function dotProductVariance(queries, keys) {
  const dots = tf.mul(tf.tensor2d(queries), tf.tensor2d(keys)).sum(1);
  const n = queries.length;
  return tf.moments(dots).variance.dataSync()[0] * n / (n - 1);
}`,
    "zip and reduce": `const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
function dotProductVariance(queries: number[][], keys: number[][]): number {
  const dots = queries.map((q, i) => sum(q.map((x, j) => x * keys[i][j])));
  const mean = sum(dots) / dots.length;
  return sum(dots.map((d) => (d - mean) ** 2)) / (dots.length - 1);
}`,
  },
  "04.2": {
    "a field too many":
      `function scaledDotProductAttention(queries: tf.Tensor2D, keys: tf.Tensor2D, values: tf.Tensor2D) {
  const dk = keys.shape.at(-1)!;
  const scores = tf.matMul(queries, keys.transpose()).mul(1 / Math.sqrt(dk));
  const m = scores.max(1, true);
  const e = scores.sub(m).exp();
  const weights = e.div(e.sum(1, true));
  return { output: weights.matMul(values), weights, scores };
}`,
    "dot": `const scaledDotProductAttention = (q, k, v) => {
  const weights = tf.softmax(tf.dot(q, k.transpose()).div(tf.sqrt(q.shape[1])), -1);
  return { weights, output: tf.dot(weights, v) };
};`,
    "methods of tensors": `function scaledDotProductAttention(queries, keys, values) {
  const weights = queries.matMul(keys, false, true).div(Math.sqrt(keys.shape[1])).softmax();
  return { output: weights.matMul(values), weights };
}`,
    "an instance of a class": `class Result {
  constructor(readonly output: tf.Tensor, readonly weights: tf.Tensor) {}
}
function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return new Result(tf.matMul(weights, values), weights);
}`,
    "a map": `const scaledDotProductAttention = (queries, keys, values) => {
  const weights = tf.softmax(tf.matMul(tf.div(queries, keys.shape[1] ** 0.5), tf.transpose(keys)));
  return new Map([["weights", weights], ["output", tf.matMul(weights, values)]]);
};`,
    "loops over rows": `function scaledDotProductAttention(queries, keys, values) {
  const q = queries.arraySync(), k = keys.arraySync(), v = values.arraySync();
  const weights = q.map((a) => {
    const scores = k.map((b) => a.reduce((sum, x, i) => sum + x * b[i], 0) / Math.sqrt(b.length));
    const top = Math.max(...scores);
    const powers = scores.map((s) => Math.exp(s - top));
    const total = powers.reduce((x, y) => x + y);
    return powers.map((p) => p / total);
  });
  const output = weights.map((row) => v[0].map((_, c) => row.reduce((s, w, r) => s + w * v[r][c], 0)));
  return { output: tf.tensor(output), weights: tf.tensor(weights) };
}`,
    "promises in fields": `function scaledDotProductAttention(queries, keys, values) {
  const weights = tf.softmax(tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(keys.shape[1])));
  return { output: Promise.resolve(tf.matMul(weights, values)), weights: (async () => weights)() };
}`,
    "chaining with rsqrt": `function scaledDotProductAttention(queries, keys, values) {
  const dk = queries.shape[queries.shape.length - 1];
  const weights = queries.matMul(keys.transpose()).mul(1 / Math.sqrt(dk)).softmax();
  return { output: weights.matMul(values), weights };
}`,
    "queries scaled first": `function scaledDotProductAttention(queries, keys, values) {
  const scaled = queries.div(tf.sqrt(tf.scalar(keys.shape[1])));
  const weights = tf.softmax(tf.matMul(scaled, keys, false, true), -1);
  const output = tf.matMul(weights, values);
  return { output, weights };
}`,
    "own softmax in a helper":
      `const soft = (s) => tf.tidy(() => { const e = s.sub(s.max(-1, true)).exp(); return e.div(e.sum(-1, true)); });
function scaledDotProductAttention(Q, K, V) {
  const weights = soft(tf.dot(Q, K.transpose()).div(K.shape.at(-1) ** 0.5));
  return { output: tf.dot(weights, V), weights };
}`,
  },
  "04.3": {
    "Einstein's summation": `function softmaxJacobian(scores) {
  const weights = tf.softmax(scores);
  const diagonal = tf.mul(tf.eye(weights.shape[0]), weights);
  return tf.sub(diagonal, tf.einsum("i,j->ij", weights, weights));
}`,
    "outer by matmul": `function softmaxJacobian(scores) {
  const w = scores.softmax().reshape([-1, 1]);
  return tf.diag(w.flatten()).sub(w.matMul(w, false, true));
}`,
    "the quotient rule in loops": `function softmaxJacobian(s) {
  const x = Array.from(s.dataSync());
  const m = Math.max(...x);
  const e = x.map((v) => Math.exp(v - m));
  const z = e.reduce((a, b) => a + b, 0);
  const out = [];
  for (let i = 0; i < x.length; i++) {
    out[i] = [];
    for (let j = 0; j < x.length; j++) {
      out[i][j] = i == j
        ? e[i] * (z - e[i]) / (z * z)
        : -e[i] * e[j] / (z * z);
    }
  }
  return tf.tensor2d(out);
}`,
    "one case on the diagonal, one off it": `function softmaxJacobian(s) {
  const w = tf.softmax(s);
  const n = s.shape[0];
  return tf.where(
    tf.eye(n).cast("bool"),
    tf.mul(w, tf.sub(1, w)).expandDims(1).tile([1, n]),
    tf.neg(tf.outerProduct(w, w)),
  );
}`,
    "methods of tensors": `function softmaxJacobian(scores) {
  const w = scores.softmax();
  return tf.eye(w.size).mul(w).sub(w.expandDims(1).mul(w.expandDims(0)));
}`,
    "a diagonal less an outer product": `const softmaxJacobian = (scores) => {
  const w = tf.softmax(scores);
  return tf.sub(tf.diag(w), tf.outerProduct(w, w));
};`,
    "two loops": `function softmaxJacobian(scores) {
  const w = tf.softmax(scores).arraySync();
  const n = w.length;
  const J = [];
  for (let i = 0; i < n; i++) {
    J.push([]);
    for (let j = 0; j < n; j++) {
      if (i === j) J[i][j] = w[i] * (1 - w[i]);
      else J[i][j] = -w[i] * w[j];
    }
  }
  return tf.tensor(J);
}`,
    "one gradient for each weight": `function softmaxJacobian(scores) {
  const n = scores.shape[0];
  const rows = [...Array(n).keys()].map((i) => tf.grad((s) => tf.softmax(s).slice([i], [1]).sum())(scores));
  return tf.stack(rows);
}`,
    "its own stable softmax": `function softmaxJacobian(scores) {
  return tf.tidy(() => {
    const powers = scores.sub(scores.max()).exp();
    const w = powers.div(powers.sum());
    const column = w.reshape([-1, 1]);
    return tf.eye(w.shape[0]).sub(w).mul(column);
  });
}`,
    "by logarithms": `function softmaxJacobian(scores) {
  const logs = tf.logSoftmax(scores);
  const both = tf.exp(tf.add(tf.expandDims(logs, 1), logs));
  return tf.sub(tf.diag(tf.exp(logs)), both);
}`,
    "diag minus outer": `function softmaxJacobian(scores) {
  const w = tf.softmax(scores);
  return tf.diag(w).sub(tf.outerProduct(w, w));
}`,
    "loops": `function softmaxJacobian(scores) {
  const s = Array.from(scores.dataSync());
  const m = Math.max(...s);
  const e = s.map((x) => Math.exp(x - m));
  const z = e.reduce((a, b) => a + b, 0);
  const w = e.map((x) => x / z);
  const J = [];
  for (let i = 0; i < w.length; i++) {
    J.push([]);
    for (let j = 0; j < w.length; j++) J[i].push(i === j ? w[i] * (1 - w[i]) : -w[i] * w[j]);
  }
  return tf.tensor2d(J);
}`,
    "autograd by rows": `function softmaxJacobian(scores) {
  const n = scores.shape[0];
  const rows = [...Array(n).keys()].map((i) => tf.grad((s) => tf.softmax(s).gather(tf.scalar(i, "int32")))(scores));
  return tf.stack(rows);
}`,
    "w ∘ (1 − w) by broadcasting": `function softmaxJacobian(scores) {
  const w = scores.softmax();
  const n = w.shape[0];
  return w.reshape([n, 1]).mul(tf.eye(n).sub(w.reshape([1, n])));
}`,
  },
  "04.4": {
    "ternary in map":
      `const entropy = (ws) => ws.map((w) => w ? -w * Math.log(w) : 0).reduce((a, b) => a + b);`,
    "ones in place of zeros": `function entropy(weights: number[]) {
  const w = tf.tensor1d(weights);
  const safe = tf.where(w.greater(0), w, tf.onesLike(w));
  return w.mul(safe.log()).sum().neg().arraySync();
}`,
    "flatMap": `function entropy(weights) {
  return weights.flatMap((w) => w > 0 ? [w * Math.log(w)] : []).reduce((s, x) => s - x, 0);
}`,
    "isNaN filter": `function entropy(weights) {
  return -weights.map((w) => w * Math.log(w)).filter((t) => !Number.isNaN(t)).reduce(
    (a, b) => a + b,
    0,
  );
}`,
    "logarithms of what is not 0": `function entropy(weights) {
  return weights.map((w) => w === 0 ? 0 : w * -Math.log(w)).reduce((a, b) => a + b, 0);
}`,
    "recursion": `function entropy([first, ...rest]) {
  if (first === undefined) return 0;
  return entropy(rest) + (first > 0 ? first * Math.log(1 / first) : 0);
}`,
    "a little added": `const entropy = (weights) => {
  console.log(weights);
  return -weights.reduce((s, w) => s + w * Math.log(w + 1e-12), 0);
};`,
    "a generator": `function entropy(weights) {
  function* terms() { for (const w of weights) yield w > 0 ? w * Math.log2(w) * Math.LN2 : 0; }
  let h = 0;
  for (const t of terms()) h -= t;
  return h;
}`,
    "a loop": `function entropy(weights) {
  let sum = 0;
  for (const w of weights) if (w > 0) sum -= w * Math.log(w);
  return sum;
}`,
    "a constant of a tuple":
      `const [entropy] = [(weights) => weights.reduce((s, w) => w ? s - w * Math.log(w) : s, 0)];`,
    "tensors": `function entropy(weights) {
  const w = tf.tensor1d(weights);
  return tf.neg(tf.sum(tf.mul(w, tf.log(tf.maximum(w, 1e-30))))).dataSync()[0];
}`,
    "ternary":
      `const entropy = (weights) => -weights.reduce((h, w) => h + (w > 0 ? w * Math.log(w) : 0), 0);`,
    "filter, loop": `function entropy(weights: number[]): number {
  let h = 0;
  for (const w of weights.filter((x) => x !== 0)) h -= w * Math.log(w);
  return h;
}`,
    "epsilon as often written":
      `function entropy(weights) { return weights.reduce((h, w) => h - w * Math.log(w + 1e-12), 0); }`,
    "log2 turned into nats":
      `function entropy(weights) { return weights.filter(Boolean).map((p) => p * Math.log2(1 / p)).reduce((a, b) => a + b, 0) * Math.LN2; }`,
  },
  "04.5": {
    "tfjs differentiates": `function scoreGradient(scores, values, force) {
  const loss = (s) => tf.sum(tf.mul(tf.matMul(tf.softmax(s).expandDims(0), values), force));
  return tf.grad(loss)(scores);
}`,
    "the Jacobian times the pulls": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(scores);
  const jacobian = tf.sub(tf.diag(w), tf.outerProduct(w, w));
  return tf.dot(jacobian, tf.dot(values, force));
}`,
    "methods of tensors": `function scoreGradient(scores, values, force) {
  const w = scores.softmax();
  const pulls = values.mul(force).sum(1);
  return w.mul(pulls.sub(w.mul(pulls).sum()));
}`,
    "loops": `function scoreGradient(scores, values, force) {
  const s = scores.arraySync(), v = values.arraySync(), g = force.arraySync();
  const e = s.map((x) => Math.exp(x - Math.max(...s)));
  const z = e.reduce((a, b) => a + b);
  const w = e.map((x) => x / z);
  const pull = v.map((row) => row.reduce((t, x, d) => t + x * g[d], 0));
  return tf.tensor1d(s.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < s.length; j++) sum += w[j] * ((i === j ? 1 : 0) - w[i]) * pull[j];
    return sum;
  }));
}`,
    "output against the force": `function scoreGradient(scores, values, force) {
  const w = tf.softmax(scores);
  const output = tf.dot(w, values);
  return tf.mul(w, tf.dot(tf.sub(values, output), force));
}`,
  },
};
