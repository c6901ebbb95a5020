import { assertEquals, assertThrows } from "@std/assert";
import { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";

const step = { state: 0.6, recalled: -0.24, reset: 0.7, update: 0.54, candidate: -0.5 };

Deno.test("gruStepDiagram: boxes and arrows carry the step's numbers", () => {
  const { layout, summary } = gruStepDiagram(step, "What stays?");
  const texts = layout.annotations?.map(({ text }) => text).filter((text) => text);
  assertEquals(texts, [
    ...["old state<br>h 0.60", "word x", "gate<br>z 0.54"],
    ...["h<sub>n</sub><br>−0.24", "gate<br>r 0.70", "candidate<br>n −0.50"],
    ...["× z<br>0.54", "× (1 − z)<br>0.46", "new state<br>h′ 0.09"],
    ...["r · h<sub>n</sub> −0.17", "0.32", "−0.23"],
  ]);
  assertEquals(
    summary,
    "What stays?: r · h_n = 0.70 · −0.24 = −0.17; " +
      "z · h = 0.54 · 0.60 = 0.32; (1 − z) · n = 0.46 · −0.50 = −0.23; h′ = 0.09",
  );
});

Deno.test("gruStepDiagram: each arrow leaves and meets a box at its edge", () => {
  const { annotations = [], shapes = [] } = gruStepDiagram(step, "What stays?").layout;
  const edges = (side: "x0" | "x1") => new Set(shapes.map((shape) => shape[side]));
  const arrows = annotations.filter(({ showarrow }) => showarrow);
  assertEquals(arrows.length, 14);
  assertEquals(arrows.filter(({ x, ax }) => !edges("x0").has(x) || !edges("x1").has(ax)), []);
});

Deno.test("gruStepDiagram: a gate is a share", () => {
  assertThrows(() => gruStepDiagram({ ...step, update: 1.2 }, ""), RangeError, "z 1.2");
  assertThrows(() => gruStepDiagram({ ...step, reset: -0.1 }, ""), RangeError, "r -0.1");
});
