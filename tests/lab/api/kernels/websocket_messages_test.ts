import { assertEquals } from "@std/assert";
import { type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";
import {
  binaryProtocol,
  type ChannelMessage,
  decodeFrame,
  encodeFrame,
} from "lib/lab/api/kernels/websocket_messages.ts";

Deno.test("encodeFrame: both protocols carry text, Korean and buffers", () => {
  const message: Message = {
    header: messageHeader("comm_msg", "session", "learner"),
    parent_header: { msg_id: "부모" },
    metadata: { a: 1 },
    content: { text: "어텐션" },
    buffers: [new Uint8Array([1, 2, 3]), new Uint8Array(), new Uint8Array([255])],
  };
  for (const protocol of ["", binaryProtocol]) {
    for (const buffers of [[], message.buffers]) {
      const sent: ChannelMessage = { channel: "iopub", message: { ...message, buffers } };
      const frame = encodeFrame(sent, protocol);
      assertEquals(typeof frame === "string", protocol === "" && buffers.length === 0);
      const received = decodeFrame(typeof frame === "string" ? frame : frame.buffer, protocol);
      assertEquals(received, sent);
    }
  }
});
