import * as tf from "@tensorflow/tfjs";
import { assert, assertEquals, assertThrows } from "@std/assert";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { maskedSoftmax } from "lib/attention/masked_softmax.ts";
import { causalMask, combineMasks, lengthMask, paddingMask } from "lib/attention/masks.ts";
import { multiHeadAttention } from "lib/attention/multi_head.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { forEachPath } from "../numeric_gradient.ts";

await ready();

Deno.test("causalMask: a query sees itself and what came before, not the strict triangle", () => {
  assertEquals(causalMask(2).arraySync(), [[1, 0], [1, 1]]);
  assertEquals(causalMask(2, 3).arraySync(), [[1, 1, 0], [1, 1, 1]]);
  assertEquals(causalMask(3).dtype, "bool");
});

Deno.test("paddingMask: true is a real token; another id can mean padding", () => {
  const ids = tf.tensor2d([[3, 0, 0], [7, 3, 5]], [2, 3], "int32");
  assertEquals(paddingMask(ids).arraySync(), [[[1, 0, 0]], [[1, 1, 1]]]);
  assertEquals(paddingMask(ids, 3).arraySync(), [[[0, 1, 1]], [[1, 0, 1]]]);
});

Deno.test("lengthMask: agrees with paddingMask", () => {
  const ids = tf.tensor2d([[3, 0, 0], [7, 3, 5], [0, 0, 0]], [3, 3], "int32");
  assertEquals(lengthMask([1, 3, 0]).arraySync(), paddingMask(ids).arraySync());
  assertEquals(lengthMask([1, 2], 5).shape, [2, 1, 5]);
});

Deno.test("combineMasks: and, not or", () => {
  const both = combineMasks(causalMask(2), lengthMask([1, 2]));
  assertEquals(both.arraySync(), [[[1, 0], [1, 0]], [[1, 0], [1, 1]]]);
});

Deno.test("maskedSoftmax: rows sum to 1 over what is seen, hidden weights are exactly 0", () => {
  const scores = tf.tensor2d([[1, 2, 3], [100, -50, 1000]]);
  const keep = tf.tensor2d([[1, 1, 0], [1, 1, 0]], [2, 3], "bool");
  const rows = maskedSoftmax(scores, keep).arraySync();
  assert(Array.isArray(rows));
  const [first, second] = tf.util.flatten<number>(rows).map((_, i, all) =>
    all.slice(i * 3, i * 3 + 3)
  );
  assert(Math.abs(first[1] - 1 / (1 + Math.exp(-1))) < 1e-6);
  assertEquals([first[2], second[2]], [0, 0]);
  assertEquals(second.slice(0, 2), [1, 0]);
});

Deno.test("maskedSoftmax: a mask that is not bool is refused", () => {
  assertThrows(() => maskedSoftmax(tf.zeros([2, 3]), tf.ones([2, 3])), TypeError, "float32");
});

Deno.test("scaledDotProductAttention: a row with nothing to see is 0 everywhere, without NaN", () => {
  tf.tidy(() => {
    const random = new Random(1);
    const [q, k, v] = [[2, 3, 5], [2, 7, 5], [2, 7, 11]].map((shape) =>
      randomNormal(random, shape)
    );
    const keep = lengthMask([0, 7]);
    const attend = (q: tf.Tensor, k: tf.Tensor, v: tf.Tensor) =>
      scaledDotProductAttention({ queries: q, keys: k, values: v, keep });
    const { output, weights } = attend(q, k, v);
    const gradients = tf.grads((q, k, v) => tf.sum(tf.square(attend(q, k, v).output)))([q, k, v]);
    for (const tensor of [output, weights, ...gradients]) {
      const values = [...tensor.dataSync()];
      assert(values.every(Number.isFinite));
      assert(values.slice(0, values.length / 2).every((value) => value === 0), "first sentence");
      assert(values.slice(values.length / 2).some((value) => value !== 0), "second sentence");
    }
  });
});

Deno.test("multiHeadAttention: nothing to see is 0 everywhere on every path", () => {
  forEachPath((path) =>
    tf.tidy(() => {
      const random = new Random(1);
      const [q, k, v] = [[2, 3, 6], [2, 7, 6], [2, 7, 6]].map((s) => randomNormal(random, s));
      const keep = lengthMask([0, 7]);
      const attend = (q: tf.Tensor, k: tf.Tensor, v: tf.Tensor) =>
        multiHeadAttention(q, { keys: k, values: v }, 2, keep);
      const { output, weights } = attend(q, k, v);
      const gradients = tf.grads((q, k, v) => tf.sum(tf.square(attend(q, k, v).output)))([q, k, v]);
      for (const tensor of [output, weights, ...gradients]) {
        const values = [...tensor.dataSync()];
        assert(values.every(Number.isFinite), path);
        assert(values.slice(0, values.length / 2).every((value) => value === 0), path);
      }
    })
  );
});

Deno.test("scaledDotProductAttention: errors name the axes", () => {
  const attend = (q: number[], k: number[], v: number[], keep?: number[]) => () =>
    scaledDotProductAttention({
      queries: tf.zeros(q),
      keys: tf.zeros(k),
      values: tf.zeros(v),
      keep: keep && tf.ones(keep, "bool"),
    });
  const cases: [() => unknown, string][] = [
    [
      attend([2, 3, 8], [2, 5, 6], [2, 5, 6]),
      "expected keys [batch, key, dim] = [2, any, 8], got [2, 5, 6]",
    ],
    [
      attend([2, 3, 8], [2, 5, 8], [2, 7, 8]),
      "expected values [batch, key, value] = [2, 5, any], got [2, 7, 8]",
    ],
    [attend([2, 3, 8], [7, 5, 8], [7, 5, 8]), "expected keys [batch, key, dim] = [2, any, 8]"],
    [
      attend([2, 3, 8], [2, 5, 8], [2, 5, 8], [2, 5, 3]),
      "expected keep to broadcast to [batch, query, key] = [2, 3, 5], got [2, 5, 3]",
    ],
    [attend([8], [5, 8], [5, 8]), "expected queries [..., query, dim]"],
  ];
  for (const [run, message] of cases) assertThrows(run, RangeError, message);
});
