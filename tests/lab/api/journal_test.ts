import { assert, assertEquals } from "@std/assert";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import { codeCell, newNotebook } from "lib/jupyter/format/notebook.ts";
import { type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";
import { Journal } from "lib/lab/api/journal.ts";
import { applyOutputs } from "lib/lab/api/kernels/unseen_outputs.ts";
import type { ChannelMessage } from "lib/lab/api/kernels/websocket_messages.ts";

const kernel = "kernel";

/** A request to run a cell. */
function request(cell: string, code = `run("${cell}")`): Message {
  return {
    header: messageHeader("execute_request", "page", "learner"),
    parent_header: {},
    metadata: { cellId: cell },
    content: { code, silent: false },
    buffers: [],
  };
}

/** What a kernel says about a request. */
function about(
  parent: Message,
  type: string,
  content: JsonObject,
  channel: ChannelMessage["channel"] = "iopub",
): ChannelMessage {
  const header = messageHeader(type, kernel, "kernel");
  return {
    channel,
    message: { header, parent_header: parent.header, metadata: {}, content, buffers: [] },
  };
}

const busy = (parent: Message) => about(parent, "status", { execution_state: "busy" });
const idle = (parent: Message) => about(parent, "status", { execution_state: "idle" });
const print = (parent: Message, text: string) => about(parent, "stream", { name: "stdout", text });
const reply = (parent: Message) => about(parent, "execute_reply", { status: "ok" }, "shell");
const types = (messages: readonly ChannelMessage[]) =>
  messages.map(({ message }) => message.header.msg_type);

Deno.test("Journal: another page goes on where the first one went", () => {
  const journal = new Journal("kernel");
  journal.connect("first");
  const running = request("a");
  const waiting = request("b");
  journal.note(running, "first");
  journal.note(waiting, "first");
  const display = { data: { "text/plain": "0 %" }, metadata: {}, transient: { display_id: "bar" } };
  for (const message of [busy(running), print(running, "one\n"), print(running, "two\n")]) {
    journal.hear(message);
  }
  journal.hear(about(running, "display_data", display));
  assertEquals(journal.orphans(), []);
  assertEquals(journal.addressee(reply(running).message), "first");

  journal.disconnect("first");
  const changed = { ...display, data: { "text/plain": "50 %" } };
  journal.hear(about(running, "update_display_data", changed));
  assertEquals(journal.orphans().map(({ cell, state }) => [cell, state]), [
    ["a", "running"],
    ["b", "queued"],
  ]);
  journal.connect("second");
  const told = journal.resume(running.header.msg_id, "second");
  assertEquals(types(told), ["status", "clear_output", "stream", "display_data"]);
  assertEquals(told[2].message.content, { name: "stdout", text: "one\ntwo\n" });
  assertEquals(told[3].message.content, changed);
  assertEquals(told.map(({ message }) => message.header.session), Array(4).fill(kernel));
  assertEquals(journal.resume(waiting.header.msg_id, "second"), []);
  assertEquals(journal.addressee(reply(running).message), "second");
});

Deno.test("Journal: the same page gets all of it again, and the end too", () => {
  const journal = new Journal("kernel");
  journal.connect("page");
  const cell = request("a");
  journal.note(cell, "page");
  journal.hear(busy(cell));
  journal.disconnect("page");
  for (const message of [print(cell, "late\n"), reply(cell), idle(cell)]) journal.hear(message);
  const told = journal.connect("page");
  assertEquals(types(told), ["status", "clear_output", "stream", "execute_reply", "status"]);
  assertEquals(told.at(-2)?.message.content.status, "ok");
});

Deno.test("Journal: a question waits for whoever comes", () => {
  const journal = new Journal("kernel");
  const cell = request("a");
  journal.note(cell, "gone");
  const question = about(cell, "input_request", { prompt: "이름?", password: false }, "stdin");
  for (const message of [busy(cell), question]) journal.hear(message);
  const told = () => types(journal.resume(cell.header.msg_id, "page")).slice(2);
  assertEquals(told(), ["input_request"]);
  journal.hear(print(cell, "answered\n"));
  assertEquals(told(), ["stream"]);
});

Deno.test("Journal: what is seen and saved is forgotten, the rest is not", () => {
  const journal = new Journal("kernel");
  journal.connect("page");
  const seen = request("a");
  const missed = request("b");
  for (const cell of [seen, missed]) journal.note(cell, "page");
  for (const message of [busy(seen), reply(seen), idle(seen)]) journal.hear(message);
  journal.settle(Date.now() + 500); // a save that began before the end
  assert(journal.has(seen.header.msg_id));
  journal.settle(Date.now() + 2000);
  assert(!journal.has(seen.header.msg_id));
  journal.disconnect("page");
  for (const message of [busy(missed), print(missed, "x"), idle(missed)]) journal.hear(message);
  journal.settle(Date.now() + 2000);
  assertEquals(journal.unseen().map(({ cell }) => cell), ["b"]);
  assertEquals(journal.unseen(60_000), []);
  journal.connect("other");
  assertEquals(journal.unseen(), [], "a page is there");
  journal.forget(journal.orphans());
  assertEquals(journal.orphans(), []);
});

Deno.test("Journal: the kernel's end is the end of what ran and what waited", () => {
  const journal = new Journal("kernel");
  const cells = [request("a"), request("b")];
  for (const cell of cells) journal.note(cell, "page");
  journal.hear(busy(cells[0]));
  journal.endAll();
  assertEquals(journal.orphans().map(({ state }) => state), ["ended", "ended"]);
  const told = journal.resume(cells[1].header.msg_id, "page");
  assertEquals(told.at(-2)?.message.content.status, "aborted");
});

Deno.test("Journal: keeps the last of many runs, and a bounded part of much output", () => {
  const journal = new Journal("kernel");
  for (let i = 0; i < 1103; i++) {
    const cell = request(`cell-${i}`);
    journal.note(cell, "page");
    for (const message of [busy(cell), idle(cell)]) journal.hear(message);
  }
  assertEquals(journal.orphans().length, 1000);
  const cell = request("loud");
  journal.note(cell, "page");
  journal.hear(busy(cell));
  for (let i = 0; i < 41; i++) journal.hear(print(cell, "x".repeat(1_000_000)));
  const size = JSON.stringify(journal.orphans().at(-1)?.outputs).length;
  assert(size > 30e6 && size < 34e6, `${size}`);
  journal.hear(idle(cell));
  const loud = Array.from({ length: 5 }, (_, i) => request(`loud-${i}`));
  for (const cell of loud) {
    journal.note(cell, "page");
    for (let i = 0; i < 29; i++) journal.hear(print(cell, "x".repeat(1_000_000)));
    journal.hear(idle(cell));
  }
  journal.note(request("last"), "page");
  assertEquals(journal.orphans().map(({ cell }) => cell), [
    ...["loud-1", "loud-2", "loud-3", "loud-4", "last"],
  ]);
});

Deno.test("applyOutputs: writes under the code that ran, and nowhere else", () => {
  const journal = new Journal("kernel");
  const notebook = newNotebook([codeCell("same", "1"), codeCell("edited", "2 + 1")]);
  for (const cell of [request("same", "1"), request("edited", "2"), request("deleted", "3")]) {
    journal.note(cell, "gone");
    for (const message of [busy(cell), print(cell, "out\n"), idle(cell)]) journal.hear(message);
  }
  assert(applyOutputs(notebook, journal.unseen()));
  const outputs = notebook.cells.map((cell) => cell.cell_type === "code" && cell.outputs);
  assertEquals(outputs, [[{ output_type: "stream", name: "stdout", text: "out\n" }], []]);
  assertEquals(applyOutputs(newNotebook([]), journal.unseen()), false);
});
