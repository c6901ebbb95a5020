import { assertEquals, assertStrictEquals, assertThrows } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { type Axes, nested, rename } from "lib/tensor/axes.ts";

/** Whether the compiler lets an `A` stand where a `B` is asked for. */
type Fits<A, B> = A extends B ? true : false;

/** Whether two types are the same, also where one is `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true
  : false;

Deno.test("Axes: the compiler tells axes apart (a wrong line here would not compile)", () => {
  const same: Fits<Axes<"batch query key">, Axes<"batch query key">> = true;
  const swapped: Fits<Axes<"batch key query">, Axes<"batch query key">> = false;
  const fewer: Fits<Axes<"query key">, Axes<"batch query key">> = false;
  const unnamed: Fits<tf.Tensor3D, Axes<"batch query key">> = true;
  const named: Fits<Axes<"batch query key">, tf.Tensor> = true;
  const leading: Fits<Axes<"batch head query key">, Axes<"... query key">> = true;
  const noLeading: Fits<Axes<"query key">, Axes<"... query key">> = true;
  const wrongEnd: Fits<Axes<"batch key query">, Axes<"... query key">> = false;
  assertEquals([same, swapped, fewer, unnamed, named], [true, false, false, true, true]);
  assertEquals([leading, noLeading, wrongEnd], [true, true, false]);
});

Deno.test("Axes: lengths can be read by index", () => {
  const keys: Axes<"batch key dim"> = tf.ones([2, 7, 5]);
  const length: number = keys.shape[1];
  assertEquals(length, 7);
});

Deno.test("Axes: names outside the vocabulary do not compile", () => {
  // @ts-expect-error: unknown axis: foo
  const first: Axes<"foo batch"> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: qeury
  const middle: Axes<"batch qeury key"> = tf.ones([2, 3, 5]);
  // @ts-expect-error: unknown axis: Key
  const last: Axes<"query Key"> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: (an empty name, between two spaces)
  const spaces: Axes<"query  key"> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: ...
  const dotsInside: Axes<"batch ... key"> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: ...
  const dotsAlone: Axes<"..."> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: any string
  const notListed: Axes<string> = tf.ones([2, 3]);
  // @ts-expect-error: unknown axis: dims
  const afterDots: Axes<"... dims"> = tf.ones([2, 3]);
  const all: tf.Tensor[] = [
    ...[first, middle, last, spaces],
    ...[dotsInside, dotsAlone, afterDots, notListed],
  ];
  assertEquals(all.length, 8);
});

Deno.test("nested: arrays as deep as the names say", () => {
  const key: Axes<"key"> = tf.tensor([1, 2]);
  const two: Axes<"query key"> = tf.tensor([[1, 2], [3, 4], [5, 6]]);
  const four: Axes<"batch head query key"> = tf.tensor([[[[1, 2]]]]);
  const depth1 = nested(key);
  const depth2 = nested(two);
  const kept = nested(tf.softmax(two));
  const depth3 = nested(tf.ones([1, 1, 2]), "batch query key");
  const depth4 = nested(four, "batch head query key");
  const types: [
    Same<typeof depth1, number[]>,
    Same<typeof depth2, number[][]>,
    Same<typeof kept, number[][]>,
    Same<typeof depth3, number[][][]>,
    Same<typeof depth4, number[][][][]>,
  ] = [true, true, true, true, true];
  assertEquals(types.length, 5);
  assertEquals(depth1, [1, 2]);
  assertEquals(depth2, [[1, 2], [3, 4], [5, 6]]);
  assertEquals(kept.length, 3);
  assertEquals(depth3, [[[1, 1]]]);
  assertEquals(depth4, [[[[1, 2]]]]);
});

Deno.test("nested: names that the tensor does not have do not compile", () => {
  const weights: Axes<"query key"> = tf.ones([2, 3]);
  const anyLeading: Axes<"... query key"> = weights;
  // @ts-expect-error: swapped
  assertEquals(nested(weights, "key query").length, 2);
  // @ts-expect-error: unknown axis: keys
  assertEquals(nested(tf.ones([2, 3]), "query keys").length, 2);
  // @ts-expect-error: a tensor without names
  assertEquals(nested(tf.ones([2, 3])), [[1, 1, 1], [1, 1, 1]]);
  // @ts-expect-error: how many leading axes?
  assertEquals(nested(anyLeading), [[1, 1, 1], [1, 1, 1]]);
  // @ts-expect-error: how many leading axes?
  assertEquals(nested(anyLeading, "... query key"), [[1, 1, 1], [1, 1, 1]]);
  assertEquals(nested(rename(anyLeading, "query key")), [[1, 1, 1], [1, 1, 1]]);
});

Deno.test("nested: throws a RangeError where the rank is another", () => {
  assertThrows(
    () => nested(tf.ones([2, 3, 5]), "query key"),
    RangeError,
    "expected the axes [query, key], got the shape [2, 3, 5]",
  );
  assertThrows(
    () => nested(tf.scalar(1), "key"),
    RangeError,
    "expected the axes [key], got the shape []",
  );
});

Deno.test("rename: the same tensor under other names", () => {
  const states: Axes<"batch time model"> = tf.ones([2, 3, 5]);
  const keys = rename(states, "batch key model");
  const leading = rename(states, "... key model");
  const types: [
    Same<typeof keys, Axes<"batch key model">>,
    Same<typeof leading, Axes<"... key model">>,
  ] = [true, true];
  assertEquals(types.length, 2);
  assertStrictEquals<tf.Tensor>(keys, states);
  assertStrictEquals<tf.Tensor>(leading, states);
});

Deno.test("rename: unknown names do not compile", () => {
  const states: Axes<"batch time model"> = tf.ones([2, 3, 5]);
  // @ts-expect-error: unknown axis: keys
  const renamed = rename(states, "batch keys model");
  assertEquals(renamed.rank, 3);
});

Deno.test("rename: throws a RangeError where the rank is another", () => {
  const states: Axes<"batch time model"> = tf.ones([2, 3, 5]);
  assertThrows(
    () => rename(states, "batch head query dim"),
    RangeError,
    "expected the axes [batch, head, query, dim], got the shape [2, 3, 5]",
  );
  assertThrows(
    () => rename(states, "... batch head query dim"),
    RangeError,
    "expected the axes [..., batch, head, query, dim], got the shape [2, 3, 5]",
  );
  assertEquals(rename(states, "... batch time model").rank, 3);
});
