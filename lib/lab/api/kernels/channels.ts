/**
 * The WebSocket between a page and a kernel. A page whose connection breaks and comes back, a laptop that
 * slept for instance, gets what its cells did in the meantime (see `journal.ts`).
 *
 * @module
 */
import type { Message } from "lib/jupyter/protocol/messages.ts";
import type { RunningKernel } from "./kernels.ts";
import { ownReply } from "./own_replies.ts";
import { largestMessage } from "../file_limits.ts";
import { HttpError } from "../responses.ts";
import {
  binaryProtocol,
  type ChannelMessage,
  decodeFrame,
  encodeFrame,
} from "./websocket_messages.ts";

export class Channels {
  readonly #sockets = new Set<WebSocket>();

  /** Number of open connections. */
  get count(): number {
    return this.#sockets.size;
  }

  /** Answers a request for a WebSocket to `kernel`. */
  connect(request: Request, kernel: RunningKernel): Response {
    const session = new URL(request.url).searchParams.get("session_id") || crypto.randomUUID();
    const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(/\s*,\s*/);
    const protocol = offered.includes(binaryProtocol) ? binaryProtocol : "";
    const { socket, response } = upgrade(request, {
      ...(protocol ? { protocol } : {}),
      idleTimeout: 60, // seconds without an answer to a ping: then the other side is gone
    });
    socket.binaryType = "arraybuffer";
    this.#sockets.add(socket);
    const { journal } = kernel;
    let leave = () => {};
    const send = (message: ChannelMessage) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(encodeFrame(message, protocol));
    };
    socket.onopen = () => {
      const unlisten = kernel.listen((message) => {
        const addressee = message.channel === "iopub"
          ? undefined // everybody sees output; an answer or a question goes to the page that asked
          : journal.addressee(message.message);
        if (addressee === undefined || addressee === session) send(message);
      });
      send(kernel.statusMessage(kernel.state));
      for (const message of journal.connect(session)) send(message);
      leave = () => {
        unlisten();
        journal.disconnect(session);
      };
    };
    socket.onmessage = (event) => {
      const { length = event.data.byteLength } = event.data;
      if (length > largestMessage) {
        return socket.close(1009, `expected at most ${largestMessage} bytes`);
      }
      try {
        const { channel, message } = decodeFrame(event.data, protocol);
        if (channel === "iopub") return;
        const answer = answerToKnown(kernel, message, session);
        if (answer) { for (const part of answer) send(part); }
        else void kernel.send(channel, message, session).catch(() => {});
      } catch {
        socket.close(1003, "expected a kernel message");
      }
    };
    socket.onclose = () => {
      leave();
      this.#sockets.delete(socket);
    };
    socket.onerror = () => {}; // a close follows
    return response;
  }

  /** Answers a request for Jupyter's own events, of which this server has none. */
  listenToEvents(request: Request): Response {
    const { socket, response } = upgrade(request);
    this.#sockets.add(socket);
    socket.onclose = () => void this.#sockets.delete(socket);
    socket.onerror = () => {}; // a close follows
    return response;
  }

  /** Closes all connections. */
  close(): void {
    for (const socket of this.#sockets) socket.close(1001, "the server is closing");
  }
}

function upgrade(request: Request, options?: Deno.UpgradeWebSocketOptions) {
  try {
    return Deno.upgradeWebSocket(request, options);
  } catch {
    throw new HttpError(426, "expected a WebSocket");
  }
}

/**
 * A request that was sent before is not run again: who repeats it gets what has come of it so far, and
 * what is still to come. That is how a reloaded page takes up a cell that the page before it started. It
 * says `resume` in the metadata, so that a kernel which never heard of the request does not run it either.
 */
function answerToKnown(
  { id, journal }: RunningKernel,
  message: Message,
  session: string,
): ChannelMessage[] | undefined {
  const { header, metadata } = message;
  if (header.msg_type !== "execute_request") return undefined;
  if (journal.has(header.msg_id)) return journal.resume(header.msg_id, session);
  if (metadata.resume !== true) return undefined;
  return ownReply(id, "shell", message, { status: "aborted", execution_count: 0 });
}
