/**
 * A call of every operation that tfjs exports, on small inputs, by the operation's name below `tf`. Where
 * one operation runs several kernels (with the shape, the type of number or an option), there are several
 * calls. Every axis has another length, and no two neighbouring numbers are equal.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Given } from "../against_cpu.ts";

/** What an operation returns. */
export type Returned = tf.Tensor | tf.Tensor[] | tf.NamedTensorMap;

/** One call: its inputs, and the operation on them. */
export interface Case {
  readonly given: readonly Given[];
  readonly call: (inputs: tf.Tensor[]) => Returned | Promise<Returned>;
}

const call = (given: readonly Given[], operation: Case["call"]): Case => ({
  given,
  call: operation,
});

/** Floats of this shape in [-1, 1). */
const floats = (...shape: number[]): Given => ({ shape });

/** Floats of this shape spread over [low, high). */
const between = (low: number, high: number, ...shape: number[]): Given => {
  const size = tf.util.sizeFromShape(shape);
  // Steps by a number coprime to the size visit every place once.
  const values = Array.from(
    { length: size },
    (_, i) => low + (high - low) * ((i * 7 + 3) % size) / size,
  );
  return { shape, values };
};

const whole = (shape: readonly number[], values: readonly number[]): Given => ({
  shape,
  values,
  dtype: "int32",
});
const ints = (...values: number[]): Given => whole([values.length], values);
const flags = (shape: readonly number[], ...values: number[]): Given => ({
  shape,
  values,
  dtype: "bool",
});
const given = (...values: number[]): Given => ({ shape: [values.length], values });

// tfjs's types tell tensors by their rank, which an input of a list does not say.
const one = (x: tf.Tensor): tf.Tensor1D => x.as1D();
const two = (x: tf.Tensor): tf.Tensor2D => x.as2D(x.shape[0], x.shape[1]!);
const three = (x: tf.Tensor): tf.Tensor3D => x.as3D(x.shape[0], x.shape[1]!, x.shape[2]!);
const four = (x: tf.Tensor): tf.Tensor4D => {
  const [a, b, c, d] = x.shape;
  return x.as4D(a, b!, c!, d!);
};
const five = (x: tf.Tensor): tf.Tensor5D => {
  const [a, b, c, d, e] = x.shape;
  return x.as5D(a, b!, c!, d!, e!);
};

/** A function of each number: on numbers in a range, on a scalar, and on none. */
const ofEach = (f: (x: tf.Tensor) => tf.Tensor, low = -3, high = 3): Case[] => [
  call([between(low, high, 5, 7)], ([x]) => f(x)),
  call([{ shape: [], values: [(low + 2 * high) / 3] }], ([x]) => f(x)),
  call([floats(0, 3)], ([x]) => f(x)),
];

/** A function of two numbers, broadcast in several ways. */
const ofTwo = (f: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor, low = -3, high = 3): Case[] => [
  call([between(low, high, 5, 7), between(high, low, 5, 7)], ([x, y]) => f(x, y)),
  call([between(low, high, 5, 7), between(low, high, 7)], ([x, y]) => f(x, y)),
  call([between(low, high, 3, 1, 7), between(low, high, 5, 1)], ([x, y]) => f(x, y)),
  call([{ shape: [], values: [(low + 2 * high) / 3] }, between(low, high, 7)], ([x, y]) => f(x, y)),
];

/** A comparison also has to find equal numbers, and compares words. */
const comparison = (f: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor): Case[] => [
  ...ofTwo(f),
  call([given(1, 2, 3, 4), given(1, 3, 2, 4)], ([x, y]) => f(x, y)),
];

const logical = (f: (x: tf.Tensor, y: tf.Tensor) => tf.Tensor): Case[] => [
  call([flags([4], 0, 0, 1, 1), flags([4], 0, 1, 0, 1)], ([x, y]) => f(x, y)),
  call([flags([2, 1], 0, 1), flags([3], 1, 0, 1)], ([x, y]) => f(x, y)),
];

/** A reduction: over everything, over each axis, and with the axes kept. */
const reduction = (
  f: (x: tf.Tensor, axis?: number | number[], keep?: boolean) => tf.Tensor,
  input = between(-2, 3, 3, 5, 7),
): Case[] => [
  call([input], ([x]) => f(x)),
  call([input], ([x]) => f(x, 0)),
  call([input], ([x]) => f(x, [0, 2])),
  call([input], ([x]) => f(x, -1, true)),
];

const complexOf = ([real, imaginary]: tf.Tensor[]) => tf.complex(real, imaginary);
const complexParts: Given[] = [floats(3, 8), between(-2, 1, 3, 8)];
const words = () => tf.tensor2d(["b", "Attention", "", "어텐션", "b", "a"], [2, 3]);

const image = between(0, 1, 2, 5, 7, 3);
const boxes = {
  shape: [4, 4],
  values: [0, 0, 1, 1, 0, 0.1, 1, 1.1, 0, -0.1, 1, 0.9, 0, 10, 1, 11],
};
const scores = given(0.9, 0.75, 0.6, 0.95);

/** Sparse rows: [row, column] of each value, in a matrix of five rows and six columns. */
const sparseIndices = whole([4, 2], [0, 0, 1, 3, 3, 1, 3, 5]);

