/**
 * What a kernel sends to all its clients (the iopub channel). Messages leave in call order. Many small pieces of
 * printed text become few messages: signing and sending each of 100,000 lines costs more than the cell that
 * prints them, and a page more still.
 *
 * @module
 */
import { asString, type JsonObject } from "../format/json.ts";
import { type Message, type MessageCodec, messageHeader } from "../protocol/messages.ts";
import type { ListeningSocket } from "../protocol/sockets.ts";

/** Milliseconds between two messages of printed text; the first one leaves at once. */
const textInterval = 25;
/** Characters of printed text that do not wait for that. */
const muchText = 65_536;
const encoder = new TextEncoder();

/** Printed text that has not left yet. */
interface PendingText {
  readonly name: string;
  readonly parent: Message | undefined;
  readonly pieces: string[];
  length: number;
}

export class KernelPublisher {
  readonly #session: string;
  readonly #codec: MessageCodec;
  readonly #socket: ListeningSocket;
  #sent: Promise<void> = Promise.resolve();
  #pending: PendingText | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastText = 0;

  /**
   * @param session The kernel's session, for message headers.
   * @param codec Signs the messages.
   * @param socket Whose subscribers get them.
   */
  constructor(session: string, codec: MessageCodec, socket: ListeningSocket) {
    this.#session = session;
    this.#codec = codec;
    this.#socket = socket;
  }

  /** Sends a message that is about `parent`, after all before it. */
  publish(
    type: string,
    parent: Message | undefined,
    content: JsonObject,
    metadata: JsonObject = {},
    buffers: readonly Uint8Array[] = [],
  ): void {
    if (type === "stream") return this.#addText(parent, content);
    this.#sendText();
    this.#send(type, parent, content, metadata, buffers);
  }

  /** Resolves when everything published so far has left. */
  async settled(): Promise<void> {
    this.#sendText();
    await this.#sent;
  }

  #addText(parent: Message | undefined, { name, text }: JsonObject): void {
    const stream = asString(name, "stdout");
    if (this.#pending?.name !== stream || this.#pending.parent !== parent) this.#sendText();
    this.#pending ??= { name: stream, parent, pieces: [], length: 0 };
    this.#pending.pieces.push(asString(text));
    this.#pending.length += asString(text).length;
    const wait = this.#lastText + textInterval - performance.now();
    if (wait <= 0 || this.#pending.length > muchText) this.#sendText();
    else this.#timer ??= setTimeout(() => this.#sendText(), wait);
  }

  #sendText(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#pending) return;
    const { name, parent, pieces } = this.#pending;
    this.#pending = undefined;
    this.#lastText = performance.now();
    this.#send("stream", parent, { name, text: pieces.join("") });
  }

  #send(
    type: string,
    parent: Message | undefined,
    content: JsonObject,
    metadata: JsonObject = {},
    buffers: readonly Uint8Array[] = [],
  ): void {
    const header = messageHeader(type, this.#session, "kernel");
    const topic = encoder.encode(`kernel.${this.#session}.${type}`);
    const frames = this.#codec.encode(
      { header, parent_header: parent?.header, metadata, content, buffers },
      [topic],
    );
    // Every connection keeps the order of its sends.
    const sent = this.#socket.sendToAll(frames);
    this.#sent = Promise.all([this.#sent, sent]).then(() => {});
  }
}
