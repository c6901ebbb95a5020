/**
 * What training needs of the loss: the gradient that the numbers say, padding that counts nowhere, and
 * smoothing whose mass stays 1.
 */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const pad = 0;
const targets = () => tf.tensor2d([[3, 1, pad], [6, pad, pad]], [2, 3], "int32");
const logits = () => randomNormal(new Random(3), [2, 3, 7]);

for (const labelSmoothing of [0, 0.1]) {
  for (const ignoredIndex of [undefined, pad]) {
    const name = `smoothing ${labelSmoothing}, ${
      ignoredIndex === pad ? "padding left out" : "all rows"
    }`;
    Deno.test(`crossEntropy: its gradient is the numeric one (${name})`, () => {
      const options = { labelSmoothing, ignoredIndex };
      const start = logits();
      const gradient = tf.grad((x: tf.Tensor) => crossEntropy(x, targets(), options))(start);
      const values = start.dataSync();
      const loss = (i: number, change: number) => {
        const moved = Float32Array.from(values);
        moved[i] += change;
        return crossEntropy(tf.tensor(moved, [2, 3, 7]), targets(), options).dataSync()[0];
      };
      const step = 2 ** -6;
      gradient.dataSync().forEach((slope, i) => {
        assertAlmostEquals(slope, (loss(i, step) - loss(i, -step)) / (2 * step), 2e-4);
      });
    });
  }
}

Deno.test("crossEntropy: rows of padding count neither in the sum nor in the mean, nor learn", () => {
  const all = logits();
  const rows = tf.reshape(all, [6, 7]);
  const kept = tf.gather(rows, tf.tensor1d([0, 1, 3], "int32"));
  const alone = crossEntropy(kept, tf.tensor1d([3, 1, 6], "int32"), { labelSmoothing: 0.1 });
  const options = { ignoredIndex: pad, labelSmoothing: 0.1 };
  assertAlmostEquals(
    crossEntropy(all, targets(), options).dataSync()[0],
    alone.dataSync()[0],
    1e-6,
  );
  const gradient = tf.grad((x: tf.Tensor) => crossEntropy(x, targets(), options))(all).dataSync();
  const padded = [2, 4, 5].flatMap((row) => [...gradient.subarray(7 * row, 7 * row + 7)]);
  assert(padded.every((value) => value === 0));
});

Deno.test("crossEntropy: smoothed targets have mass 1, so equal logits cost log(vocab)", () => {
  for (const labelSmoothing of [0, 0.1, 0.9]) {
    const loss = crossEntropy(tf.zeros([2, 3, 7]), targets(), { labelSmoothing }).dataSync()[0];
    assertAlmostEquals(loss, Math.log(7), 1e-6);
  }
  const gradient = tf.grad((x: tf.Tensor) => crossEntropy(x, targets(), { labelSmoothing: 0.1 }))(
    logits(),
  );
  const perRow = tf.sum(gradient, -1).dataSync();
  perRow.forEach((sum) => assertAlmostEquals(sum, 0, 1e-7));
  assertEquals(perRow.length, 6);
});
