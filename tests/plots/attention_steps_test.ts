import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { type AttentionSteps, attentionSteps } from "lib/plots/attention_steps.ts";

const steps = {
  words: ["a", "b"],
  asker: "a",
  query: [4, 0],
  keys: [[0, 1], [2, 1]],
  scores: [0, 8],
  weights: [0.25, 0.75],
  values: [[1, 2, 3], [5, 6, 7]],
  output: [4, 5, 6],
};

/** The texts of the cells and labels that stop `step` shows, in the order of drawing. */
function shownAt(step: number, of: AttentionSteps = steps): string[] {
  const { data } = attentionSteps(of, "a looks");
  const each = data.length / 6;
  return data.slice(step * each, (step + 1) * each).flatMap((trace) =>
    "text" in trace && Array.isArray(trace.text) ? trace.text.map(String) : []
  );
}

Deno.test("attentionSteps: each step shows one thing more", () => {
  const first = ["a", "b", "4", "0", "<b>a</b> asks"];
  assertEquals(shownAt(0), first);
  assertEquals(shownAt(1), [...first, "0", "1", "2", "1", "keys"]);
  assertEquals(shownAt(3).slice(-6), ["0", "8", "score", "0.25", "0.75", "weight"]);
  assertEquals(shownAt(5).slice(-4), ["4", "5", "6", "<b>output</b>"]);
});

Deno.test("attentionSteps: divided scores stand between the scores and the weights", () => {
  const divided = { ...steps, divided: [0, 5.657] };
  assertEquals(shownAt(2, divided).slice(-6), ["0", "8", "score", "0", "5.66", "÷ √2"]);
  assertEquals(shownAt(3, divided).slice(-3), ["0.25", "0.75", "weight"]);
});

Deno.test("attentionSteps: a query lies above the keys, an output below the values", () => {
  const { data } = attentionSteps(steps, "a looks");
  const last = data.slice(-data.length / 6);
  const columnsOf = (index: number) => {
    const trace = last[index];
    return "x" in trace && Array.isArray(trace.x) ? [...new Set(trace.x.map(Number))] : [];
  };
  assertEquals(columnsOf(1), columnsOf(3));
  assertEquals(columnsOf(11), columnsOf(13));
});

Deno.test("attentionSteps: says all of it in words, and refuses what does not fit", () => {
  assertStringIncludes(
    attentionSteps(steps, "a looks").summary,
    "a looks: a asks with (4, 0): a 0.25, b 0.75; output (4, 5, 6)",
  );
  assertThrows(
    () => attentionSteps({ ...steps, weights: [1] }, "a looks"),
    RangeError,
    "expected one of weights for each of 2 words, got 1",
  );
});
