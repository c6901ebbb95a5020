/**
 * The WebSocket between a page and a kernel. A page whose connection breaks and comes back within some
 * minutes (a laptop that slept) gets what the kernel said in the meantime.
 *
 * @module
 */
import { asString } from "lib/jupyter/json.ts";
import type { RunningKernel } from "lib/lab/kernels.ts";
import {
  binaryProtocol,
  type ChannelMessage,
  decodeFrame,
  encodeFrame,
} from "lib/lab/websocket_messages.ts";

const keepMs = 10 * 60_000;
const keepMessages = 5000;

/** Connects pages to kernels. */
export class Channels {
  /** By kernel and session: what a page missed. */
  readonly #missed = new Map<string, { messages: ChannelMessage[]; end(): void }>();
  readonly #sockets = new Set<WebSocket>();

  /** Number of open connections. */
  get count(): number {
    return this.#sockets.size;
  }

  /** Answers a request for a WebSocket to `kernel`. */
  connect(request: Request, kernel: RunningKernel): Response {
    const session = new URL(request.url).searchParams.get("session_id") ?? "";
    const offered = (request.headers.get("sec-websocket-protocol") ?? "").split(/\s*,\s*/);
    const protocol = offered.includes(binaryProtocol) ? binaryProtocol : "";
    const { socket, response } = Deno.upgradeWebSocket(request, {
      ...(protocol ? { protocol } : {}),
      idleTimeout: 60,
    });
    socket.binaryType = "arraybuffer";
    this.#sockets.add(socket);
    let unlisten = () => {};
    const send = (message: ChannelMessage) => {
      if (socket.readyState === WebSocket.OPEN && concerns(message, session)) {
        socket.send(encodeFrame(message, protocol));
      }
    };
    socket.onopen = () => {
      const missed = this.#take(kernel.id, session);
      unlisten = kernel.listen(send);
      send(kernel.statusMessage(kernel.state));
      for (const message of missed) send(message);
    };
    socket.onmessage = (event) => {
      try {
        const { channel, message } = decodeFrame(event.data, protocol);
        if (channel !== "iopub") void kernel.send(channel, message).catch(() => {});
      } catch {
        socket.close(1003, "expected a kernel message");
      }
    };
    socket.onclose = () => {
      unlisten();
      this.#sockets.delete(socket);
      if (session !== "") this.#keep(kernel, session);
    };
    socket.onerror = () => {}; // a close follows
    return response;
  }

  /** Answers a request for Jupyter's own events, of which this server has none. */
  listenToEvents(request: Request): Response {
    const { socket, response } = Deno.upgradeWebSocket(request);
    this.#sockets.add(socket);
    socket.onclose = () => void this.#sockets.delete(socket);
    socket.onerror = () => {}; // a close follows
    return response;
  }

  /** Closes all connections. */
  close(): void {
    for (const socket of this.#sockets) socket.close(1001, "the server is closing");
    for (const { end } of this.#missed.values()) end();
    this.#missed.clear();
  }

  #keep(kernel: RunningKernel, session: string): void {
    const key = `${kernel.id} ${session}`;
    this.#missed.get(key)?.end();
    const messages: ChannelMessage[] = [];
    const unlisten = kernel.listen((message) => {
      messages.push(message);
      if (messages.length > keepMessages) messages.shift();
    });
    const timer = setTimeout(() => {
      unlisten();
      this.#missed.delete(key);
    }, keepMs);
    Deno.unrefTimer(timer);
    this.#missed.set(key, {
      messages,
      end() {
        clearTimeout(timer);
        unlisten();
      },
    });
  }

  #take(kernelId: string, session: string): ChannelMessage[] {
    const key = `${kernelId} ${session}`;
    const kept = this.#missed.get(key);
    this.#missed.delete(key);
    kept?.end();
    return kept?.messages ?? [];
  }
}

/** Everybody sees output; an answer or a question goes to the page that asked. */
function concerns({ channel, message }: ChannelMessage, session: string): boolean {
  if (channel === "iopub" || session === "") return true;
  const asked = asString(message.parent_header.session);
  return asked === "" || asked === session;
}
