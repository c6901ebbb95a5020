import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { stateShares } from "lib/lessons/probes/state_shares.ts";
import { Recurrent } from "lib/nn/recurrent.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

Deno.test("stateShares: rows sum to 1 over the words read so far, and nothing leaks", () => {
  const sentence = randomNormal(new Random(3), [1, 5, 7]);
  for (const kind of ["rnn", "gru", "lstm"] as const) {
    using layer = new Recurrent({ kind, inputSize: 7, hiddenSize: 11 }, new Random(1));
    const before = tf.memory().numTensors;
    const shares = stateShares(layer, sentence, new Random(2), 13);
    assertEquals(tf.memory().numTensors, before);
    for (const [step, row] of shares.entries()) {
      assertEquals(row.map((share) => share === undefined), row.map((_, word) => word > step));
      assertAlmostEquals(row.reduce<number>((sum, share) => sum + (share ?? 0), 0), 1, 1e-6);
    }
  }
});

Deno.test("stateShares: without recurrent weights only the word just read counts", () => {
  using layer = new Recurrent({ kind: "rnn", inputSize: 3, hiddenSize: 5 }, new Random(1));
  layer.recurrentWeights.assign(tf.zeros([5, 5]));
  const shares = stateShares(layer, randomNormal(new Random(3), [1, 4, 3]), new Random(2), 7);
  for (const [step, row] of shares.entries()) {
    assert(row[step] === 1, `the word itself has ${row[step]}`);
    assertEquals(row.slice(0, step), row.slice(0, step).map(() => 0));
  }
});
