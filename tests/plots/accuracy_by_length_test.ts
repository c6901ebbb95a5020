import { assertEquals, assertObjectMatch } from "@std/assert";
import { accuracyByLength } from "lib/plots/accuracy_by_length.ts";

Deno.test("accuracyByLength: a dotted line after the trained lengths, a summary within them", () => {
  const drawn = accuracyByLength([
    { name: "GRU", runs: [[1, 0.9, 0.4, 0], [1, 0.7, 0.2, 0]], colour: "#E69F00" },
    { name: "LSTM", runs: [[1, 1, 0.5, 0.1]] },
  ], { lengths: [2, 3, 5, 7], trainedLength: 5, title: "Long ones are lost" });
  assertEquals(
    drawn.summary,
    "Long ones are lost: GRU 1 at length of the source 2, 0.8 at 3, 0.3 at 5; " +
      "LSTM 1 at length of the source 2, 1 at 3, 0.5 at 5",
  );
  assertObjectMatch({ ...drawn.layout.shapes?.[0] }, { x0: 5.5, x1: 5.5, yref: "paper" });
  assertEquals(drawn.data.length, 4);
});
