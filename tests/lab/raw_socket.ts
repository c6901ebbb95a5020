/**
 * A WebSocket by hand: frames that no library would send (RFC 6455, section 5).
 *
 * @module
 */

import { delay } from "lib/platform/waiting.ts";

/** Milliseconds in which a server has to answer; a loaded machine takes its time. */
const limit = 30_000;

/** A frame's parts. */
export interface Frame {
  readonly opcode: number;
  readonly payload?: Uint8Array;
  /** False for all but the last fragment of a message. Default: true. */
  readonly last?: boolean;
  /** Default: true, as a client must. */
  readonly masked?: boolean;
  /** The reserved bits, 0 to 7. Default: 0. */
  readonly reserved?: number;
  /** What the frame says its length is. Default: the payload's. */
  readonly length?: number;
}

/** The frame's bytes; its mask is zero. */
export function frameBytes(
  { opcode, payload = new Uint8Array(), last = true, masked = true, reserved = 0, length }: Frame,
): Uint8Array {
  const head = new Uint8Array(masked ? 14 : 10);
  head[0] = (last ? 0x80 : 0) | reserved << 4 | opcode;
  head[1] = (masked ? 0x80 : 0) | 127; // the length follows in eight bytes
  new DataView(head.buffer).setBigUint64(2, BigInt(length ?? payload.length));
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** A control frame or another short one, which may not use the long form. */
export function shortFrameBytes(opcode: number, payload: Uint8Array, last = true): Uint8Array {
  return Uint8Array.of((last ? 0x80 : 0) | opcode, 0x80 | payload.length, 0, 0, 0, 0, ...payload);
}

/** A connection that asked for a WebSocket. */
export class RawSocket implements Disposable {
  readonly #connection: Deno.Conn;
  /** What the server said, as Latin-1; the answer's head stands first. */
  received = "";
  /** Resolves when the server has closed the connection. */
  readonly closed: Promise<void>;

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.closed = this.#read();
  }

  /** Asks for a WebSocket; `headers` are further lines of the request. */
  static async open(port: number, path: string, headers: readonly string[] = []) {
    const connection = await Deno.connect({ hostname: "127.0.0.1", port });
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      "Upgrade: websocket",
      "Connection: Upgrade",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
      ...headers,
    ];
    const socket = new RawSocket(connection);
    await socket.write(new TextEncoder().encode(lines.join("\r\n") + "\r\n\r\n"));
    for (const end = Date.now() + limit; !socket.received.includes("\r\n\r\n");) {
      if (Date.now() > end) throw new Error(`${path}: expected an answer within ${limit / 1000} s`);
      await delay(5);
    }
    return socket;
  }

  /** The status of the answer; 101 is a WebSocket. */
  get status(): number {
    return Number(this.received.slice(9, 12));
  }

  /** Sends bytes as they are; false if the server no longer takes any. */
  async write(bytes: Uint8Array): Promise<boolean> {
    try {
      for (let sent = 0; sent < bytes.length;) {
        sent += await this.#connection.write(bytes.subarray(sent));
      }
      return true;
    } catch {
      return false;
    }
  }

  [Symbol.dispose](): void {
    try {
      this.#connection.close();
    } catch {
      // closed already
    }
  }

  async #read(): Promise<void> {
    const buffer = new Uint8Array(65_536);
    try {
      for (let count; (count = await this.#connection.read(buffer)) !== null;) {
        this.received += String.fromCharCode(...buffer.subarray(0, count));
      }
    } catch {
      // reset, or closed by us
    }
  }
}
