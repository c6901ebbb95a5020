import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { layerByHand } from "lib/lessons/probes/layer_by_hand.ts";
import { inference } from "lib/nn/mode.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("layerByHand: words meet as they are, and the network has the given weights; nothing is left behind", () => {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    using layer = layerByHand({
      hiddenWeights: tf.tensor2d([[1, 0], [0, 0], [0, 2]]),
      hiddenBias: tf.tensor1d([-1, 0.5]),
      outputWeights: tf.tensor2d([[0, 3, 0], [1, 0, 0]]),
    });
    // Both words are one, so each meets its own vector: the sum is twice 3 0 0, normed √2, −1/√2, −1/√2.
    const { output, weights } = layer.forward(
      tf.tensor3d([[[3, 0, 0], [3, 0, 0]]]),
      inference,
    );
    assertEquals([...weights.dataSync()], [0.5, 0.5, 0.5, 0.5]);
    // Hidden: √2 − 1 and 0.5 − √2, which is below 0. Added: 3 (√2 − 1) to the second number.
    const sum = [Math.SQRT2, -Math.SQRT1_2 + 3 * (Math.SQRT2 - 1), -Math.SQRT1_2];
    const centre = sum.reduce((total, x) => total + x, 0) / 3;
    const spread = Math.sqrt(sum.reduce((total, x) => total + (x - centre) ** 2, 0) / 3);
    const found = output.dataSync();
    assert(found.length === 6);
    sum.forEach((x, i) => assertAlmostEquals(found[i], (x - centre) / spread, 1e-4));
  });
  assertEquals(tf.memory().numTensors, before);
});