const complexNumbers: Readonly<Record<string, Case[]>> = {
  complex: [
    call(complexParts, complexOf),
    // Complex numbers pass through the operations that do not look at them.
    call(complexParts, (parts) => tf.reshape(complexOf(parts), [4, 6])),
    call(complexParts, (parts) => tf.transpose(complexOf(parts))),
    call(complexParts, (parts) => tf.concat([complexOf(parts), complexOf(parts)], 1)),
    call(complexParts, (parts) => tf.mul(complexOf(parts), complexOf(parts))),
    call(complexParts, (parts) => tf.add(complexOf(parts), tf.onesLike(complexOf(parts)))),
    call(complexParts, (parts) => tf.sub(complexOf(parts), tf.zerosLike(complexOf(parts)))),
    call(complexParts, (parts) => tf.clone(complexOf(parts))),
    call([floats(3, 8)], ([x]) => tf.cast(x, "complex64")),
  ],
  real: [call(complexParts, (parts) => tf.real(complexOf(parts)))],
  imag: [call(complexParts, (parts) => tf.imag(complexOf(parts)))],
  fft: [
    call(complexParts, (parts) => tf.fft(complexOf(parts))),
    call([floats(3, 5), floats(3, 5)], (parts) => tf.fft(complexOf(parts))),
    call(complexParts, (parts) => tf.real(tf.fft(complexOf(parts)))),
  ],
  ifft: [call(complexParts, (parts) => tf.ifft(complexOf(parts)))],
  rfft: [
    call([floats(3, 8)], ([x]) => tf.rfft(x)),
    call([floats(3, 8)], ([x]) => tf.rfft(x, 6)),
    call([floats(3, 8)], ([x]) => tf.abs(tf.rfft(x))),
  ],
  irfft: [call(complexParts, (parts) => tf.irfft(complexOf(parts)))],
  "signal.frame": [call([floats(11)], ([x]) => tf.signal.frame(one(x), 4, 3, true, 0.5))],
  "signal.hammingWindow": [call([], () => tf.signal.hammingWindow(7))],
  "signal.hannWindow": [call([], () => tf.signal.hannWindow(7))],
  "signal.stft": [call([floats(23)], ([x]) => tf.signal.stft(one(x), 8, 5))],
};

const arithmetic: Readonly<Record<string, Case[]>> = {
  abs: [...ofEach(tf.abs), call(complexParts, (parts) => tf.abs(complexOf(parts)))],
  acos: ofEach(tf.acos, -1, 1),
  acosh: ofEach(tf.acosh, 1.1, 4),
  asin: ofEach(tf.asin, -1, 1),
  asinh: ofEach(tf.asinh),
  atan: ofEach(tf.atan),
  atanh: ofEach(tf.atanh, -0.9, 0.9),
  ceil: ofEach(tf.ceil),
  cos: ofEach(tf.cos),
  cosh: ofEach(tf.cosh),
  elu: ofEach(tf.elu),
  erf: ofEach(tf.erf),
  exp: ofEach(tf.exp),
  expm1: ofEach(tf.expm1),
  floor: ofEach(tf.floor),
  isFinite: [call([given(1, NaN, Infinity, -Infinity)], ([x]) => tf.isFinite(x))],
  isInf: [call([given(1, NaN, Infinity, -Infinity)], ([x]) => tf.isInf(x))],
  isNaN: [call([given(1, NaN, Infinity, -Infinity)], ([x]) => tf.isNaN(x))],
  leakyRelu: [...ofEach(tf.leakyRelu), call([floats(5, 7)], ([x]) => tf.leakyRelu(x, 0.3))],
  log: ofEach(tf.log, 0.1, 5),
  log1p: ofEach(tf.log1p, -0.5, 5),
  logSigmoid: ofEach(tf.logSigmoid),
  neg: ofEach(tf.neg),
  reciprocal: ofEach(tf.reciprocal, 0.3, 4),
  relu: ofEach(tf.relu),
  relu6: ofEach(tf.relu6, -3, 9),
  round: ofEach(tf.round),
  rsqrt: ofEach(tf.rsqrt, 0.2, 4),
  selu: ofEach(tf.selu),
  sigmoid: ofEach(tf.sigmoid),
  sign: [...ofEach(tf.sign), call([given(-2, 0, 3)], ([x]) => tf.sign(x))],
  sin: ofEach(tf.sin),
  sinh: ofEach(tf.sinh),
  softplus: ofEach(tf.softplus),
  sqrt: ofEach(tf.sqrt, 0.1, 5),
  square: ofEach(tf.square),
  step: ofEach((x) => tf.step(x, 0.2)),
  tan: ofEach(tf.tan, -1.4, 1.4),
  tanh: ofEach(tf.tanh),
  clipByValue: ofEach((x) => tf.clipByValue(x, -1, 2)),
  cast: [
    call([between(-3, 3, 5, 7)], ([x]) => tf.cast(x, "int32")),
    call([between(-3, 3, 5, 7)], ([x]) => tf.cast(x, "bool")),
    call([ints(3, 0, -2)], ([x]) => tf.cast(x, "float32")),
    call([ints(3, 0, -2)], ([x]) => tf.cast(x, "bool")),
    call([flags([3], 1, 0, 1)], ([x]) => tf.cast(x, "float32")),
  ],
  add: ofTwo(tf.add),
  addN: [call([floats(5, 7), floats(5, 7), floats(5, 7)], (all) => tf.addN(all))],
  atan2: ofTwo(tf.atan2),
  div: ofTwo(tf.div),
  divNoNan: [
    ...ofTwo(tf.divNoNan),
    call([given(1, 0, 3), given(0, 0, 2)], ([x, y]) => tf.divNoNan(x, y)),
  ],
  floorDiv: ofTwo(tf.floorDiv),
  maximum: ofTwo(tf.maximum),
  minimum: ofTwo(tf.minimum),
  mod: ofTwo(tf.mod),
  mul: ofTwo(tf.mul),
  pow: [
    ...ofTwo(tf.pow, 0.2, 3),
    call([given(-2, -1, 2), given(2, 3, -1)], ([x, y]) => tf.pow(x, y)),
  ],
  prelu: ofTwo(tf.prelu),
  squaredDifference: ofTwo(tf.squaredDifference),
  sub: ofTwo(tf.sub),
  bitwiseAnd: [call([ints(5, 3, 12), ints(6, 1, 10)], ([x, y]) => tf.bitwiseAnd(x, y))],
  equal: [...comparison(tf.equal), call([], () => tf.equal(words(), words()))],
  notEqual: comparison(tf.notEqual),
  greater: comparison(tf.greater),
  greaterEqual: comparison(tf.greaterEqual),
  less: comparison(tf.less),
  lessEqual: comparison(tf.lessEqual),
  logicalAnd: logical(tf.logicalAnd),
  logicalOr: logical(tf.logicalOr),
  logicalXor: logical(tf.logicalXor),
  logicalNot: [call([flags([3], 1, 0, 1)], ([x]) => tf.logicalNot(x))],
  where: [
    call(
      [flags([5, 7], ...between(0, 2, 35).values!.map(Math.floor)), floats(5, 7), floats(5, 7)],
      (
        [condition, x, y],
      ) => tf.where(condition, x, y),
    ),
    call(
      [flags([5, 1], 1, 0, 1, 1, 0), floats(5, 7), floats(7)],
      ([condition, x, y]) => tf.where(condition, x, y),
    ),
  ],
};

