import { assertEquals, assertObjectMatch, assertThrows } from "@std/assert";
import { bars, barsOverSeeds } from "lib/plots/bars.ts";

const options = {
  labels: ["어제", "<eos>", "cafe"],
  label: "word",
  value: { name: "probability", range: [0, 1] },
  title: "Guesses",
} as const;

Deno.test("bars: one lying bar for each label and series, the first label on top", () => {
  const figure = bars([{ name: "BERT", values: [0.5, 0.25, 0], colour: "#CC79A7" }], options);
  assertObjectMatch({ ...figure.data[0] }, {
    type: "bar",
    orientation: "h",
    x: [0.5, 0.25, 0],
    y: [0, 1, 2],
    marker: { color: "#CC79A7" },
  });
  assertEquals(figure.layout.yaxis?.range, [2.5, -0.5]);
  assertEquals(figure.layout.yaxis?.ticktext, ["어제", "&lt;eos>", "cafe"]);
  assertEquals(figure.summary, "Guesses: 어제 BERT 0.5; <eos> BERT 0.25; cafe BERT 0");
});

Deno.test("bars: a range is drawn from its low to its high end", () => {
  const range = { low: [0.4, 0.25, 0], high: [0.75, 0.25, 0.125] };
  const { data } = bars([{ name: "GPT", values: [0.5, 0.25, 0], range }], options);
  assertObjectMatch({ ...data[0] }, {
    error_x: { array: [0.25, 0, 0.125], arrayminus: [0.1, 0, 0], symmetric: false },
  });
});

Deno.test("bars: a series that does not fit the labels is refused by name", () => {
  assertThrows(
    () => bars([{ name: "GPT", values: [1, 2] }], options),
    RangeError,
    `expected 3 values in "GPT"`,
  );
});

Deno.test("barsOverSeeds: means, and the lowest and highest run of each label", () => {
  assertEquals(barsOverSeeds("BERT", [[0.5, 1], [0.25, 0.25]], "#123456"), {
    name: "BERT",
    values: [0.75, 0.25],
    range: { low: [0.5, 0.25], high: [1, 0.25] },
    colour: "#123456",
  });
});
