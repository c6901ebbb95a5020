import { assertEquals, assertNotEquals } from "@std/assert";
import { MessageCodec, messageHeader } from "lib/jupyter/protocol/messages.ts";

const message = {
  header: messageHeader("execute_request", "session", "학습자"),
  parent_header: {},
  metadata: { a: 1 },
  content: { code: "1 + 1 // 더하기" },
  buffers: [Uint8Array.of(1, 2, 3)],
};

Deno.test("MessageCodec: decode gives back what encode was given, behind any prefix", () => {
  const codec = new MessageCodec("secret");
  const frames = codec.encode(message, [new TextEncoder().encode("topic")]);
  assertEquals(frames.length, 1 + 2 + 4 + 1);
  assertEquals(codec.decode(frames), message);
});

Deno.test("MessageCodec: a changed part, another key or missing frames give nothing", () => {
  const codec = new MessageCodec("secret");
  const frames = codec.encode(message);
  assertNotEquals(codec.decode(frames), undefined);
  const changed = frames.map((frame) => frame.slice());
  changed[5][9] ^= 1;
  assertEquals(codec.decode(changed), undefined);
  assertEquals(new MessageCodec("other").decode(frames), undefined);
  assertEquals(new MessageCodec("").decode(frames), undefined);
  assertEquals(codec.decode(frames.slice(0, 5)), undefined);
  assertEquals(codec.decode([]), undefined);
});

Deno.test("MessageCodec: signature of the protocol's own kind (HMAC-SHA256, hexadecimal)", () => {
  const header = {
    msg_id: "1",
    msg_type: "t",
    session: "s",
    username: "u",
    date: "d",
    version: "5.3",
  };
  const frames = new MessageCodec("key").encode({ header });
  // Made with Python's hmac.new(b"key", header + b"{}{}{}", "sha256").hexdigest()
  assertEquals(
    new TextDecoder().decode(frames[1]),
    "bcdaf45cadaf74f46161dc7be064142e719b10ee5df9c9b8a7720741e8a15dc2",
  );
});