const reductions: Readonly<Record<string, Case[]>> = {
  all: reduction(
    tf.all,
    flags([3, 5, 7], ...between(0, 8, 105).values!.map((v) => Number(v >= 1))),
  ),
  any: reduction(tf.any, flags([3, 5, 7], ...between(0, 8, 105).values!.map((v) => Number(v < 1)))),
  argMax: [
    call([between(-2, 3, 3, 5, 7)], ([x]) => tf.argMax(x, 1)),
    call([between(-2, 3, 3, 5, 7)], ([x]) => tf.argMax(x, -1)),
  ],
  argMin: [
    call([between(-2, 3, 3, 5, 7)], ([x]) => tf.argMin(x, 1)),
    call([between(-2, 3, 3, 5, 7)], ([x]) => tf.argMin(x, -1)),
  ],
  bincount: [
    call([ints(1, 3, 1, 9), given(1, 2, 3, 4)], ([x, w]) => tf.bincount(one(x), one(w), 5)),
    call([ints(1, 3, 1, 9)], ([x]) => tf.bincount(one(x), tf.tensor1d([]), 5)),
  ],
  denseBincount: [
    call([ints(1, 3, 1, 9), given(1, 2, 3, 4)], ([x, w]) => tf.denseBincount(one(x), one(w), 5)),
    call(
      [whole([2, 3], [1, 3, 1, 0, 4, 4])],
      ([x]) => tf.denseBincount(two(x), tf.tensor2d([], [0, 0]), 5, true),
    ),
  ],
  cumprod: [
    call([between(0.5, 2, 3, 5)], ([x]) => tf.cumprod(x, 0)),
    call([between(0.5, 2, 3, 5)], ([x]) => tf.cumprod(x, 1, true, true)),
  ],
  cumsum: [
    call([floats(3, 5)], ([x]) => tf.cumsum(x, 0)),
    call([floats(3, 5)], ([x]) => tf.cumsum(x, 1, true, true)),
  ],
  euclideanNorm: [
    call([between(1, 3, 3, 5)], ([x]) => tf.euclideanNorm(x)),
    call([between(1, 3, 3, 5)], ([x]) => tf.euclideanNorm(x, 1, true)),
  ],
  logSumExp: reduction(tf.logSumExp),
  max: reduction(tf.max),
  mean: reduction(tf.mean),
  min: reduction(tf.min),
  moments: [
    call([floats(3, 5, 7)], ([x]) => Object.values(tf.moments(x, [0, 2]))),
    call([floats(3, 5, 7)], ([x]) => Object.values(tf.moments(x, 1, true))),
  ],
  movingAverage: [
    call([floats(5), floats(5)], ([v, x]) => tf.movingAverage(v, x, 0.9, 3)),
  ],
  norm: [
    call([between(1, 3, 3, 5)], ([x]) => tf.norm(x)),
    call([between(1, 3, 3, 5)], ([x]) => tf.norm(x, 1)),
    call([between(1, 3, 3, 5)], ([x]) => tf.norm(x, "euclidean", 1)),
    call([between(1, 3, 3, 5)], ([x]) => tf.norm(x, Infinity, 0)),
  ],
  prod: reduction(tf.prod, between(0.5, 1.5, 3, 5, 7)),
  softmax: [call([floats(3, 5)], ([x]) => tf.softmax(x))],
  logSoftmax: [call([floats(3, 5)], ([x]) => tf.logSoftmax(x))],
  sum: [
    ...reduction(tf.sum),
    call([flags([2, 3], 1, 0, 1, 1, 1, 0)], ([x]) => tf.sum(x, 1)),
  ],
  topk: [
    call([between(-2, 3, 3, 7)], ([x]) => Object.values(tf.topk(x, 3))),
    call([between(-2, 3, 3, 7)], ([x]) => Object.values(tf.topk(x, 1))),
  ],
  unique: [
    call([ints(4, 1, 4, 2, 1)], ([x]) => Object.values(tf.unique(x))),
    call([given(4, 1, 4, 2, 1)], ([x]) => Object.values(tf.unique(x))),
    call([whole([2, 3], [1, 2, 1, 3, 4, 3])], ([x]) => Object.values(tf.unique(x, 1))),
  ],
  unsortedSegmentSum: [
    call([floats(5, 3), ints(1, 0, 1, 3, 0)], ([x, ids]) => tf.unsortedSegmentSum(x, one(ids), 4)),
  ],
  searchSorted: [
    call([given(1, 2, 2, 5), given(0, 2, 6)], ([s, v]) => tf.searchSorted(s, v)),
    call([given(1, 2, 2, 5), given(0, 2, 6)], ([s, v]) => tf.searchSorted(s, v, "right")),
  ],
  lowerBound: [call([given(1, 2, 2, 5), given(0, 2, 6)], ([s, v]) => tf.lowerBound(s, v))],
  upperBound: [call([given(1, 2, 2, 5), given(0, 2, 6)], ([s, v]) => tf.upperBound(s, v))],
  inTopKAsync: [
    call([between(-2, 3, 3, 7), ints(2, 0, 5)], ([x, t]) => tf.inTopKAsync(two(x), one(t), 3)),
  ],
  "math.confusionMatrix": [
    call(
      [ints(0, 2, 1, 2), ints(0, 1, 1, 2)],
      ([x, y]) => tf.math.confusionMatrix(one(x), one(y), 3),
    ),
  ],
};

