import { assert, assertEquals, assertThrows } from "@std/assert";
import { blockDiagram } from "lib/plots/block_diagram.ts";

const subLayers = [{ name: "attention" }, { name: "network", from: "memory" }];

/** What a figure's traces write, from the first to the last. */
function texts({ data }: ReturnType<typeof blockDiagram>): unknown[] {
  return data.flatMap((trace) => "text" in trace ? trace.text : []).filter((text) => text);
}

Deno.test("blockDiagram: the norm stands after the plus, or before the sub-layer", () => {
  const post = blockDiagram({ subLayers, title: "Post" });
  const pre = blockDiagram({ subLayers, normFirst: true, title: "Pre" });
  assertEquals(texts(post).filter((text) => text !== "memory"), [
    "<b>words</b>",
    ...["attention", "+", "norm"],
    ...["network", "+", "norm"],
    "<b>output</b>",
  ]);
  assertEquals(
    pre.summary,
    "Pre: words → norm → attention → plus what went in → norm → network (with memory) → plus what went in → output",
  );
});

/** The points of each line; those of a box are closed. */
function lines({ data }: ReturnType<typeof blockDiagram>): [x: number, y: number][][] {
  return data.flatMap((trace) => {
    if (!("mode" in trace) || trace.mode !== "lines") return [];
    const [x, y] = [trace.x, trace.y].map((values) =>
      Array.isArray(values) ? values.map(Number) : []
    );
    return [x.map((each, i): [number, number] => [each, y[i]])];
  });
}

Deno.test("blockDiagram: a skip line begins above what it leads around, and ends at the plus below", () => {
  for (const normFirst of [false, true]) {
    const drawn = lines(
      blockDiagram({ subLayers: subLayers.slice(0, 1), normFirst, title: "" }),
    );
    const skip = drawn.find((points) => points.some(([x]) => x > 2)) ?? [];
    const boxes = drawn.filter((points) => points[0].join() === points[4]?.join());
    assertEquals(boxes.length, 2);
    const [first, attention] = [boxes[0], boxes[normFirst ? 1 : 0]].map((box) =>
      box.map(([, y]) => y)
    );
    assert(skip[0][1] < Math.min(...first), "above the first box");
    assert(skip[3][1] > Math.max(...attention), "below the sub-layer");
  }
});

Deno.test("blockDiagram: without residuals there are no plusses; without sub-layers no diagram", () => {
  const bare = blockDiagram({ subLayers, residual: false, title: "Bare" });
  assertEquals(
    bare.summary,
    "Bare: words → attention → norm → network (with memory) → norm → output",
  );
  assertThrows(() => blockDiagram({ subLayers: [], title: "None" }), RangeError, "got 0");
});
