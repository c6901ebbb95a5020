import { assertEquals, assertObjectMatch, assertStringIncludes, assertThrows } from "@std/assert";
import { attentionHeatmap } from "lib/plots/attention_heatmap.ts";
import { curves, overSeeds } from "lib/plots/curves.ts";
import { slider } from "lib/plots/slider.ts";

const tokens = ["어제", "카페", "갔었어"];

Deno.test("attentionHeatmap: rows are queries from top to bottom, and the summary names maxima", () => {
  const map = attentionHeatmap([[0.2, 0.7, 0.1], [0.5, 0.3, 0.2]], {
    rows: ["I", "went"],
    columns: tokens,
    title: "went looks at 어제",
  });
  assertEquals(map.layout.yaxis?.autorange, "reversed");
  assertEquals(map.layout.xaxis?.ticktext, tokens);
  assertEquals(map.summary, "went looks at 어제: I → 카페 0.70, went → 어제 0.50");
});

Deno.test("attentionHeatmap: special tokens stay visible as labels", () => {
  const map = attentionHeatmap([[1, 0]], {
    rows: ["<sos>"],
    columns: ["<eos>", "R&D"],
    title: "t",
  });
  assertEquals(map.layout.yaxis?.ticktext, ["&lt;sos>"]);
  assertEquals(map.layout.xaxis?.ticktext, ["&lt;eos>", "R&amp;D"]);
});

Deno.test("attentionHeatmap: a transposed map is refused with its axes named", () => {
  assertThrows(
    () =>
      attentionHeatmap([[1, 0], [0, 1], [1, 0]], {
        rows: ["I", "went"],
        columns: tokens,
        title: "t",
      }),
    RangeError,
    "expected weights [query, key] = [2, 3], got [3, 2]",
  );
});

Deno.test("curves: a band lies under its line, a reference is dashed", () => {
  const drawn = curves([
    { name: "GRU", x: [2, 4], y: [0.9, 0.1], band: { low: [0.8, 0], high: [1, 0.2] } },
    { name: "theory", x: [2, 4], y: [1, 1], reference: true },
  ], { title: "Accuracy falls", x: { name: "length", scale: "log" }, y: { name: "accuracy" } });
  assertEquals(drawn.data.map((trace) => trace.name), ["GRU, spread", "GRU", "theory"]);
  const [band, , reference] = drawn.data;
  assertEquals("y" in band ? band.y : [], [1, 0.2, 0, 0.8]);
  assertEquals("mode" in band ? band.mode : "", "lines");
  assertObjectMatch({ ...reference }, { line: { dash: "dash" } });
  assertStringIncludes(drawn.summary, "GRU 0.9 at length 2, 0.1 at 4; theory 1 at length 2");
});

Deno.test("curves: a dashed line keeps its points", () => {
  const line = { name: "LSTM", x: [0, 1], y: [1, 0.6] };
  const { data } = curves([line, { ...line, dashed: true }], {
    title: "What is left?",
    x: { name: "steps back" },
    y: { name: "gradient" },
  });
  const drawn = data.map((trace) => trace.type === "scatter" ? [trace.mode, trace.line?.dash] : []);
  assertEquals(drawn, [["lines+markers", undefined], ["lines+markers", "dash"]]);
});

Deno.test("overSeeds: the mean of the seeds, and a band from the lowest to the highest", () => {
  assertEquals(overSeeds("GRU", [4, 8], [[1, 0.2], [0.5, 0.6]], "#E69F00"), {
    name: "GRU",
    x: [4, 8],
    y: [0.75, 0.4],
    band: { low: [0.5, 0.2], high: [1, 0.6] },
    colour: "#E69F00",
  });
});

Deno.test("curves: unequal lengths are refused by the line's name", () => {
  const options = { title: "t", x: { name: "x" }, y: { name: "y" } };
  assertThrows(() => curves([{ name: "GRU", x: [1, 2], y: [1] }], options), RangeError, '"GRU"');
});

Deno.test("slider: exactly one stop's traces are visible at each position", () => {
  const stop = (label: string) => ({
    label,
    figure: curves([
      { name: "a", x: [1], y: [1] },
      { name: "b", x: [1], y: [2] },
    ], { title: `d_k ${label}`, x: { name: "x" }, y: { name: "y" } }),
  });
  const joined = slider("d_k", [stop("4"), stop("64"), stop("1024")], 1);
  assertEquals(joined.data.map((trace) => "visible" in trace && trace.visible), [
    false,
    false,
    true,
    true,
    false,
    false,
  ]);
  const steps = joined.layout.sliders?.[0].steps ?? [];
  assertEquals(steps[2].args, [
    { visible: [false, false, false, false, true, true] },
    { "title.text": "d_k 1024" },
  ]);
  assertStringIncludes(joined.summary, "slider over d_k (4, 64, 1024), at 64: d_k 64");
});

Deno.test("slider: a map with numbers and one without stand side by side", () => {
  const stop = (count: number) => {
    const columns = Array.from({ length: count }, (_, i) => `${i}`);
    const weights = [columns.map(() => 1 / count)];
    return {
      label: `${count}`,
      figure: attentionHeatmap(weights, { rows: ["I"], columns, title: "t" }),
    };
  };
  const [small, large] = slider("words", [stop(2), stop(13)]).layout.sliders?.[0].steps ?? [];
  assertEquals([small.args?.[0], large.args?.[0]], [
    { visible: [true, true, false] },
    { visible: [false, false, true] },
  ]);
});

Deno.test("slider: labels follow where the stops' labels differ, both ways", () => {
  const stop = (columns: string[]) => ({
    label: `${columns.length}`,
    figure: attentionHeatmap([columns.map(() => 0.5)], { rows: ["I"], columns, title: "t" }),
  });
  const joined = slider("words", [stop(tokens), stop(["거기", "사람"])]);
  const [first, second] = joined.layout.sliders?.[0].steps ?? [];
  const labels = (tickvals: number[], ticktext: string[]) => ({
    "title.text": "t",
    "xaxis.tickvals": tickvals,
    "xaxis.ticktext": ticktext,
  });
  assertEquals(first.args?.[1], labels([0, 1, 2], tokens));
  assertEquals(second.args?.[1], labels([0, 1], ["거기", "사람"]));
});

Deno.test("slider: names and ranges of axes follow where the stops' differ, and nothing else", () => {
  const stop = (name: string, range?: [number, number]) => ({
    label: name,
    figure: curves([{ name: "GRU", x: [100], y: [1] }], {
      title: "t",
      x: { name: "step", range: [0, 700] },
      y: { name, range },
    }),
  });
  const joined = slider(
    "measure",
    [stop("loss", [0.5, 5]), stop("BLEU", [0, 100]), stop("any")],
    1,
  );
  assertEquals(joined.layout.sliders?.[0].steps?.map(({ args }) => args?.[1]), [
    {
      "title.text": "t",
      "yaxis.title.text": "loss",
      "yaxis.range": [0.5, 5],
      "yaxis.autorange": false,
    },
    {
      "title.text": "t",
      "yaxis.title.text": "BLEU",
      "yaxis.range": [0, 100],
      "yaxis.autorange": false,
    },
    { "title.text": "t", "yaxis.title.text": "any", "yaxis.autorange": true },
  ]);
});
