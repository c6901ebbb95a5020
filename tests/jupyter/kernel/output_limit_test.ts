import { assertEquals } from "@std/assert";
import { largestDisplay, largestText, mostLines } from "lib/jupyter/inside/output_limits.ts";
import { OutputLimit } from "lib/jupyter/kernel/output_limit.ts";

Deno.test("OutputLimit: text is cut once, with a word; later text is left out", () => {
  const limit = new OutputLimit();
  const text = "x".repeat(largestText - 1);
  assertEquals(limit.pass("stream", { name: "stdout", text })?.content.text, text);
  const cut = limit.pass("stream", { name: "stdout", text: "yz" })?.content.text;
  assertEquals(cut, "y\n[This cell prints more than 2 MB: the rest is left out.]\n");
  assertEquals(limit.pass("stream", { name: "stdout", text: "more" }), undefined);
});

Deno.test("OutputLimit: lines are counted, too", () => {
  const limit = new OutputLimit();
  const print = (text: string) => limit.pass("stream", { name: "stdout", text })?.content.text;
  const almost = "x\n".repeat(mostLines - 1);
  assertEquals(print(almost), almost);
  assertEquals(
    print("y\nz\n"),
    "y\n[This cell prints more than 100,000 lines: the rest is left out.]\n",
  );
  assertEquals(print("more"), undefined);
});

Deno.test("OutputLimit: too large a display is replaced by a word", () => {
  const limit = new OutputLimit();
  const small = { data: { "text/plain": "x" }, metadata: {} };
  assertEquals(limit.pass("display_data", small)?.content, small);
  const large = { data: { "text/html": "x".repeat(largestDisplay) }, metadata: {} };
  assertEquals(limit.pass("execute_result", large)?.content.data, {
    "text/plain": "[An output of 10 MB was left out; at most 10 MB can be shown. " +
      "Show less, or round the numbers.]",
  });
});

Deno.test("OutputLimit: what was cleared does not count", () => {
  const limit = new OutputLimit();
  for (let frame = 0; frame < 3; frame++) {
    limit.pass("clear_output", { wait: true });
    const shown = limit.pass("stream", { name: "stdout", text: "x".repeat(largestText - 7) });
    assertEquals(shown?.content.text, "x".repeat(largestText - 7));
  }
});
