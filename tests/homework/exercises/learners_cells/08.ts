/** Cells that answer the exercises of notebook 08 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "08.1": [
    {
      what: "arrow const, any, tf.moments and rsqrt in a tidy",
      status: "passed",
      cell: `
// 층 정규화: 각 단어마다 따로 계산한다
const layerNorm = (x: any, g: any, b: any, eps = 1e-5): any =>
  tf.tidy(() => {
    const { mean, variance } = tf.moments(x, -1, true);
    return x.sub(mean).mul(variance.add(eps).rsqrt()).mul(g).add(b);
  });`,
    },
    {
      what: "own import, typed arrays row by row, doc comment left out",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

function layerNorm(
  inputs: tf.Tensor,
  gain: tf.Tensor,
  bias: tf.Tensor,
  epsilon: number,
): tf.Tensor3D {
  const [batches, times, size] = inputs.shape;
  const source = inputs.dataSync();
  const [g, b] = [gain.dataSync(), bias.dataSync()];
  const target = new Float32Array(source.length);
  for (let start = 0; start < source.length; start += size) {
    const row = Float64Array.from(source.subarray(start, start + size));
    const mu = sumOf(row) / size;
    const sigma2 = sumOf(row.map((v) => (v - mu) ** 2)) / size;
    row.forEach((v, i) => {
      target[start + i] = g[i] * (v - mu) / Math.sqrt(sigma2 + epsilon) + b[i];
    });
  }
  return tf.tensor3d(target, [batches, times, size]);
}

function sumOf(numbers: Float64Array): number {
  let total = 0;
  for (const each of numbers) total += each;
  return total;
}`,
    },
    {
      what: "epsilon as a floor of the variance",
      status: "failed",
      mistake: "the larger of ε and the variance",
      cell: `
function layerNorm(inputs: any, gain: any, bias: any, epsilon: number) {
  const centre = tf.mean(inputs, -1, true);
  const deviation = tf.sub(inputs, centre);
  const variance = tf.mean(tf.square(deviation), -1, true);
  // epsilon keeps us from dividing by 0
  const safe = tf.maximum(variance, epsilon);
  return deviation.div(safe.sqrt()).mul(gain).add(bias);
}`,
    },
    {
      what: "running sums not reset between positions",
      status: "failed",
      mistake: "sums that run on between positions",
      cell: `
export function layerNorm(
  inputs: Axes<"batch time model">,
  gain: Axes<"model">,
  bias: Axes<"model">,
  epsilon: number,
): tf.Tensor {
  const sentences = inputs.arraySync() as number[][][];
  const g = gain.arraySync() as number[];
  const b = bias.arraySync() as number[];
  const result = sentences.map((sentence) => {
    let sum = 0;
    let squares = 0;
    return sentence.map((row) => {
      for (const v of row) sum += v;
      const mu = sum / row.length;
      for (const v of row) squares += (v - mu) ** 2;
      const sigma = Math.sqrt(squares / row.length + epsilon);
      return row.map((v, i) => g[i] * (v - mu) / sigma + b[i]);
    });
  });
  return tf.tensor3d(result);
}`,
    },
  ],
  "08.2": [
    {
      what: "export function, destructured parameter, reshaped to a matrix",
      status: "passed",
      cell: `
export function feedForward(
  inputs: tf.Tensor,
  { hiddenWeights: W1, hiddenBias: b1, outputWeights: W2, outputBias: b2 }: Record<string, any>,
): tf.Tensor {
  const [batch, time, model] = inputs.shape;
  const flat = tf.reshape(inputs, [batch * time, model]);
  const hidden = flat.matMul(W1).add(b1).relu();
  console.log("hidden", hidden.shape);
  return hidden.matMul(W2).add(b2).reshape([batch, time, -1]);
}`,
    },
    {
      what: "helper class Affine before it, ReLU as (h + |h|) / 2",
      status: "passed",
      cell: `
/** x W + b */
class Affine {
  weights: tf.Tensor;
  shift: tf.Tensor;

  constructor(weights: tf.Tensor, shift: tf.Tensor) {
    this.weights = weights;
    this.shift = shift;
  }

  of(x: tf.Tensor): tf.Tensor {
    return tf.add(tf.matMul(x, this.weights), this.shift);
  }
}

