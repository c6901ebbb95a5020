/**
 * A proxy on this machine that looks up the address of each host once.
 *
 * Deno's installer opens a connection for each package and looks the registry up for each of them. Name
 * servers of small networks leave many of 160 questions at once unanswered, and each of those waits five
 * seconds. The installer therefore connects through this proxy, which passes the encrypted bytes on and
 * knows the address after the first question.
 *
 * @module
 */
import { lookup } from "node:dns/promises";

const variables = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
/** The only port that it connects to. */
const port = 443;

/** The proxy; it starts when its environment is asked for. */
export class LookupOnce implements Disposable {
  readonly #addresses = new Map<string, Promise<string>>();
  readonly #open = new Set<Deno.Conn>();
  #listener: Deno.TcpListener | undefined;

  /** For the environment of a program that downloads. Empty where a proxy is set already. */
  environment(): Record<string, string> {
    if (variables.some((name) => Deno.env.get(name))) return {};
    if (!this.#listener) {
      this.#listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
      void this.#serve(this.#listener);
    }
    return { HTTPS_PROXY: `http://127.0.0.1:${this.#listener.addr.port}` };
  }

  /** Ends all connections. */
  [Symbol.dispose](): void {
    this.#listener?.close();
    for (const connection of this.#open) close(connection);
  }

  async #serve(listener: Deno.TcpListener): Promise<void> {
    for await (const client of listener) {
      this.#open.add(client);
      this.#connect(client).catch(() => {}).finally(() => {
        this.#open.delete(client);
        close(client);
      });
    }
  }

  /** Passes bytes on in both directions until both sides have ended. */
  async #connect(client: Deno.Conn): Promise<void> {
    const host = await requestedHost(client);
    if (host === undefined) return;
    const hostname = await this.#address(host);
    const server = await Deno.connect({ hostname, port });
    this.#open.add(server);
    try {
      await client.write(new TextEncoder().encode("HTTP/1.1 200 Connected\r\n\r\n"));
      await Promise.all([
        client.readable.pipeTo(server.writable),
        server.readable.pipeTo(client.writable),
      ]);
    } finally {
      this.#open.delete(server);
      close(server);
    }
  }

  #address(host: string): Promise<string> {
    let address = this.#addresses.get(host);
    if (!address) {
      address = lookup(host).then((found) => found.address);
      this.#addresses.set(host, address);
      address.catch(() => this.#addresses.delete(host));
    }
    return address;
  }
}

/** The host in `CONNECT host:443 HTTP/1.1`, which the client sends first; undefined for anything else. */
async function requestedHost(client: Deno.Conn): Promise<string | undefined> {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1024);
  let head = "";
  while (!head.includes("\r\n\r\n") && head.length < 8192) {
    const count = await client.read(buffer);
    if (count === null) return undefined;
    head += decoder.decode(buffer.subarray(0, count), { stream: true });
  }
  return /^CONNECT ([\w.-]+):443 HTTP\//.exec(head)?.[1];
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It has ended by itself.
  }
}
