/**
 * The bundler puts these in the place of the browser's `fetch` and `WebSocket` in all code of the page, JupyterLab's
 * too: what would go to the course's server is answered in the page.
 *
 * @module
 */
import type { Message } from "./kernel.ts";
import { isOurs, kernelOf, siteFetch } from "./server.ts";

export { siteFetch as fetch };

/** A connection to a kernel of this page, as JupyterLab uses one. */
class PageSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly url: string;
  readonly protocol = "";
  readonly bufferedAmount = 0;
  readonly extensions = "";
  binaryType: BinaryType = "arraybuffer";
  readyState: number = PageSocket.CONNECTING;
  onopen: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  readonly #id: string;
  #leave: (() => void) | undefined;

  constructor(url: string | URL) {
    this.url = String(url);
    const { pathname } = new URL(this.url);
    this.#id = /^\/api\/kernels\/([^/]+)\/channels$/.exec(pathname)?.[1] ?? "";
    setTimeout(() => this.#open()); // whoever makes it sets its handlers first
  }

  #open(): void {
    if (this.readyState !== PageSocket.CONNECTING) return;
    const kernel = kernelOf(this.#id);
    if (this.#id !== "" && !kernel) return this.close(4404, "there is no such kernel");
    this.#leave = kernel?.listen((message) => {
      this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(message) }));
    });
    this.readyState = PageSocket.OPEN;
    this.onopen?.(new Event("open"));
  }

  /** Sends a message of Jupyter's protocol, as text. */
  send(data: unknown): void {
    if (typeof data !== "string") {
      throw new TypeError("expected a message without binary parts: cells of the course send none");
    }
    const message: Message = JSON.parse(data);
    kernelOf(this.#id)?.take(message);
  }

  /** Ends the connection; the kernel goes on. */
  close(code = 1000, reason = ""): void {
    if (this.readyState === PageSocket.CLOSED) return;
    this.#leave?.();
    this.readyState = PageSocket.CLOSED;
    this.onclose?.(new CloseEvent("close", { code, reason, wasClean: true }));
  }
}

/** A page of this site has no other connections. */
function SiteSocket(url: string | URL): PageSocket {
  const http = new URL(String(url).replace(/^ws/, "http"));
  if (!isOurs(http)) throw new DOMException(`${http.origin} is another server`, "SecurityError");
  return new PageSocket(url);
}
Object.assign(SiteSocket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });

export { SiteSocket as WebSocket };
