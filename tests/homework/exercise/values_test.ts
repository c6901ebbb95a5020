import { assertEquals, assertThrows } from "@std/assert";
import { difference } from "lib/homework/judge/compare.ts";
import {
  describeShape,
  describeValue,
  FunctionValue,
  TensorData,
} from "lib/homework/exercise/values.ts";
import { decodeValue, encodeValue, WireError } from "lib/homework/sandbox/wire.ts";

const matrix = TensorData.fromRows([[1, 2, 3], [4, 5, 6]]);

Deno.test("TensorData: refuses numbers that do not fill the shape", () => {
  assertThrows(() => new TensorData([2, 3], [1]), RangeError, "expected 6 numbers for the shape");
  assertEquals(matrix.rows(), [[1, 2, 3], [4, 5, 6]]);
  assertThrows(() => new TensorData([2], [1, 2]).rows(), RangeError, "expected two axes");
});

Deno.test("describeValue: names shapes with their axes, and shortens", () => {
  assertEquals(describeShape([2, 3], "query key"), "[query, key] = [2, 3]");
  assertEquals(describeShape([2, 3], "query"), "[2, 3]");
  assertEquals(describeValue(1 / 3), "0.33333");
  assertEquals(describeValue("안녕"), '"안녕"');
  assertEquals(describeValue([[1, 2], [3, 4]]), "[[1, 2], [3, 4]]");
  assertEquals(
    describeValue(new TensorData([3, 5], Array(15).fill(0)), "key dim"),
    "tensor [key, dim] = [3, 5]",
  );
  const [five, two] = [5, 2].map((length) => new TensorData([length], Array(length).fill(1)));
  assertEquals(describeValue(five), "tensor [5] (1, 1, 1, 1, 1)");
  assertEquals(describeValue([{ five, two }]), "[{ five: tensor [5], two: tensor [2] (1, 1) }]");
  assertEquals(
    describeValue({ ids: [1], done: true, rest: null }),
    "{ ids: [1], done: true, rest: null }",
  );
});

Deno.test("encodeValue: what is sent arrives unchanged", () => {
  const values = [
    0,
    -0,
    NaN,
    Infinity,
    -Infinity,
    1e-300,
    "한글\n",
    "",
    true,
    null,
    undefined,
    matrix,
    new TensorData([], [NaN]),
    new TensorData([0, 3], []),
    new TensorData([2], [1, 0], "bool"),
    [],
    [[1], [], ["a", [null]]],
    { a: 1, $: "tensor", "키": [matrix] },
    {},
    new FunctionValue("lib/homework/exercise/steps.ts", "tableStep", [[[1, 2], [3, 4]]]),
  ];
  for (const value of values) {
    assertEquals(decodeValue(JSON.parse(JSON.stringify(encodeValue(value)))), value);
  }
});

Deno.test("decodeValue: refuses what encodeValue never writes", () => {
  const deep = JSON.parse("[".repeat(40) + "]".repeat(40));
  const broken = [
    {},
    { $: "other" },
    { $: "tensor", shape: [2], numbers: [1], type: "float32" },
    deep,
    { $: "tensor", shape: [1e9, 1e9, 1e9], numbers: [], type: "float32" },
    { $: "tensor", shape: [-1], numbers: [], type: "float32" },
    { $: "tensor", shape: [1], numbers: ["7"], type: "float32" },
    { $: "tensor", shape: [1], numbers: [1], type: "string" },
    { $: "tensor", shape: "1", numbers: [1], type: "float32" },
    { $: "record", fields: [["a"]] },
    { $: "record", fields: [[1, 2]] },
    { $: "number", text: "12" },
    { value: 3 },
  ];
  for (const json of broken) assertThrows(() => decodeValue(json), WireError);
});

Deno.test("decodeValue: a field named __proto__ is a field", () => {
  const json = { $: "record", fields: [["__proto__", { $: "record", fields: [["a", 1]] }]] };
  const value = decodeValue(json);
  assertEquals(Object.keys(value ?? {}), ["__proto__"]);
  assertEquals(Object.getPrototypeOf(value), Object.prototype);
});

