import { assertEquals } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Whether the compiler lets an `A` stand where a `B` is asked for. */
type Fits<A, B> = A extends B ? true : false;

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
