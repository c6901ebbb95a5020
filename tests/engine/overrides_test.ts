import * as tf from "@tensorflow/tfjs";
import { assertEquals, assertThrows } from "@std/assert";
import { ready } from "lib/tensor/ready.ts";
import { agreesWithCpu, floats, onCpu } from "./against_cpu.ts";

const MATRICES = [[1, 1, 1], [2, 3, 5], [7, 11, 13], [6, 8, 4], [37, 41, 29], [5, 523, 7], [
  3,
  2,
  263,
], [13, 9, 521]];

for (const [rows, columns, depth] of MATRICES) {
  for (
    const [transposeA, transposeB] of [[false, false], [false, true], [true, false], [true, true]]
  ) {
    const a = transposeA ? [depth, rows] : [rows, depth];
    const b = transposeB ? [columns, depth] : [depth, columns];
    Deno.test(`matMul: [${a}]${transposeA ? "ᵀ" : ""} · [${b}]${transposeB ? "ᵀ" : ""} and gradients`, () =>
      agreesWithCpu(floats(a, b), ([x, y]) => tf.matMul(x, y, transposeA, transposeB)));
  }
}

for (
  const [transposeA, transposeB] of [[false, false], [false, true], [true, false], [true, true]]
) {
  const a = transposeA ? [7, 5] : [5, 7], b = transposeB ? [11, 7] : [7, 11];
  Deno.test(`matMul: batched [2, 3] × [${a}] · [${b}] and gradients`, () =>
    agreesWithCpu(
      floats([2, 3, ...a], [2, 3, ...b]),
      ([x, y]) => tf.matMul(x, y, transposeA, transposeB),
    ));
  Deno.test(`matMul: broadcast batches, [${a}] · [${b}]`, async () => {
    const f = ([x, y]: tf.Tensor[]) => tf.matMul(x, y, transposeA, transposeB);
    await agreesWithCpu(floats([5, ...a], [1, ...b]), f, { gradients: false });
    await agreesWithCpu(floats([1, ...a], [5, ...b]), f, { gradients: false });
    await agreesWithCpu(floats([2, 3, ...a], [1, 1, ...b]), f, { gradients: false });
    await agreesWithCpu(floats([2, 1, ...a], [1, 3, ...b]), f, {
      gradients: false,
      expected: ([x, y]) =>
        tf.matMul(tf.tile(x, [1, 3, 1, 1]), tf.tile(y, [2, 1, 1, 1]), transposeA, transposeB),
    });
  });
}

Deno.test("matMul: empty axes give empty or zero results", async () => {
  await agreesWithCpu(floats([0, 3], [3, 5]), ([x, y]) => tf.matMul(x, y));
  await agreesWithCpu(floats([2, 3], [3, 0]), ([x, y]) => tf.matMul(x, y));
  await agreesWithCpu(floats([2, 0], [0, 5]), ([x, y]) => tf.matMul(x, y), { gradients: false });
  await agreesWithCpu(floats([0, 2, 3], [0, 3, 5]), ([x, y]) => tf.matMul(x, y), {
    gradients: false,
  });
});

Deno.test("matMul: shapes that do not meet are named", async () => {
  await ready();
  tf.tidy(() => {
    assertThrows(() => tf.matMul(tf.ones([2, 3]), tf.ones([5, 7])), Error, "3");
  });
});

Deno.test("fused.matMul: bias and activations, with gradients", async () => {
  for (const activation of ["linear", "relu", "sigmoid"] as const) {
    await agreesWithCpu(
      floats([7, 13], [13, 11], [11]),
      ([a, b, bias]) => tf.fused.matMul({ a: a, b: b, bias, activation }),
    );
  }
});

Deno.test("slice: what lies outside of the tensor is refused in the words of the cpu backend", async () => {
  await ready();
  const outside: [begin: number[], size: number[]][] = [
    [[0, 4], [3, 2]],
    [[3, 0], [1, 5]],
    [
      [0, 0],
      [4, 5],
    ],
    [[-1, 0], [1, 5]],
    [[0, 6], [3, -1]],
  ];
  const said = () =>
    outside.map(([begin, size]) =>
      tf.tidy(() => {
        const tensor = tf.range(0, 15).reshape([3, 5]);
        return assertThrows(() => tf.slice(tensor, begin, size).dataSync(), Error).message;
      })
    );
  const here = said();
  assertEquals(here, await onCpu(said));
});

