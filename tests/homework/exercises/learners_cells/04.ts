/** Cells that answer the exercises of notebook 04 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "04.1": [
    {
      what: "generator, const arrow, pairwise differences",
      status: "passed",
      cell: `
// 내적을 하나씩 내보내는 제너레이터
function* pairDots(queries: number[][], keys: number[][]) {
  for (const [i, row] of queries.entries()) {
    yield row.reduce((sum, x, j) => sum + x * keys[i][j], 0);
  }
}

const dotProductVariance = (queries: number[][], keys: number[][]): number => {
  const dots = [...pairDots(queries, keys)];
  const n = dots.length;
  let total = 0;
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) total += (dots[i] - dots[j]) ** 2;
  }
  // the sum over all pairs is n times the sum of squared distances from the mean
  return total / (n * (n - 1));
};`,
    },
    {
      what: "exported, helper class (Welford), test call below",
      status: "passed",
      cell: `
class RunningVariance {
  count = 0;
  average = 0;
  squares = 0;

  push(x: number) {
    this.count++;
    const before = x - this.average;
    this.average += before / this.count;
    this.squares += before * (x - this.average);
    return this;
  }

  get unbiased(): number {
    return this.squares / (this.count - 1);
  }
}

export function dotProductVariance(a: any, b: any) {
  const running = new RunningVariance();
  for (let i = 0; i < a.length; i++) {
    let dot = 0;
    for (const j in a[i]) dot += a[i][j] * b[i][j];
    running.push(dot);
  }
  return running.unbiased;
}

console.log("test:", dotProductVariance([[1, 0], [0, 2], [1, 1]], [[1, 1], [1, 1], [3, 1]]));`,
    },
    {
      what: "one pass, old mean used twice",
      status: "failed",
      mistake: "one pass, one mean used twice",
      cell: `
/**
 * One pass over the pairs (Welford).
 */
function dotProductVariance(queries: number[][], keys: number[][]): number {
  let mean = 0;
  let m2 = 0;
  let n = 0;
  for (let i = 0; i < queries.length; i++) {
    const x = queries[i].map((q, j) => q * keys[i][j]).reduce((a, b) => a + b, 0);
    n += 1;
    const delta = x - mean;
    mean += delta / n;
    m2 += delta * delta;
  }
  return m2 / (n - 1);
}`,
    },
    {
      what: "tf, divides by dim - 1",
      status: "failed",
      mistake: "divides by the number of dimensions",
      cell: `
import * as tf from "@tensorflow/tfjs";

const dotProductVariance = (queries: number[][], keys: number[][]): number =>
  tf.tidy(() => {
    const q = tf.tensor2d(queries);
    const k = tf.tensor2d(keys);
    const dots = q.mul(k).sum(1);
    const n = q.shape[1];
    const centred = dots.sub(dots.mean());
    return centred.square().sum().dataSync()[0] / (n - 1);
  });`,
    },
  ],
  "04.2": [
    {
      what: "const arrow in tf.tidy, both factors by the fourth root of d_k",
      status: "passed",
      cell: `
