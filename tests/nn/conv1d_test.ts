import * as tf from "@tensorflow/tfjs";
import { assertEquals } from "@std/assert";
import { Conv1d } from "lib/nn/conv1d.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("Conv1d: parameter gradients", () => {
  const x = randomNormal(new Random(1), [2, 7, 3]);
  assertModuleGradients(
    "convolution",
    () => new Conv1d({ inputSize: 3, outputSize: 5, width: 3 }, new Random(2)),
    (layer) => layer.forward(x),
  );
});

Deno.test("Conv1d: reaches (width − 1) / 2 positions to either side, and no further", () => {
  using layer = new Conv1d({ inputSize: 2, outputSize: 3, width: 5 }, new Random(1));
  const influence = tf.grad((x: tf.Tensor) =>
    tf.sum(tf.slice(layer.forward(x), [0, 5, 0], [1, 1, 3]))
  )(tf.ones([1, 11, 2]));
  const reached = [...tf.sum(tf.abs(influence), -1).dataSync()].map((value) => value > 0);
  assertEquals(reached, Array.from({ length: 11 }, (_, i) => Math.abs(i - 5) <= 2));
});
