/**
 * Heads in plain arithmetic, for the references of notebook 05: numbers put into another shape, axes put
 * into another order, and attention in one head.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { multiply, type Rows, scale, softmax, transpose } from "../../exercise/arithmetic.ts";
import { TensorData } from "../../exercise/values.ts";

/** The same numbers in the same order, read as another shape. */
export function reshaped(tensor: TensorData, ...shape: number[]): TensorData {
  return new TensorData(shape, tensor.numbers);
}

/** The axes in another order: axis i of the result is axis `order[i]` of `tensor`. */
export function permuted(tensor: TensorData, ...order: number[]): TensorData {
  const strides = tensor.shape.map((_, axis) =>
    tensor.shape.slice(axis + 1).reduce((product, length) => product * length, 1)
  );
  const shape = order.map((axis) => tensor.shape[axis]);
  const numbers: number[] = [];
  const visit = (depth: number, from: number): void => {
    if (depth === order.length) return void numbers.push(tensor.numbers[from]);
    for (let i = 0; i < shape[depth]; i++) visit(depth + 1, from + i * strides[order[depth]]);
  };
  visit(0, 0);
  return new TensorData(shape, numbers);
}

/** Each position's vector cut into slices, and the heads put before time. */
export function split(sequence: TensorData, headCount: number): TensorData {
  const [batch, time, model] = sequence.shape;
  return permuted(reshaped(sequence, batch, time, headCount, model / headCount), 0, 2, 1, 3);
}

/** The slices of each position side by side again. */
export function merge(heads: TensorData): TensorData {
  const [batch, head, time, dim] = heads.shape;
  return reshaped(permuted(heads, 0, 2, 1, 3), batch, time, head * dim);
}

/** The matrices of the last two axes, in order. */
function matrices(tensor: TensorData): Rows[] {
  const [height, width] = tensor.shape.slice(-2);
  const count = tensor.shape.slice(0, -2).reduce((product, length) => product * length, 1);
  return Array.from({ length: count }, (_, i) =>
    Array.from({ length: height }, (_, j) => {
      const from = (i * height + j) * width;
      return tensor.numbers.slice(from, from + width);
    }));
}

/** Every position's vector times the matrix `weights`. */
export function project(sequence: TensorData, weights: TensorData): TensorData {
  const [batch, time] = sequence.shape;
  const rows = matrices(sequence).flat();
  const projected = multiply(rows, weights.rows());
  return new TensorData([batch, time, weights.shape[1]], projected.flat());
}

/** Attention in each batch and head, with scores times `factor`. */
export function attendInHeads(
  queries: TensorData,
  keys: TensorData,
  values: TensorData,
  factor: number,
): { output: TensorData; weights: TensorData } {
  const allKeys = matrices(keys);
  const allValues = matrices(values);
  const weights = matrices(queries).map((q, i) =>
    scale(multiply(q, transpose(allKeys[i])), factor).map(softmax)
  );
  const output = weights.map((w, i) => multiply(w, allValues[i]));
  const [batch, head, query] = queries.shape;
  return {
    output: new TensorData([batch, head, query, values.shape[3]], output.flat(2)),
    weights: new TensorData([batch, head, query, keys.shape[2]], weights.flat(2)),
  };
}

/** Normal numbers of variance `size`² in a shape. */
export function normal(random: Random, shape: readonly number[], size = 1): TensorData {
  const count = shape.reduce((product, length) => product * length, 1);
  return new TensorData(shape, [...random.normals(count, 0, size)]);
}

/** 0, 1, 2, … in a shape: every number says where it came from. */
export function counted(...shape: number[]): TensorData {
  const count = shape.reduce((product, length) => product * length, 1);
  return new TensorData(shape, Array.from({ length: count }, (_, i) => i));
}
