/**
 * The five connections of a client to one kernel: signed messages out and in, and the heartbeat.
 *
 * @module
 */
import { delay } from "lib/platform/waiting.ts";
import type { ConnectionInfo } from "../protocol/connection.ts";
import {
  type Channel,
  type Message,
  MessageCodec,
  type MessageParts,
} from "../protocol/messages.ts";
import { connectSocket } from "../protocol/sockets.ts";
import { ConnectionClosed, type ZmtpConnection } from "../protocol/zmtp.ts";

/** Channels that a client can send on. */
export type ClientChannel = Exclude<Channel, "iopub">;

/** The open connections to a kernel. */
export class KernelChannels {
  readonly #codec: MessageCodec;
  readonly #sockets: Readonly<Record<Channel, ZmtpConnection>>;
  readonly #heartbeat: ZmtpConnection;

  private constructor(
    codec: MessageCodec,
    sockets: Readonly<Record<Channel, ZmtpConnection>>,
    heartbeat: ZmtpConnection,
  ) {
    this.#codec = codec;
    this.#sockets = sockets;
    this.#heartbeat = heartbeat;
  }

  /**
   * Connects to a kernel that may still be starting. It tries for as long as `death` is pending, and throws
   * what `death` rejects with. Every message from the kernel goes to `onMessage`; `onClosed` is called when a
   * connection has ended.
   */
  static async connect(
    { ip, key, ...ports }: ConnectionInfo,
    session: string,
    death: Promise<never>,
    onMessage: (channel: Channel, message: Message) => void,
    onClosed: () => void,
  ): Promise<KernelChannels> {
    const connect = async (type: "DEALER" | "SUB" | "REQ", port: number) => {
      while (true) {
        try {
          return await connectSocket(type, { hostname: ip, port }, session);
        } catch (error) {
          const early = error instanceof Deno.errors.ConnectionRefused ||
            error instanceof ConnectionClosed;
          if (!early) throw error;
          await Promise.race([delay(15), death]);
        }
      }
    };
    const [shell, control, stdin, iopub, heartbeat] = await Promise.all([
      connect("DEALER", ports.shell_port),
      connect("DEALER", ports.control_port),
      connect("DEALER", ports.stdin_port),
      connect("SUB", ports.iopub_port),
      connect("REQ", ports.hb_port),
    ]);
    const self = new KernelChannels(
      new MessageCodec(key),
      { shell, control, stdin, iopub },
      heartbeat,
    );
    for (const channel of ["shell", "control", "stdin", "iopub"] as const) {
      self.#pump(channel, onMessage).then(onClosed);
    }
    return self;
  }

  /** Sends a message as it is, apart from its signature. Messages leave in call order. */
  async send(channel: ClientChannel, message: MessageParts): Promise<void> {
    await this.#sockets[channel].send(this.#codec.encode(message));
  }

  /** Sends a heartbeat and waits until it comes back. */
  async beat(): Promise<void> {
    await this.#heartbeat.send([new Uint8Array(0), Uint8Array.of(1)]); // REQ: an empty frame first
    await this.#heartbeat.receive();
  }

  /** Closes all connections. */
  close(): void {
    for (const socket of Object.values(this.#sockets)) socket.close();
    this.#heartbeat.close();
  }

  async #pump(
    channel: Channel,
    onMessage: (channel: Channel, message: Message) => void,
  ): Promise<void> {
    try {
      while (true) {
        const message = this.#codec.decode(await this.#sockets[channel].receive());
        if (message) onMessage(channel, message); // otherwise it is not signed with our key
      }
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
    }
  }
}
