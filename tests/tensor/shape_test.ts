import * as tf from "@tensorflow/tfjs";
import { assertThrows } from "@std/assert";
import { assertBroadcasts, assertShape } from "lib/tensor/shape.ts";

Deno.test("assertShape: accepts exact lengths, any length, and leading axes", () => {
  const tensor = tf.zeros([2, 3, 5]);
  assertShape("keys", tensor, { batch: 2, key: 3, dim: 5 });
  assertShape("keys", tensor, { batch: undefined, key: 3, dim: undefined });
  assertShape("keys", tensor, { "...": undefined, dim: 5 });
  assertShape("keys", tensor, { "...": undefined, batch: 2, key: 3, dim: 5 });
  tensor.dispose();
});

Deno.test("assertShape: the message names tensor, axes, expected and got", () => {
  const tensor = tf.zeros([2, 5, 6]);
  const cases: [Record<string, number | undefined>, string][] = [
    [{ batch: 2, key: 5, dim: 8 }, "expected keys [batch, key, dim] = [2, 5, 8], got [2, 5, 6]"],
    [{ key: 5, dim: 6 }, "expected keys [key, dim] = [5, 6], got [2, 5, 6]"],
    [{ "...": undefined, dim: 7 }, "expected keys [..., dim] = [..., 7], got [2, 5, 6]"],
    [{ batch: undefined, key: 5, dim: 8 }, "= [any, 5, 8], got [2, 5, 6]"],
  ];
  for (const [expected, message] of cases) {
    assertThrows(() => assertShape("keys", tensor, expected), RangeError, message);
  }
  tensor.dispose();
});

Deno.test("assertBroadcasts: accepts equal lengths, 1, and missing leading axes", () => {
  const expected = { batch: 2, query: 3, key: 5 };
  for (const shape of [[2, 3, 5], [2, 1, 5], [3, 5], [1, 1, 1], [5], []]) {
    assertBroadcasts("keep", tf.ones(shape, "bool"), expected);
  }
  for (const shape of [[2, 3, 7], [2, 2, 5], [7, 2, 3, 5], [3]]) {
    assertThrows(
      () => assertBroadcasts("keep", tf.ones(shape, "bool"), expected),
      RangeError,
      `expected keep to broadcast to [batch, query, key] = [2, 3, 5], got [${shape.join(", ")}]`,
    );
  }
});

Deno.test("assertShape: names outside the vocabulary do not compile", () => {
  const tensor = tf.zeros([2, 3]);
  // @ts-expect-error: keys is no axis
  assertShape("keys", tensor, { batch: 2, keys: 3 });
  // @ts-expect-error: keys is no axis
  assertBroadcasts("keep", tensor, { batch: 2, keys: 3 });
  tensor.dispose();
});
