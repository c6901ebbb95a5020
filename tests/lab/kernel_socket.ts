/**
 * A small client of the page's server: its REST API, and a kernel's WebSocket.
 *
 * @module
 */
import { assert } from "@std/assert";
import { isJsonObject, type JsonObject } from "lib/jupyter/format/json.ts";
import { settlesWithin, withTimeLimit } from "lib/platform/waiting.ts";
import { type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";
import {
  type ChannelMessage,
  decodeFrame,
  encodeFrame,
} from "lib/lab/api/kernels/websocket_messages.ts";
import { token as testToken } from "./staging.ts";

/** A server that listens; without a token of its own it is one of the tests' servers. */
interface Listening {
  readonly port: number;
  readonly token?: string;
}

/** Calls the API; the answer must be JSON or empty. */
export async function call(
  { port, token = testToken }: Listening,
  path: string,
  method = "GET",
  body?: unknown,
): Promise<JsonObject> {
  const response = await fetch(`http://127.0.0.1:${port}/api/${path}?token=${token}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  assert(response.ok, `${method} ${path}: ${response.status} ${text}`);
  const json: unknown = text === "" ? {} : JSON.parse(text);
  return isJsonObject(json) ? json : { list: JSON.parse(text) };
}

/** A client on a kernel's WebSocket. */
export class Socket implements AsyncDisposable {
  readonly received: ChannelMessage[] = [];
  readonly #socket: WebSocket;
  #wake = () => {};

  private constructor(socket: WebSocket, readonly session: string) {
    this.#socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onmessage = (event) => {
      this.received.push(decodeFrame(event.data, socket.protocol));
      this.#wake();
    };
  }

  static async open(
    { port, token = testToken }: Listening,
    kernel: string,
    { session = crypto.randomUUID(), protocols = [] }: {
      readonly session?: string;
      readonly protocols?: string[];
    } = {},
  ): Promise<Socket> {
    const address = `ws://127.0.0.1:${port}/api/kernels/${kernel}/channels` +
      `?token=${token}&session_id=${session}`;
    const socket = new WebSocket(address, protocols);
    const client = new Socket(socket, session);
    const opened = new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error("the WebSocket did not open"));
    });
    await withTimeLimit(opened, 60_000, "the WebSocket's opening");
    return client;
  }

  get protocol(): string {
    return this.#socket.protocol;
  }

  /** Sends a cell; returns the message's id. */
  run(code: string): string {
    return this.ask("execute_request", {
      code,
      silent: false,
      allow_stdin: false,
      stop_on_error: true,
    });
  }

  /** Sends a request of any type; returns the message's id. */
  ask(type: string, content: JsonObject = {}): string {
    const header = messageHeader(type, this.session, "learner");
    const message: Message = { header, parent_header: {}, metadata: {}, content, buffers: [] };
    this.#socket.send(encodeFrame({ channel: "shell", message }, this.#socket.protocol));
    return header.msg_id;
  }

  /** Waits for a message. */
  async wait(wanted: (message: ChannelMessage) => boolean): Promise<Message> {
    const deadline = Date.now() + 60_000; // a kernel's process may have to start first
    while (true) {
      const found = this.received.find(wanted);
      if (found) return found.message;
      assert(Date.now() < deadline, "the message did not come");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** The reply to a cell. */
  reply(id: string): Promise<Message> {
    return this.wait(({ channel, message }) =>
      channel === "shell" && message.parent_header.msg_id === id
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#socket.onclose = resolve);
    this.#socket.close();
    await settlesWithin(closed, 10_000); // a server that was killed says nothing
  }
}
