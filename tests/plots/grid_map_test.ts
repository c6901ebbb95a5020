import { assertEquals, assertObjectMatch } from "@std/assert";
import { numberedCells } from "lib/plots/grid_map.ts";
import { baseLayout, sequentialScale } from "lib/plots/style.ts";

const map = {
  z: [[0, 1], [0.5, null]],
  limits: [0, 1],
  scale: sequentialScale,
  hovertemplate: "%{z}",
  measure: "weight",
  numbered: true,
} as const;

Deno.test("numberedCells: the whole map with black numbers, its dark cells again with white ones", () => {
  const [whole, dark, ...none] = numberedCells(map);
  assertEquals(none, []);
  assertObjectMatch({ ...whole }, {
    z: map.z,
    texttemplate: "%{z:.2f}",
    textfont: { color: "#000000" },
  });
  assertObjectMatch({ ...dark }, {
    z: [[null, 1], [null, null]],
    zmin: 0,
    zmax: 1,
    hoverongaps: false,
    showscale: false,
    textfont: { color: "#ffffff" },
  });
});

Deno.test("numberedCells: always as many traces, so that a slider can join maps", () => {
  assertEquals(numberedCells({ ...map, z: [[0, 0.1]] }).length, 2);
});

Deno.test("numberedCells: without numbers it is one trace without gaps", () => {
  const [whole, ...others] = numberedCells({ ...map, numbered: false });
  assertEquals([others, "texttemplate" in whole, "xgap" in whole], [[], false, false]);
});

Deno.test("baseLayout: the legend hangs below the title and may push the plot down", () => {
  const { legend, title, height } = baseLayout("A finding");
  assertObjectMatch({ ...legend }, { yref: "container", yanchor: "top", y: 0.89 });
  assertObjectMatch({ ...title as object }, { yref: "container", yanchor: "top" });
  assertEquals(height, 400);
});
