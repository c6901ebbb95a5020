/** Cells that answer the exercises of notebook 07 in the forms that people use, and what is to be said of each. */
import type { LearnersCells } from "../learners_cells.ts";

/** By exercise id. */
export const learnersCells: LearnersCells = {
  "07.1": [
    {
      what: "plain arrays, arrow with an expression body",
      status: "passed",
      cell: `
const paddingMask = (ids: any, padId: number): any =>
  tf.tensor3d(
    ids.arraySync().map((row: number[]) => [row.map((id) => id !== padId)]),
    [ids.shape[0], 1, ids.shape[1]],
    "bool",
  );`,
    },
    {
      what: "export default, not equal as a negation, reshape, printing below",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

export default function paddingMask(words: tf.Tensor, pad = 0): tf.Tensor {
  const [batch, key] = words.shape;
  const isPad = tf.equal(words, tf.scalar(pad, "int32"));
  return tf.logicalNot(isPad).reshape([batch, 1, key]); // 질의 축은 길이 1
}

paddingMask(tf.tensor2d([[3, 4, 9]], [1, 3], "int32"), 9).print();`,
    },
    {
      what: "greater than padId",
      status: "failed",
      mistake: "keeps only ids above padId",
      cell: `
const paddingMask = (ids: tf.Tensor2D, padId: number) =>
  ids.greater(tf.scalar(padId, "int32")).expandDims(1);`,
    },
    {
      what: "counts the words and keeps that many from the left",
      status: "failed",
      mistake: "takes padding to stand at the end",
      cell: `
function paddingMask(ids: Axes<"batch key">, padId: number): tf.Tensor {
  const lengths = tf.sum(tf.cast(tf.notEqual(ids, tf.scalar(padId, "int32")), "float32"), -1, true);
  const places = tf.range(0, ids.shape[1]);
  return tf.expandDims(tf.less(places, lengths), 1); // [batch, 1, key]
}`,
    },
  ],
  "07.2": [
    {
      what: "async function, running sum of the unit matrix",
      status: "passed",
      cell: `
async function causalMask(length: number) {
  // 단위 행렬을 위에서 아래로 더하면 계단이 된다
  return tf.eye(length).cumsum(0).greater(0);
}`,
    },
    {
      what: "exported, buffer of type bool, labelled loops, assertion below",
      status: "passed",
      cell: `
import { assert } from "@std/assert";

export function causalMask(n: any): any {
  const mask = tf.buffer([n, n], "bool");
  queries: for (let query = 0; query < n; query++) {
    for (let key = 0; key < n; key++) {
      if (key > query) continue queries;
      mask.set(true as any, query, key);
    }
  }
  return mask.toTensor();
}

assert(causalMask(3).dtype === "bool");
console.log(causalMask(3).arraySync());`,
    },
    {
      what: "band part left as float32",
      status: "failed",
      mistake: "numbers instead of true and false",
      cell: `
const causalMask = (length: number): any => tf.linalg.bandPart(tf.ones([length, length]), -1, 0);`,
    },
    {
      what: "all rows are the same array",
      status: "failed",
      mistake: "every place sees everything",
      cell: `
function causalMask(length: number): tf.Tensor2D {
  const table: boolean[][] = new Array(length).fill(new Array(length).fill(false));
  for (let q = 0; q < length; q++) {
    for (let k = 0; k <= q; k++) {
      table[q][k] = true;
    }
  }
  return tf.tensor2d(table, [length, length], "bool");
}`,
    },
  ],
  "07.3": [
    {
      what: "const arrow in tf.tidy, -Infinity, empty rows replaced before the softmax",
      status: "passed",
      cell: `
const maskedSoftmax = (scores: tf.Tensor, keep: tf.Tensor): tf.Tensor =>
  tf.tidy(() => {
    const seesSomething = tf.any(keep, -1, true);
    const visible = tf.where(keep, scores, -Infinity);
    const safe = tf.where(seesSomething, visible, 0); // 빈 행은 0으로
    return tf.softmax(safe).mul(tf.cast(keep, "float32"));
  });`,
    },
    {
      what: "plain rows, early return, helper after the function, exported",
      status: "passed",
      cell: `
export function maskedSoftmax(scores: any, keep: any) {
  const mask = keep.arraySync();
  const rows = scores.arraySync().map((row: number[], q: number) => weigh(row, mask[q]));
  return tf.tensor2d(rows, scores.shape);
}

function weigh(row: number[], seen: ArrayLike<unknown>): number[] {
  const visible = row.filter((_, k) => seen[k]);
  if (visible.length === 0) return row.map(() => 0);
  const top = Math.max(...visible);
  const powers = row.map((score, k) => seen[k] ? Math.exp(score - top) : 0);
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}`,
    },
    {
      what: "Number.MIN_VALUE as the lowest number",
      status: "failed",
      mistake: "0 for −∞",
      cell: `
function maskedSoftmax(scores: Axes<"query key">, keep: Axes<"query key">): tf.Tensor {
  const hidden = tf.where(keep, scores, tf.fill(scores.shape, Number.MIN_VALUE));
  const weights = tf.softmax(hidden);
  return tf.mul(weights, tf.cast(keep, "float32"));
}`,
    },
    {
      what: "the largest score is taken over hidden keys, too",
      status: "failed",
      mistake: "divides what is left by its sum",
      cell: `
const maskedSoftmax = (scores: any, keep: any) => {
  const shifted = scores.sub(scores.max(-1, true)); // for numerical stability
  const powers = shifted.exp().mul(keep.cast("float32"));
  const total = powers.sum(-1, true);
  return tf.divNoNan(powers, total);
};`,
    },
  ],
  "07.4": [
    {
      what: "De Morgan, arrow with an expression body",
      status: "passed",
      cell: `
const combineMasks = (causal: any, padding: any): any =>
  tf.logicalNot(tf.logicalOr(tf.logicalNot(padding), tf.logicalNot(causal)));`,
    },
    {
      what: "sum of the casts is 2, rest parameters, default export",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

const asNumbers = <T extends tf.Tensor>(mask: T): tf.Tensor => tf.cast(mask, "float32");

export default function combineMasks(...masks: [tf.Tensor, tf.Tensor]): tf.Tensor {
  const [a, b] = masks.map(asNumbers);
  return tf.equal(tf.add(a, b), 2); // 둘 다 참일 때만
}`,
    },
    {
      what: "hides the rows of padding, too",
      status: "failed",
      mistake: "hides padding that asks as well",
      cell: `
function combineMasks(
  causal: Axes<"query key">,
  padding: Axes<"batch query key">,
): tf.Tensor {
  const rows = tf.transpose(padding as tf.Tensor, [0, 2, 1]); // [batch, query, 1]
  const square = tf.logicalAnd(padding as tf.Tensor, rows);
  return tf.logicalAnd(square, causal);
}`,
    },
    {
      what: "the first sentence's padding for all",
      status: "failed",
      mistake: "the first sentence's padding for all",
      cell: `
const combineMasks = (causal: tf.Tensor2D, padding: tf.Tensor3D) => {
  const staircase = causal.arraySync() as any[][];
  const [[words]] = padding.arraySync() as any[][][];
  const table = Array.from(
    { length: padding.shape[0] },
    () => staircase.map((row) => row.map((seen, k) => Boolean(seen && words[k]))),
  );
  return tf.tensor3d(table, undefined, "bool");
};`,
    },
  ],
  "07.5": [
    {
      what: "uses the four functions, destructured projections, helpers after",
      status: "passed",
      cell: `
export function causalAttention(
  sequence: any,
  ids: any,
  { queries: Wq, keys: Wk, values: Wv, output: Wo }: any,
  headCount: number,
): any {
  const [batch, time, model] = sequence.shape;
  const [q, k, v] = [Wq, Wk, Wv].map((W) => cutIntoHeads(timesMatrix(sequence, W), headCount));
  const mask = combineMasks(causalMask(time), paddingMask(ids, 0)) as any;
  const scores: any = tf.matMul(q, k, false, true).div(Math.sqrt(model / headCount));
  const weights: any = maskedSoftmax(scores, mask.expandDims(1)); // 모든 헤드에 같은 마스크
  const together = tf.matMul(weights, v).transpose([0, 2, 1, 3]).reshape([batch, time, model]);
  return { output: timesMatrix(together, Wo), weights };
}

function timesMatrix(x: any, W: any): any {
  return x.reshape([-1, x.shape[2]]).matMul(W).reshape(x.shape);
}

function cutIntoHeads(x: any, h: number): any {
  return tf.stack(tf.split(x, h, 2), 1);
}`,
    },
    {
      what: "head by head without the other exercises, outputs summed, tf.tidy",
      status: "passed",
      cell: `
import * as tf from "@tensorflow/tfjs";

const matrixOn = (x: tf.Tensor, W: tf.Tensor): tf.Tensor =>
  tf.reshape(
    tf.matMul(tf.reshape(x, [-1, W.shape[0]]), W),
    [x.shape[0], x.shape[1]!, W.shape[1]!] as [number, number, number],
  );

const causalAttention = (sequence: any, ids: any, projections: any, headCount: number): any =>
  tf.tidy(() => {
    const [, time, model] = sequence.shape;
    const dim = model / headCount;
    const places = tf.range(0, time);
    const notFuture = tf.lessEqual(places.expandDims(0), places.expandDims(1));
    const keep = tf.logicalAnd(notFuture, tf.notEqual(ids, tf.scalar(0, "int32")).expandDims(1));
    const ones: tf.Tensor = tf.cast(keep, "float32");

    const perHead = Array.from({ length: headCount }, (_, h) => {
      const slice = (W: tf.Tensor) => tf.slice(W, [0, h * dim], [model, dim]);
      const q = matrixOn(sequence, slice(projections.queries));
      const k = matrixOn(sequence, slice(projections.keys));
      const v = matrixOn(sequence, slice(projections.values));
      const scores = tf.matMul(q, k, false, true).mul(1 / Math.sqrt(dim));
      const weights: tf.Tensor = tf.where(keep, scores, -1e9).softmax().mul(ones);
      const rowsOfOutput = tf.slice(projections.output, [h * dim, 0], [dim, model]);
      return { weights, output: matrixOn(tf.matMul(weights, v), rowsOfOutput) };
    });
    return {
      output: tf.addN(perHead.map(({ output }) => output)),
      weights: tf.stack(perHead.map(({ weights }) => weights), 1),
    };
  });`,
    },
    {
      what: "mask without a head axis",
      status: "failed",
      mistake: "a mask without an axis for heads",
      cell: `
function causalAttention(
  sequence: Axes<"batch time model">,
  ids: Axes<"batch key">,
  projections: Record<"queries" | "keys" | "values" | "output", Axes<"model model">>,
  headCount: number,
): any {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const project = (x: any, W: any): any =>
    tf.matMul(tf.reshape(x, [batch * time, model]), W).reshape([batch, time, model]);
  const heads = (W: any): any =>
    project(sequence, W).reshape([batch, time, headCount, dim]).transpose([0, 2, 1, 3]);

  const scores: any = tf.matMul(heads(projections.queries), heads(projections.keys), false, true)
    .div(Math.sqrt(dim));
  const keep: any = combineMasks(causalMask(time), paddingMask(ids, 0));
  const weights: any = maskedSoftmax(scores, keep);
  const merged = tf.matMul(weights, heads(projections.values)).transpose([0, 2, 1, 3]);
  return { output: project(merged, projections.output), weights };
}`,
    },
    {
      what: "places that see nothing may see themselves",
      status: "failed",
      mistake: "padding sees itself",
      cell: `
const causalAttention = (sequence: any, ids: any, projections: any, headCount: number) => {
  const [batch, time, model] = sequence.shape;
  const dim = model / headCount;
  const mm = (x: any, W: any) => x.reshape([batch * time, model]).matMul(W).reshape([batch, time, model]);
  const toHeads = (x: any) => x.reshape([batch, time, headCount, dim]).transpose([0, 2, 1, 3]);
  const q = toHeads(mm(sequence, projections.queries));
  const k = toHeads(mm(sequence, projections.keys));
  const v = toHeads(mm(sequence, projections.values));

  // the diagonal stays open, so that no row is empty (NaN!)
  const diagonal = tf.eye(time).greater(0);
  const keep: any = tf.logicalOr(combineMasks(causalMask(time), paddingMask(ids, 0)) as any, diagonal);
  const weights: any = maskedSoftmax(q.matMul(k, false, true).div(Math.sqrt(dim)), keep.expandDims(1));
  const output = mm(weights.matMul(v).transpose([0, 2, 1, 3]), projections.output);
  return { output, weights };
};`,
    },
  ],
};
