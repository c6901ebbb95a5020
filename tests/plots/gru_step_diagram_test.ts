import { assertEquals, assertThrows } from "@std/assert";
import { gruStepDiagram } from "lib/plots/gru_step_diagram.ts";

const step = { state: 0.6, reset: 0.7, update: 0.54, candidate: -0.5 };

Deno.test("gruStepDiagram: boxes and arrows carry the step's numbers", () => {
  const { layout, summary } = gruStepDiagram(step, "What stays?");
  const texts = layout.annotations?.map(({ text }) => text).filter((text) => text);
  assertEquals(texts, [
    ...["old state h<br>0.60", "word x", "candidate n<br>−0.50"],
    ...["× z<br>0.54", "× (1 − z)<br>0.46", "new state h′<br>0.09"],
    ...["r 0.70", "0.32", "−0.23"],
  ]);
  assertEquals(
    summary,
    "What stays?: z · h = 0.54 · 0.60 = 0.32; (1 − z) · n = 0.46 · −0.50 = −0.23; h′ = 0.09",
  );
});

Deno.test("gruStepDiagram: each arrow leaves and meets a box at its edge", () => {
  const { annotations = [], shapes = [] } = gruStepDiagram(step, "What stays?").layout;
  const edges = (side: "x0" | "x1") => new Set(shapes.map((shape) => shape[side]));
  const arrows = annotations.filter(({ showarrow }) => showarrow);
  assertEquals(arrows.length, 6);
  assertEquals(arrows.filter(({ x, ax }) => !edges("x0").has(x) || !edges("x1").has(ax)), []);
});

Deno.test("gruStepDiagram: a gate is a share", () => {
  assertThrows(() => gruStepDiagram({ ...step, update: 1.2 }, ""), RangeError, "z 1.2");
  assertThrows(() => gruStepDiagram({ ...step, reset: -0.1 }, ""), RangeError, "r -0.1");
});