const feedForward = (x: tf.Tensor, net: Record<string, tf.Tensor>): tf.Tensor => {
  const first = new Affine(net.hiddenWeights, net.hiddenBias);
  const second = new Affine(net.outputWeights, net.outputBias);
  const h = first.of(x);
  const cut = tf.div(tf.add(h, tf.abs(h)), 2); // max(0, h)
  return second.of(cut);
};

const tried = feedForward(tf.tensor3d([[[1, -1]]]), {
  hiddenWeights: tf.tensor2d([[1, 0, 1], [0, 1, 1]]),
  hiddenBias: tf.tensor1d([0, 0, 1]),
  outputWeights: tf.tensor2d([[1, 0], [0, 1], [1, 1]]),
  outputBias: tf.tensor1d([0, 10]),
});
console.log(tried.arraySync()); // [[[2, 11]]]`,
    },
    {
      what: "GELU, as in BERT and GPT-2",
      status: "failed",
      mistake: "another activation",
      cell: `
const gelu = (x: tf.Tensor): tf.Tensor =>
  x.mul(0.5).mul(x.div(Math.SQRT2).erf().add(1));

const feedForward = (inputs: tf.Tensor, network: any): tf.Tensor => {
  const up = tf.add(tf.matMul(inputs, network.hiddenWeights), network.hiddenBias);
  return tf.add(tf.matMul(gelu(up), network.outputWeights), network.outputBias);
};`,
    },
    {
      what: "the way around is already inside",
      status: "failed",
      mistake: "adds the inputs",
      cell: `
function feedForward(
  inputs: Axes<"batch time model">,
  network: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): tf.Tensor {
  return tf.tidy(() => {
    const { hiddenWeights, hiddenBias, outputWeights, outputBias } = network;
    let x: tf.Tensor = inputs;
    x = tf.relu(tf.add(tf.matMul(x, hiddenWeights), hiddenBias));
    x = tf.add(tf.matMul(x, outputWeights), outputBias);
    return tf.add(inputs, x); // residual
  });
}`,
    },
  ],
  "08.3": [
    {
      what: "arrow with an expression body, own norm helper below",
      status: "passed",
      cell: `
// post: norm(x + xW)    pre: x + norm(x)W
const residual = (x: any, W: any, { gain, bias }: any, normFirst = false): tf.Tensor =>
  normFirst
    ? x.add(normEach(x, gain, bias).matMul(W))
    : normEach(x.add(x.matMul(W)), gain, bias);

function normEach(y: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  const centred = y.sub(y.mean(-1, true));
  const variance = centred.square().mean(-1, true);
  return centred.div(variance.add(1e-5).sqrt()).mul(gain).add(bias);
}`,
    },
    {
      what: "early return, closures, the matrix I + W for post-norm",
      status: "passed",
      cell: `
function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  norm: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  const EPSILON = 1e-5;
  const normed = (y: any) => layerNorm(y, norm.gain, norm.bias, EPSILON);
  if (!normFirst) {
    // x + xW = x(I + W)
    const around = tf.add(tf.eye(weights.shape[0]), weights);
    return normed(tf.matMul(inputs, around));
  }
  return tf.add(tf.matMul(normed(inputs), weights), inputs);
}`,
    },
    {
      what: "weights transposed as in nn.Linear",
      status: "failed",
      mistake: "weights transposed",
      cell: `
const linear = (x: tf.Tensor, weight: tf.Tensor) => tf.matMul(x, weight, false, true);

function residual(x: any, weights: any, norm: any, normFirst: boolean): tf.Tensor {
  if (normFirst) {
    return tf.add(x, linear(layerNorm(x, norm.gain, norm.bias, 1e-5), weights));
  }
  return layerNorm(tf.add(x, linear(x, weights)) as any, norm.gain, norm.bias, 1e-5);
}`,
    },
    {
      what: "post-norm norms the step's result before adding",
      status: "failed",
      mistake: "norm before the sum",
      cell: `
function residual(
  inputs: Axes<"batch time model">,
  weights: Axes<"model model">,
  { gain, bias }: Record<"gain" | "bias", Axes<"model">>,
  normFirst: boolean,
): tf.Tensor {
  const f = (x: tf.Tensor) => tf.matMul(x, weights);
  const norm = (x: tf.Tensor) => layerNorm(x as any, gain, bias, 1e-5);
  // pre: norm, then the step; post: the step, then norm
  const chain = normFirst ? [norm, f] : [f, norm];
  const changed = chain.reduce((x: tf.Tensor, part) => part(x), inputs);
  return tf.add(inputs, changed);
}`,
    },
  ],
  "08.4": [
    {
      what: "list of steps and reduce",
      status: "passed",
      cell: `
const encoderLayer = (inputs: any, attention: any, network: any, norms: any): tf.Tensor => {
  const meet = (x: any) => {
    const [queries, keys, values] = ["queries", "keys", "values"].map((name) =>
      x.matMul(attention[name])
    );
    return scaledDotProductAttention({ queries, keys, values }).output.matMul(attention.output);
  };
  const think = (x: any) => feedForward(x, network);
  return [meet, think].reduce(
    (x, step, i) => layerNorm(x.add(step(x)), norms[i].gain, norms[i].bias, 1e-5),
    inputs,
  );
};`,
    },
    {
      what: "own import, helper class AddAndNorm, W_V and W_O multiplied first",
      status: "passed",
      cell: `
import { scaledDotProductAttention } from "lib/lessons/08.ts";

class AddAndNorm {
  gain: tf.Tensor;
  bias: tf.Tensor;
  constructor({ gain, bias }: Record<"gain" | "bias", tf.Tensor>) {
    this.gain = gain;
    this.bias = bias;
  }
  apply(x: tf.Tensor, change: tf.Tensor): tf.Tensor {
    const sum = tf.add(x, change);
    const { mean, variance } = tf.moments(sum, -1, true);
    const normed = tf.div(tf.sub(sum, mean), tf.sqrt(tf.add(variance, 1e-5)));
    return tf.add(tf.mul(normed, this.gain), this.bias);
  }
}

export function encoderLayer(
  x: tf.Tensor,
  attention: Record<string, tf.Tensor>,
  network: Record<string, tf.Tensor>,
  norms: Record<"gain" | "bias", tf.Tensor>[],
): tf.Tensor {
  const [afterAttention, afterNetwork] = norms.map((each) => new AddAndNorm(each));
  // (A · xV) · O = A · (x · VO)
  const met = scaledDotProductAttention({
    queries: tf.matMul(x, attention.queries),
    keys: tf.matMul(x, attention.keys),
    values: tf.matMul(x, tf.matMul(attention.values, attention.output)),
  } as any).output;
  const h = afterAttention.apply(x, met);
  const hidden = tf.relu(tf.add(tf.matMul(h, network.hiddenWeights), network.hiddenBias));
  const thought = tf.add(tf.matMul(hidden, network.outputWeights), network.outputBias);
  return afterNetwork.apply(h, thought);
}`,
    },
    {
      what: "scaled twice",
      status: "failed",
      mistake: "another scale of the scores",
      cell: `
function encoderLayer(x: any, attention: any, network: any, norms: any): tf.Tensor {
  const d = x.shape[x.shape.length - 1];
  const q = tf.div(tf.matMul(x, attention.queries), Math.sqrt(d)); // scaled
  const k = tf.matMul(x, attention.keys);
  const v = tf.matMul(x, attention.values);
  const { output } = scaledDotProductAttention({ queries: q, keys: k, values: v } as any);
  const h = layerNorm(
    tf.add(x, tf.matMul(output as any, attention.output)) as any,
    norms[0].gain,
    norms[0].bias,
    1e-5,
  );
  return layerNorm(tf.add(h, feedForward(h as any, network)) as any, norms[1].gain, norms[1].bias, 1e-5);
}`,
    },
    {
      what: "causal mask in the encoder",
      status: "failed",
      mistake: "a causal mask",
      cell: `
const encoderLayer = (
  inputs: Axes<"batch time model">,
  attention: Record<"queries" | "keys" | "values" | "output", tf.Tensor>,
  network: any,
  [first, second]: any[],
): tf.Tensor => {
  const keep = causalMask(inputs.shape[1]);
  const project = (name: "queries" | "keys" | "values") => tf.matMul(inputs, attention[name]);
  const { output } = scaledDotProductAttention({
    queries: project("queries"),
    keys: project("keys"),
    values: project("values"),
    keep,
  } as any);
  let x: any = tf.add(inputs, tf.matMul(output as tf.Tensor, attention.output));
  x = layerNorm(x, first.gain, first.bias, 1e-5);
  x = tf.add(x, feedForward(x, network));
  return layerNorm(x, second.gain, second.bias, 1e-5);
};`,
    },
  ],
  "08.5": [
    {
      what: "generator of the three steps",
      status: "passed",
      cell: `
function decoderLayer(
  said: any,
  memory: any,
  { self: own, cross }: any,
  network: any,
  norms: any[],
): tf.Tensor {
  const attend = (from: any, to: any, W: any, extra: object = {}): any => {
    const { output } = scaledDotProductAttention({
      queries: from.matMul(W.queries),
      keys: to.matMul(W.keys),
      values: to.matMul(W.values),
      ...extra,
    } as any);
    return tf.matMul(output as any, W.output);
  };

  function* steps() {
    yield (x: any) => attend(x, x, own, { keep: causalMask(said.shape[1]) }); // 미래는 못 본다
    yield (x: any) => attend(x, memory, cross);
    yield (x: any) => feedForward(x, network);
  }

  let x = said;
  let number = 0;
  for (const step of steps()) {
    const { gain, bias } = norms[number++];
    x = layerNorm(tf.add(x, step(x)) as any, gain, bias, 1e-5);
  }
  return x;
}`,
    },
    {
      what: "arrow, tf.tidy around all, helpers written anew after it",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";
import { causalMask, scaledDotProductAttention } from "lib/lessons/08.ts";

const decoderLayer = (
  inputs: tf.Tensor3D,
  memory: tf.Tensor3D,
  attentions: Record<string, Record<string, tf.Tensor>>,
  network: Record<string, tf.Tensor>,
  norms: Record<string, tf.Tensor>[],
): tf.Tensor => {
  const keep = causalMask(inputs.shape[1]);
  return tf.tidy(() => {
    const a = sumThenNorm(inputs, lookAt(inputs, inputs, attentions.self, keep), norms[0]);
    const b = sumThenNorm(a, lookAt(a, memory, attentions.cross), norms[1]);
    const hidden = tf.relu(b.matMul(network.hiddenWeights).add(network.hiddenBias));
    return sumThenNorm(b, hidden.matMul(network.outputWeights).add(network.outputBias), norms[2]);
  });
};

function lookAt(from: tf.Tensor, to: tf.Tensor, w: Record<string, tf.Tensor>, keep?: any): tf.Tensor {
  const asked: any = { queries: from.matMul(w.queries), keys: to.matMul(w.keys), values: to.matMul(w.values) };
  if (keep) asked.keep = keep;
  return (scaledDotProductAttention(asked).output as tf.Tensor).matMul(w.output);
}

function sumThenNorm(x: tf.Tensor, y: tf.Tensor, { gain, bias }: Record<string, tf.Tensor>): tf.Tensor {
  const s = x.add(y);
  const { mean: mu, variance } = tf.moments(s, -1, true);
  return s.sub(mu).div(variance.add(1e-5).sqrt()).mul(gain).add(bias);
}`,
    },
    {
      what: "cross-attention asks with the layer's input",
      status: "failed",
      mistake: "cross-attention asks with the inputs",
      cell: `
function decoderLayer(
  inputs: Axes<"batch query model">,
  memory: Axes<"batch key model">,
  attentions: any,
  network: any,
  norms: any,
): tf.Tensor {
  function attend(q: any, kv: any, w: any, keep?: any) {
    const queries = tf.matMul(q, w.queries);
    const keys = tf.matMul(kv, w.keys);
    const values = tf.matMul(kv, w.values);
    const { output } = scaledDotProductAttention(
      (keep ? { queries, keys, values, keep } : { queries, keys, values }) as any,
    );
    return tf.matMul(output as any, w.output);
  }
  const norm = (x: any, i: number) => layerNorm(x, norms[i].gain, norms[i].bias, 1e-5) as any;

  let x = norm(tf.add(inputs, attend(inputs, inputs, attentions.self, causalMask(inputs.shape[1]))), 0);
  x = norm(tf.add(x, attend(inputs, memory, attentions.cross)), 1);
  x = norm(tf.add(x, feedForward(x, network)), 2);
  return x;
}`,
    },
    {
      what: "memory taken as keys and values unprojected",
      status: "failed",
      mistake: "memory itself as keys or values",
      cell: `
const decoderLayer = (inputs: any, memory: any, attentions: any, network: any, norms: any) => {
  const addNorm = (i: number, x: any, y: any): any =>
    layerNorm(x.add(y), norms[i].gain, norms[i].bias, 1e-5);
  const { self, cross } = attentions;

  const masked = scaledDotProductAttention({
    queries: inputs.matMul(self.queries),
    keys: inputs.matMul(self.keys),
    values: inputs.matMul(self.values),
    keep: causalMask(inputs.shape[1]),
  } as any).output as any;
  const x = addNorm(0, inputs, masked.matMul(self.output));

  // keys and values come from the encoder
  const found = scaledDotProductAttention({
    queries: x.matMul(cross.queries),
    keys: memory,
    values: memory,
  } as any).output as any;
  const y = addNorm(1, x, found.matMul(cross.output));

  return addNorm(2, y, feedForward(y, network));
};`,
    },
  ],
  "08.6": [
    {
      what: "columns first, then turned; Math.hypot; test call below",
      status: "passed",
      cell: `
const measureInfluence = (
  layer: (rows: number[][]) => number[][],
  words: number[][],
  nudge: number[],
) => {
  const copyOf = (rows: number[][]) => rows.map((row) => [...row]);
  const before = copyOf(layer(copyOf(words)));
  const columns = words.map((_, j) => {
    const after = layer(
      words.map((row, k) => k === j ? row.map((v, d) => v + nudge[d]) : [...row]),
    );
    return after.map((row, i) => Math.hypot(...row.map((v, d) => v - before[i][d])));
  });
  return before.map((_, i) => columns.map((column) => column[i]));
};

// each word alone, doubled: [[10, 0], [0, 10]]
console.log(measureInfluence((rows) => rows.map((r) => r.map((v) => 2 * v)), [[1, 2], [3, 4]], [3, 4]));`,
    },
    {
      what: "plain loops with a typed-array result, structuredClone, generic helper",
      status: "passed",
      cell: `
function gridOf<T>(rows: number, columns: number, make: () => T): T[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, make));
}

