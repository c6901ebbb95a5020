import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { influence } from "lib/lessons/probes/influence.ts";

const sizes = { time: 3, modelSize: 5, seed: 2 };

Deno.test("influence: rows sum to 1, and what is not seen is exactly 0; nothing is left behind", () => {
  const past = tf.tensor3d([[[1, 0, 0], [1, 2, 0], [3, 1, 1]]]);
  const before = tf.memory().numTensors;
  const causal = influence((x) => tf.matMul(past, x), sizes);
  assertEquals(causal.map((row) => row.map((share) => share > 0)), [
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
  for (const row of causal) assertAlmostEquals(row[0] + row[1] + row[2], 1, 1e-6);
  const everyone = influence((x) => tf.mul(x, tf.mean(x, 1, true)), sizes);
  assert(everyone.flat().every((share) => share > 0));
  assertEquals(tf.memory().numTensors, before);
  past.dispose();
});

Deno.test("influence: every position of a batch can depend on every other, in its own sentence or not", () => {
  const batch = { ...sizes, batch: 2 };
  const within = influence((x) => tf.mul(x, tf.mean(x, 1, true)), batch);
  const sentences = [[0, 1, 2], [3, 4, 5]];
  for (const [i, row] of within.entries()) {
    const own = sentences.findIndex((positions) => positions.includes(i));
    assertEquals(
      row.map((share) => share > 0),
      [0, 1, 2, 3, 4, 5].map((j) => sentences[own].includes(j)),
    );
  }
  const across = influence((x) => tf.mul(x, tf.mean(x, [0, 1], true)), batch);
  assertEquals(across.length, 6);
  assert(across.flat().every((share) => share > 0));
});
