import { assert, assertEquals, assertThrows } from "@std/assert";
import { blockDiagram } from "lib/plots/block_diagram.ts";

const subLayers = [{ name: "attention" }, { name: "network", from: "memory" }];

/** What a figure's traces write, from the first to the last. */
function texts({ data }: ReturnType<typeof blockDiagram>): unknown[] {
  return data.flatMap((trace) => "text" in trace ? trace.text : []).filter((text) => text);
}

Deno.test("blockDiagram: the norm stands after the plus, or before the sub-layer", () => {
  const post = blockDiagram({ layers: [{ name: "post", subLayers }], title: "T" });
  const pre = blockDiagram({ layers: [{ name: "pre", subLayers, normFirst: true }], title: "T" });
  assertEquals(texts(post).filter((text) => text !== "memory"), [
    ...["<b>post</b>", "words"],
    ...["attention", "+", "norm"],
    ...["network", "+", "norm"],
    "output",
  ]);
  assertEquals(
    pre.summary,
    "T: pre: words → norm → attention → plus what went in → norm → network (with memory) → plus what went in → output",
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
      blockDiagram({
        layers: [{ name: "", subLayers: subLayers.slice(0, 1), normFirst }],
        title: "",
      }),
    );
    const skip = drawn.find((points) => points.length === 7) ?? []; // three corners, a head
    const outermost = Math.max(...drawn.flat().map(([x]) => x));
    assertEquals(Math.max(...skip.map(([x]) => x)), outermost);
    const boxes = drawn.filter((points) => points[0].join() === points[4]?.join());
    assertEquals(boxes.length, 2);
    const [first, attention] = [boxes[0], boxes[normFirst ? 1 : 0]].map((box) =>
      box.map(([, y]) => y)
    );
    assert(skip[0][1] < Math.min(...first), "above the first box");
    assert(skip[3][1] > Math.max(...attention), "below the sub-layer");
  }
});

Deno.test("blockDiagram: one colour leads from the words to the output, past every sub-layer", () => {
  for (const normFirst of [false, true]) {
    const { data } = blockDiagram({ layers: [{ name: "", subLayers, normFirst }], title: "" });
    const green = data.filter((trace) =>
      "mode" in trace && trace.mode === "lines" && JSON.stringify(trace.line).includes("#009E73")
    );
    // Two forks and two skip lines, a norm behind each plus, the output.
    assertEquals(green.length, normFirst ? 5 : 7);
  }
});

Deno.test("blockDiagram: layers stand side by side, and what flows in has room beside its layer", () => {
  const both = blockDiagram({
    layers: [{ name: "a", subLayers: subLayers.slice(0, 1) }, { name: "b", subLayers }],
    title: "T",
  });
  assertEquals(
    both.summary,
    "T: a: words → attention → plus what went in → norm → output; " +
      "b: words → attention → plus what went in → norm → network (with memory) → plus what went in → norm → output",
  );
  const boxes = lines(both).filter((points) => points[0].join() === points[4]?.join());
  assertEquals(boxes.length, 2 + 4);
  const end = Math.max(...boxes[1].map(([x]) => x));
  const begin = Math.min(...boxes[2].map(([x]) => x));
  const memory = both.data.find((trace) => "text" in trace && String(trace.text) === "memory");
  const [at] = memory && "x" in memory && Array.isArray(memory.x) ? memory.x.map(Number) : [];
  assert(end < at - 1 && at < begin, `expected ${at} between ${end} and ${begin}`);
});

Deno.test("blockDiagram: a long name takes two lines in its box, one in the summary", () => {
  const subLayers = [{ name: "masked self-attention" }];
  const drawn = blockDiagram({ layers: [{ name: "decoder layer", subLayers }], title: "T" });
  assertEquals(texts(drawn).slice(0, 3), [
    "<b>decoder<br>layer</b>",
    "words",
    "masked<br>self-attention",
  ]);
  assert(drawn.summary.includes("→ masked self-attention →"));
});

Deno.test("blockDiagram: without residuals there are no plusses; without sub-layers no diagram", () => {
  const bare = blockDiagram({
    layers: [{ name: "bare", subLayers, residual: false }],
    title: "T",
  });
  assertEquals(
    bare.summary,
    "T: bare: words → attention → norm → network (with memory) → norm → output",
  );
  assertThrows(() => blockDiagram({ layers: [], title: "None" }), RangeError, "got 0");
  const empty = { name: "empty", subLayers: [] };
  assertThrows(() => blockDiagram({ layers: [empty], title: "None" }), RangeError, "got 0");
});
