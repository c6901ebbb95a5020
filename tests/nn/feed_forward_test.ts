import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals } from "@std/assert";
import { type Activation, FeedForward } from "lib/nn/feed_forward.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertModuleGradients } from "../numeric_gradient.ts";

await ready();

Deno.test("FeedForward: parameter gradients", () => {
  const x = randomNormal(new Random(1), [2, 7, 3]);
  for (const activation of ["gelu", "gelu tanh"] satisfies Activation[]) {
    assertModuleGradients(
      activation,
      () => new FeedForward({ modelSize: 3, feedForwardSize: 11, activation }, new Random(2)),
      (layer) => layer.forward(x),
    );
  }
});

Deno.test("FeedForward: each position alone", () => {
  const random = new Random(1);
  using layer = new FeedForward({ modelSize: 3, feedForwardSize: 7 }, random);
  const x = randomNormal(random, [2, 5, 3]);
  const outputs = layer.forward(x).dataSync();
  const alone = layer.forward(tf.slice(x, [1, 4, 0], [1, 1, 3])).dataSync();
  alone.forEach((value, i) => assertAlmostEquals(value, outputs[outputs.length - 3 + i], 1e-6));
});