const products: Readonly<Record<string, Case[]>> = {
  dot: [
    call([floats(5), floats(5)], ([x, y]) => tf.dot(x, y)),
    call([floats(3, 5), floats(5)], ([x, y]) => tf.dot(x, y)),
    call([floats(3, 5), floats(5, 7)], ([x, y]) => tf.dot(x, y)),
  ],
  einsum: [
    call([floats(3, 5), floats(5, 7)], ([x, y]) => tf.einsum("ij,jk->ik", x, y)),
    call([floats(2, 3, 5), floats(2, 7, 5)], ([x, y]) => tf.einsum("bqd,bkd->bqk", x, y)),
    call([floats(3, 5)], ([x]) => tf.einsum("ij->ji", x)),
    call([floats(3, 5)], ([x]) => tf.einsum("ij->", x)),
    // Its result goes on to a kernel of the engine.
    call(
      [floats(3, 5), floats(5, 7)],
      ([x, y]) => tf.matMul(tf.einsum("ij,jk->ik", x, y), y, false, true),
    ),
  ],
  matMul: [
    call([floats(3, 5), floats(5, 7)], ([x, y]) => tf.matMul(x, y)),
    call([floats(2, 5, 3), floats(2, 7, 5)], ([x, y]) => tf.matMul(x, y, true, true)),
  ],
  outerProduct: [call([floats(3), floats(5)], ([x, y]) => tf.outerProduct(one(x), one(y)))],
  "fused.matMul": [
    call(
      [floats(3, 5), floats(5, 7), floats(7)],
      ([a, b, bias]) => tf.fused.matMul({ a, b, bias, activation: "relu" }),
    ),
    call(
      [floats(3, 5), floats(5, 7), floats(7)],
      ([a, b, bias]) => tf.fused.matMul({ a, b, bias, activation: "elu" }),
    ),
  ],
  "linalg.bandPart": [call([floats(5, 7)], ([x]) => tf.linalg.bandPart(x, 1, 2))],
  "linalg.gramSchmidt": [call([floats(3, 5)], ([x]) => tf.linalg.gramSchmidt(two(x)))],
  "linalg.qr": [
    call([floats(5, 3)], ([x]) => tf.linalg.qr(x)),
    call([floats(5, 3)], ([x]) => tf.linalg.qr(x, true)),
  ],
  basicLSTMCell: [
    call(
      [floats(7, 16), floats(16), floats(2, 3), floats(2, 4), floats(2, 4)],
      ([kernel, bias, x, c, h]) =>
        tf.basicLSTMCell(tf.scalar(1), two(kernel), one(bias), two(x), two(c), two(h)),
    ),
  ],
  multiRNNCell: [
    call(
      [floats(7, 16), floats(16), floats(2, 3), floats(2, 4), floats(2, 4)],
      ([kernel, bias, x, c, h]) => {
        const cell = (data: tf.Tensor2D, c: tf.Tensor2D, h: tf.Tensor2D) =>
          tf.basicLSTMCell(tf.scalar(1), two(kernel), one(bias), data, c, h);
        return tf.multiRNNCell([cell], two(x), [two(c)], [two(h)]).flat();
      },
    ),
  ],
};

