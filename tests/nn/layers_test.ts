import * as tf from "@tensorflow/tfjs";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { BatchNorm } from "lib/nn/batch_norm.ts";
import { Conv1d } from "lib/nn/conv1d.ts";
import { dropout } from "lib/nn/dropout.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { type Activation, FeedForward } from "lib/nn/feed_forward.ts";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import type { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertParameterGradients } from "../numeric_gradient.ts";

await ready();

const training = (seed: number): Mode => ({ training: true, random: new Random(seed) });

/** The sum of squares of what `forward` returns, so that every entry counts. */
function assertModule<M extends Module>(
  what: string,
  module: M,
  forward: (module: M) => tf.Tensor,
) {
  const loss = (): tf.Scalar => tf.mean(tf.square(tf.add(forward(module), 0.5)));
  assertParameterGradients(what, module.parameters(), loss);
  module[Symbol.dispose]();
}

Deno.test("Linear, Embedding, LayerNorm, BatchNorm, FeedForward, Conv1d: parameter gradients", () => {
  const random = new Random(1);
  const before = tf.memory().numTensors;
  const x = randomNormal(random, [2, 7, 3]);
  const ids = tf.tensor2d([[1, 4, 1], [0, 1, 6]], [2, 3], "int32");
  assertModule("linear", new Linear({ inputSize: 3, outputSize: 5 }, random), (m) => m.forward(x));
  assertModule(
    "embedding",
    new Embedding({ vocabularySize: 7, modelSize: 5 }, random),
    (m) => m.forward(ids),
  );
  assertModule(
    "tied logits",
    new Embedding({ vocabularySize: 7, modelSize: 3 }, random),
    (m) => m.logits(x),
  );
  assertModule("layer norm", new LayerNorm({ modelSize: 3 }), (m) => m.forward(x));
  assertModule("batch norm", new BatchNorm({ modelSize: 3 }), (m) => m.forward(x, training(1)));
  for (const activation of ["gelu", "gelu tanh"] satisfies Activation[]) {
    const config = { modelSize: 3, feedForwardSize: 11, activation };
    assertModule(activation, new FeedForward(config, random), (m) => m.forward(x));
  }
  const sizes = { inputSize: 3, outputSize: 5, width: 3 };
  assertModule("convolution", new Conv1d({ ...sizes }, random), (m) => m.forward(x));
  tf.dispose([x, ids]);
  assertEquals(tf.memory().numTensors, before);
});

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

Deno.test("LayerNorm: a position's output depends on that position alone", () => {
  const norm = new LayerNorm({ modelSize: 5 });
  const x = randomNormal(new Random(1), [2, 3, 5]);
  const alone = norm.forward(tf.slice(x, [1, 2, 0], [1, 1, 5])).dataSync();
  const together = tf.slice(norm.forward(x), [1, 2, 0], [1, 1, 5]).dataSync();
  alone.forEach((value, i) => assertAlmostEquals(value, together[i], 1e-6));
});

Deno.test("BatchNorm: answers with running averages of what it saw while learning", () => {
  using norm = new BatchNorm({ modelSize: 1, momentum: 0.5 });
  const x = tf.tensor2d([[2], [4]]);
  assertAlmostEquals(norm.forward(x, inference).dataSync()[0], 2, 1e-4);
  const before = tf.memory().numTensors;
  for (let i = 0; i < 20; i++) tf.dispose(tf.tidy(() => norm.forward(x, training(1))));
  assertEquals(tf.memory().numTensors, before);
  // Mean 3 and variance 1, reached but for a share of 2^-20.
  assertAlmostEquals(norm.forward(x, inference).dataSync()[0], -1, 1e-3);
  assertEquals([...norm.parameters().keys()], ["gain", "bias"]);
});

Deno.test("FeedForward: each position alone", () => {
  const random = new Random(1);
  using layer = new FeedForward({ modelSize: 3, feedForwardSize: 7 }, random);
  const x = randomNormal(random, [2, 5, 3]);
  const outputs = layer.forward(x).dataSync();
  const alone = layer.forward(tf.slice(x, [1, 4, 0], [1, 1, 3])).dataSync();
  alone.forEach((value, i) => assertAlmostEquals(value, outputs[outputs.length - 3 + i], 1e-6));
});

Deno.test("Conv1d: reaches (width − 1) / 2 positions to either side, and no further", () => {
  using layer = new Conv1d({ inputSize: 2, outputSize: 3, width: 5 }, new Random(1));
  const influence = tf.grad((x: tf.Tensor) =>
    tf.sum(tf.slice(layer.forward(x), [0, 5, 0], [1, 1, 3]))
  )(tf.ones([1, 11, 2]));
  const reached = [...tf.sum(tf.abs(influence), -1).dataSync()].map((value) => value > 0);
  assertEquals(reached, Array.from({ length: 11 }, (_, i) => Math.abs(i - 5) <= 2));
});

Deno.test("Embedding: ids that are not int32 are refused", () => {
  using tokens = new Embedding({ vocabularySize: 7, modelSize: 5 }, new Random(1));
  assertThrows(
    () => tokens.forward(tf.zeros([2, 3])),
    TypeError,
    "expected int32 ids, got float32",
  );
  assert(tokens.signature().kind.includes("7"));
});
