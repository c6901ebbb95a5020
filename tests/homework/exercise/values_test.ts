import { assertEquals, assertThrows } from "@std/assert";
import { describeShape, describeValue, TensorData } from "lib/homework/exercise/values.ts";

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
