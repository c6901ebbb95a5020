/**
 * Jupyter's messages (protocol 5.3, https://jupyter-client.readthedocs.io/en/stable/messaging.html) and
 * how they are signed: HMAC-SHA256 with the key of the connection file over the four JSON parts. A message
 * with a wrong signature does not exist. Signing is synchronous, so messages keep their order.
 *
 * @module
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { asObject, asString, type JsonObject, parseJson } from "../format/json.ts";

/** Channels between a client and a kernel (the heartbeat carries no messages). */
export type Channel = "shell" | "control" | "stdin" | "iopub";

/** Says what a message is and where it comes from. */
export interface MessageHeader extends JsonObject {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** One message. `parent_header` is the header of what it answers, or empty. */
export interface Message {
  header: MessageHeader;
  parent_header: JsonObject;
  metadata: JsonObject;
  content: JsonObject;
  /** Binary attachments. */
  buffers: readonly Uint8Array[];
}

/** What a new message needs; the rest is empty. */
export type MessageParts = Pick<Message, "header"> & Partial<Omit<Message, "header">>;

/** A fresh header. */
export function messageHeader(type: string, session: string, username: string): MessageHeader {
  return {
    msg_id: crypto.randomUUID(),
    msg_type: type,
    session,
    username,
    date: new Date().toISOString(),
    version: "5.3",
  };
}

/** The id of the message that `message` answers; empty if there is none. */
export function parentId(message: Message): string {
  return asString(message.parent_header.msg_id);
}

const delimiter = "<IDS|MSG>";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Writes and reads the frames of messages signed with one key.
 *
 * @example
 * ```ts
 * import { MessageCodec, messageHeader } from "lib/jupyter/protocol/messages.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const codec = new MessageCodec("key");
 * const header = messageHeader("kernel_info_request", "session", "learner");
 * assertEquals(codec.decode(codec.encode({ header }))?.header, header);
 * assertEquals(new MessageCodec("other key").decode(codec.encode({ header })), undefined);
 * ```
 */
export class MessageCodec {
  readonly #key: string;

  /** An empty key means unsigned, as the protocol says. */
  constructor(key: string) {
    this.#key = key;
  }

  /** The frames of a message; `prefix` comes first (a topic, or routing identities). */
  encode(message: MessageParts, prefix: readonly Uint8Array[] = []): Uint8Array[] {
    const { header, parent_header = {}, metadata = {}, content = {}, buffers = [] } = message;
    const parts = [header, parent_header, metadata, content].map((part) =>
      encoder.encode(JSON.stringify(part))
    );
    const head = [delimiter, this.#sign(parts)].map((text) => encoder.encode(text));
    return [...prefix, ...head, ...parts, ...buffers];
  }

  /** The message in `frames`; undefined if it is malformed or its signature is wrong. */
  decode(frames: readonly Uint8Array[]): Message | undefined {
    const start = frames.findIndex((frame) =>
      frame.length === delimiter.length && decoder.decode(frame) === delimiter
    );
    if (start < 0 || frames.length < start + 6) return undefined;
    const [signature, ...rest] = frames.slice(start + 1);
    const parts = rest.slice(0, 4);
    const expected = encoder.encode(this.#sign(parts));
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
      return undefined;
    }
    try {
      const [header, parent_header, metadata, content] = parts.map((part) =>
        asObject(parseJson(decoder.decode(part)))
      );
      return {
        header: readHeader(header),
        parent_header,
        metadata,
        content,
        buffers: rest.slice(4),
      };
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #sign(parts: readonly Uint8Array[]): string {
    if (this.#key === "") return "";
    const hmac = createHmac("sha256", this.#key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }
}

function readHeader(header: JsonObject): MessageHeader {
  return {
    ...header,
    msg_id: asString(header.msg_id),
    msg_type: asString(header.msg_type),
    session: asString(header.session),
    username: asString(header.username),
    date: asString(header.date),
    version: asString(header.version, "5.3"),
  };
}
