/**
 * From sentences to batches: rows of token ids, each as long as it happens to be, become one int32
 * tensor per column, padded to its longest row.
 *
 * Padding is wasted work. Sentences of about one length in one batch waste little, so an epoch is
 * sorted by length within large random chunks ("buckets"), and the batches are then shuffled: the order
 * stays random where it matters.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** Token ids of several sentences, one row each, of any length. */
export type Rows = readonly (readonly number[])[];

/** One int32 tensor [batch, time] per column, and its disposal: bind it with `using`. */
export type Batch<Column extends string> =
  & { readonly [Name in Column]: Axes<"batch time"> }
  & Disposable;

/**
 * Pads rows at their end to the length of the longest.
 *
 * @param rows At least one row; a row may be empty.
 * @param padId What to pad with.
 * @returns int32 [batch, time]
 *
 * @example
 * ```ts
 * import { padRows } from "lib/training/batches.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(padRows([[5, 6, 7], [8]], 0).arraySync(), [[5, 6, 7], [8, 0, 0]]);
 * ```
 */
export function padRows(rows: Rows, padId: number): Axes<"batch time"> {
  if (rows.length === 0) throw new RangeError("expected at least one row, got none");
  const time = Math.max(...rows.map((row) => row.length));
  const ids = new Int32Array(rows.length * time).fill(padId);
  rows.forEach((row, i) => ids.set(row, i * time));
  return tf.tensor2d(ids, [rows.length, time], "int32");
}

/**
 * One batch of the given columns.
 *
 * @param columns Rows of token ids by column, such as `{ source, target, labels }`.
 * @param padId What to pad with.
 */
export function makeBatch<Column extends string>(
  columns: Readonly<Record<Column, Rows>>,
  padId: number,
): Batch<Column> {
  const tensors = mapColumns(columns, (rows) => padRows(rows, padId));
  return { ...tensors, [Symbol.dispose]: () => tf.dispose(Object.values(tensors)) };
}

/**
 * The order of one epoch: every index from 0 to `lengths.length` − 1 exactly once, in batches of about
 * equally long examples.
 *
 * @param lengths Length of each example: what the padding depends on.
 * @param batchSize Examples per batch; the last batch of an epoch may be smaller.
 * @param random Where the shuffling draws from.
 * @param bucketBatches How many batches one bucket holds. 1 sorts nothing; larger wastes less padding
 *     and is less random.
 */
export function bucketedEpoch(
  lengths: readonly number[],
  batchSize: number,
  random: Random,
  bucketBatches = 20,
): number[][] {
  const order = random.shuffle([...lengths.keys()]);
  const batches: number[][] = [];
  const bucketSize = batchSize * bucketBatches;
  for (let start = 0; start < order.length; start += bucketSize) {
    const bucket = order.slice(start, start + bucketSize);
    if (bucketBatches > 1) bucket.sort((a, b) => lengths[a] - lengths[b]);
    for (let i = 0; i < bucket.length; i += batchSize) batches.push(bucket.slice(i, i + batchSize));
  }
  return random.shuffle(batches);
}

/** What {@linkcode batchSource} draws from. */
export interface BatchSourceOptions<Column extends string> {
  /** Rows of token ids by column; row i of every column belongs to example i. */
  readonly columns: Readonly<Record<Column, Rows>>;
  /** Examples per batch; the last batch of an epoch may be smaller. */
  readonly batchSize: number;
  /** What to pad with. Default: 0. */
  readonly padId?: number;
  /** Decides the order of every epoch. One number is drawn from it, now. */
  readonly random: Random;
  /** How many batches one bucket of similar lengths holds. Default: 20; 1 sorts nothing. */
  readonly bucketBatches?: number;
}

/** Batches by step, epoch after epoch: what {@link "./loop.ts".train} takes as `batches`. */
export interface BatchSource<Column extends string> {
  /** The batch of a step, counted from 1. Depends on the step alone, so a resumed run goes on. */
  (step: number): Batch<Column>;
  /** Steps until every example has been seen once. */
  readonly stepsPerEpoch: number;
}

/**
 * Batches of a data set, in a new order every epoch.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { batchSource } from "lib/training/batches.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const batches = batchSource({
 *   columns: { source: [[1, 2], [3], [4, 5, 6]], target: [[2, 1], [3], [6, 5, 4]] },
 *   batchSize: 2,
 *   random: new Random(1),
 * });
 * assertEquals(batches.stepsPerEpoch, 2);
 * using batch = batches(1);
 * assertEquals(batch.source.shape, batch.target.shape);
 * ```
 */
export function batchSource<Column extends string>(
  { columns, batchSize, padId = 0, random, bucketBatches = 20 }: BatchSourceOptions<Column>,
): BatchSource<Column> {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw new RangeError(`expected a batch size of at least 1, got ${batchSize}`);
  }
  const all = Object.entries<Rows>(columns);
  const count = all[0]?.[1].length ?? 0;
  for (const [name, rows] of all) {
    if (rows.length !== count || count === 0) {
      throw new RangeError(
        `expected columns of one length above 0, got ${rows.length} rows of ${name} and ` +
          `${count} of ${all[0][0]}`,
      );
    }
  }
  const lengths = Array.from(
    { length: count },
    (_, i) => all.reduce((sum, [, rows]) => sum + rows[i].length, 0),
  );
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const seed = random.integer(2 ** 31);
  let current: { readonly epoch: number; readonly order: number[][] } | undefined;
  const source = (step: number): Batch<Column> => {
    const epoch = Math.floor((step - 1) / stepsPerEpoch);
    if (current?.epoch !== epoch) {
      // A stream per epoch: whoever resumes in epoch 30 need not shuffle the 29 before it.
      const stream = new Random(seed).fork(`epoch ${epoch}`);
      current = { epoch, order: bucketedEpoch(lengths, batchSize, stream, bucketBatches) };
    }
    const chosen = current.order[(step - 1) % stepsPerEpoch];
    return makeBatch(mapColumns(columns, (rows) => chosen.map((i) => rows[i])), padId);
  };
  return Object.assign(source, { stepsPerEpoch });
}

function mapColumns<Column extends string, From, To>(
  columns: Readonly<Record<Column, From>>,
  map: (column: From) => To,
): Record<Column, To>;
function mapColumns<From, To>(
  columns: Readonly<Record<string, From>>,
  map: (column: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(columns).map(([name, rows]) => [name, map(rows)]));
}
