/** Cells that answer the exercises of notebook 02 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "02.1": [
    {
      what: "each weight as 1 / Σ e^(other − own), arrow with expression body",
      status: "passed",
      cell: `
// w_j = 1 / Σ_i e^(s_i − s_j): 점수의 차이만 쓴다. e^큰수 = Infinity 이면 1 / Infinity = 0
const softmax = (scores: any): any =>
  tf.tidy(() => tf.div(1, tf.sub(scores.expandDims(1), scores.expandDims(2)).exp().sum(-1)));`,
    },
    {
      what: "overloads, generic helper, typed arrays, print below",
      status: "passed",
      cell: `
const mapRows = <T, U>(rows: Iterable<T>, f: (row: T) => U): U[] => Array.from(rows, f);

function softmax(scores: Axes<"query key">): Axes<"query key">;
function softmax(scores: tf.Tensor2D): tf.Tensor2D;
function softmax(scores: any): any {
  const rows: number[][] = scores.arraySync();
  const shares = mapRows(rows, (row) => {
    const top = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const powers = Float64Array.from(row, (score) => Math.exp(score - top));
    const all = powers.reduce((a, b) => a + b, 0);
    return [...powers.map((power) => power / all)];
  });
  return tf.tensor2d(shares, scores.shape);
}

softmax(tf.tensor2d([[0, 2, 1], [1000, 1001, 1002]])).print();`,
    },
    {
      what: "subtracts the row's mean",
      status: "failed",
      mistake: "not the row's largest score subtracted",
      cell: `
export function softmax(scores: any) {
  return tf.tidy(() => {
    // centre each row: only differences count
    const centred = scores.sub(tf.mean(scores, -1, true));
    const powers = tf.exp(centred);
    return powers.div(powers.sum(-1, true));
  });
}`,
    },
    {
      what: "clips the scores against overflow",
      status: "failed",
      mistake: "clips the scores",
      cell: `
const LIMIT = 80; // e^88 is the end of float32

const softmax = (scores: Axes<"query key">): Axes<"query key"> => {
  const safe = tf.clipByValue(scores, -LIMIT, LIMIT);
  const powers = tf.exp(safe);
  return tf.div(powers, tf.sum(powers, -1, true)) as any;
};`,
    },
  ],
  "02.2": [
    {
      what: "one query at a time, unstack and stack, async",
      status: "passed",
      cell: `
export async function additiveScores(queries: any, states: any, queryWeights: any, keyWeights: any, scoreWeights: any) {
  const offered = states.matMul(keyWeights); // [key, attention]
  const rows = tf.unstack(queries.matMul(queryWeights)).map((asked) =>
    offered.add(asked).tanh().dot(scoreWeights)
  );
  return tf.stack(rows);
}`,
    },
    {
      what: "all pairs as rows of one matrix, renamed parameters, matMul with v as a column",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

type Matrix = tf.Tensor2D;

const additiveScores = (s: Matrix, h: Matrix, Wq: Matrix, Wk: Matrix, v: tf.Tensor1D): tf.Tensor =>
  tf.tidy(() => {
    const [askers, words, size] = [s.shape[0], h.shape[0], v.shape[0]];
    const pairs = meetAll(tf.matMul(s, Wq), tf.matMul(h, Wk)); // [askers, words, size]
    return pairs.tanh().reshape([askers * words, size]).matMul(v.reshape([size, 1])).reshape([askers, words]);
  });

function meetAll(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
  return tf.add(a.expandDims(1), b.expandDims(0));
}`,
    },
    {
      what: "tile for both sides of the pairs",
      status: "failed",
      mistake: "queries and states tiled alike",
      cell: `
function additiveScores(queries: any, states: any, queryWeights: any, keyWeights: any, scoreWeights: any) {
  const q = queries.matMul(queryWeights);
  const k = states.matMul(keyWeights);
  const [nq, nk] = [q.shape[0], k.shape[0]];
  // repeat both so that every query meets every key
  const everyQuery = q.tile([nk, 1]);
  const everyKey = k.tile([nq, 1]);
  return everyQuery.add(everyKey).tanh().mul(scoreWeights).sum(-1).reshape([nq, nk]);
}`,
    },
    {
      what: "the sum is not set back for the next state",
      status: "failed",
      mistake: "a sum not set back to 0",
      cell: `
function additiveScores(queries: any, states: any, queryWeights: any, keyWeights: any, scoreWeights: any): any {
  const asked: number[][] = queries.matMul(queryWeights).arraySync();
  const offered: number[][] = states.matMul(keyWeights).arraySync();
  const v = scoreWeights.arraySync() as number[];
  const scores: number[][] = [];
  for (const q of asked) {
    const line: number[] = [];
    let score = 0;
    for (const k of offered) {
      for (let i = 0; i < v.length; i++) score += v[i] * Math.tanh(q[i] + k[i]);
      line.push(score);
    }
    scores.push(line);
  }
  return tf.tensor2d(scores);
}`,
    },
  ],
  "02.3": [
    {
      what: "softmax over the real words alone, put back with one-hot rows",
      status: "passed",
      cell: `
/** The places of the real words. */
function* realPlaces(keep: tf.Tensor) {
  for (const [place, real] of keep.dataSync().entries()) if (real) yield place;
}