function measureInfluence(layer: any, words: number[][], nudge: number[]): number[][] {
  const before: number[][] = structuredClone(layer(structuredClone(words)));
  const moved = gridOf(before.length, words.length, () => 0);
  input: for (let j = 0; j < words.length; j++) {
    if (nudge.every((v) => v === 0)) continue input; // nothing is pushed
    const trial = structuredClone(words);
    for (let d = 0; d < nudge.length; d++) trial[j][d] += nudge[d];
    const after: number[][] = layer(trial);
    for (let i = 0; i < before.length; i++) {
      const change = Float64Array.from(after[i], (v: number, d: number) => v - before[i][d]);
      moved[i][j] = Math.sqrt(change.reduce((sum, v) => sum + v * v, 0));
    }
  }
  return moved;
}`,
    },
    {
      what: "change of the length instead of length of the change",
      status: "failed",
      mistake: "the difference of two lengths",
      cell: `
function measureInfluence(
  layer: (words: number[][]) => number[][],
  words: number[][],
  nudge: number[],
): number[][] {
  const lengthOf = (row: number[]) => Math.sqrt(row.reduce((sum, v) => sum + v ** 2, 0));
  const before = layer(words).map(lengthOf);
  const result: number[][] = before.map(() => []);
  for (let j = 0; j < words.length; j++) {
    const nudged = words.map((row, k) => row.map((v, d) => k === j ? v + nudge[d] : v));
    layer(nudged).forEach((row, i) => {
      result[i][j] = Math.abs(lengthOf(row) - before[i]);
    });
  }
  return result;
}`,
    },
    {
      what: "root of the mean of the squares",
      status: "failed",
      mistake: "the mean of the squares",
      cell: `
export const measureInfluence = (layer: any, words: number[][], nudge: number[]): number[][] => {
  const before = layer(words) as number[][];
  const outputs = words.map((_, j) => {
    const copy = words.map((row) => row.slice());
    copy[j] = copy[j].map((v, d) => v + nudge[d]);
    return layer(copy) as number[][];
  });
  // RMS of the difference
  const distance = (a: number[], b: number[]) => Math.sqrt(mean(a.map((v, d) => (v - b[d]) ** 2)));
  return before.map((row, i) => outputs.map((after) => distance(after[i], row)));
};`,
    },
  ],
};
