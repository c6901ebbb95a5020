/**
 * The few statistics that notebooks quote: centre, spread, and how fast one quantity grows with
 * another.
 *
 * @module
 */

/** The arithmetic mean. Throws a `RangeError` for no values. */
export function mean(values: ArrayLike<number>): number {
  requireSome(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  requireSome(values);
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Mean, lowest and highest of several runs at each point: the line and band of a figure. */
export interface Spread {
  /** The mean of all runs: [point]. */
  readonly mean: number[];
  /** The lowest run: [point]. */
  readonly low: number[];
  /** The highest run: [point]. */
  readonly high: number[];
}

/** Joins runs of equal length, [run][point]. */
export function spread(runs: readonly ArrayLike<number>[]): Spread {
  requireSome(runs);
  const lengths = new Set(runs.map((run) => run.length));
  if (lengths.size !== 1) {
    throw new RangeError(`expected runs of one length, got ${[...lengths].join(", ")}`);
  }
  const points = Array.from({ length: runs[0].length }, (_, i) => runs.map((run) => run[i]));
  return {
    mean: points.map((point) => mean(point)),
    low: points.map((point) => Math.min(...point)),
    high: points.map((point) => Math.max(...point)),
  };
}

/** Means of neighbours, and where each block ends: a smooth line of a noisy course. */
export interface BlockMeans {
  /** How many values there are up to the end of each block. */
  readonly x: number[];
  /** The mean of each block. */
  readonly y: number[];
}

/**
 * The means of blocks of `width` values; what is left over at the end belongs to none.
 *
 * @example
 * ```ts
 * import { blockMeans } from "lib/statistics.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(blockMeans([1, 3, 5, 9, 2], 2), { x: [2, 4], y: [2, 7] });
 * ```
 */
export function blockMeans(values: readonly number[], width: number): BlockMeans {
  if (!Number.isInteger(width) || width < 1) {
    throw new RangeError(`expected a width of at least 1, got ${width}`);
  }
  const count = Math.floor(values.length / width);
  const x = Array.from({ length: count }, (_, i) => (i + 1) * width);
  return { x, y: x.map((end) => mean(values.slice(end - width, end))) };
}

/**
 * The exponent p of the power law y ∝ xᵖ that fits best: the slope of a straight line through the
 * points on two logarithmic axes (least squares).
 *
 * @example
 * ```ts
 * import { growthExponent } from "lib/statistics.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(growthExponent([2, 3, 5, 7], [12, 27, 75, 147]), 2); // y = 3 x²
 * ```
 */
export function growthExponent(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError(`expected two points or more, got ${x.length} x and ${y.length} y`);
  }
  const [logX, logY] = [x, y].map((values) => Array.from(values, Math.log));
  const centreX = mean(logX);
  const centreY = mean(logY);
  let rise = 0;
  let run = 0;
  for (let i = 0; i < logX.length; i++) {
    rise += (logX[i] - centreX) * (logY[i] - centreY);
    run += (logX[i] - centreX) ** 2;
  }
  return rise / run;
}

function requireSome(values: ArrayLike<unknown>): void {
  if (values.length === 0) throw new RangeError("expected at least one value, got 0");
}

/**
 * How alike two lists are in their proportions: their dot product divided by both lengths. 1 for lists that
 * differ by a positive factor only, 0 for lists at right angles.
 *
 * @throws {RangeError} If the lists differ in length.
 *
 * @example
 * ```ts
 * import { cosine } from "lib/statistics.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(cosine([3, 4], [6, 8]), 1);
 * assertAlmostEquals(cosine([1, 0], [0, 5]), 0);
 * ```
 */
export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(`expected lists of one length, got ${a.length} and ${b.length} numbers`);
  }
  const product = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, value, i) => sum + value * y[i], 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}