const shapes: Readonly<Record<string, Case[]>> = {
  batchToSpaceND: [
    call([floats(6, 2, 3, 1)], ([x]) => tf.batchToSpaceND(x, [2, 3], [[0, 1], [1, 0]])),
  ],
  broadcastArgs: [call([ints(1, 3), ints(5, 1)], ([x, y]) => tf.broadcastArgs(x, y))],
  broadcastTo: [call([floats(3, 1)], ([x]) => tf.broadcastTo(x, [2, 3, 5]))],
  clone: [call([floats(3, 5)], ([x]) => tf.clone(x))],
  concat: [
    call([floats(3, 5), floats(3, 2)], (all) => tf.concat(all, 1)),
    call([], () => tf.concat([words(), words()], 1)),
  ],
  concat1d: [call([floats(3), floats(5)], ([x, y]) => tf.concat1d([one(x), one(y)]))],
  concat2d: [call([floats(2, 3), floats(5, 3)], ([x, y]) => tf.concat2d([two(x), two(y)], 0))],
  concat3d: [
    call([floats(2, 3, 1), floats(2, 3, 5)], ([x, y]) => tf.concat3d([three(x), three(y)], 2)),
  ],
  concat4d: [
    call([floats(2, 3, 1, 5), floats(2, 7, 1, 5)], ([x, y]) => tf.concat4d([four(x), four(y)], 1)),
  ],
  depthToSpace: [
    call([floats(1, 2, 3, 8)], ([x]) => tf.depthToSpace(four(x), 2)),
  ],
  diag: [call([floats(3)], ([x]) => tf.diag(x))],
  ensureShape: [call([floats(3, 5)], ([x]) => tf.ensureShape(x, [3, 5]))],
  expandDims: [call([floats(3, 5)], ([x]) => tf.expandDims(x, 1))],
  eye: [call([], () => tf.eye(3, 5, [2]))],
  fill: [
    call([], () => tf.fill([2, 3], 0.5)),
    call([], () => tf.fill([2, 3], 4, "int32")),
    call([], () => tf.fill([2, 3], "어텐션")),
  ],
  gather: [
    call([floats(5, 3), whole([2, 2], [4, 0, 4, 1])], ([x, i]) => tf.gather(x, i.toInt())),
    call([floats(3, 5), ints(4, 0, 4)], ([x, i]) => tf.gather(x, one(i), 1)),
    call([floats(2, 5, 3), whole([2, 2], [4, 0, 4, 1])], ([x, i]) => tf.gather(x, i, 1, 1)),
  ],
  gatherND: [call([floats(3, 5), whole([2, 2], [0, 4, 2, 1])], ([x, i]) => tf.gatherND(x, i))],
  linspace: [call([], () => tf.linspace(-1, 2, 7))],
  meshgrid: [call([floats(3), floats(5)], ([x, y]) => tf.meshgrid(x, y))],
  mirrorPad: [
    call([floats(3, 5)], ([x]) => tf.mirrorPad(x, [[1, 2], [2, 0]], "reflect")),
    call([floats(3, 5)], ([x]) => tf.mirrorPad(x, [[1, 2], [2, 0]], "symmetric")),
  ],
  oneHot: [
    call([ints(2, 0, 1)], ([x]) => tf.oneHot(x, 4)),
    call([whole([2, 3], [2, 0, 1, 3, 1, 1])], ([x]) => tf.oneHot(x, 4, 0.9, 0.1, "float32")),
  ],
  ones: [call([], () => tf.ones([2, 3]))],
  onesLike: [call([floats(2, 3)], ([x]) => tf.onesLike(x))],
  pad: [call([floats(3, 5)], ([x]) => tf.pad(x, [[1, 2], [2, 0]], 0.5))],
  pad1d: [call([floats(3)], ([x]) => tf.pad1d(one(x), [1, 2]))],
  pad2d: [call([floats(3, 5)], ([x]) => tf.pad2d(two(x), [[1, 2], [0, 1]]))],
  pad3d: [call([floats(1, 3, 2)], ([x]) => tf.pad3d(three(x), [[1, 2], [0, 1], [1, 0]]))],
  pad4d: [
    call([floats(1, 3, 2, 2)], ([x]) => tf.pad4d(four(x), [[1, 2], [0, 1], [1, 0], [0, 0]])),
  ],
  range: [call([], () => tf.range(2, 11, 3)), call([], () => tf.range(5, -5, -2, "int32"))],
  reshape: [
    call([floats(3, 8)], ([x]) => tf.reshape(x, [4, -1])),
    call([], () => tf.reshape(words(), [3, 2])),
  ],
  reverse: [
    call([floats(3, 5, 2)], ([x]) => tf.reverse(x, [0, 2])),
  ],
  reverse1d: [call([floats(3)], ([x]) => tf.reverse1d(one(x)))],
  reverse2d: [call([floats(3, 5)], ([x]) => tf.reverse2d(two(x), 1))],
  reverse3d: [call([floats(3, 5, 2)], ([x]) => tf.reverse3d(three(x), [1, 2]))],
  reverse4d: [call([floats(3, 5, 2, 2)], ([x]) => tf.reverse4d(four(x), 1))],
  scalar: [call([], () => tf.scalar(3))],
  scatterND: [
    call([whole([3, 1], [4, 0, 4]), floats(3, 2)], ([i, x]) => tf.scatterND(i, x, [5, 2])),
  ],
  slice: [
    call([floats(3, 5, 2)], ([x]) => tf.slice(x, [1, 0, 1], [2, 3, 1])),
    call([], () => tf.slice(words(), [0, 1], [2, 2])),
  ],
  slice1d: [call([floats(7)], ([x]) => tf.slice1d(one(x), 2, 3))],
  slice2d: [call([floats(3, 5)], ([x]) => tf.slice2d(two(x), [1, 2], [2, 2]))],
  slice3d: [call([floats(3, 5, 2)], ([x]) => tf.slice3d(three(x), [1, 2, 0], [2, 2, 1]))],
  slice4d: [
    call([floats(3, 5, 2, 2)], ([x]) => tf.slice4d(four(x), [1, 2, 0, 1], [2, 2, 1, 1])),
  ],
  spaceToBatchND: [
    call([floats(1, 3, 5, 1)], ([x]) => tf.spaceToBatchND(x, [2, 3], [[0, 1], [1, 0]])),
  ],
  sparseToDense: [
    call(
      [ints(1, 4, 2), given(5, 6, 7), { shape: [], values: [9] }],
      ([i, v, d]) => tf.sparseToDense(i, v, [6], d.asScalar()),
    ),
    call([ints(1, 2)], ([i]) => tf.sparseToDense(i, tf.tensor1d(["a", "b"]), [3], "어")),
  ],
  split: [
    call([floats(3, 8)], ([x]) => tf.split(x, 4, 1)),
    call([floats(3, 8)], ([x]) => tf.split(x, [1, 5, 2], 1)),
  ],
  squeeze: [call([floats(3, 1, 5, 1)], ([x]) => tf.squeeze(x, [1]))],
  stack: [
    call([floats(3, 5), floats(3, 5)], (all) => tf.stack(all, 1)),
    call([], () => tf.stack([words(), words()], 1)),
  ],
  stridedSlice: [
    call([floats(5, 7)], ([x]) => tf.stridedSlice(x, [0, 6], [5, 0], [2, -2])),
    call([floats(5, 7)], ([x]) => tf.stridedSlice(x, [1, 0], [4, 7], [1, 1])),
    call([], () => tf.stridedSlice(words(), [0, 0], [2, 3], [1, 2])),
  ],
  tensor: [call([], () => tf.tensor([[1, 2, 3], [4, 5, 6]])), call([], words)],
  tensor1d: [call([], () => tf.tensor1d([1, 2]))],
  tensor2d: [call([], () => tf.tensor2d([[1, 2]]))],
  tensor3d: [call([], () => tf.tensor3d([[[1, 2]]]))],
  tensor4d: [call([], () => tf.tensor4d([[[[1, 2]]]]))],
  tensor5d: [call([], () => tf.tensor5d([[[[[1, 2]]]]]))],
  tensor6d: [call([], () => tf.tensor6d([[[[[[1, 2]]]]]]))],
  tensorScatterUpdate: [
    call(
      [floats(5, 2), whole([2, 1], [4, 0]), floats(2, 2)],
      ([x, i, u]) => tf.tensorScatterUpdate(x, i, u),
    ),
  ],
  tile: [
    call([floats(2, 3)], ([x]) => tf.tile(x, [2, 3])),
    call([], () => tf.tile(words(), [1, 2])),
  ],
  transpose: [
    call([floats(2, 3, 5)], ([x]) => tf.transpose(x, [2, 0, 1])),
    call([floats(2, 3, 5, 7)], ([x]) => tf.transpose(x, [0, 2, 1, 3])),
  ],
  unstack: [
    call([floats(3, 5)], ([x]) => tf.unstack(x, 1)),
    call([], () => tf.unstack(words(), 0)),
  ],
  variable: [call([floats(3)], ([x]) => {
    const variable = tf.variable(x, false);
    try {
      return tf.square(variable);
    } finally {
      variable.dispose();
    }
  })],
  zeros: [call([], () => tf.zeros([2, 3])), call([], () => tf.zeros([2, 3], "complex64"))],
  zerosLike: [call([floats(2, 3)], ([x]) => tf.zerosLike(x))],
  cosineWindow: [call([], () => tf.signal.hannWindow(5))],
  booleanMaskAsync: [
    call([floats(4, 3), flags([4], 1, 0, 1, 1)], ([x, mask]) => tf.booleanMaskAsync(x, mask)),
  ],
  setdiff1dAsync: [
    call([ints(4, 1, 7, 2), ints(1, 2)], async ([x, y]) => await tf.setdiff1dAsync(x, y)),
  ],
  whereAsync: [call([flags([2, 3], 1, 0, 1, 0, 0, 1)], ([x]) => tf.whereAsync(x))],
  buffer: [call([], () => tf.buffer([2, 2], "float32", Float32Array.of(1, 2, 3, 4)).toTensor())],
};

