/**
 * ZMTP 3.0, the wire protocol of ZeroMQ (https://rfc.zeromq.org/spec/23), over one TCP connection: the
 * NULL mechanism, messages of several frames, and the PING command. It is as much as Jupyter uses.
 *
 * Why not `npm:zeromq`? It was tried first (6.8.0, Deno 2.9.6): its native addon relies on libuv's
 * polling, which Deno only imitates, and a pair of sockets stops for good after 500 to 1000 messages,
 * the moment it falls back from immediate to polled sends. It is also a download of 34 MB.
 *
 * @module
 */
import { JobQueue } from "lib/platform/job_queue.ts";

const greetingLength = 64;
const mechanism = "NULL";
/** Flag bits of a frame. */
const more = 1;
const long = 2;
const command = 4;
/** Nothing in Jupyter is near this; a frame that claims to be larger comes from a confused peer. */
const largestFrame = 2 ** 30;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Socket types that Jupyter's clients and kernels use. */
export type SocketType = "DEALER" | "SUB" | "REQ" | "ROUTER" | "PUB" | "REP";

/** The connection ended: by either side, or because the peer does not speak ZMTP. */
export class ConnectionClosed extends Error {
  override name = "ConnectionClosed";
}

/** One ZMTP connection after its handshake. Sends leave in call order. */
export class ZmtpConnection {
  readonly #connection: Deno.Conn;
  readonly #reader: ByteReader;
  readonly #writes = new JobQueue();
  #closed = false;
  #peerIdentity = "";

  private constructor(connection: Deno.Conn) {
    this.#connection = connection;
    this.#reader = new ByteReader(connection);
  }

  /** Shakes hands over `connection`; the routing identity is what a ROUTER at the other end sees. */
  static async open(
    connection: Deno.Conn,
    type: SocketType,
    identity = "",
  ): Promise<ZmtpConnection> {
    const self = new ZmtpConnection(connection);
    try {
      await self.#shakeHands(type, identity);
    } catch (error) {
      self.close();
      throw error;
    }
    return self;
  }

  /** True once either side has closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** The routing identity that the peer has given itself, often none. */
  get peerIdentity(): string {
    return this.#peerIdentity;
  }

  /** Sends one message; resolves when the operating system has taken it. */
  send(frames: readonly Uint8Array[]): Promise<void> {
    return this.#write(concatenate(
      frames.flatMap((frame, index) => [
        frameHead(index < frames.length - 1 ? more : 0, frame.length),
        frame,
      ]),
    ));
  }

  /** The next message. Throws {@linkcode ConnectionClosed} when the connection has ended. */
  async receive(): Promise<Uint8Array[]> {
    const frames: Uint8Array[] = [];
    while (true) {
      const { flags, body } = await this.#readFrame();
      if (flags & command) {
        this.#answerCommand(body);
        continue;
      }
      frames.push(body);
      if (!(flags & more)) return frames;
    }
  }

  /** Ends the connection; a waiting `receive` throws. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    try {
      this.#connection.close();
    } catch {
      // the other side was faster
    }
  }

  async #shakeHands(type: SocketType, identity: string): Promise<void> {
    const greeting = new Uint8Array(greetingLength);
    greeting.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
    greeting.set(encoder.encode(mechanism), 12);
    await this.#write(greeting);
    const answer = await this.#reader.take(greetingLength).catch((error) => {
      throw this.#ended(error);
    });
    if (answer[0] !== 0xff || answer[9] !== 0x7f || answer[10] < 3) {
      throw new ConnectionClosed("Expected a ZMTP 3 greeting; the peer speaks something else.");
    }
    const ready = concatenate([
      shortText("READY"),
      property("Socket-Type", type),
      property("Identity", identity),
    ]);
    await this.#write(concatenate([frameHead(command, ready.length), ready]));
    const { flags, body } = await this.#readFrame();
    if (!(flags & command) || commandName(body) !== "READY") {
      throw new ConnectionClosed(`Expected READY, got ${commandName(body)}.`);
    }
    this.#peerIdentity = readProperty(body.subarray(6), "Identity");
  }

  async #readFrame(): Promise<{ flags: number; body: Uint8Array }> {
    try {
      const flags = (await this.#reader.take(1))[0];
      const size = await this.#reader.take(flags & long ? 8 : 1);
      const length = flags & long
        ? Number(new DataView(size.buffer, size.byteOffset).getBigUint64(0))
        : size[0];
      if (length > largestFrame) throw new ConnectionClosed(`A frame of ${length} bytes.`);
      return { flags, body: await this.#reader.take(length) };
    } catch (error) {
      throw this.#ended(error);
    }
  }

  #answerCommand(body: Uint8Array): void {
    if (commandName(body) !== "PING") return;
    const pong = concatenate([shortText("PONG"), body.subarray(7)]); // after the name: a time to live
    this.#write(concatenate([frameHead(command, pong.length), pong])).catch(() => {});
  }

  #write(bytes: Uint8Array): Promise<void> {
    return this.#writes.run(async () => {
      try {
        for (let offset = 0; offset < bytes.length;) {
          offset += await this.#connection.write(bytes.subarray(offset));
        }
      } catch (error) {
        throw this.#ended(error);
      }
    });
  }

  #ended(cause: unknown): ConnectionClosed {
    this.close();
    return cause instanceof ConnectionClosed ? cause : new ConnectionClosed(String(cause));
  }
}

/** Reads exact numbers of bytes from a connection. */
class ByteReader {
  readonly #connection: Deno.Conn;
  #held: Uint8Array = new Uint8Array(0);

  constructor(connection: Deno.Conn) {
    this.#connection = connection;
  }

  async take(length: number): Promise<Uint8Array> {
    if (this.#held.length < length) {
      const chunks = [this.#held];
      for (let have = this.#held.length; have < length;) {
        const chunk = new Uint8Array(Math.min(Math.max(65_536, length - have), 1 << 20));
        const count = await this.#connection.read(chunk);
        if (count === null) throw new ConnectionClosed("The peer closed the connection.");
        chunks.push(chunk.subarray(0, count));
        have += count;
      }
      this.#held = concatenate(chunks);
    }
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }
}

/** All parts behind one another. */
function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function frameHead(flags: number, length: number): Uint8Array {
  if (length < 256) return Uint8Array.of(flags, length);
  const head = new Uint8Array(9);
  head[0] = flags | long;
  new DataView(head.buffer).setBigUint64(1, BigInt(length));
  return head;
}

function shortText(text: string): Uint8Array {
  return concatenate([Uint8Array.of(text.length), encoder.encode(text)]);
}

function property(name: string, value: string): Uint8Array {
  const bytes = encoder.encode(value);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, bytes.length);
  return concatenate([shortText(name), length, bytes]);
}

/** Properties follow one another: a short name, and a value with a length of four bytes. */
function readProperty(properties: Uint8Array, wanted: string): string {
  for (let offset = 0; offset < properties.length;) {
    const nameEnd = offset + 1 + properties[offset];
    const name = decoder.decode(properties.subarray(offset + 1, nameEnd));
    const view = new DataView(properties.buffer, properties.byteOffset + nameEnd, 4);
    const end = nameEnd + 4 + view.getUint32(0);
    if (name.toLowerCase() === wanted.toLowerCase()) {
      return decoder.decode(properties.subarray(nameEnd + 4, end));
    }
    offset = end;
  }
  return "";
}

function commandName(body: Uint8Array): string {
  return decoder.decode(body.subarray(1, 1 + (body[0] ?? 0)));
}
