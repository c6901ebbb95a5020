/**
 * A built site behind a plain file server, below a path with a space, as on somebody's web space.
 *
 * @module
 */
import { extname, join } from "node:path";
import type { Page } from "playwright-core";
import { buildSite } from "lib/site/build/site.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/** The path of the site on its server. */
const place = "/a class/course/";

/** A site that is served. */
export class SiteServer implements AsyncDisposable {
  /** Addresses that were asked for and are not there. */
  readonly missing: string[] = [];
  readonly #folder: string;
  readonly #isTemporary: boolean;
  readonly #http: Deno.HttpServer<Deno.NetAddr>;

  /** @param folder The site's files, which are removed at the end if they are `temporary`. */
  constructor(folder: string, { temporary = false } = {}) {
    this.#folder = folder;
    this.#isTemporary = temporary;
    this.#http = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => this.#answer(request),
    );
  }

  /** Builds the site in a folder for a while, and serves it. */
  static async build(): Promise<SiteServer> {
    const folder = await Deno.makeTempDir({ prefix: "site-" });
    await buildSite(folder);
    return new SiteServer(folder, { temporary: true });
  }

  /** The address of a file of the site. */
  address(path = ""): string {
    return encodeURI(`http://127.0.0.1:${this.#http.addr.port}${place}`) + path;
  }

  async #answer(request: Request): Promise<Response> {
    const path = decodeURIComponent(new URL(request.url).pathname);
    const name = path.replace(/\/$/, "/index.html").slice(place.length);
    try {
      if (!path.startsWith(place)) throw new Deno.errors.NotFound();
      const body = await Deno.readFile(join(this.#folder, name));
      const type = types[extname(name)] ?? "application/octet-stream";
      return new Response(body, { headers: { "Content-Type": type } });
    } catch {
      this.missing.push(path);
      return new Response("not found", { status: 404 });
    }
  }

  /** Says that the site has changed, though its pages are as they were. */
  async renew(): Promise<void> {
    const file = join(this.#folder, "offline.js");
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(file, text.replace(/"version":"/, "$&newer-"));
  }

  /** Ends the server, as a network does that is gone. */
  async close(): Promise<void> {
    await this.#http.shutdown();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch(() => {}); // it is closed
    if (this.#isTemporary) await Deno.remove(this.#folder, { recursive: true });
  }
}

/** Presses "Run all" on a page that is a text, and waits until each of so many code cells has ended. */
export async function runWhole(page: Page, cellCount: number, timeout = 120_000): Promise<void> {
  await page.getByRole("button", { name: "Run all" }).first().click();
  await page.waitForFunction(
    (cellCount) => {
      const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")];
      return prompts.length === cellCount &&
        prompts.every(({ textContent }) => /^\[\d+\]:$/.test(textContent ?? ""));
    },
    cellCount,
    { timeout },
  );
}

/** The text of the learner's notebook in the browser's storage, when all of the page is stored. */
export async function storedNotebook(page: Page, path: string): Promise<string> {
  await page.locator(".saved[data-state=Saved]").waitFor();
  const text = await page.evaluate(async (path) => {
    const [{ name }] = await indexedDB.databases();
    const open = (request: IDBRequest) =>
      new Promise<unknown>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await open(indexedDB.open(name ?? ""));
    if (!(database instanceof IDBDatabase)) return undefined;
    const stored = await open(database.transaction("notebooks").objectStore("notebooks").get(path));
    database.close();
    return typeof stored === "object" && stored !== null ? Reflect.get(stored, "text") : undefined;
  }, path);
  if (typeof text !== "string") throw new Error(`expected ${path} in the browser's storage`);
  return text;
}
