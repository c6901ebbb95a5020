import { assert, assertAlmostEquals, assertEquals, assertObjectMatch } from "@std/assert";
import { arrows } from "lib/plots/arrows.ts";

const options = {
  title: "Which way?",
  axes: { x: "first", y: "second" },
  range: { x: [-1, 3], y: [-2, 2] },
} as const;

Deno.test("arrows: a line from tail to tip, a head behind the tip, on axes of one scale", () => {
  const drawn = arrows([{ name: "h", from: [1, 0], to: [1, 2] }], options);
  assertEquals(drawn.layout.yaxis?.scaleanchor, "x");
  assertObjectMatch({ ...drawn.data[0] }, { text: ["", "h", "", "", ""] });
  const { x = [], y = [] } = drawn.data[0] as { x?: number[]; y?: number[] };
  assertEquals([x[0], y[0], x[1], y[1]], [1, 0, 1, 2]);
  assertAlmostEquals(x[2] + x[4], 2, 1e-9); // the head's sides are mirror images
  assert(y[2] < 2 && y[2] > 1 && x[2] !== x[4]);
  assertEquals(drawn.summary, "Which way?: h (1, 2) from (1, 0)");
});

Deno.test("arrows: one of no length has no head, and breaks nothing", () => {
  const [trace] = arrows([{ name: "0", to: [0, 0], faint: true }], options).data;
  assertObjectMatch({ ...trace }, { x: [0, 0, 0, 0, 0], y: [0, 0, 0, 0, 0] });
});

Deno.test("arrows: a name stands beyond the tip, whichever way it points", () => {
  const ways = [[2, 1], [-2, 1], [1, 2], [-1, -2]] as const;
  const drawn = arrows(ways.map((to, i) => ({ name: `${i}`, to })), options);
  const places = drawn.data.map((trace) => "textposition" in trace && trace.textposition);
  assertEquals(places, ["middle right", "middle left", "top center", "bottom center"]);
});