Deno.test("slice: every kind of part, and gradients", async () => {
  const parts: [number[], number[]][] = [
    [[0, 0, 0], [3, 5, 7]],
    [[1, 0, 0], [2, 5, 7]],
    [[0, 2, 0], [3, 1, 7]],
    [[0, 0, 3], [3, 5, 2]],
    [[1, 2, 3], [1, 3, 4]],
    [[2, 4, 6], [1, 1, 1]],
    [[0, 1, 0], [3, 0, 7]],
  ];
  for (const [begin, size] of parts) {
    await agreesWithCpu(floats([3, 5, 7]), ([x]) => tf.slice(x, begin, size), {
      gradients: !size.includes(0),
    });
  }
  await agreesWithCpu(floats([2, 3, 5, 7]), ([x]) => tf.slice(x, [1, 1, 2, 3], [1, 2, 2, -1]));
  await agreesWithCpu(floats([11]), ([x]) => tf.slice(x, 3, 5));
  await agreesWithCpu(floats([11, 2]), ([x]) => tf.slice(x, 3));
  await agreesWithCpu(
    [{ shape: [2, 3], dtype: "int32", values: [1, 2, 3, 4, 5, 6] }],
    ([x]) => tf.slice(x, [0, 1], [2, 2]),
    { gradients: false },
  );
  await agreesWithCpu(
    [{ shape: [2, 3], dtype: "bool", values: [1, 0, 1, 0, 0, 1] }],
    ([x]) => tf.slice(x, [0, 1], [2, 2]),
    { gradients: false },
  );
});

Deno.test("unstack, split, concat, stack: every axis, and gradients", async () => {
  for (const axis of [0, 1, 2, -1]) {
    await agreesWithCpu(floats([3, 5, 7]), ([x]) => tf.unstack(x, axis));
    await agreesWithCpu(floats([3, 5, 7]), ([x]) => tf.split(x, [1, x.shape.at(axis)! - 1], axis));
    await agreesWithCpu(floats([3, 5, 7], [3, 5, 7]), ([x, y]) => tf.concat([x, y, x], axis));
    await agreesWithCpu(floats([3, 5, 7], [3, 5, 7]), ([x, y]) => tf.stack([x, y], axis));
  }
  await agreesWithCpu(floats([3, 1, 7]), ([x]) => tf.unstack(x, 1)); // one piece: tfjs's own gradient throws
  await agreesWithCpu(floats([2, 6]), ([x]) => tf.split(x, 3, 1));
  await agreesWithCpu(floats([2, 3], [2, 0], [2, 5]), (pieces) => tf.concat(pieces, 1), {
    gradients: false,
  });
});

Deno.test("sum: over leading axes, kept or not, and gradients", async () => {
  for (
    const [axis, keepDims] of [[[0], false], [[0, 1], false], [[0, 1], true], [[1], false], [[
      0,
      1,
      2,
    ], false], [[-1], true]] as const
  ) {
    await agreesWithCpu(floats([3, 5, 37]), ([x]) => tf.sum(x, [...axis], keepDims));
  }
  await agreesWithCpu(floats([0, 5]), ([x]) => tf.sum(x, 0), { gradients: false });
});

Deno.test("softmax: rows of any length, masked scores, and gradients", async () => {
  for (const length of [1, 3, 4, 7, 64, 101]) {
    await agreesWithCpu(floats([5, length]), ([x]) => tf.softmax(x));
  }
  await agreesWithCpu(
    [{ shape: [2, 5], values: [1, -1e9, 3, -Infinity, 2, 88, 700, -700, 0, 699] }],
    ([x]) => tf.softmax(x),
    { gradients: false },
  );
  await ready();
  const weights = tf.tidy(() => tf.softmax(tf.tensor2d([[1, -1e9, 3, 0, -Infinity]])).arraySync());
  assertEquals([weights[0][1], weights[0][4]], [0, 0], "what is masked has exactly no weight");
  const spoiled = tf.tidy(() => tf.softmax(tf.tensor2d([[1, NaN, 3, 0, 5]])).arraySync());
  assertEquals(spoiled[0].every(Number.isNaN), true, "NaN is not hidden");
});

Deno.test("gather: rows by index, repeated indices, and gradients", async () => {
  const ids = { shape: [2, 3], dtype: "int32", values: [4, 0, 4, 1, 4, 2] } as const;
  await agreesWithCpu([{ shape: [5, 7] }, ids], ([table, i]) => tf.gather(table, i));
  await agreesWithCpu(
    [{ shape: [5, 7, 2] }, ids],
    ([table, i]) => tf.gather(table, i),
  );
  await agreesWithCpu(
    [{ shape: [3, 5] }, { ...ids, shape: [6] }],
    ([table, i]) => tf.gather(table, i, 1),
  );
  await ready();
  tf.tidy(() => {
    assertThrows(() => tf.gather(tf.ones([5, 7]), tf.tensor1d([1, 5], "int32")), Error, "5");
  });
});

Deno.test("unsortedSegmentSum: ids out of range are dropped", () =>
  agreesWithCpu(
    [{ shape: [5, 3] }, { shape: [5], dtype: "int32", values: [1, 0, 1, 3, -1] }],
    ([x, ids]) => tf.unsortedSegmentSum(x, ids.as1D(), 4),
    { gradients: false },
  ));

Deno.test("clone: a copy is not changed by assigning to the variable", async () => {
  await ready();
  const variable = tf.variable(tf.tensor1d([1, 2, 3]));
  const copy = variable.clone();
  variable.assign(tf.tensor1d([4, 5, 6]));
  assertEquals([...copy.dataSync()], [1, 2, 3]);
  tf.dispose([variable, copy]);
});
