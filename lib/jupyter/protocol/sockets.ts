/**
 * The sockets of a Jupyter client (which connects) and of a kernel (which listens), on top of
 * {@linkcode ZmtpConnection}.
 *
 * @module
 */
import { settlesWithin } from "lib/platform/waiting.ts";
import { ConnectionClosed, ZmtpConnection } from "./zmtp.ts";

/** Where a socket listens. */
export interface Address {
  readonly hostname: string;
  readonly port: number;
}

/**
 * Connects a DEALER, SUB (subscribed to everything) or REQ socket. Throws Deno's `ConnectionRefused` if
 * nothing listens, and {@linkcode ConnectionClosed} if what listens is no ZMTP peer.
 */
export async function connectSocket(
  type: "DEALER" | "SUB" | "REQ",
  { hostname, port }: Address,
  identity = "",
): Promise<ZmtpConnection> {
  const connection = await Deno.connect({ hostname, port });
  connection.setNoDelay(true);
  const socket = await ZmtpConnection.open(connection, type, identity);
  if (type === "SUB") await socket.send([Uint8Array.of(1)]); // "subscribe", followed by no prefix
  return socket;
}

/** What is known about a connected peer. */
interface Peer {
  readonly prefixes: string[];
  /** Bytes that the system has not taken yet. */
  unsent: number;
  /** It has stopped reading: nobody waits for it until it has caught up. */
  isSlow: boolean;
}

/** Milliseconds in which a peer should take a message. */
const patience = 1000;
/** Bytes that may wait for a peer. */
const largestBacklog = 256 * 2 ** 20;

/** A listening socket. */
export interface ListeningSocket {
  /**
   * Sends to every connected peer (PUB: to each that subscribed to a prefix of the first frame). Resolves when
   * the system has taken the message for all but peers that have stopped reading.
   */
  sendToAll(frames: readonly Uint8Array[]): Promise<void>;
  /** Sends to the peers with this identity, or to all if there are none. */
  sendTo(identity: string, frames: readonly Uint8Array[]): Promise<void>;
  close(): void;
}

/**
 * Listens as ROUTER, PUB or REP. `onMessage` gets each message together with the connection that it came
 * from, so that an answer goes back to the one who asked. Throws Deno's `AddrInUse` if the port is taken.
 */
export function listenSocket(
  type: "ROUTER" | "PUB" | "REP",
  { hostname, port }: Address,
  onMessage: (frames: Uint8Array[], peer: ZmtpConnection) => void,
): ListeningSocket {
  const listener = Deno.listen({ hostname, port });
  const peers = new Map<ZmtpConnection, Peer>();

  async function serve(connection: Deno.TcpConn): Promise<void> {
    let peer: ZmtpConnection | undefined;
    try {
      connection.setNoDelay(true);
      peer = await ZmtpConnection.open(connection, type);
      peers.set(peer, { prefixes: type === "PUB" ? [] : [""], unsent: 0, isSlow: false });
      while (true) {
        const frames = await peer.receive();
        if (type === "PUB") subscribe(peers.get(peer)?.prefixes ?? [], frames[0]);
        else onMessage(frames, peer);
      }
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
    } finally {
      peer?.close();
      if (peer) peers.delete(peer);
    }
  }

  (async () => {
    for await (const connection of listener) {
      serve(connection).catch((error) => console.error("Jupyter socket:", error));
    }
  })();

  async function send(peer: ZmtpConnection, frames: readonly Uint8Array[]): Promise<void> {
    const state = peers.get(peer);
    if (!state) return;
    const size = frames.reduce((sum, frame) => sum + frame.length, 0);
    state.unsent += size;
    const sent = peer.send(frames).catch(() => {}).finally(() => {
      state.unsent -= size;
      if (state.unsent === 0) state.isSlow = false;
    });
    // As ZeroMQ does: who does not read loses messages, and holds nobody up.
    if (state.unsent > largestBacklog) peer.close();
    if (!state.isSlow) state.isSlow = !await settlesWithin(sent, patience);
  }

  return {
    async sendToAll(frames) {
      const first = binaryText(frames[0]);
      const wanted = [...peers].filter(([, { prefixes }]) =>
        prefixes.some((prefix) => first.startsWith(prefix))
      );
      await Promise.all(wanted.map(([peer]) => send(peer, frames)));
    },
    async sendTo(identity, frames) {
      const all = [...peers.keys()];
      const named = all.filter((peer) => identity !== "" && peer.peerIdentity === identity);
      const wanted = named.length > 0 ? named : all;
      await Promise.all(wanted.map((peer) => send(peer, frames)));
    },
    close() {
      listener.close();
      for (const peer of peers.keys()) peer.close();
    },
  };
}

/** A subscription message is one byte, 1 to begin and 0 to end, followed by the prefix. */
function subscribe(prefixes: string[], frame: Uint8Array): void {
  const prefix = binaryText(frame.subarray(1));
  if (frame[0] === 1) prefixes.push(prefix);
  else if (prefixes.includes(prefix)) prefixes.splice(prefixes.indexOf(prefix), 1);
}

/** One character per byte: prefixes are bytes, not text. */
function binaryText(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 256), (byte) => String.fromCharCode(byte)).join("");
}
