/**
 * The plain arithmetic that references are written in: rows of numbers, no tensor. It owes nothing to
 * the library, which learners' answers are not to be compared with.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { TensorData } from "./values.ts";

/** A matrix as its rows. */
export type Rows = number[][];

/** The arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

/** Positive weights that sum to 1, in proportion to e^score. */
export function softmax(scores: readonly number[]): number[] {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The matrix product. */
export function multiply(left: Rows, right: Rows): Rows {
  return left.map((row) =>
    right[0].map((_, j) => row.reduce((sum, x, i) => sum + x * right[i][j], 0))
  );
}

/** Every entry times `factor`. */
export function scale(rows: Rows, factor: number): Rows {
  return rows.map((row) => row.map((x) => x * factor));
}

/** The nearest whole numbers. Sums of their products are exact in float32, however large they are. */
export function whole({ shape, numbers, type }: TensorData): TensorData {
  return new TensorData(shape, numbers.map(Math.round), type);
}

/** The matrix whose entry in row i, column j is `entry(i, j)`. */
export function tabulate(
  rows: number,
  columns: number,
  entry: (i: number, j: number) => number,
): TensorData {
  return TensorData.fromRows(
    Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => entry(i, j))),
  );
}

/** A matrix of normal draws with standard deviation `size` around `centre`. */
export function matrix(
  random: Random,
  rows: number,
  columns: number,
  size = 1,
  centre = 0,
): TensorData {
  return new TensorData([rows, columns], [...random.normals(rows * columns, centre, size)]);
}
