import * as tf from "@tensorflow/tfjs";
import { assertAlmostEquals, assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { AdditiveAttention } from "lib/attention/additive.ts";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { LearnedPositions } from "lib/attention/learned_positions.ts";
import { causalMask, lengthMask } from "lib/attention/masks.ts";
import {
  mergeHeads,
  MultiHeadAttention,
  multiHeadAttention,
  splitHeads,
} from "lib/attention/multi_head.ts";
import { MultiplicativeAttention } from "lib/attention/multiplicative.ts";
import { selfAttentionWithoutParameters } from "lib/attention/without_parameters.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertParameterGradients, forEachPath } from "../numeric_gradient.ts";

await ready();

function assertClose(actual: tf.Tensor, expected: tf.Tensor, message: string): void {
  assertEquals(actual.shape, expected.shape, message);
  const values = expected.dataSync();
  actual.dataSync().forEach((value, i) => assertAlmostEquals(value, values[i], 1e-5, message));
}

Deno.test("splitHeads: a head is a slice of each position, which a reshape alone is not", () => {
  const sequence = tf.range(0, 24);
  const heads = splitHeads(tf.reshape(sequence, [2, 3, 4]), 2);
  assertEquals(heads.shape, [2, 2, 3, 2]);
  assertEquals([...heads.dataSync()].slice(0, 6), [0, 1, 4, 5, 8, 9]);
  assertNotEquals([...heads.dataSync()], [...tf.reshape(sequence, [2, 2, 3, 2]).dataSync()]);
  assertEquals([...mergeHeads(heads).dataSync()], [...sequence.dataSync()]);
  assertThrows(
    () => splitHeads(tf.ones([2, 3, 4]), 3),
    RangeError,
    "divides the model size 4, got 3",
  );
});

Deno.test("multiHeadAttention: each head is attention over its own slice", () => {
  forEachPath((path) =>
    tf.tidy(() => {
      const random = new Random(1);
      const [q, k, v] = [[2, 5, 6], [2, 7, 6], [2, 7, 6]].map((s) => randomNormal(random, s));
      const keep = lengthMask([7, 3]);
      const { output, weights } = multiHeadAttention(q, { keys: k, values: v }, 3, keep);
      for (let head = 0; head < 3; head++) {
        const slice = (x: tf.Tensor) => tf.slice(x, [0, 0, 2 * head], [2, x.shape[1] ?? 0, 2]);
        const alone = scaledDotProductAttention({
          queries: slice(q),
          keys: slice(k),
          values: slice(v),
          keep,
        });
        assertClose(slice(output), alone.output, `${path}: output of head ${head}`);
        const own = tf.squeeze(tf.slice(weights, [0, head, 0, 0], [2, 1, 5, 7]), [
          1,
        ]);
        assertClose(own, alone.weights, `${path}: weights of head ${head}`);
      }
    })
  );
});

Deno.test("multiHeadAttention: a silenced head leaves zeros in its slice, the others unchanged", () => {
  forEachPath((path) =>
    tf.tidy(() => {
      const x = randomNormal(new Random(1), [2, 5, 6]);
      const keep = tf.tensor4d([1, 0, 1], [1, 3, 1, 1], "bool");
      const slice = (y: tf.Tensor, head: number) => tf.slice(y, [0, 0, 2 * head], [2, 5, 2]);
      const all = multiHeadAttention(x, { keys: x, values: x }, 3).output;
      const some = multiHeadAttention(x, { keys: x, values: x }, 3, keep).output;
      assertClose(slice(some, 0), slice(all, 0), path);
      assertEquals([...slice(some, 1).dataSync()], Array(20).fill(0), path);
      assertClose(slice(some, 2), slice(all, 2), path);
    })
  );
});

Deno.test("MultiHeadAttention: gradients of all parameters; their number is free of heads", () => {
  const x = randomNormal(new Random(2), [2, 5, 6]);
  const keep = causalMask(5);
  for (const headCount of [1, 2, 3]) {
    using attention = new MultiHeadAttention({ modelSize: 6, headCount }, new Random(1));
    assertEquals(attention.parameterCount(), 4 * (6 * 6 + 6));
    assertParameterGradients(
      `${headCount} heads`,
      attention.parameters(),
      () => tf.mean(tf.square(attention.forward(x, x, { keep }).output)),
    );
  }
  tf.dispose([x, keep]);
});

Deno.test("AdditiveAttention, MultiplicativeAttention, LearnedPositions: parameter gradients", () => {
  const random = new Random(1);
  const queries = randomNormal(random, [2, 3, 5]);
  const states = randomNormal(random, [2, 7, 11]);
  const keep = lengthMask([7, 3]);
  using additive = new AdditiveAttention({
    querySize: 5,
    stateSize: 11,
    attentionSize: 13,
  }, random);
  using multiplicative = new MultiplicativeAttention({ querySize: 5, stateSize: 11 }, random);
  for (const attention of [additive, multiplicative]) {
    assertParameterGradients(
      attention.describe().kind,
      attention.parameters(),
      () => tf.mean(tf.square(attention.forward(queries, states, { keep }).output)),
    );
  }
  using positions = new LearnedPositions({ maximumLength: 7, modelSize: 5 }, random);
  assertParameterGradients(
    "positions",
    positions.parameters(),
    () => tf.sum(tf.square(positions.forward(3, { start: 2 }))),
  );
});

Deno.test("selfAttentionWithoutParameters: equals the sums written out", () => {
  const x = [[1, 0], [0, 2], [1, 1]];
  const { output, weights } = selfAttentionWithoutParameters(tf.tensor2d(x));
  const mixed = output.dataSync();
  const shares = weights.dataSync();
  x.forEach((xi, i) => {
    const scores = x.map((xj) => Math.exp(xi[0] * xj[0] + xi[1] * xj[1]));
    const total = scores.reduce((sum, score) => sum + score);
    scores.forEach((score, j) => assertAlmostEquals(shares[3 * i + j], score / total, 1e-6));
    for (const d of [0, 1]) {
      const expected = scores.reduce((sum, score, j) => sum + score / total * x[j][d], 0);
      assertAlmostEquals(mixed[2 * i + d], expected, 1e-6);
    }
  });
});

Deno.test("attention: queries of different size than states are refused where they must agree", () => {
  const queries = tf.ones([2, 3, 5]);
  const states = tf.ones([2, 7, 11]);
  using attention = new MultiplicativeAttention({
    querySize: 7,
    stateSize: 11,
  }, new Random(1));
  assertThrows(
    () => attention.forward(queries, states),
    RangeError,
    "expected queries [batch, query, dim] = [any, any, 7], got [2, 3, 5]",
  );
});
