import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { dropout } from "lib/nn/dropout.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

const training = (seed: number): Mode => ({ training: true, random: new Random(seed) });

Deno.test("dropout: a share of zeros, the mean stays, and one stream gives the same mask", () => {
  const inputs = tf.ones([20011]);
  const values = [...dropout(inputs, 0.3, training(1)).dataSync()];
  const zeros = values.filter((value) => value === 0).length / values.length;
  assertAlmostEquals(zeros, 0.3, 0.01);
  assertAlmostEquals(values.reduce((sum, value) => sum + value, 0) / values.length, 1, 0.02);
  assertEquals([...dropout(inputs, 0.3, training(1)).dataSync()], values);
  assertNotEquals([...dropout(inputs, 0.3, training(2)).dataSync()], values);
});

Deno.test("dropout: neighbours are independent, and two calls of one stream differ", () => {
  const mode = training(3);
  const [a, b] = [0, 1].map(() => dropout(tf.ones([20011]), 0.5, mode).dataSync());
  const agreement = (x: ArrayLike<number>, y: ArrayLike<number>, shift: number) => {
    let same = 0;
    for (let i = 0; i + shift < x.length; i++) if (x[i] === y[i + shift]) same++;
    return same / (x.length - shift);
  };
  assertAlmostEquals(agreement(a, b, 0), 0.5, 0.015);
  for (const shift of [1, 2, 7]) assertAlmostEquals(agreement(a, a, shift), 0.5, 0.015);
});

Deno.test("dropout: rates outside [0, 1) are refused", () => {
  for (const rate of [-0.1, 1, NaN]) {
    assertThrows(() => dropout(tf.ones([2]), rate, inference), RangeError, String(rate));
  }
});
