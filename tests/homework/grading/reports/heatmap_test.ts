import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { TensorData } from "lib/homework/exercise/values.ts";
import { comparisonFigure } from "lib/homework/grading/reports/heatmap.ts";
import { compareNumbers } from "lib/homework/judge/compare.ts";

Deno.test("comparisonFigure: names the axes, frames what is wrong, says what no number is", () => {
  const [expected, got] = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, NaN, 7]].map((numbers) =>
    new TensorData([1, 2, 3], numbers)
  );
  const result = [{ name: "weights", axes: "batch query key" }];
  const comparison = compareNumbers(expected, got, { result });
  assert(comparison);
  assertEquals([comparison.part, comparison.axes, comparison.wrong.filter(Boolean).length], [
    "batch 0",
    ["query", "key"],
    2,
  ]);
  const { text } = comparisonFigure(comparison, "en");
  assertEquals(text.match(/<svg /g)?.length, 3);
  assertStringIncludes(text, "weights [batch 0]: 2 of 6 entries differ, the largest by 2");
  assertStringIncludes(text, ">NaN</text>");
});
