/** Cells that answer the exercises of notebook 03 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "03.1": [
    {
      what: "two arrows with expression bodies, generic helper",
      status: "passed",
      cell: `
const also = <T, U>(value: T, f: (value: T) => U): U => f(value);

const selfAttentionWithoutParameters = (inputs: any): any =>
  also(
    inputs.matMul(inputs.transpose()).softmax(),
    (weights: any) => ({ weights, output: weights.matMul(inputs) }),
  );`,
    },
    {
      what: "plain loops, lesson's nested imported, exported, print below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";
import { type Axes, nested } from "lib/lessons/03.ts";

export function selfAttentionWithoutParameters(inputs: Axes<"time dim">) {
  const words: number[][] = nested(inputs, "time dim");
  const weights: number[][] = [];
  const output: number[][] = [];
  for (const asker of words) {
    const scores = words.map((word) => inner(asker, word));
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const all = powers.reduce((a, b) => a + b);
    const shares = powers.map((power) => power / all);
    weights.push(shares);
    output.push(asker.map((_, i) => inner(shares, words.map((word) => word[i]))));
  }
  // 다시 텐서로
  return { output: tf.tensor2d(output), weights: tf.tensor2d(weights) };
}

function inner(a: number[], b: number[]): number {
  return a.reduce((sum, number, i) => sum + number * b[i], 0);
}

selfAttentionWithoutParameters(tf.tensor2d([[1, 0], [1, 1]]) as any).output.print();`,
    },
    {
      what: "a batch axis taken off with squeeze()",
      status: "failed",
      mistake: "squeezes every axis of length 1",
      cell: `
async function selfAttentionWithoutParameters(inputs: any) {
  const x = inputs.expandDims(0); // [1, time, dim]
  const weights = tf.softmax(tf.matMul(x, x, false, true));
  const output = tf.matMul(weights, x);
  return { output: output.squeeze(), weights: weights.squeeze() };
}`,
    },
    {
      what: "the transpose flag left at the second product",
      status: "failed",
      mistake: "sums over the wrong axis",
      cell: `
function selfAttentionWithoutParameters(inputs: any): { output: any; weights: any } {
  const weights = tf.tidy(() => tf.softmax(tf.matMul(inputs, inputs, false, true)));
  const output = tf.matMul(weights, inputs, true); // time × time, times time × dim
  return { output, weights };
}`,
    },
  ],
  "03.2": [
    {
      what: "one product with all three matrices side by side, split by sizes",
      status: "passed",
      cell: `
const project = (inputs: any, queryWeights: any, keyWeights: any, valueWeights: any): any =>
  tf.tidy(() => {
    const matrices = [queryWeights, keyWeights, valueWeights];
    const lengths = matrices.map(({ shape: [, length] }) => length);
    const [queries, keys, values] = tf.split(inputs.matMul(tf.concat(matrices, 1)), lengths, 1);
    return { queries, keys, values };
  });`,
    },
    {
      what: "async, rest parameters, a generator of the roles, console.log left in",
      status: "passed",
      cell: `
function* rolesOf(words: tf.Tensor, matrices: tf.Tensor[]): Generator<[string, tf.Tensor]> {
  for (const [i, role] of ["queries", "keys", "values"].entries()) {
    const made = tf.matMul(words, matrices[i]);
    console.log(role, made.shape);
    yield [role, made];
  }
}

export async function project(words: any, ...matrices: any[]): Promise<any> {
  return Object.fromEntries(rolesOf(words, matrices)); // 질의, 키, 값
}`,
    },
    {
      what: "three equal parts",
      status: "failed",
      mistake: "one product, cut into equal parts",
      cell: `
function project(inputs: any, queryWeights: any, keyWeights: any, valueWeights: any) {
  // one big matrix, as in GPT-2's c_attn
  const qkv = tf.matMul(inputs, tf.concat([queryWeights, keyWeights, valueWeights], -1));
  const [queries, keys, values] = tf.split(qkv, 3, -1);
  return { queries, keys, values };
}`,
    },
    {
      what: "keys already transposed",
      status: "failed",
      mistake: "the results transposed",
      cell: `
import * as tf from "@tensorflow/tfjs";

class Head {
  matrices: any[];
  constructor(...matrices: any[]) {
    this.matrices = matrices;
  }
  apply(x: any) {
    const [Wq, Wk, Wv] = this.matrices;
    return {
      queries: x.matMul(Wq),
      keys: x.matMul(Wk).transpose(), // ready for Q·Kᵀ
      values: x.matMul(Wv),
    };
  }
}

const project = (inputs: any, q: any, k: any, v: any) => new Head(q, k, v).apply(inputs);`,
    },
  ],
  "03.3": [
    {
      what: "query by query with dot, stacked, overloads",
      status: "passed",
      cell: `
function attend(queries: Axes<"query dim">, keys: Axes<"key dim">, values: Axes<"key value">): any;
function attend(queries: tf.Tensor, keys: tf.Tensor, values: tf.Tensor): any;
function attend(queries: any, keys: any, values: any): any {
  const rows = tf.unstack(queries).map((query: any) => keys.dot(query).softmax());
  const weights = tf.stack(rows) as tf.Tensor2D;
  return { output: tf.matMul(weights, values), weights };
}`,
    },
    {
      what: "async, divided by the sum only after mixing, renamed parameters, assertion below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

async function attend(Q: tf.Tensor2D, K: tf.Tensor2D, V: tf.Tensor2D) {
  return tf.tidy(() => {
    const scores = Q.matMul(K, false, true);
    const powers = scores.sub(scores.max(1, true)).exp() as tf.Tensor2D;
    const sums = powers.sum(1, true);
    // 합으로 나누는 것은 곱한 뒤에 해도 같다
    return { weights: powers.div(sums), output: powers.matMul(V).div(sums) };
  });
}

const triedAttend = await attend(tf.tensor2d([[0, 0]]), tf.tensor2d([[1, 2], [3, 4]]), tf.tensor2d([[2], [4]]));
assert(Math.abs(triedAttend.output.dataSync()[0] - 3) < 1e-5, "the mean of both");`,
    },
    {
      what: "softmax over all scores at once",
      status: "failed",
      mistake: "one softmax for the whole table",
      cell: `
const flatSoftmax = (t: tf.Tensor) => t.flatten().softmax().reshape(t.shape);

export const attend = (queries: any, keys: any, values: any) => {
  const weights = flatSoftmax(queries.matMul(keys.transpose()));
  return { output: weights.matMul(values), weights };
};`,
    },
    {
      what: "loop over the keys as long as there are queries",
      status: "failed",
      mistake: "as many keys as queries",
      cell: `
function attend(queries: any, keys: any, values: any): any {
  const [qs, ks] = [queries.arraySync(), keys.arraySync()] as number[][][];
  const n = qs.length;
  const scores = qs.map((q) => {
    const line = ks.map(() => 0);
    for (let j = 0; j < Math.min(n, ks.length); j++) {
      line[j] = q.reduce((sum, number, i) => sum + number * ks[j][i], 0);
    }
    return line;
  });
  const weights = tf.softmax(tf.tensor2d(scores));
  return { output: tf.matMul(weights, values), weights };
}`,
    },
  ],
  "03.4": [
    {
      what: "one pass that keeps the largest score so far, generator",
      status: "passed",
      cell: `
function* scored(query: number[], keys: number[][], values: number[][]): Generator<[number, number[]]> {
  for (let j = 0; j < keys.length; j++) {
    yield [keys[j].reduce((sum, number, i) => sum + number * query[i], 0), values[j]];
  }
}

function lookup(query: number[], keys: number[][], values: number[][]): number[] {
  let [top, total] = [-Infinity, 0];
  let mixed = values[0].map(() => 0);
  for (const [score, value] of scored(query, keys, values)) {
    const newTop = Math.max(top, score);
    const [shrink, power] = [Math.exp(top - newTop), Math.exp(score - newTop)];
    mixed = mixed.map((number, i) => number * shrink + power * value[i]);
    total = total * shrink + power;
    top = newTop;
  }
  return mixed.map((number) => number / total);
}`,
    },
    {
      what: "log of the sum, arrow with expression body, helper below, print below",
      status: "passed",
      cell: `
export const lookup = (query: number[], keys: number[][], values: number[][]) =>
  mixSoftly(keys.map((key) => key.reduce((sum, number, i) => sum + number * query[i], 0)), values);

// 가중치 = e^(점수 − log Σ e^점수)
function mixSoftly(scores: number[], values: number[][]): number[] {
  const top = Math.max(...scores);
  const logSum = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0));
  return values[0].map((_, column) =>
    scores.reduce((sum, score, j) => sum + Math.exp(score - top - logSum) * values[j][column], 0)
  );
}

console.log(lookup([0.2, 1], [[0, 3], [3, 0], [-3, 0]], [[1, 0], [0, 1], [0, 0]]));`,
    },
    {
      what: "the largest score is at least 0",
      status: "failed",
      mistake: "the largest score sought from 0",
      cell: `
async function lookup(query: number[], keys: number[][], values: number[][]) {
  let max = 0;
  const scores: number[] = [];
  for (const key of keys) {
    let score = 0;
    for (let i = 0; i < query.length; i++) score += query[i] * key[i];
    if (score > max) max = score;
    scores.push(score);
  }
  const powers = scores.map((score) => Math.exp(score - max));
  const sum = powers.reduce((a, b) => a + b, 0);
  return values[0].map((_, c) => values.reduce((out, value, j) => out + (powers[j] / sum) * value[c], 0));
}`,
    },
    {
      what: "the first value used as the list of zeros",
      status: "failed",
      mistake: "the sum written into the first value",
      cell: `
const lookup = (query: number[], keys: number[][], values: number[][]): number[] => {
  const scores = keys.map((key) => key.reduce((s, x, i) => s + x * query[i], 0));
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const total = powers.reduce((a, b) => a + b);
  const result = values[0].fill(0); // zeros of the right length
  powers.forEach((power, j) => {
    values[j].forEach((number, i) => result[i] += power / total * number);
  });
  return result;
};`,
    },
  ],
  "03.5": [
    {
      what: "W_Q W_Kᵀ folded into one matrix, W_V after the sum, tidy",
      status: "passed",
      cell: `
// 점수 = asking (W_Q W_Kᵀ) askedᵀ, 결과 = (가중치 · asked) W_V
export const crossAttention = (asking: any, asked: any, Wq: any, Wk: any, Wv: any): any =>
  tf.tidy(() => {
    const compare = tf.matMul(Wq, Wk, false, true); // [model, model]
    const weights = asking.matMul(compare).matMul(asked, false, true).softmax();
    return { output: weights.matMul(asked).matMul(Wv), weights };
  });`,
    },
    {
      what: "helper class, async, plain rows inside, defaults, test call below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

class SoftDictionary {
  keys: number[][];
  values: number[][];

  constructor({ keys = [], values = [] }: { keys?: number[][]; values?: number[][] } = {}) {
    this.keys = keys;
    this.values = values;
  }

  find(query: number[]): { shares: number[]; answer: number[] } {
    const scores = this.keys.map((key) => key.reduce((sum, number, i) => sum + number * query[i], 0));
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const total = powers.reduce((a, b) => a + b, 0);
    const shares = powers.map((power) => power / total);
    const answer = this.values[0].map((_, c) => shares.reduce((sum, share, j) => sum + share * this.values[j][c], 0));
    return { shares, answer };
  }
}

async function crossAttention(asking: any, asked: any, queryWeights: any, keyWeights: any, valueWeights: any) {
  const rowsOf = (words: any, matrix: any) => words.matMul(matrix).arraySync() as number[][];
  const dictionary = new SoftDictionary({ keys: rowsOf(asked, keyWeights), values: rowsOf(asked, valueWeights) });
  const found = rowsOf(asking, queryWeights).map((query) => dictionary.find(query));
  return {
    output: tf.tensor2d(found.map(({ answer }) => answer)),
    weights: tf.tensor2d(found.map(({ shares }) => shares)),
  };
}

const triedCross = await crossAttention(tf.ones([2, 3]), tf.ones([4, 3]), tf.ones([3, 2]), tf.ones([3, 2]), tf.ones([3, 5]));
console.log(triedCross.output.shape, triedCross.weights.shape); // [2, 5] [2, 4]`,
    },
    {
      what: "a causal mask, because a decoder asks",
      status: "failed",
      mistake: "later words hidden",
      cell: `
function crossAttention(asking: any, asked: any, queryWeights: any, keyWeights: any, valueWeights: any): any {
  const [queries, keys, values] = [asking.matMul(queryWeights), asked.matMul(keyWeights), asked.matMul(valueWeights)];
  const scores = tf.matMul(queries, keys, false, true);
  // the decoder must not see the future
  const visible = tf.linalg.bandPart(tf.ones(scores.shape), -1, 0).cast("bool");
  const weights = tf.softmax(tf.where(visible, scores, tf.fill(scores.shape, -1e9)));
  return { output: weights.matMul(values), weights };
}`,
    },
    {
      what: "the queries' matrix for the keys, too",
      status: "failed",
      mistake: "one matrix for queries and keys",
      cell: `
const crossAttention = (
  asking: any,
  asked: any,
  queryWeights: any,
  keyWeights: any,
  valueWeights: any,
) => {
  const [queries, keys] = [asking, asked].map((words) => words.matMul(queryWeights));
  const values = asked.matMul(valueWeights);
  const weights = tf.softmax(queries.matMul(keys, false, true));
  return { output: weights.matMul(values), weights };
};`,
    },
  ],
};