const attentionWeights = (scores: any, keep: any): any => {
  const places = tf.tensor1d([...realPlaces(keep)], "int32");
  const shares = tf.softmax(tf.gather(scores, places, 1)); // [query, real]
  const back = tf.oneHot(places, keep.shape[0]).cast("float32"); // [real, key]
  return tf.matMul(shares, back);
};`,
    },
    {
      what: "plain rows, labelled loop, early return, generic types dropped, assertion below",
      status: "passed",
      cell: `
export default function attentionWeights(scores: tf.Tensor2D, keep: tf.Tensor1D): tf.Tensor2D {
  const real = Array.from(keep.dataSync(), Boolean);
  if (real.every((is) => is)) return tf.softmax(scores); // 패딩 없음

  const rows: number[][] = [];
  for (const row of scores.arraySync()) {
    const top = Math.max(...row.filter((_, j) => real[j]));
    const powers: number[] = row.map(() => 0);
    let all = 0;
    words:
    for (let j = 0; j < row.length; j++) {
      if (!real[j]) continue words;
      powers[j] = Math.exp(row[j] - top);
      all += powers[j];
    }
    rows.push(powers.map((power) => power / all));
  }
  return tf.tensor2d(rows, scores.shape);
}

assert(attentionWeights(tf.tensor2d([[9, 5]]), tf.tensor1d([false, true], "bool")).dataSync()[0] === 0);`,
    },
    {
      what: "softmax over all, then padding zeroed and the row divided by its sum",
      status: "failed",
      mistake: "divides what is left by its sum",
      cell: `
async function attentionWeights(scores: any, keep: any) {
  const mask = keep.cast("float32");
  const weights = tf.softmax(scores).mul(mask);
  // make the rows sum to 1 again
  return weights.div(weights.sum(-1, true));
}`,
    },
    {
      what: "Number.MIN_VALUE taken for the lowest number",
      status: "failed",
      mistake: "score 0 for padding",
      cell: `
import { type Axes } from "lib/lessons/02.ts";

const LOWEST = Number.MIN_VALUE;

function attentionWeights(scores: Axes<"query key">, keep: Axes<"key">): any {
  const hidden = tf.fill(scores.shape, LOWEST);
  return tf.softmax(tf.where(keep as tf.Tensor, scores as tf.Tensor, hidden));
}`,
    },
  ],
  "02.4": [
    {
      what: "recursion from the first word on, arrow",
      status: "passed",
      cell: `
// c = w₁h₁ + (나머지의 합)
const contextVector = (
  [weight, ...weights]: number[],
  [state, ...states]: number[][],
): number[] => {
  const scaled = state.map((number) => weight * number);
  if (states.length === 0) return scaled;
  const rest = contextVector(weights, states);
  return scaled.map((number, i) => number + rest[i]);
};`,
    },
    {
      what: "helper class that adds up in a Float64Array, test call below",
      status: "passed",
      cell: `
class Adder {
  sums: Float64Array;

  constructor(size: number) {
    this.sums = new Float64Array(size);
  }

  add(vector: ArrayLike<number>, share = 1): this {
    for (let i = 0; i < this.sums.length; i++) this.sums[i] += share * vector[i];
    return this;
  }
}

