/** Cells that answer the exercises of notebook 01 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "01.1": [
    {
      what: "one product of both, side by side; exported arrow, destructured with a default",
      status: "passed",
      cell: `
// 곱셈 두 번 대신 한 번: [x; h] · [W_x; W_h]
export const rnnStep = (
  x: any,
  h: any,
  { inputWeights: Wx, recurrentWeights: Wh, bias = tf.zeros([Wh.shape[1]]) }: any,
) => tf.tidy(() => tf.concat([x, h], 1).matMul(tf.concat([Wx, Wh], 0)).add(bias).tanh());`,
    },
    {
      what: "async, helper class, tanh as 2σ(2a) − 1, own import, test call below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

class ElmanCell {
  weights: any;

  constructor(weights: any) {
    this.weights = weights;
  }

  /** tanh a = 2σ(2a) − 1 */
  squash(a: tf.Tensor): tf.Tensor {
    return a.mul(2).sigmoid().mul(2).sub(1);
  }

  read(x: tf.Tensor, h: tf.Tensor): tf.Tensor {
    const { inputWeights, recurrentWeights, bias } = this.weights;
    const fromWord = tf.matMul(x, inputWeights);
    const fromState = tf.matMul(h, recurrentWeights);
    return this.squash(tf.addN([fromWord, fromState]).add(bias));
  }
}

async function rnnStep(inputs: any, hidden: any, parameters: any): Promise<any> {
  return new ElmanCell(parameters).read(inputs, hidden);
}

