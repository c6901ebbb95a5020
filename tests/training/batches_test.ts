import { assert, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { batchSource, bucketedEpoch, makeBatch, padRows } from "lib/training/batches.ts";

await ready();

Deno.test("padRows: pads at the end with the given id, int32", () => {
  const padded = padRows([[3], [], [5, 6, 7]], 9);
  assertEquals(padded.arraySync(), [[3, 9, 9], [9, 9, 9], [5, 6, 7]]);
  assertEquals(padded.dtype, "int32");
  assertThrows(() => padRows([], 0), RangeError, "at least one row");
});

Deno.test("makeBatch: each column has its own length, and using frees all of them", () => {
  const before = tf.memory().numTensors;
  {
    using batch = makeBatch({ source: [[1], [2, 3]], target: [[4, 5, 6], [7]] }, 0);
    assertEquals([batch.source.shape, batch.target.shape], [[2, 2], [2, 3]]);
  }
  assertEquals(tf.memory().numTensors, before);
});

/** 97 rows of lengths 1 to 13, row i beginning with i + 1. */
function rows(): number[][] {
  const random = new Random(2);
  return Array.from({ length: 97 }, (_, i) => [i + 1, ...new Array(random.integer(13)).fill(7)]);
}

function paddingShare(lengths: number[], batches: number[][]): number {
  const padded = batches.map((batch) => batch.length * Math.max(...batch.map((i) => lengths[i])));
  const total = padded.reduce((sum, size) => sum + size, 0);
  return 1 - lengths.reduce((sum, length) => sum + length, 0) / total;
}

Deno.test("bucketedEpoch: every example once, little padding, another order each time", () => {
  const lengths = rows().map((row) => row.length);
  const random = new Random(3);
  const first = bucketedEpoch(lengths, 5, random);
  const second = bucketedEpoch(lengths, 5, random);
  for (const epoch of [first, second]) {
    assertEquals(epoch.flat().sort((a, b) => a - b), [...lengths.keys()]);
    assertEquals(epoch.length, 20);
  }
  assert(first.flat().join() !== second.flat().join());
  const plain = bucketedEpoch(lengths, 5, random, 1);
  assert(paddingShare(lengths, first) < 0.1, `${paddingShare(lengths, first)}`);
  assert(paddingShare(lengths, plain) > 0.25, `${paddingShare(lengths, plain)}`);
  const means = first.map((batch) => lengths[batch[0]]);
  assert(means.join() !== [...means].sort((a, b) => a - b).join(), "batches come sorted by length");
});

Deno.test("batchSource: columns stay together, epochs cover everything", () => {
  const source = rows();
  const batches = batchSource({
    columns: { source, target: source.map(([first]) => [first, first]) },
    batchSize: 5,
    random: new Random(5),
  });
  assertEquals(batches.stepsPerEpoch, 20);
  for (const start of [1, 21]) {
    const seen: number[] = [];
    for (let step = start; step < start + 20; step++) {
      using batch = batches(step);
      const first = tf.tidy(() => tf.slice(batch.source, [0, 0], [-1, 1]).dataSync());
      const target = tf.tidy(() => tf.slice(batch.target, [0, 1], [-1, 1]).dataSync());
      assertEquals(first, target);
      seen.push(...first);
    }
    assertEquals(seen.sort((a, b) => a - b), source.map(([first]) => first));
  }
});

Deno.test("batchSource: a step's batch depends on the seed and the step alone", () => {
  const make = (seed: number) =>
    batchSource({ columns: { ids: rows() }, batchSize: 7, random: new Random(seed) });
  const ids = (batches: ReturnType<typeof make>, step: number) => {
    using batch = batches(step);
    return batch.ids.arraySync();
  };
  const walked = make(1);
  for (let step = 1; step < 40; step++) walked(step)[Symbol.dispose]();
  assertEquals(ids(make(1), 40), ids(walked, 40));
  assertEquals(ids(walked, 3), ids(make(1), 3));
  assert(JSON.stringify(ids(make(1), 40)) !== JSON.stringify(ids(make(2), 40)));
});

Deno.test("batchSource: columns of different lengths are refused by name", () => {
  assertThrows(
    () =>
      batchSource({
        columns: { source: [[1], [2]], target: [[1]] },
        batchSize: 2,
        random: new Random(1),
      }),
    RangeError,
    "got 1 rows of target and 2 of source",
  );
});