const convolutions: Readonly<Record<string, Case[]>> = {
  avgPool: [
    call([image], ([x]) => tf.avgPool(four(x), 3, 2, "same")),
    call([image], ([x]) => tf.avgPool(four(x), 2, 1, "valid")),
  ],
  avgPool3d: [
    call([floats(1, 3, 5, 4, 2)], ([x]) => tf.avgPool3d(five(x), 2, 1, "same")),
    call([floats(3, 5, 4, 2)], ([x]) => tf.avgPool3d(four(x), 2, 2, "valid")),
  ],
  maxPool: [
    call([image], ([x]) => tf.maxPool(four(x), 3, 2, "same")),
    call([image], ([x]) => tf.maxPool(four(x), 2, 1, "valid")),
  ],
  maxPool3d: [call([between(0, 1, 1, 3, 5, 4, 2)], ([x]) => tf.maxPool3d(five(x), 2, 1, "same"))],
  maxPoolWithArgmax: [
    call([image], ([x]) => Object.values(tf.maxPoolWithArgmax(four(x), 2, 2, "valid"))),
  ],
  pool: [
    call([image], ([x]) => tf.pool(four(x), 2, "avg", "same")),
    call([image], ([x]) => tf.pool(four(x), 2, "max", "valid", 2)),
  ],
  dilation2d: [
    call([image, floats(2, 2, 3)], ([x, f]) => tf.dilation2d(four(x), three(f), 1, "same")),
  ],
  conv1d: [
    call([floats(2, 7, 3), floats(3, 3, 5)], ([x, f]) => tf.conv1d(three(x), three(f), 2, "same")),
    call([floats(7, 3), floats(3, 3, 5)], ([x, f]) => tf.conv1d(two(x), three(f), 1, "valid")),
  ],
  conv2d: [
    call([image, floats(3, 2, 3, 4)], ([x, f]) => tf.conv2d(four(x), four(f), 2, "same")),
    call([image, floats(1, 1, 3, 4)], ([x, f]) => tf.conv2d(four(x), four(f), 1, "valid")),
    call(
      [image, floats(3, 2, 3, 4)],
      ([x, f]) => tf.conv2d(four(x), four(f), 1, "valid", "NHWC", 2),
    ),
    // A result of the cpu's kernels (the filter's gradient) goes on to those of the engine.
    call(
      [floats(2, 5, 7, 3), floats(3, 2, 3, 4)],
      ([x, f]) =>
        tf.matMul(tf.reshape(tf.conv2d(four(x), four(f), 1, "same"), [-1, 4]), tf.ones([4, 2])),
    ),
  ],
  conv2dTranspose: [
    call(
      [floats(2, 3, 4, 5), floats(3, 3, 2, 5)],
      ([x, f]) => tf.conv2dTranspose(four(x), four(f), [2, 6, 8, 2], 2, "same"),
    ),
  ],
  conv3d: [
    call(
      [floats(1, 3, 5, 4, 2), floats(2, 2, 2, 2, 3)],
      ([x, f]) => tf.conv3d(five(x), five(f), 1, "same"),
    ),
  ],
  conv3dTranspose: [
    call(
      [floats(1, 2, 3, 2, 3), floats(2, 2, 2, 5, 3)],
      ([x, f]) => tf.conv3dTranspose(five(x), five(f), [1, 4, 6, 4, 5], 2, "same"),
    ),
  ],
  depthwiseConv2d: [
    call([image, floats(3, 2, 3, 2)], ([x, f]) => tf.depthwiseConv2d(four(x), four(f), 1, "same")),
    call([image, floats(3, 3, 3, 1)], ([x, f]) => tf.depthwiseConv2d(four(x), four(f), 2, "valid")),
  ],
  separableConv2d: [
    call(
      [image, floats(3, 2, 3, 2), floats(1, 1, 6, 4)],
      ([x, d, p]) => tf.separableConv2d(four(x), four(d), four(p), 1, "same"),
    ),
  ],
  "fused.conv2d": [
    call([image, floats(3, 2, 3, 4), floats(4)], ([x, filter, bias]) =>
      tf.fused.conv2d({
        x: four(x),
        filter: four(filter),
        bias,
        strides: 1,
        pad: "same",
        activation: "relu",
      })),
  ],
  "fused.depthwiseConv2d": [
    call([image, floats(3, 2, 3, 1), floats(3)], ([x, filter, bias]) =>
      tf.fused.depthwiseConv2d({
        x: four(x),
        filter: four(filter),
        bias,
        strides: 1,
        pad: "same",
        activation: "relu6",
      })),
  ],
  batchNorm: [
    call(
      [image, floats(3), between(0.5, 2, 3), floats(3), floats(3)],
      ([x, mean, variance, b, g]) => tf.batchNorm(x, mean, variance, b, g, 1e-3),
    ),
  ],
  batchNorm2d: [
    call(
      [floats(5, 3), floats(3), between(0.5, 2, 3)],
      ([x, mean, variance]) => tf.batchNorm2d(two(x), one(mean), one(variance)),
    ),
  ],
  batchNorm3d: [
    call(
      [floats(5, 2, 3), floats(3), between(0.5, 2, 3)],
      ([x, mean, variance]) => tf.batchNorm3d(three(x), one(mean), one(variance)),
    ),
  ],
  batchNorm4d: [
    call(
      [image, floats(3), between(0.5, 2, 3)],
      ([x, mean, variance]) => tf.batchNorm4d(four(x), one(mean), one(variance)),
    ),
  ],
  localResponseNormalization: [
    call([image], ([x]) => tf.localResponseNormalization(four(x), 1, 1, 0.5, 0.75)),
  ],
};

