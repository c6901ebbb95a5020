import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { scaledDotProductAttention } from "lib/attention/dot_product.ts";
import { causalMask, lengthMask } from "lib/attention/masks.ts";
import {
  mergeHeads,
  MultiHeadAttention,
  multiHeadAttention,
  splitHeads,
} from "lib/attention/multi_head.ts";
import { Random } from "lib/random.ts";
import { randomNormal } from "lib/tensor/random.ts";
import { ready } from "lib/tensor/ready.ts";
import { assertClose } from "../assert_close.ts";
import { assertParameterGradients, forEachPath } from "../numeric_gradient.ts";

await ready();

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
