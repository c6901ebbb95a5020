import { assertEquals } from "@std/assert";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { messageHeader } from "lib/jupyter/protocol/messages.ts";
import { largestDisplay, largestText, OutputLimit } from "lib/jupyter/kernel/output_limit.ts";
import { OutputCollector } from "lib/jupyter/protocol/outputs.ts";

function collect(collector: OutputCollector, ...messages: [string, JsonObject][]) {
  for (const [type, content] of messages) {
    const header = messageHeader(type, "session", "kernel");
    collector.add({ header, parent_header: {}, metadata: {}, content, buffers: [] });
  }
  return collector.outputs;
}
const stream = (name: string, text: string): [string, JsonObject] => ["stream", { name, text }];
const display = (type: string, text: string, id?: string): [string, JsonObject] => [
  type,
  { data: { "text/plain": text }, metadata: {}, transient: { display_id: id } },
];

Deno.test("OutputCollector: neighbouring pieces of one stream become one output", () => {
  const outputs = collect(
    new OutputCollector(),
    stream("stdout", "a"),
    stream("stdout", "b"),
    stream("stderr", "c"),
    stream("stdout", "d"),
  );
  assertEquals(outputs.map((output) => output.output_type === "stream" && output.text), [
    "ab",
    "c",
    "d",
  ]);
});

Deno.test("OutputCollector: update_display_data changes every display of that id and no other", () => {
  const shared = new Map();
  const first = collect(
    new OutputCollector(shared),
    display("display_data", "1", "x"),
    display("display_data", "2", "y"),
  );
  const second = collect(new OutputCollector(shared), display("update_display_data", "3", "x"));
  assertEquals(second, []);
  assertEquals(first.map((output) => "data" in output && output.data["text/plain"]), ["3", "2"]);
});

Deno.test("OutputCollector: clear_output empties at once, or with the next output", () => {
  const collector = new OutputCollector();
  collect(collector, stream("stdout", "a"), ["clear_output", { wait: true }]);
  assertEquals(collector.outputs.length, 1);
  assertEquals(collect(collector, stream("stdout", "b")), [
    { output_type: "stream", name: "stdout", text: "b" },
  ]);
  assertEquals(collect(collector, ["clear_output", { wait: false }]), []);
});

Deno.test("OutputLimit: text is cut once, with a word; later text is left out", () => {
  const limit = new OutputLimit();
  const text = "x".repeat(largestText - 1);
  assertEquals(limit.pass("stream", { name: "stdout", text })?.content.text, text);
  const cut = limit.pass("stream", { name: "stdout", text: "yz" })?.content.text;
  assertEquals(cut, "y\n[This cell prints more than 2 MB: the rest is left out.]\n");
  assertEquals(limit.pass("stream", { name: "stdout", text: "more" }), undefined);
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
