import { assertEquals, assertStringIncludes } from "@std/assert";
import * as tf from "@tensorflow/tfjs";
import { inspectTensorsByValue, tensorText } from "lib/tensor/inspect.ts";
import { ready } from "lib/tensor/ready.ts";

const lines = (...text: string[]) => text.join("\n");

Deno.test("tensorText: rows and blocks in columns", async () => {
  await ready();
  assertEquals(
    tensorText(tf.tensor3d([1, -0.5, 2.25, 0, 3.14159, 10, 7, 8, 9, 1, 2, 3], [2, 2, 3])),
    lines(
      "Tensor float32 [2, 2, 3]",
      "[[[ 1.0000, -0.5000,  2.2500],",
      "  [ 0.0000,  3.1416, 10.0000]],",
      "",
      " [[ 7.0000,  8.0000,  9.0000],",
      "  [ 1.0000,  2.0000,  3.0000]]]",
    ),
  );
});

for (
  const [name, make, expected] of [
    ["a number", () => tf.scalar(2.5), "Tensor float32 []: 2.5000"],
    ["whole numbers", () => tf.tensor1d([1, 20000]), "Tensor float32 [2]: [    1., 20000.]"],
    ["small numbers", () => tf.tensor1d([1e-5, 0]), "Tensor float32 [2]: [1.0000e-5, 0.0000e+0]"],
    ["far apart", () => tf.tensor1d([0.5, 5000]), "Tensor float32 [2]: [5.0000e-1, 5.0000e+3]"],
    ["no numbers", () => tf.tensor1d([NaN, Infinity]), "Tensor float32 [2]: [     NaN, Infinity]"],
    ["int32", () => tf.tensor1d([1, -2], "int32"), "Tensor int32 [2]: [ 1, -2]"],
    ["bool", () => tf.tensor1d([true, false]), "Tensor bool [2]: [ true, false]"],
    ["string", () => tf.tensor1d(["a", "나"]), 'Tensor string [2]: ["a", "나"]'],
    ["nothing", () => tf.zeros([0, 3]), "Tensor float32 [0, 3]: empty"],
    ["a variable", () => tf.variable(tf.scalar(1.5)), "Variable float32 []: 1.5000"],
  ] as const
) {
  Deno.test(`tensorText: ${name}`, async () => {
    await ready();
    assertEquals(tensorText(make()), expected);
  });
}

Deno.test("tensorText: a large tensor is shown by its edges, a long row in several lines", async () => {
  await ready();
  const text = tensorText(tf.range(0, 2000).reshape([20, 100]));
  assertEquals(text.split("\n").length, 8);
  assertStringIncludes(text, "\n[[   0.,    1.,    2., …,   97.,   98.,   99.],\n");
  assertStringIncludes(text, "\n …,\n");
  const long = tensorText(tf.range(0, 100)).split("\n");
  assertEquals(long.filter((line) => line.length > 82), []);
});

Deno.test("inspectTensorsByValue: inside of objects, and disposed of", async () => {
  await ready();
  inspectTensorsByValue();
  const gone = tf.ones([2]);
  gone.dispose();
  assertEquals(
    Deno.inspect({ a: tf.tensor2d([[1.5], [2]]), b: [gone] }),
    lines(
      "{",
      "  a: Tensor float32 [2, 1]",
      "  [[1.5000],",
      "   [2.0000]],",
      "  b: [ Tensor float32 [2]: disposed ]",
      "}",
    ),
  );
});
