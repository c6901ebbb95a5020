/** Cells that answer the exercises of notebook 05 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "05.1": [
    {
      what: "arrow with an expression body, split and stack",
      status: "passed",
      cell: `
const splitHeads = (x: any, h: number): tf.Tensor => tf.stack(tf.split(x, h, 2), 1);`,
    },
    {
      what: "export default, buffer and labelled loops",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

export default function splitHeads(sequence: any, headCount: number): any {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const target = tf.buffer([batch, headCount, time, dim], sequence.dtype);
  const numbers = sequence.dataSync();
  let place = 0;
  sentences: for (let b = 0; ; b++) {
    if (b === batch) break sentences;
    for (let t = 0; t < time; t++) {
      for (let m = 0; m < model; m++) {
        target.set(numbers[place++], b, Math.floor(m / dim), t, m % dim);
      }
    }
  }
  return target.toTensor();
}`,
    },
    {
      what: "stack in front and reshape",
      status: "failed",
      mistake: "stacked in front, then reshaped",
      cell: `
function splitHeads(sequence: tf.Tensor3D, headCount: number): tf.Tensor4D {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const heads = tf.split(sequence, headCount, 2); // headCount × [batch, time, dim]
  return tf.stack(heads).reshape([batch, headCount, time, dim]);
}`,
    },
    {
      what: "slices of two, as in the lesson",
      status: "failed",
      mistake: "slices of two, as in the lesson",
      cell: `
const splitHeads = (sequence: Axes<"... model">, headCount: number): tf.Tensor => {
  const [batch, time] = sequence.shape;
  const cut = (head: number) => tf.slice(sequence, [0, 0, 2 * head], [batch, time, 2]);
  const heads = Array.from({ length: headCount }, (_, head) => cut(head));
  return tf.stack(heads, 1);
};`,
    },
  ],
  "05.2": [
    {
      what: "arrow with an expression body, unstack and concat",
      status: "passed",
      cell: `
// 헤드들을 나란히 놓는다
const mergeHeads = (heads: tf.Tensor): tf.Tensor => tf.concat(tf.unstack(heads, 1), 2);`,
    },
    {
      what: "overloads, tf.tidy, test with printing below",
      status: "passed",
      cell: `
function mergeHeads(heads: Axes<"... dim">): tf.Tensor;
function mergeHeads(heads: tf.Tensor4D): tf.Tensor3D;
function mergeHeads(heads: any): any {
  return tf.tidy(() => {
    const { shape: [batch, head, time, dim] } = heads;
    return heads.transpose([0, 2, 1, 3]).reshape([batch, time, head * dim]);
  });
}

{
  const sample = tf.range(0, 12).reshape([1, 2, 3, 2]);
  mergeHeads(sample as any).print();
}`,
    },
    {
      what: "head axis last",
      status: "failed",
      mistake: "heads interleaved",
      cell: `
function mergeHeads(heads: Axes<"... dim">): tf.Tensor {
  const [batch, head, time, dim] = heads.shape;
  const moved = tf.transpose(heads, [0, 2, 3, 1]); // the head axis joins the dim axis
  return tf.reshape(moved, [batch, time, dim * head]);
}`,
    },
    {
      what: "shape read in the order after the transpose",
      status: "failed",
      mistake: "one vector for each head",
      cell: `
export const mergeHeads = (heads: any) => {
  const [batch, time, head, dim] = heads.shape;
  const back = heads.transpose([0, 2, 1, 3]);
  return back.reshape([batch, time, head * dim]);
};`,
    },
  ],
  "05.3": [
    {
      what: "uses splitHeads and mergeHeads, destructured projections, helper after",
      status: "passed",
      cell: `
export function multiHeadAttention(
  queries: any,
  sequence: any,
  { queries: Wq, keys: Wk, values: Wv, output: Wo }: any,
  headCount: number,
): any {
  const heads = (x: any, W: any) => splitHeads(times(x, W), headCount) as any;
  const { output, weights } = scaledDotProductAttention({
    queries: heads(queries, Wq),
    keys: heads(sequence, Wk),
    values: heads(sequence, Wv),
  }) as any;
  return { output: times(mergeHeads(output), Wo), weights };
}

function times(x: any, W: any): any {
  const [batch, time, model] = x.shape;
  return x.reshape([batch * time, model]).matMul(W).reshape([batch, time, W.shape[1]]);
}`,
    },
    {
      what: "a loop over heads, matrices cut, outputs summed through rows of the output matrix",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

const project3 = (x: tf.Tensor, W: tf.Tensor): tf.Tensor =>
  tf.reshape(
    tf.matMul(tf.reshape(x, [-1, W.shape[0]]), W),
    [x.shape[0], x.shape[1], W.shape[1]] as [number, number, number],
  );

const multiHeadAttention = (queries: any, sequence: any, projections: any, headCount: number): any => {
  const model = queries.shape[2];
  const dim = model / headCount;
  const outputs: tf.Tensor[] = [];
  const maps: tf.Tensor[] = [];
  for (let h = 0; h < headCount; h++) {
    const columns = (W: tf.Tensor) => tf.slice(W, [0, h * dim], [model, dim]);
    const one: any = scaledDotProductAttention({
      queries: project3(queries, columns(projections.queries)),
      keys: project3(sequence, columns(projections.keys)),
      values: project3(sequence, columns(projections.values)),
    } as any);
    // [a; b] W = a W_위 + b W_아래
    outputs.push(project3(one.output, tf.slice(projections.output, [h * dim, 0], [dim, model])));
    maps.push(one.weights);
  }
  return { output: outputs.reduce((a, b) => tf.add(a, b)), weights: tf.stack(maps, 1) };
};`,
    },
    {
      what: "matrices transposed as in nn.Linear",
      status: "failed",
      mistake: "transposed projections: x·Wᵀ",
      cell: `
function multiHeadAttention(
  queries: Axes<"batch query model">,
  sequence: Axes<"batch key model">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): any {
  // y = x Wᵀ
  const linearLayer = (x: any, W: any): any => {
    const [b, t, m] = x.shape;
    return tf.matMul(x.reshape([b * t, m]), W, false, true).reshape([b, t, m]);
  };
  const q: any = splitHeads(linearLayer(queries, projections.queries), headCount);
  const k: any = splitHeads(linearLayer(sequence, projections.keys), headCount);
  const v: any = splitHeads(linearLayer(sequence, projections.values), headCount);
  const { output, weights }: any = scaledDotProductAttention({ queries: q, keys: k, values: v });
  return { output: linearLayer(mergeHeads(output), projections.output), weights };
}`,
    },
    {
      what: "scales although the library scales",
      status: "failed",
      mistake: "scales twice",
      cell: `
const multiHeadAttention = (queries: any, sequence: any, projections: any, headCount: number) => {
  const dim = queries.shape[2] / headCount;
  const mul2 = (x: any, W: any) =>
    x.reshape([-1, x.shape[2]]).matMul(W).reshape([x.shape[0], x.shape[1], -1]);
  const q = splitHeads(mul2(queries, projections.queries).div(Math.sqrt(dim)), headCount) as any;
  const k = splitHeads(mul2(sequence, projections.keys), headCount) as any;
  const v = splitHeads(mul2(sequence, projections.values), headCount) as any;
  const attended: any = scaledDotProductAttention({ queries: q, keys: k, values: v });
  return { output: mul2(mergeHeads(attended.output), projections.output), weights: attended.weights };
};`,
    },
  ],
  "05.4": [
    {
      what: "async function, comments in Korean",
      status: "passed",
      cell: `
async function countParameters(modelSize: number, headCount: number, dim: number) {
  const wide = headCount * dim; // 모든 헤드를 합친 너비
  const qkv = 3 * (modelSize + 1) * wide; // 편향 포함
  const output = (wide + 1) * modelSize;
  return qkv + output;
}`,
    },
    {
      what: "generator of layers, const arrow, assertion below",
      status: "passed",
      cell: `
function* layerShapes(model: number, h: number, d: number): Generator<[number, number]> {
  for (let head = 0; head < h; head++) {
    for (const _ of ["query", "key", "value"]) yield [model, d];
  }
  yield [h * d, model];
}

const countParameters = (...sizes: [number, number, number]): number => {
  let count = 0;
  for (const [from, to] of layerShapes(...sizes)) count += from * to + to;
  return count;
};

assert(countParameters(64, 8, 8) === 16640, "as in the lesson");`,
    },
    {
      what: "one bias for all heads",
      status: "failed",
      mistake: "the biases of one head",
      cell: `
const withBias = (weights: number, outputs: number) => weights + outputs;

function countParameters(modelSize: number, headCount: number, dim: number): number {
  const one = withBias(headCount * modelSize * dim, dim); // queries, keys or values
  const out = withBias(headCount * dim * modelSize, modelSize);
  return 3 * one + out;
}`,
    },
    {
      what: "output bias as long as its input",
      status: "failed",
      mistake: "output bias as long as the heads",
      cell: `
export const countParameters = (modelSize: number, headCount: number, dim: number) => {
  const inner = headCount * dim;
  return 3 * (modelSize * inner + inner) + (inner * modelSize + inner);
};`,
    },
  ],
};
