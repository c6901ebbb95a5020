import { assertEquals, assertObjectMatch, assertThrows } from "@std/assert";
import { sequenceDiagram } from "lib/plots/sequence_diagram.ts";

const source = ["어제", "카페"];
const target = ["cafe", "yesterday", "!"];
const weights = [[0.1, 0.9], [0.75, 0.25], [0.5, 0.5], [0.4, 0.6]];

Deno.test("sequenceDiagram: a step for each word read and written, and for <eos>", () => {
  const { layout, summary } = sequenceDiagram({ source, target, initial: 3 });
  const steps = layout.sliders?.[0].steps ?? [];
  assertEquals(steps.map(({ label }) => label), ["1", "2", "3", "4", "5", "6"]);
  assertEquals(steps.map(({ args }) => args?.[1]["title.text"]), [
    "Reads 어제: one state for 1 word",
    "Reads 카페: one state for 2 words",
    "Reads &lt;sos>, writes cafe",
    "Reads cafe, writes yesterday",
    "Reads yesterday, writes !",
    "Reads !, writes &lt;eos>",
  ]);
  assertEquals(summary, "slider over step (1, 2, 3, 4, 5, 6), at 3: Reads <sos>, writes cafe");
});

Deno.test("sequenceDiagram: a written word is read by the next of the decoder's states", () => {
  const [, , now] = sequenceDiagram({ source, target, initial: 4 }).data.filter((trace) =>
    "visible" in trace && trace.visible && trace.type === "scatter" && trace.mode === "lines"
  );
  const [x, y] = now.type === "scatter" ? [now.x, now.y] : [];
  assertEquals(x, [0, 1, null, 1, 1, null, 0, 1, null]);
  assertEquals(y, [2.4, 2.4, null, 2.4, 3.62, null, 3.2, 2.4, null]);
});

Deno.test("sequenceDiagram: with attention a line to each word read, as thick as its weight", () => {
  const { data, summary } = sequenceDiagram({ source, target, weights, initial: 3 });
  const looks = data.filter((trace) => "visible" in trace && trace.visible && trace.name);
  assertEquals(looks.map(({ name }) => name), ["어제 0.10", "카페 0.90"]);
  assertObjectMatch({ ...looks[1] }, { line: { width: 8.6 } });
  assertEquals(summary.endsWith("writes cafe: looks at 카페 with 0.90"), true);
});

Deno.test("sequenceDiagram: words stand off their lines, and what is to come is darker than its lines", () => {
  const shown = sequenceDiagram({ source, target, initial: 1 }).data.filter((trace) =>
    "visible" in trace && trace.visible && trace.type === "scatter"
  );
  const [read, written] = shown.filter((trace) => "mode" in trace && trace.mode === "text");
  assertObjectMatch({ ...read }, { y: [-0.1, -0.1] });
  assertObjectMatch({ ...written }, { y: [3.3, 3.72, 3.3, 3.72] });
  assertObjectMatch({ ...written }, { textfont: { color: Array(4).fill("#8c959f") } });
  assertObjectMatch({ ...shown[0] }, { mode: "lines", line: { color: "#d0d7de" } });
});

Deno.test("sequenceDiagram: weights that do not fit the words are refused", () => {
  assertThrows(
    () => sequenceDiagram({ source, target, weights: weights.slice(1) }),
    RangeError,
    "expected weights [written, read] = [4, 2], got [3, 2]",
  );
  assertThrows(() => sequenceDiagram({ source: [], target }), RangeError, "got 0");
});
