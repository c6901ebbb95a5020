import { assertEquals } from "@std/assert";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { messageHeader } from "lib/jupyter/protocol/messages.ts";
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