const images: Readonly<Record<string, Case[]>> = {
  "browser.fromPixels": [
    call([], () =>
      tf.browser.fromPixels({
        width: 2,
        height: 1,
        data: Uint8Array.of(10, 20, 30, 255, 40, 50, 60, 255),
      })),
  ],
  "browser.toPixels": [
    call(
      [],
      async () => tf.tensor1d([...await tf.browser.toPixels(tf.tensor2d([[0, 0.5], [0.25, 1]]))]),
    ),
  ],
  "image.cropAndResize": [
    call(
      [image, { shape: [2, 4], values: [0, 0.1, 0.9, 1, 0.2, 0, 1, 0.7] }, ints(1, 0)],
      ([x, b, i]) => tf.image.cropAndResize(four(x), two(b), one(i), [3, 4]),
    ),
    call(
      [image, { shape: [1, 4], values: [0, 0.1, 0.9, 1] }, ints(1)],
      ([x, b, i]) => tf.image.cropAndResize(four(x), two(b), one(i), [3, 4], "nearest"),
    ),
  ],
  "image.flipLeftRight": [call([image], ([x]) => tf.image.flipLeftRight(four(x)))],
  "image.grayscaleToRGB": [
    call([floats(2, 5, 7, 1)], ([x]) => tf.image.grayscaleToRGB(four(x))),
  ],
  "image.rgbToGrayscale": [call([image], ([x]) => tf.image.rgbToGrayscale(four(x)))],
  "image.nonMaxSuppression": [
    call([boxes, scores], ([b, s]) => tf.image.nonMaxSuppression(two(b), one(s), 3)),
  ],
  "image.nonMaxSuppressionAsync": [
    call([boxes, scores], ([b, s]) => tf.image.nonMaxSuppressionAsync(two(b), one(s), 3)),
  ],
  "image.nonMaxSuppressionPadded": [
    call(
      [boxes, scores],
      ([b, s]) => tf.image.nonMaxSuppressionPadded(two(b), one(s), 3, 0.5, -Infinity, true),
    ),
  ],
  "image.nonMaxSuppressionPaddedAsync": [
    call(
      [boxes, scores],
      ([b, s]) => tf.image.nonMaxSuppressionPaddedAsync(two(b), one(s), 3, 0.5, -Infinity, true),
    ),
  ],
  "image.nonMaxSuppressionWithScore": [
    call(
      [boxes, scores],
      ([b, s]) => tf.image.nonMaxSuppressionWithScore(two(b), one(s), 3, 0.5, 0.1, 0.5),
    ),
  ],
  "image.nonMaxSuppressionWithScoreAsync": [
    call(
      [boxes, scores],
      ([b, s]) => tf.image.nonMaxSuppressionWithScoreAsync(two(b), one(s), 3, 0.5, 0.1, 0.5),
    ),
  ],
  "image.resizeBilinear": [
    call([image], ([x]) => tf.image.resizeBilinear(four(x), [8, 4])),
    call([image], ([x]) => tf.image.resizeBilinear(four(x), [3, 9], true)),
  ],
  "image.resizeNearestNeighbor": [
    call([image], ([x]) => tf.image.resizeNearestNeighbor(four(x), [8, 4])),
    call([image], ([x]) => tf.image.resizeNearestNeighbor(four(x), [3, 9], true)),
  ],
  "image.rotateWithOffset": [
    call([image], ([x]) => tf.image.rotateWithOffset(four(x), 0.4, 0.2, [0.3, 0.6])),
  ],
  "image.threshold": [
    call([between(0, 255, 5, 7, 3)], ([x]) => tf.image.threshold(three(x), "binary", false, 0.4)),
    call([between(0, 255, 5, 7, 1)], ([x]) => tf.image.threshold(three(x), "otsu", true)),
  ],
  "image.transform": [
    call(
      [image, { shape: [1, 8], values: [1, 0.1, 0.5, 0, 0.9, 0.2, 0, 0] }],
      ([x, t]) => tf.image.transform(four(x), two(t), "bilinear", "reflect"),
    ),
    call(
      [image, { shape: [1, 8], values: [1, 0, 1, 0, 1, 2, 0, 0] }],
      ([x, t]) => tf.image.transform(four(x), two(t), "nearest", "constant", 0.5),
    ),
  ],
};

