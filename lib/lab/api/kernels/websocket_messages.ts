/**
 * Kernel messages on a WebSocket, in the two forms that Jupyter clients speak: the default one (JSON
 * text, or a binary frame if there are buffers) and `v1.kernel.websocket.jupyter.org` (binary).
 * https://jupyter-server.readthedocs.io/en/stable/developers/websocket-protocols.html
 *
 * @module
 */
import { asObject, asString, isJsonObject, type Json, parseJson } from "lib/jupyter/format/json.ts";
import { type Channel, type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";

/** The name of the binary protocol, as a client offers it. */
export const binaryProtocol = "v1.kernel.websocket.jupyter.org";

/** One message and the channel that it belongs to. */
export interface ChannelMessage {
  readonly channel: Channel;
  readonly message: Message;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const channels: readonly Channel[] = ["shell", "control", "stdin", "iopub"];

/** The frame for one message. */
export function encodeFrame(
  { channel, message }: ChannelMessage,
  protocol: string,
): string | Uint8Array<ArrayBuffer> {
  const { header, parent_header, metadata, content, buffers } = message;
  if (protocol === binaryProtocol) {
    const json = [header, parent_header, metadata, content].map((part) =>
      encoder.encode(JSON.stringify(part))
    );
    return joinParts([encoder.encode(channel), ...json, ...buffers], 8);
  }
  const text = JSON.stringify({ channel, header, parent_header, metadata, content, buffers: [] });
  return buffers.length === 0 ? text : joinParts([encoder.encode(text), ...buffers], 4);
}

/** Reads a frame. Throws `SyntaxError` or `RangeError` for what is no message. */
export function decodeFrame(frame: string | ArrayBuffer, protocol: string): ChannelMessage {
  if (typeof frame !== "string" && protocol === binaryProtocol) {
    const [channel, header, parent, metadata, content, ...buffers] = splitParts(frame, 8);
    const json = [header, parent, metadata, content].map((part) => parseJson(decoder.decode(part)));
    return toMessage(decoder.decode(channel), json, buffers);
  }
  const [text, ...buffers] = typeof frame === "string" ? [frame] : legacyParts(frame);
  const value = asObject(parseJson(typeof text === "string" ? text : decoder.decode(text)));
  const { header, parent_header, metadata, content } = value;
  const json = [header ?? null, parent_header ?? null, metadata ?? null, content ?? null];
  const binary = buffers.filter((part) => typeof part !== "string");
  return toMessage(asString(value.channel, "shell"), json, binary);
}

function legacyParts(frame: ArrayBuffer): Uint8Array[] {
  return splitParts(frame, 4);
}

function toMessage(
  channelName: string,
  [header, parent, metadata, content]: readonly Json[],
  buffers: readonly Uint8Array[],
): ChannelMessage {
  const channel = channels.find((known) => known === channelName);
  if (channel === undefined) throw new RangeError(`unknown channel ${channelName}`);
  if (!isJsonObject(header) || typeof header.msg_type !== "string") {
    throw new RangeError("expected a header with msg_type");
  }
  const complete = {
    ...messageHeader(header.msg_type, asString(header.session), asString(header.username)),
    ...header,
  };
  return {
    channel,
    message: {
      header: complete,
      parent_header: asObject(parent),
      metadata: asObject(metadata),
      content: asObject(content),
      buffers,
    },
  };
}

/**
 * Parts with a table of offsets before them. The older form has 32-bit big-endian numbers and names the
 * number of parts; the newer one has 64-bit little-endian numbers and names the number of offsets.
 */
function joinParts(parts: readonly Uint8Array[], width: 4 | 8): Uint8Array<ArrayBuffer> {
  const offsets = width === 8 ? parts.length + 1 : parts.length;
  const head = width * (1 + offsets);
  const frame = new Uint8Array(head + parts.reduce((size, part) => size + part.byteLength, 0));
  const view = new DataView(frame.buffer);
  const put = (index: number, value: number) =>
    width === 8
      ? view.setBigUint64(index * 8, BigInt(value), true)
      : view.setUint32(index * 4, value, false);
  put(0, offsets);
  let position = head;
  parts.forEach((part, index) => {
    put(index + 1, position);
    frame.set(part, position);
    position += part.byteLength;
  });
  if (width === 8) put(offsets, position);
  return frame;
}

function splitParts(frame: ArrayBuffer, width: 4 | 8): Uint8Array[] {
  const view = new DataView(frame);
  const get = (index: number) =>
    width === 8 ? Number(view.getBigUint64(index * 8, true)) : view.getUint32(index * 4, false);
  const count = get(0);
  if (count < 1 || count * width > frame.byteLength) throw new RangeError("broken frame");
  const offsets = Array.from({ length: count }, (_, index) => get(index + 1));
  if (width === 4) offsets.push(frame.byteLength);
  return offsets.slice(0, -1).map((start, index) =>
    new Uint8Array(frame.slice(start, offsets[index + 1]))
  );
}