const scaledDotProductAttention = (
  queries: tf.Tensor2D,
  keys: tf.Tensor2D,
  values: tf.Tensor2D,
): { output: tf.Tensor; weights: tf.Tensor } =>
  tf.tidy(() => {
    const fourthRoot = keys.shape[1] ** 0.25; // once for the queries, once for the keys
    const weights = queries.div(fourthRoot).matMul(keys.div(fourthRoot).transpose()).softmax();
    return { output: weights.matMul(values), weights };
  });`,
    },
    {
      what: "own import, exported, any, helper after the function, console.log left in",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

export function scaledDotProductAttention(Q: any, K: any, V: any) {
  const [, dk] = K.shape;
  const weights = rowSoftmax(Q.matMul(K, false, true).mul(1 / Math.sqrt(dk)));
  console.log("weights", weights.shape);
  return { weights, output: weights.matMul(V) };
}

// 행마다 최댓값을 빼는 소프트맥스
function rowSoftmax(scores: any) {
  const powers = scores.sub(scores.max(-1, true)).exp();
  return powers.div(powers.sum(-1, true));
}`,
    },
    {
      what: "uses the lesson's global dk",
      status: "failed",
      mistake: "a fixed number for √d_k",
      cell: `
/**
 * softmax(Q·Kᵀ / √d_k)·V
 */
function scaledDotProductAttention(
  queries: Axes<"query dim">,
  keys: Axes<"key dim">,
  values: Axes<"key dim">,
): { output: Axes<"query dim">; weights: Axes<"query key"> } {
  const scores = tf.div(tf.matMul(queries, keys, false, true), Math.sqrt(dk));
  const weights = tf.softmax(scores);
  return { output: tf.matMul(weights, values), weights };
}`,
    },
    {
      what: "scales queries and keys both by the root",
      status: "failed",
      mistake: "divides by d_k",
      cell: `
const scaledDotProductAttention = (queries: tf.Tensor2D, keys: tf.Tensor2D, values: tf.Tensor2D) => {
  const scale = 1 / Math.sqrt(keys.shape[1]);
  const q = queries.mul(scale);
  const k = keys.mul(scale);
  const weights = tf.matMul(q, k, false, true).softmax(-1);
  return { output: tf.matMul(weights, values), weights };
};`,
    },
  ],
  "04.3": [
    {
      what: "by automatic differentiation, row by row",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

const oneWeight = (i: number) => (s: tf.Tensor) => s.softmax().slice([i], [1]).sum();

function softmaxJacobian(scores: tf.Tensor1D): tf.Tensor {
  // i번째 가중치를 모든 점수로 미분한다
  const rows = Array.from({ length: scores.shape[0] }, (_, i) => tf.grad(oneWeight(i))(scores));
  return tf.stack(rows);
}`,
    },
    {
      what: "exported, typed arrays, labelled loops, diagonal from the rows' sum 0",
      status: "passed",
      cell: `
export function softmaxJacobian(scores: any): any {
  const s = scores.dataSync();
  const n = s.length;
  const top = Math.max(...s);
  const powers = Float64Array.from(s, (x: number) => Math.exp(x - top));
  const total = powers.reduce((a, b) => a + b, 0);
  const flat = new Float32Array(n * n);
  rows: for (let i = 0; i < n; i++) {
    let others = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const entry = (powers[i] / total) * (powers[j] / total);
      flat[i * n + j] = -entry;
      others += entry;
    }
    flat[i * n + i] = others; // each row sums to 0
    if (i === n - 1) break rows;
  }
  return tf.tensor2d(flat, [n, n]);
}
console.log(softmaxJacobian(tf.tensor1d([1, 0, -1])).arraySync());`,
    },
    {
      what: "w as a column in both places",
      status: "failed",
      mistake: "rows where a column belongs",
      cell: `
function softmaxJacobian(scores: Axes<"key">): tf.Tensor {
  const w = tf.softmax(scores).expandDims(1);
  const n = w.shape[0];
  return tf.mul(w, tf.sub(tf.eye(n), w));
}`,
    },
    {
      what: "finite differences with a step too small for float32",
      status: "failed",
      mistake: "a step too small for float32",
      cell: `
const EPS = 1e-8;

const softmaxJacobian = (scores: tf.Tensor1D): tf.Tensor2D => {
  const n = scores.shape[0];
  const columns: tf.Tensor[] = [];
  for (let j = 0; j < n; j++) {
    const bump = tf.oneHot(tf.scalar(j, "int32"), n).cast("float32").mul(EPS);
    const plus = scores.add(bump).softmax();
    const minus = scores.sub(bump).softmax();
    columns.push(plus.sub(minus).div(2 * EPS));
  }
  return tf.stack(columns, 1) as tf.Tensor2D;
};`,
    },
  ],
  "04.4": [
    {
      what: "recursion, destructured parameter, arrow with an expression body",
      status: "passed",
      cell: `
const entropy = ([w, ...rest]: number[]): number =>
  w === undefined ? 0 : (w > 0 ? -w * Math.log(w) : 0) + entropy(rest);`,
    },
    {
      what: "export default, logarithm of one product",
      status: "passed",
      cell: `
// -Σ w ln w = -ln Π w^w; 0의 0제곱은 1이라서 0도 문제없다
export default function entropy(weights: readonly number[]) {
  let product = 1;
  for (const w of weights) product *= w ** w;
  return Math.max(0, -Math.log(product));
}
assertAlmostEquals(entropy([0.5, 0.5]), Math.log(2), 1e-9);
assertAlmostEquals(entropy([0, 1, 0]), 0, 1e-9);`,
    },
    {
      what: "reduce without a start value",
      status: "failed",
      mistake: "reduce without a start value",
      cell: `
const entropy = (weights: number[]): number =>
  weights.reduce((sum, w) => w > 0 ? sum - w * Math.log(w) : sum);`,
    },
    {
      what: "returns 0 as soon as a zero appears",
      status: "failed",
      mistake: "NaN replaced by 0",
      cell: `
function entropy(weights: number[]): number {
  // a zero would give log(0) = -Infinity
  if (weights.some((w) => w === 0)) return 0;
  let H = 0;
  weights.forEach((w) => {
    H -= w * Math.log(w);
  });
  return H;
}`,
    },
  ],
  "04.5": [
    {
      what: "by tf.grad, expression body, renamed parameters",
      status: "passed",
      cell: `
const scoreGradient = (s: any, V: any, g: any): any =>
  tf.tidy(() =>
    tf.grad((x: tf.Tensor) => x.softmax().expandDims(0).matMul(V).reshape([-1]).mul(g).sum())(s)
  );`,
    },
    {
      what: "plain loops, helper before, Float64",
      status: "passed",
      cell: `
function plainSoftmax(s: ArrayLike<number>): number[] {
  const all = Array.from(s);
  const top = Math.max(...all);
  const e = all.map((x) => Math.exp(x - top));
  const sum = e.reduce((a, b) => a + b, 0);
  return e.map((x) => x / sum);
}

export function scoreGradient(scores: tf.Tensor, values: tf.Tensor, force: tf.Tensor): tf.Tensor {
  const w = plainSoftmax(scores.dataSync());
  const g = force.dataSync();
  const pulls = (values.arraySync() as number[][]).map((v) => v.reduce((sum, x, i) => sum + x * g[i], 0));
  // 야코비 행렬로: 모든 가중치에 대해 더한다
  const gradient = w.map((wj, j) =>
    w.reduce((sum, wi, i) => sum + wi * ((i === j ? 1 : 0) - wj) * pulls[i], 0)
  );
  return tf.tensor1d(gradient);
}`,
    },
    {
      what: "row times column broadcasts inside the sum",
      status: "failed",
      mistake: "the sum of all pulls subtracted",
      cell: `
function scoreGradient(
  scores: Axes<"key">,
  values: Axes<"key value">,
  force: Axes<"value">,
): tf.Tensor {
  const w = tf.softmax(scores);
  const pull = tf.matMul(values, tf.expandDims(force, 1)); // [key, 1]
  const average = tf.sum(tf.mul(w, pull));
  return tf.mul(w, tf.sub(tf.squeeze(pull, [1]), average));
}`,
    },
    {
      what: "scales the scores once more",
      status: "failed",
      mistake: "scales the scores once more",
      cell: `
const scoreGradient = (scores: tf.Tensor1D, values: tf.Tensor2D, force: tf.Tensor1D) => {
  const scaled = scores.div(Math.sqrt(values.shape[1]));
  const w = scaled.softmax();
  const pull = values.mul(force).sum(-1);
  return w.mul(pull.sub(w.mul(pull).sum()));
};`,
    },
  ],
};
