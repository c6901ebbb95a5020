import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { BatchNorm } from "lib/nn/batch_norm.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

const training: Mode = { training: true, random: new Random(1) };

Deno.test("BatchNorm: parameter gradients", () => {
  const x = randomNormal(new Random(1), [2, 7, 3]);
  assertModuleGradients(
    "batch norm",
    () => new BatchNorm({ modelSize: 3 }),
    (norm) => norm.forward(x, training),
  );
});

Deno.test("BatchNorm: answers with running averages of what it saw while learning", () => {
  using norm = new BatchNorm({ modelSize: 1, momentum: 0.5 });
  const x = tf.tensor2d([[2], [4]]);
  assertAlmostEquals(norm.forward(x, inference).dataSync()[0], 2, 1e-4);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 20; i++) tf.dispose(tf.tidy(() => norm.forward(x, training)));
  assertEquals(tf.memory().numTensors, before);
  // Mean 3 and variance 1, reached but for a share of 2^-20.
  assertAlmostEquals(norm.forward(x, inference).dataSync()[0], -1, 1e-3);
  assertEquals([...norm.parameters().keys()], ["gain", "bias"]);
});
