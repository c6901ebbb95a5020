import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { ready } from "lib/tensor/ready.ts";
import { clipByGlobalNorm, globalNorm } from "lib/training/optimizers/clip.ts";

await ready();

const gradients = () =>
  new Map([["first", tf.tensor([[1, -2], [4, 0], [0, 2]])], ["second", tf.tensor([12])]]);

Deno.test("globalNorm: all gradients are one vector", () => {
  assertAlmostEquals(globalNorm(gradients()).dataSync()[0], 13, 1e-5); // √(1 + 4 + 16 + 4 + 144)
});

Deno.test("clipByGlobalNorm: shortens to the maximum and keeps the direction", () => {
  const { gradients: clipped, norm } = clipByGlobalNorm(gradients(), 2.6);
  assertAlmostEquals(norm.dataSync()[0], 13, 1e-5);
  assertAlmostEquals(globalNorm(clipped).dataSync()[0], 2.6, 1e-5);
  assertAlmostEquals(clipped.get("first")?.dataSync()[1] ?? NaN, -2 / 5, 1e-5);
});

Deno.test("clipByGlobalNorm: short gradients stay bit for bit", () => {
  for (const maximum of [14, Infinity]) {
    const { gradients: clipped } = clipByGlobalNorm(gradients(), maximum);
    assertEquals(clipped.get("first")?.dataSync(), gradients().get("first")?.dataSync());
  }
});

Deno.test("clipByGlobalNorm: gradients of zero stay zero, and no tensor is left over", () => {
  const zeros = new Map([["zeros", tf.zeros([3])]]);
  const before = tf.memory().numTensors;
  const { gradients: clipped, norm } = clipByGlobalNorm(zeros, 1);
  assertEquals([...clipped.get("zeros")?.dataSync() ?? []], [0, 0, 0]);
  tf.dispose([norm, ...clipped.values()]);
  assertEquals(tf.memory().numTensors, before);
});

Deno.test("clipByGlobalNorm: a maximum of 0 is refused", () => {
  assertThrows(() => clipByGlobalNorm(gradients(), 0), RangeError, "above 0, got 0");
});
