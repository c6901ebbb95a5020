import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { ready } from "lib/tensor/ready.ts";
import { evaluate } from "lib/training/evaluate.ts";
import { exactMatch, perplexity, tokenAccuracy } from "lib/training/metrics/metrics.ts";

await ready();

Deno.test("tokenAccuracy: counts every target, or all but the ignored", () => {
  // [2, 3, 5], predicting 4 2 0 and 1 1 3
  const predicted = tf.tensor2d([[4, 2, 0], [1, 1, 3]], [2, 3], "int32");
  const logits = tf.cast(tf.oneHot(predicted, 5), "float32");
  const targets = tf.tensor2d([[4, 1, 0], [1, 0, 0]], [2, 3], "int32");
  assertAlmostEquals(tokenAccuracy(logits, targets).dataSync()[0], 3 / 6, 1e-6);
  const options = { ignoredIndex: 0 };
  assertAlmostEquals(tokenAccuracy(logits, targets, options).dataSync()[0], 2 / 3, 1e-6);
  const padding = tf.zeros([2, 3], "int32");
  assertEquals(tokenAccuracy(logits, padding, options).dataSync()[0], 0);
});

Deno.test("tokenAccuracy: shapes that do not fit are refused by name", () => {
  assertThrows(
    () => tokenAccuracy(tf.zeros([2, 5, 7]), tf.zeros([2, 3], "int32")),
    RangeError,
    "expected logits [batch, time, vocab] = [2, 3, any], got [2, 5, 7]",
  );
});

Deno.test("exactMatch: a prefix, an extension and another order are not matches", () => {
  const wanted = ["나", "는", "간다"];
  const cases = [["나", "는"], ["나", "는", "간다", "."], ["는", "나", "간다"], wanted];
  assertEquals(exactMatch(cases, cases.map(() => wanted)), 1 / 4);
  assertThrows(() => exactMatch([], []), RangeError, "above 0, got 0 and 0");
});

Deno.test("perplexity: an even choice among eight has perplexity 8", () => {
  assertAlmostEquals(perplexity(Math.log(8)), 8, 1e-12);
});

Deno.test("evaluate: disposes of batches and leaves no tensor", async () => {
  let disposed = 0;
  const before = tf.memory().numTensors;
  const mean = await evaluate({
    batches: (step) => {
      const values = tf.tensor1d([step, 3 * step]);
      return { values, [Symbol.dispose]: () => (disposed++, values.dispose()) };
    },
    steps: 3,
    measure: ({ values }) => tf.mean(values).asScalar(),
  });
  assertAlmostEquals(mean, 4, 1e-6);
  assertEquals([disposed, tf.memory().numTensors], [3, before]);
});
