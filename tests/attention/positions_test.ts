import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  addPositions,
  angularFrequency,
  rotateByOffset,
  sinusoidalEncoding,
} from "lib/attention/positions.ts";

Deno.test("sinusoidalEncoding: sine on even, cosine on odd dimensions, positions from 0", () => {
  const rows = sinusoidalEncoding(3, 5).dataSync();
  for (let position = 0; position < 3; position++) {
    const slow = position / 10000 ** (2 / 5);
    const slower = position / 10000 ** (4 / 5);
    const expected = [position, position, slow, slow, slower].map((angle, i) =>
      i % 2 === 0 ? Math.sin(angle) : Math.cos(angle)
    );
    expected.forEach((value, i) => assertAlmostEquals(rows[position * 5 + i], value, 1e-6));
  }
});

Deno.test("sinusoidalEncoding: starts where it is told to", () => {
  const all = sinusoidalEncoding(7, 6);
  const tail = tf.slice(all, [4, 0], [3, 6]).dataSync();
  assertEquals([...sinusoidalEncoding(3, 6, 4).dataSync()], [...tail]);
});

Deno.test("rotateByOffset: moves every position by the same rotation, forwards and back", () => {
  for (const offset of [1, 5, -3]) {
    const moved = rotateByOffset(sinusoidalEncoding(4, 10, 3), offset).dataSync();
    const expected = sinusoidalEncoding(4, 10, 3 + offset).dataSync();
    moved.forEach((value, i) => assertAlmostEquals(value, expected[i], 1e-5, `offset ${offset}`));
  }
});

Deno.test("rotateByOffset: keeps lengths and products, and needs pairs", () => {
  const length = tf.norm(rotateByOffset(tf.ones([10]), 7)).dataSync()[0];
  assertAlmostEquals(length, Math.sqrt(10), 1e-5);
  assertThrows(
    () => rotateByOffset(tf.ones([5]), 1),
    RangeError,
    "an even number of dimensions, got 5",
  );
});

Deno.test("angularFrequency: wavelengths from 2π to 10000 · 2π", () => {
  assertEquals(angularFrequency(0, 512), 1);
  assertAlmostEquals(1 / angularFrequency(256, 512), 10000, 1e-6);
});

Deno.test("addPositions: embeddings are scaled by √model, positions are not", () => {
  const sums = addPositions(tf.ones([2, 3, 4]), tf.fill([3, 4], 5));
  assertEquals([...sums.dataSync()], Array(24).fill(7));
  assertThrows(
    () => addPositions(tf.ones([2, 3, 4]), tf.ones([2, 4])),
    RangeError,
    "expected positions [time, model] = [3, 4], got [2, 4]",
  );
});
