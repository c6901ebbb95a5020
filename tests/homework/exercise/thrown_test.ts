/** The errors that mistakes end in are worded as tfjs and the course's kernels word them. */
import { assertArrayIncludes, assertEquals, assertInstanceOf, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { Throws } from "lib/homework/exercise/exercise.ts";
import {
  broadcastError,
  matMul,
  matMulShapeError,
  softmaxAxisError,
} from "lib/homework/exercise/thrown.ts";
import { TensorData } from "lib/homework/exercise/values.ts";
import { ready } from "lib/tensor/ready.ts";

await ready();

/** Checks that `compute` throws in one of these wordings, or that none is foretold and it does not. */
function assertSays(foretold: Throws | undefined, compute: () => tf.Tensor): void {
  if (!foretold) return void compute();
  const { message } = assertThrows(() => tf.tidy(compute), Error);
  assertArrayIncludes(foretold.messages, [message]);
}

Deno.test("matMulShapeError: tf.matMul's error, in every form", () => {
  tf.tidy(() => {
    for (const right of [[5, 2], [3, 5], [2, 3], [3, 3]]) {
      const a = tf.zeros([2, 3]);
      const b = tf.zeros(right);
      assertSays(matMulShapeError(a.shape, right), () => tf.matMul(a, b));
      assertSays(matMulShapeError(a.shape, right, "left"), () => tf.matMul(a, b, true));
      assertSays(matMulShapeError(a.shape, right, "left"), () => tf.matMul(tf.transpose(a), b));
      assertSays(matMulShapeError(a.shape, right, "right"), () => tf.matMul(a, b, false, true));
      assertSays(matMulShapeError(a.shape, right, "right"), () => tf.matMul(a, tf.transpose(b)));
    }
    const matrix = tf.zeros([5, 5]);
    const sequence = tf.zeros([2, 3, 5]);
    assertSays(matMulShapeError(matrix.shape, sequence.shape), () => tf.matMul(matrix, sequence));
  });
});

Deno.test("broadcastError: the error of shapes that do not broadcast, and none where they do", () => {
  tf.tidy(() => {
    for (const right of [[3], [5], [5, 1], [1, 3], [7, 5, 3], [2, 3], []]) {
      const a = tf.zeros([5, 3]);
      const b = tf.zeros(right);
      assertSays(broadcastError(a.shape, right), () => tf.add(a, b));
      assertSays(broadcastError(a.shape, right), () => tf.mul(b, a));
    }
  });
});

Deno.test("softmaxAxisError: tf.softmax's error along any axis but the last", () => {
  tf.tidy(() => {
    const scores = new TensorData([2, 3], [1, 2, 3, 4, 5, 6]);
    assertSays(softmaxAxisError(0, scores), () => tf.softmax(tf.zeros([2, 3]), 0));
  });
});

Deno.test("matMul: the product where the inner axes agree, the error where they do not", () => {
  const a = TensorData.fromRows([[1, 2], [3, 4]]);
  const b = TensorData.fromRows([[5, 6]]);
  assertEquals(matMul(a, b, "right"), TensorData.fromRows([[17], [39]]));
  assertEquals(matMul(b, a, "right"), TensorData.fromRows([[17, 39]]));
  assertEquals(matMul(a, a, "left"), TensorData.fromRows([[10, 14], [14, 20]]));
  assertInstanceOf(matMul(a, b), Throws);
});
