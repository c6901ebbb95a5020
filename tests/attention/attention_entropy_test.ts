import * as tf from "@tensorflow/tfjs";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { attentionEntropy } from "lib/attention/attention_entropy.ts";
import { ready } from "lib/tensor/ready.ts";

Deno.test("attentionEntropy: by hand, along the keys, and 0 · ln 0 is 0", async () => {
  await ready();
  const weights = tf.tensor([[[0.5, 0.25, 0.25], [1, 0, 0]], [[0.9, 0.1, 0], [
    1 / 3,
    1 / 3,
    1 / 3,
  ]]]);
  const entropies = tf.tidy(() => attentionEntropy(weights));
  assertEquals(entropies.shape, [2, 2]);
  const byHand = [
    1.5 * Math.LN2,
    0,
    -(0.9 * Math.log(0.9) + 0.1 * Math.log(0.1)),
    Math.log(3),
  ];
  Array.from(await entropies.data()).forEach((entropy, i) => {
    assertAlmostEquals(entropy, byHand[i], 1e-6);
  });
  tf.dispose([weights, entropies]);
});

Deno.test("attentionEntropy: weights below the smallest float give a number", async () => {
  await ready();
  const entropies = tf.tidy(() => attentionEntropy(tf.tensor([[1 - 1e-7, 1e-45]])));
  assert(Number.isFinite((await entropies.data())[0]));
  entropies.dispose();
});