const losses: Readonly<Record<string, Case[]>> = {
  "losses.absoluteDifference": [
    call([floats(3, 5), floats(3, 5)], ([x, y]) => tf.losses.absoluteDifference(x, y)),
  ],
  "losses.computeWeightedLoss": [
    call([floats(3, 5), between(0, 1, 3, 5)], ([x, w]) => tf.losses.computeWeightedLoss(x, w)),
  ],
  "losses.cosineDistance": [
    call([floats(3, 5), floats(3, 5)], ([x, y]) => tf.losses.cosineDistance(x, y, 1)),
  ],
  "losses.hingeLoss": [
    call([flags([5], 1, 0, 1, 1, 0), floats(5)], ([x, y]) => tf.losses.hingeLoss(x.toFloat(), y)),
  ],
  "losses.huberLoss": [
    call([floats(3, 5), between(-3, 3, 3, 5)], ([x, y]) => tf.losses.huberLoss(x, y)),
  ],
  "losses.logLoss": [
    call([between(0.1, 0.9, 3, 5), between(0.9, 0.1, 3, 5)], ([x, y]) => tf.losses.logLoss(x, y)),
  ],
  "losses.meanSquaredError": [
    call([floats(3, 5), floats(3, 5)], ([x, y]) => tf.losses.meanSquaredError(x, y)),
  ],
  "losses.sigmoidCrossEntropy": [
    call([between(0, 1, 3, 5), floats(3, 5)], ([x, y]) => tf.losses.sigmoidCrossEntropy(x, y)),
  ],
  "losses.softmaxCrossEntropy": [
    call(
      [whole([2, 3], [0, 1, 0, 1, 0, 0]), floats(2, 3)],
      ([x, y]) => tf.losses.softmaxCrossEntropy(x.toFloat(), y),
    ),
  ],
};

const randomness: Readonly<Record<string, Case[]>> = {
  dropout: [call([floats(5, 7)], ([x]) => tf.dropout(x, 0.4, undefined, 3))],
  multinomial: [
    call([floats(3, 5)], ([x]) => tf.multinomial(two(x), 6, 3)),
    call([given(0.2, 0.5, 0.3)], ([x]) => tf.multinomial(one(x), 6, 3, true)),
  ],
  rand: [call([], () => tf.rand([2, 3], () => 0.25))],
  randomGamma: [call([], () => tf.randomGamma([2, 3], 2, 1, "float32", 3))],
  randomNormal: [call([], () => tf.randomNormal([2, 3], 0, 1, "float32", 3))],
  randomStandardNormal: [call([], () => tf.randomStandardNormal([2, 3], "float32", 3))],
  randomUniform: [call([], () => tf.randomUniform([2, 3], 0, 1, "float32", 3))],
  randomUniformInt: [call([], () => tf.randomUniformInt([2, 3], 0, 10, 3))],
  truncatedNormal: [call([], () => tf.truncatedNormal([2, 3], 0, 1, "float32", 3))],
};

const sparseAndRagged: Readonly<Record<string, Case[]>> = {
  raggedGather: [
    call([ints(0, 2, 3, 5), floats(5, 2), ints(2, 0)], ([splits, values, indices]) => {
      const { outputNestedSplits, outputDenseValues } = tf.raggedGather(
        [splits],
        values,
        indices,
        1,
      );
      return [...outputNestedSplits, outputDenseValues];
    }),
  ],
  raggedRange: [
    call([ints(0, 5, 8), ints(3, 6, 2), ints(1, 1, -2)], ([s, l, d]) => tf.raggedRange(s, l, d)),
  ],
  raggedTensorToTensor: [
    call(
      [ints(3, 4), given(1, 2, 3, 4, 5), ints(0, 2, 3, 5)],
      ([shape, values, splits]) =>
        tf.raggedTensorToTensor(shape, values, tf.scalar(9), [splits], ["ROW_SPLITS"]),
    ),
  ],
  "sparse.sparseFillEmptyRows": [
    call(
      [sparseIndices, given(1, 2, 3, 4)],
      ([i, v]) =>
        tf.sparse.sparseFillEmptyRows(two(i), one(v), tf.tensor1d([5, 6], "int32"), tf.scalar(9)),
    ),
  ],
  "sparse.sparseReshape": [
    call([sparseIndices], ([i]) =>
      tf.sparse.sparseReshape(
        two(i),
        tf.tensor1d([5, 6], "int32"),
        tf.tensor1d([3, -1], "int32"),
      )),
  ],
  "sparse.sparseSegmentMean": [
    call(
      [floats(5, 3), ints(0, 2, 4), ints(0, 0, 1)],
      ([x, i, s]) => tf.sparse.sparseSegmentMean(x, one(i), one(s)),
    ),
  ],
  "sparse.sparseSegmentSum": [
    call(
      [floats(5, 3), ints(0, 2, 4), ints(0, 0, 1)],
      ([x, i, s]) => tf.sparse.sparseSegmentSum(x, one(i), one(s)),
    ),
  ],
};

const strings: Readonly<Record<string, Case[]>> = {
  "string.staticRegexReplace": [
    call([], () => tf.string.staticRegexReplace(words(), "t+", "T")),
  ],
  "string.stringNGrams": [
    call([], () =>
      tf.string.stringNGrams(
        tf.tensor1d(["a", "b", "c", "어"]),
        tf.tensor1d([0, 3, 4], "int32"),
        "|",
        [1, 2],
        "<",
        ">",
        -1,
        false,
      )),
  ],
  "string.stringSplit": [
    call([], () => tf.string.stringSplit(tf.tensor1d(["a b", "어 텐션 "]), tf.scalar(" "))),
  ],
  "string.stringToHashBucketFast": [
    call([], () => tf.string.stringToHashBucketFast(words(), 10)),
  ],
};

/** The calls by the operation's name. */
export const CASES: Readonly<Record<string, readonly Case[]>> = {
  ...arithmetic,
  ...reductions,
  ...products,
  ...shapes,
  ...convolutions,
  ...images,
  ...losses,
  ...randomness,
  ...complexNumbers,
  ...sparseAndRagged,
  ...strings,
};
