import { assertEquals, assertThrows } from "@std/assert";
import { weightedSum } from "lib/plots/weighted_sum.ts";

const page = {
  axes: { x: "first", y: "second" },
  range: { x: [-1, 3], y: [-1, 3] },
} as const;
const look = {
  query: [0, 1],
  states: [[2, 0], [0, 4]],
  names: ["어제", "카페"],
  weights: [0.5, 0.25],
};

Deno.test("weightedSum: compare, weigh, and a walk that ends at the sum", () => {
  const { data, layout } = weightedSum(look, page);
  const steps = layout.sliders?.[0].steps ?? [];
  assertEquals(steps.map(({ label }) => label), ["compare", "weigh", "add"]);
  const shown = steps.map(({ args }) =>
    data.filter((_, i) => args?.[0].visible[i]).map(({ name }) => name)
  );
  assertEquals(shown, [
    ["s", "어제", "카페"],
    ["", "", "0.50 · 어제", "0.25 · 카페"],
    ["어제", "카페", "c"],
  ]);
  const tips = data.slice(-3).map((trace) => {
    const { x = [], y = [] } = trace as { x?: number[]; y?: number[] };
    return [x[0], y[0], x[1], y[1]];
  });
  assertEquals(tips, [[0, 0, 1, 0], [1, 0, 1, 1], [0, 0, 1, 1]]);
});

Deno.test("weightedSum: a state without a weight is refused", () => {
  const weights = [1];
  assertThrows(() => weightedSum({ ...look, weights }, page), RangeError, "got 2 and 1");
});