const one = { result: [{ name: "weights", axes: "query key" }] };
const two = {
  result: [{ name: "weights", axes: "query key" }, { name: "output", axes: "query dim" }],
};

/** Name, expected, got, what is said. */
const comparisons: readonly [
  string,
  Parameters<typeof difference>[0],
  Parameters<typeof difference>[1],
  string | undefined,
][] = [
  ["equal tensors", matrix, TensorData.fromRows([[1, 2, 3], [4, 5, 6]]), undefined],
  ["within the tolerance", 1000, 1000.09, undefined],
  ["outside of the tolerance", 1000, 1000.2, "weights: expected 1000, got 1000.2"],
  ["NaN where a number is expected", 1, NaN, "weights: expected 1, got NaN"],
  ["infinity", Infinity, 1e30, "weights: expected Infinity, got 1e+30"],
  [
    "another entry",
    matrix,
    TensorData.fromRows([[1, 2, 3], [4, 7, 8]]),
    "weights [query 1, key 1]: expected 5, got 7 (2 of 6 entries differ)",
  ],
  [
    "a transposed tensor",
    matrix,
    TensorData.fromRows([[1, 4], [2, 5], [3, 6]]),
    "expected weights [query, key] = [2, 3], got [3, 2]",
  ],
  [
    "an array for a tensor",
    matrix,
    [[1, 2, 3], [4, 5, 6]],
    "expected weights to be a tensor [query, key] = [2, 3], got [[1, 2, 3], [4, 5, 6]]",
  ],
  [
    "a tensor for an array",
    [[1, 2]],
    new TensorData([1, 2], [1, 2]),
    "expected weights to be an array, got tensor [1, 2] (1, 2) (tf.Tensor to array: arraySync())",
  ],
  [
    "a tensor for a number",
    1,
    new TensorData([], [1]),
    "expected weights to be a number, got tensor [] (1) (tf.Tensor to number: dataSync()[0])",
  ],
  [
    "numbers for truths",
    new TensorData([2], [1, 0], "bool"),
    new TensorData([2], [1, 0]),
    "expected weights to be a tensor of bool, got float32",
  ],
  [
    "whole numbers for numbers",
    new TensorData([1], [2]),
    new TensorData([1], [2], "int32"),
    undefined,
  ],
  ["a shorter list", [1, 2, 3], [1, 2], "expected weights [3], got [2]"],
  ["a list with another word", ["가", "나"], ["가", "다"], 'weights[1]: expected "나", got "다"'],
  ["a list with one word less", ["a", "b"], ["a"], "expected weights to hold 2 entries, got 1"],
  ["true for false", false, true, "weights: expected false, got true"],
  ["nothing", matrix, undefined, "expected weights, got nothing: is there a return?"],
  ["nothing but null", null, null, undefined],
];

for (const [name, expected, got, says] of comparisons) {
  Deno.test(`difference: ${name}`, () => assertEquals(difference(expected, got, one), says));
}

Deno.test("difference: records are compared in the exercise's order, by their names", () => {
  const right = { output: matrix, weights: matrix };
  const wrong = TensorData.fromRows([[0, 2, 3], [4, 5, 6]]);
  assertEquals(difference(right, { ...right, extra: 1 }, two), undefined);
  assertEquals(
    difference(right, { output: wrong, weights: wrong }, two),
    "weights [query 0, key 0]: expected 1, got 0",
  );
  assertEquals(
    difference(right, { ...right, output: wrong }, two),
    "output [query 0, dim 0]: expected 1, got 0",
  );
  assertEquals(
    difference(right, { output: matrix }, two),
    'expected a field "weights" in the result, got { output }',
  );
  assertEquals(
    difference(right, matrix, two),
    "expected { weights, output }, got tensor [2, 3] (1, 2, 3, 4, 5, 6)",
  );
});
