import { assert, assertAlmostEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { lossWhenSure } from "lib/lessons/translation/smoothed_loss.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("lossWhenSure: what the library's cross-entropy gives", () => {
  const probabilities = [0.7, 0.1, 0.1, 0.1];
  const logits = tf.log(tf.tensor2d([probabilities]));
  for (const labelSmoothing of [0, 0.1, 0.4]) {
    const loss = crossEntropy(logits, tf.tensor1d([0], "int32"), { labelSmoothing });
    assertAlmostEquals(lossWhenSure(0.7, labelSmoothing, 4), loss.dataSync()[0], 1e-6);
  }
});

Deno.test("lossWhenSure: lowest at 1 − ε + ε / V; without smoothing certainty costs nothing", () => {
  const best = lossWhenSure(0.92, 0.1, 5);
  for (const p of [0.9, 0.94]) assert(lossWhenSure(p, 0.1, 5) > best);
  assertAlmostEquals(lossWhenSure(1, 0, 5), 0);
});
