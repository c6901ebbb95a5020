import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { blockMeans, cosine, growthExponent, mean, median, spread } from "lib/statistics.ts";

Deno.test("mean and median: one far value moves the mean, not the median", () => {
  assertEquals([mean([2, 3, 5, 7, 983]), median([983, 2, 5, 3, 7])], [200, 5]);
  assertEquals(median([7, 3, 2, 5]), 4);
  assertThrows(() => mean([]), RangeError, "at least one value");
});

Deno.test("median: numbers are not sorted as text, and the input stays", () => {
  const values = [10, 9, 100];
  assertEquals([median(values), values], [10, [10, 9, 100]]);
});

Deno.test("spread: mean, lowest and highest at each point", () => {
  assertEquals(spread([[1, 5], [2, 7], [6, 0]]), { mean: [3, 4], low: [1, 0], high: [6, 7] });
  assertThrows(() => spread([[1, 5], [2]]), RangeError, "one length");
});

Deno.test("growthExponent: finds the power whatever the factor", () => {
  const x = [4, 16, 64, 1024];
  assertAlmostEquals(growthExponent(x, x.map((value) => 7 * value ** -0.5)), -0.5, 1e-9);
  assertThrows(() => growthExponent([1], [1]), RangeError, "two points");
});

Deno.test("blockMeans: whole blocks only, each named by its end", () => {
  assertEquals(blockMeans([1, 2, 3, 4, 5, 6, 700], 3), { x: [3, 6], y: [2, 5] });
  assertEquals(blockMeans([1, 2], 3), { x: [], y: [] });
  assertThrows(() => blockMeans([1], 0), RangeError, "got 0");
});

Deno.test("cosine: of proportions, not of lengths; opposite lists have -1", () => {
  assertAlmostEquals(cosine([1, 2, 2], [3, 6, 6]), 1, 1e-12);
  assertAlmostEquals(cosine([1, 2], [-2, -4]), -1, 1e-12);
  assertAlmostEquals(cosine([1, 0, 1], [1, 1, 0]), 0.5, 1e-12);
  assertThrows(() => cosine([1], [1, 2]), RangeError, "one length");
});
