import { assertEquals, assertThrows } from "@std/assert";
import { FunctionValue, TensorData } from "lib/homework/exercise/values.ts";
import { decodeValue, encodeValue, WireError } from "lib/homework/sandbox/wire.ts";

const matrix = TensorData.fromRows([[1, 2, 3], [4, 5, 6]]);

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