export async function contextVector(weights: any, states: any): Promise<number[]> {
  const adder = new Adder(states[0].length);
  for (const [j, state] of states.entries()) adder.add(state, weights[j]);
  return Array.from(adder.sums);
}

console.log(await contextVector([0.25, 0.75], [[4, 0, 1], [0, 4, 1]])); // [1, 3, 1]`,
    },
    {
      what: "reduce without a start",
      status: "failed",
      mistake: "the first state without its weight",
      cell: `
const contextVector = (weights: number[], states: number[][]) =>
  states.reduce((sum, state, j) => sum.map((number, i) => number + weights[j] * state[i]));`,
    },
    {
      what: "rows scaled in place in a shallow copy",
      status: "failed",
      mistake: "changes the states in place",
      cell: `
function contextVector(weights: number[], states: number[][]): number[] {
  const scaled = [...states]; // do not touch the original
  for (let j = 0; j < scaled.length; j++) {
    for (let i = 0; i < scaled[j].length; i++) scaled[j][i] *= weights[j];
  }
  return scaled[0].map((_, i) => scaled.reduce((sum, row) => sum + row[i], 0));
}`,
    },
  ],
  "02.5": [
    {
      what: "W·hᵀ first, mask and softmax by hand, tidy, destructured tensors",
      status: "passed",
      cell: `
const multiplicativeAttention = (queries: any, states: any, W: any, keep: any): any =>
  tf.tidy(() => {
    const scores = tf.matMul(queries, tf.matMul(W, states, false, true)); // q (W hᵀ)
    const masked = tf.where(keep, scores, tf.fill(scores.shape, -Infinity));
    const powers = masked.sub(masked.max(-1, true)).exp();
    const weights = powers.div(powers.sum(-1, true));
    return { weights, contexts: weights.matMul(states) };
  });`,
    },
    {
      what: "only the real words, helper before, export default, print below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

/** 진짜 단어의 자리만 골라낸다. */
function placesOf(keep: tf.Tensor): tf.Tensor1D {
  const places: number[] = [];
  keep.dataSync().forEach((real, place) => {
    if (real) places.push(place);
  });
  return tf.tensor1d(places, "int32");
}

export default function multiplicativeAttention(
  queries: tf.Tensor2D,
  states: tf.Tensor2D,
  matrix: tf.Tensor2D,
  keep: tf.Tensor1D,
): { weights: tf.Tensor; contexts: tf.Tensor } {
  const places = placesOf(keep);
  const words = tf.gather(states, places); // [real, state]
  const shares = queries.matMul(matrix).matMul(words, false, true).softmax(); // [query, real]
  const contexts = shares.matMul(words);
  const weights = shares.matMul(tf.oneHot(places, states.shape[0]).toFloat() as tf.Tensor2D);
  return { contexts, weights };
}

const triedAttention = multiplicativeAttention(
  tf.tensor2d([[1, 1]]),
  tf.tensor2d([[1, -1], [0, 2], [2, -1]]),
  tf.tensor2d([[1, 0], [0, 1]]),
  tf.tensor1d([true, true, false], "bool"),
);
triedAttention.weights.print();`,
    },
    {
      what: "contexts from the weights before the mask",
      status: "failed",
      mistake: "contexts from unmasked weights",
      cell: `
async function multiplicativeAttention(queries: any, states: any, matrix: any, keep: any) {
  const scores = queries.matMul(matrix).matMul(states, false, true);
  const weights = tf.softmax(scores);
  const contexts = weights.matMul(states);
  const masked = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -1e30)));
  return { weights: masked, contexts };
}`,
    },
    {
      what: "the contexts are sums of projected states",
      status: "failed",
      mistake: "collects translated states",
      cell: `
const multiplicativeAttention = (
  queries: any,
  states: any,
  matrix: any,
  keep: any,
) => {
  const keys = tf.matMul(states, matrix, false, true); // W h: the states in the decoder's terms
  const scores = tf.matMul(queries, keys, false, true);
  const weights = tf.softmax(tf.where(keep, scores, tf.fill(scores.shape, -Infinity)));
  return { weights, contexts: tf.matMul(weights, keys) };
};`,
    },
  ],
};
