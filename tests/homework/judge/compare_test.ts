import { assertEquals } from "@std/assert";
import { TensorData } from "lib/homework/exercise/values.ts";
import { compareNumbers, difference } from "lib/homework/judge/compare.ts";

const matrix = TensorData.fromRows([[1, 2, 3], [4, 5, 6]]);

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
    "expected weights of shape [query, key] = [2, 3], got shape [3, 2]",
  ],
  [
    "an array for a tensor",
    matrix,
    [[1, 2, 3], [4, 5, 6]],
    "expected weights to be a tensor [query, key] = [2, 3], got [[1, 2, 3], [4, 5, 6]] " +
    "(number[] → tf.Tensor: tf.tensor(rows))",
  ],
  [
    "a tensor for an array",
    [[1, 2]],
    new TensorData([1, 2], [1, 2]),
    "expected weights to be an array, got tensor [1, 2] (1, 2) (tf.Tensor → array: tensor.arraySync())",
  ],
  [
    "a tensor for a number",
    1,
    new TensorData([], [1]),
    "expected weights to be a number, got tensor [] (1) (tf.Tensor → number: tensor.dataSync()[0])",
  ],
  [
    "numbers for truths",
    new TensorData([2], [1, 0], "bool"),
    new TensorData([2], [1, 0]),
    'expected weights to be a tensor of bool, got float32 (tf.cast(x, "bool"))',
  ],
  [
    "whole numbers for numbers",
    new TensorData([1], [2]),
    new TensorData([1], [2], "int32"),
    undefined,
  ],
  [
    "a shorter list",
    [1, 2, 3],
    [1, 2],
    "expected weights to hold 3 entries, got 2: expected [1, 2, 3], got [1, 2]",
  ],
  ["a list with another word", ["가", "나"], ["가", "다"], 'weights[1]: expected "나", got "다"'],
  [
    "a list with one word less",
    ["a", "b"],
    ["a"],
    'expected weights to hold 2 entries, got 1: expected ["a", "b"], got ["a"]',
  ],
  ["true for false", false, true, "weights: expected false, got true"],
  ["nothing", matrix, undefined, "expected weights, got nothing: is there a return?"],
  ["nothing but null", null, null, undefined],
];

for (const [name, expected, got, says] of comparisons) {
  Deno.test(`difference: ${name}`, () => assertEquals(difference(expected, got, one)?.en, says));
}

Deno.test("difference: records are compared in the exercise's order, by their names", () => {
  const right = { output: matrix, weights: matrix };
  const wrong = TensorData.fromRows([[0, 2, 3], [4, 5, 6]]);
  assertEquals(difference(right, { ...right, extra: 1 }, two)?.en, undefined);
  assertEquals(
    difference(right, { output: wrong, weights: wrong }, two)?.en,
    "weights [query 0, key 0]: expected 1, got 0",
  );
  assertEquals(
    difference(right, { ...right, output: wrong }, two)?.en,
    "output [query 0, dim 0]: expected 1, got 0",
  );
  assertEquals(
    difference(right, { output: matrix }, two)?.en,
    'expected a field "weights" in the result, got { output }',
  );
  assertEquals(
    difference(right, matrix, two)?.en,
    "expected an object { weights, output }, got tensor [2, 3] (1, 2, 3, 4, 5, 6)",
  );
});

Deno.test("compareNumbers: nothing to draw where shapes differ, all agrees, or there is too much", () => {
  const tensor = (...shape: number[]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    return new TensorData(shape, Array.from({ length: size }, (_, i) => i));
  };
  const result = [{ name: "output", axes: "" }];
  const zeros = (shape: number[], size: number) => new TensorData(shape, Array(size).fill(0));
  assertEquals(compareNumbers(tensor(2, 3), tensor(3, 2), { result }), undefined);
  assertEquals(compareNumbers(tensor(2, 3), tensor(2, 3), { result }), undefined);
  assertEquals(compareNumbers(tensor(17, 3), zeros([17, 3], 51), { result }), undefined);
  assertEquals(compareNumbers(3, 4, { result }), undefined);
  assertEquals(compareNumbers([1, 2, 3], [1, 5, 3], { result })?.got, [[1, 5, 3]]);
  assertEquals(compareNumbers("x", "y", { result }), undefined);
});

Deno.test("difference: a result that is a word has one in Korean, a name of the code stays", () => {
  const word = { result: [{ name: "the new state", ko: "새 상태", axes: "" }] };
  assertEquals(difference(1, 2, word), {
    en: "the new state: expected 1, got 2",
    ko: "새 상태: 기대한 값 1, 받은 값 2",
  });
  assertEquals(
    difference(1, undefined, word)?.ko,
    "새 상태: 돌려받은 것이 없습니다. return이 있나요?",
  );
  assertEquals(
    difference({ weights: 1 }, { weights: 2 }, one)?.ko,
    "weights: 기대한 값 1, 받은 값 2",
  );
  assertEquals(difference(1, 2, { result: [] })?.ko, "결과: 기대한 값 1, 받은 값 2");
});
