import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import {
  cosinesByDepth,
  gradientNormsByLayer,
  lengthsByDepth,
  untrainedCosines,
  untrainedGradients,
  untrainedLengths,
} from "lib/lessons/probes/depth_probes.ts";
import { Encoder } from "lib/models/encoder.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const sizes = { modelSize: 6, headCount: 2, layerCount: 3 };

Deno.test("cosinesByDepth: the inputs' own cosines first, then one table for each layer", () => {
  using encoder = new Encoder(sizes, new Random(1));
  const before = tf.memory().numTensors;
  const inputs = tf.tensor3d([[[3, 0, 0, 0, 0, 0], [5, 5, 0, 0, 0, 0], [0, 0, 7, 0, 0, 0]]]);
  const tables = cosinesByDepth(encoder, inputs);
  inputs.dispose();
  assertEquals(tables.map((table) => [table.length, table[0].length]), Array(4).fill([3, 3]));
  assertAlmostEquals(tables[0][0][1], Math.SQRT1_2, 1e-6);
  assertAlmostEquals(tables[0][0][2], 0, 1e-6);
  tables.forEach((table) => table.forEach((row, i) => assertAlmostEquals(row[i], 1, 1e-5)));
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("lengthsByDepth: the inputs' own mean length first, then √d after each norm", () => {
  using encoder = new Encoder(sizes, new Random(1));
  const before = tf.memory().numTensors;
  const inputs = tf.tensor3d([[[3, 4, 0, 0, 0, 0], [0, 0, 7, 0, 0, 0]]]);
  const lengths = lengthsByDepth(encoder, inputs);
  inputs.dispose();
  assertEquals(tf.memory().numTensors, before);
  assertEquals(lengths.length, 4);
  assertAlmostEquals(lengths[0], 6, 1e-6);
  lengths.slice(1).forEach((length) => assertAlmostEquals(length, Math.sqrt(6), 1e-3));
});

Deno.test("untrainedLengths: six random words, and nothing stays in memory", () => {
  const before = tf.memory().numTensors;
  const lengths = untrainedLengths({ ...sizes, norm: "none" }, 1);
  assertEquals(tf.memory().numTensors, before);
  assertEquals(lengths.length, 4);
  assert(Math.abs(lengths[0] - Math.sqrt(6)) < 1, `expected about √6, got ${lengths[0]}`);
  assert(lengths[3] > lengths[0], "sums grow");
});

Deno.test("gradientNormsByLayer: as long as a step along the gradient says", () => {
  using encoder = new Encoder(sizes, new Random(1));
  const [inputs, force]: Axes<"batch time model">[] = [2, 3].map((seed) =>
    randomNormal(new Random(seed), [2, 5, 6])
  );
  const norms = gradientNormsByLayer(encoder, inputs, force);
  assertEquals(norms.length, 3);
  assert(norms.every((norm) => norm > 0));
  // Twice the force, twice the gradient; where nothing pulls, nothing arrives.
  const twice = gradientNormsByLayer(encoder, inputs, tf.mul(force, 2));
  norms.forEach((norm, i) => assertAlmostEquals(twice[i] / norm, 2, 1e-4));
  assertEquals(gradientNormsByLayer(encoder, inputs, tf.zerosLike(force)), [0, 0, 0]);
  tf.dispose([inputs, force]);
});

Deno.test("untrainedCosines, untrainedGradients: one seed, one stack; nothing is left behind", () => {
  const before = tf.memory().numTensors;
  const tables = untrainedCosines(sizes, 1);
  assertEquals(tables.map((table) => [table.length, table[0].length]), Array(4).fill([6, 6]));
  const norms = untrainedGradients(sizes, 1);
  assertEquals(norms.length, 3);
  assertEquals([untrainedCosines(sizes, 1), untrainedGradients(sizes, 1)], [tables, norms]);
  assert(untrainedGradients(sizes, 2)[0] !== norms[0]);
  assertEquals(tf.memory().numTensors, before);
});