const triedStep = await rnnStep(tf.tensor2d([[1, 0]]), tf.tensor2d([[0, 0]]), {
  inputWeights: tf.tensor2d([[0.5, -1], [1, 0.5]]),
  recurrentWeights: tf.tensor2d([[0.8, 0.2], [-0.4, 0.9]]),
  bias: tf.tensor1d([0.1, 0]),
});
triedStep.print(); // 0.537  -0.762`,
    },
    {
      what: "bias added to both parts",
      status: "failed",
      mistake: "the bias twice",
      cell: `
// like nn.RNNCell: one linear layer for the input, one for the hidden state
const linear = (x: tf.Tensor, weight: any, bias: any) => x.matMul(weight).add(bias);

const rnnStep = (inputs: any, hidden: any, { inputWeights, recurrentWeights, bias }: any) =>
  tf.tanh(tf.add(linear(inputs, inputWeights, bias), linear(hidden, recurrentWeights, bias)));`,
    },
    {
      what: "new state written into the array that is still being read",
      status: "failed",
      mistake: "overwrites the state while reading it",
      cell: `
function rnnStep(inputs: any, hidden: any, parameters: any) {
  const xs: number[][] = inputs.arraySync();
  const old: number[][] = hidden.arraySync();
  const Wx: number[][] = parameters.inputWeights.arraySync();
  const Wh: number[][] = parameters.recurrentWeights.arraySync();
  const bias: number[] = parameters.bias.arraySync();

  const next = old; // the new state has the same shape
  for (let i = 0; i < xs.length; i++) {
    for (let j = 0; j < bias.length; j++) {
      let sum = bias[j];
      for (let k = 0; k < xs[i].length; k++) sum += xs[i][k] * Wx[k][j];
      for (let k = 0; k < bias.length; k++) sum += old[i][k] * Wh[k][j];
      next[i][j] = Math.tanh(sum);
    }
  }
  return tf.tensor2d(next);
}`,
    },
  ],
  "01.2": [
    {
      what: "generator that cuts the thirds, n + z(h − n), tidy, arrow",
      status: "passed",
      cell: `
const gruStep = (projected: any, hidden: any, recurrentWeights: any, recurrentBias: any): any =>
  tf.tidy(() => {
    const [xr, xz, xn] = cutInThree(projected);
    const [hr, hz, hn] = cutInThree(hidden.matMul(recurrentWeights).add(recurrentBias));
    const reset = xr.add(hr).sigmoid();
    const update = xz.add(hz).sigmoid();
    const candidate = hn.mul(reset).add(xn).tanh();
    // (1 − z)n + zh = n + z(h − n)
    return candidate.add(update.mul(hidden.sub(candidate)));
  });

function* cutInThree(gates: tf.Tensor): Generator<tf.Tensor> {
  const size = gates.shape[1]! / 3;
  for (let part = 0; part < 3; part++) yield gates.slice([0, part * size], [-1, size]);
}`,
    },
    {
      what: "typed arrays and plain loops, exported, tf.Tensor types, helper below",
      status: "passed",
      cell: `
export function gruStep(
  projected: tf.Tensor,
  hidden: tf.Tensor,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
): tf.Tensor {
  const [rows, size] = hidden.shape;
  const gates = 3 * size;
  const [xs, hs, ws, bs] = [projected, hidden, recurrentWeights, recurrentBias].map((t) => t.dataSync());
  const result = new Float32Array(rows * size);

  for (let i = 0; i < rows; i++) {
    const recalled = Float64Array.from(bs); // h·W + b
    for (let k = 0; k < size; k++) {
      for (let g = 0; g < gates; g++) recalled[g] += hs[i * size + k] * ws[k * gates + g];
    }
    for (let j = 0; j < size; j++) {
      const at = i * gates + j;
      const keepOld = logistic(xs[at + size] + recalled[j + size]);
      const reset = logistic(xs[at] + recalled[j]);
      const candidate = Math.tanh(xs[at + 2 * size] + reset * recalled[j + 2 * size]);
      result[i * size + j] = (1 - keepOld) * candidate + keepOld * hs[i * size + j];
    }
  }
  return tf.tensor2d(result, [rows, size]);
}

function logistic(a: number): number {
  return 1 / (1 + Math.exp(-a));
}`,
    },
    {
      what: "the candidate's recurrent bias stands outside of the reset gate",
      status: "failed",
      mistake: "the candidate's bias is not reset",
      cell: `
import * as tf from "@tensorflow/tfjs";

class GruCell {
  W: any;
  b: any;
  constructor(W: any, b: any) {
    this.W = W;
    this.b = b;
  }
  call(projected: any, hidden: any) {
    const [xr, xz, xn] = tf.split(projected, 3, 1);
    const [Wr, Wz, Wn] = tf.split(this.W, 3, 1);
    const [br, bz, bn] = tf.split(this.b, 3);
    const r = tf.sigmoid(xr.add(hidden.matMul(Wr)).add(br));
    const z = tf.sigmoid(xz.add(hidden.matMul(Wz)).add(bz));
    const n = tf.tanh(xn.add(r.mul(hidden.matMul(Wn))).add(bn));
    return tf.add(tf.sub(1, z).mul(n), z.mul(hidden));
  }
}

function gruStep(projected: any, hidden: any, recurrentWeights: any, recurrentBias: any) {
  return new GruCell(recurrentWeights, recurrentBias).call(projected, hidden);
}`,
    },
    {
      what: "hard sigmoid, as tf.layers.gru has by default",
      status: "failed",
      mistake: "a hard sigmoid in the gates",
      cell: `
/** The recurrent activation of tf.layers.gru. */
const hardSigmoid = (a: tf.Tensor) => a.mul(0.2).add(0.5).clipByValue(0, 1);

async function gruStep(projected: any, hidden: any, recurrentWeights: any, recurrentBias: any) {
  const [xr, xz, xn] = tf.split(projected, 3, -1);
  const [hr, hz, hn] = tf.split(hidden.matMul(recurrentWeights).add(recurrentBias), 3, -1);
  const r = hardSigmoid(xr.add(hr));
  const z = hardSigmoid(xz.add(hz));
  const n = tf.tanh(xn.add(r.mul(hn)));
  return tf.onesLike(z).sub(z).mul(n).add(z.mul(hidden));
}`,
    },
  ],
  "01.3": [
    {
      what: "recursion with a destructured list, arrow with expression body, Korean comment",
      status: "passed",
      cell: `
// 맨 앞에 <sos>를 놓고, 첫 정답을 나머지의 시작으로 넘긴다
const shiftRight = ([first, ...rest]: number[], startId: number): number[] =>
  first === undefined ? [] : [startId, ...shiftRight(rest, first)];

console.log(shiftRight([5, 7, 2], 1)); // [1, 5, 7]`,
    },
    {
      what: "generator, stale variable on purpose, export default, assertion below",
      status: "passed",
      cell: `
function* oneLate<T>(items: Iterable<T>, start: T): Generator<T> {
  let before = start;
  for (const item of items) {
    yield before;
    before = item;
  }
}

export default function shiftRight(labels: readonly number[], startId: number) {
  return Array.from(oneLate(labels, startId));
}

assert(shiftRight([0, 3, 2], 9).join() === "9,0,3");`,
    },
    {
      what: "id 0 is falsy",
      status: "failed",
      mistake: "0 taken for nothing",
      cell: `
const shiftRight = (labels: number[], startId: number) =>
  Array.from({ length: labels.length }, (_, i) => labels[i - 1] || startId);`,
    },
    {
      what: "copyWithin changes the labels in place",
      status: "failed",
      mistake: "changes the labels in place",
      cell: `
function shiftRight(labels: number[], startId: number): number[] {
  // one to the right, the last one falls off
  const reads = labels.copyWithin(1, 0);
  reads[0] = startId;
  return reads;
}
console.log(shiftRight([4, 5, 6], 1));`,
    },
  ],
  "01.4": [
    {
      what: "async, helper below, <sos> kept in front and destructured away",
      status: "passed",
      cell: `
async function greedyDecode(step: any, expected: number[], { startId, endId, maxLength }: any) {
  const soFar: number[] = [startId];
  while (soFar.length <= maxLength) { // <sos> counts, so up to maxLength tokens of our own
    const next = likeliest(step([...soFar]));
    if (next === endId) break;
    soFar.push(next);
  }
  const [, ...tokens] = soFar;
  return { tokens, right: sameList(tokens, expected) };
}

function likeliest(scores: number[]): number {
  return scores.reduce((top, score, id) => score > scores[top] ? id : top, 0);
}

function sameList<T>(a: T[], b: T[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}`,
    },
    {
      what: "recursive generator, defaults in the destructuring, test call below",
      status: "passed",
      cell: `
type NextScores = (tokens: number[]) => number[];

function* speak(step: NextScores, soFar: number[], endId: number, left: number): Generator<number> {
  if (left <= 0) return;
  const scores = step(soFar);
  const id = scores.indexOf(Math.max(...scores));
  if (id === endId) return;
  yield id;
  yield* speak(step, [...soFar, id], endId, left - 1);
}

export const greedyDecode = (
  step: NextScores,
  expected: number[],
  { startId = 1, endId = 2, maxLength = 10 }: { startId?: number; endId?: number; maxLength?: number },
) => {
  const tokens = [...speak(step, [startId], endId, maxLength)];
  return { tokens, right: JSON.stringify(tokens) === JSON.stringify(expected) };
};

// 3, 3, 3 … 끝이 없으므로 네 개에서 멈춘다
console.log(greedyDecode(() => [0, 0, 0, 1], [3, 3, 3, 3], { startId: 1, endId: 2, maxLength: 4 }));`,
    },
    {
      what: "likeliest by sort() without a comparison",
      status: "failed",
      mistake: "scores sorted as words",
      cell: `
const argMaxOf = (scores: number[]) => {
  const sorted = [...scores].sort();
  return scores.indexOf(sorted[sorted.length - 1]);
};

function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { startId, endId, maxLength }: { startId: number; endId: number; maxLength: number },
) {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const next = argMaxOf(step([startId, ...tokens]));
    if (next === endId) break;
    tokens.push(next);
  }
  const right = tokens.length === expected.length && tokens.every((id, i) => id === expected[i]);
  return { tokens, right };
}`,
    },
    {
      what: "lists compared by join without a separator",
      status: "failed",
      mistake: "glues the ids together",
      cell: `
function greedyDecode(step: any, expected: any, options: any) {
  const { startId, endId, maxLength } = options;
  const written: number[] = [];
  for (let i = 0; i < maxLength; i++) {
    const scores = step([startId].concat(written));
    let top = 0;
    scores.forEach((score: number, id: number) => {
      if (score > scores[top]) top = id;
    });
    if (top === endId) break;
    written.push(top);
  }
  return { tokens: written, right: written.join("") === expected.join("") };
}`,
    },
  ],
};
