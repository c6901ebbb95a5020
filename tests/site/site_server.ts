/**
 * A built site behind a plain file server, below a path with a space, as on somebody's web space.
 *
 * @module
 */
import { createHash } from "node:crypto";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
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

/** What hosts of static sites leave as it is: it is compressed already. */
const compressed = new Set([".png", ".woff2"]);

/** The path of the site on its server. */
const place = "/a class/course/";

/** How a site is served. */
export interface ServingOptions {
  /** Its files are removed at the end. */
  readonly temporary?: boolean;
  /** As hosts of static sites do: compressed, and good for ten minutes in the browser's cache. */
  readonly asHosted?: boolean;
}

/** A site that is served. */
export class SiteServer implements AsyncDisposable {
  /** Addresses that were asked for and are not there. */
  readonly missing: string[] = [];
  /** The site's files. */
  readonly folder: string;
  readonly #isTemporary: boolean;
  readonly #asHosted: boolean;
  readonly #hosted = new Map<
    string,
    { readonly body: Uint8Array<ArrayBuffer>; headers: Headers }
  >();
  readonly #http: Deno.HttpServer<Deno.NetAddr>;

  constructor(folder: string, { temporary = false, asHosted = false }: ServingOptions = {}) {
    this.folder = folder;
    this.#isTemporary = temporary;
    this.#asHosted = asHosted;
    this.#http = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen() {} },
      (request) => this.#answer(request),
    );
  }

  /** Builds the site in a folder for a while, and serves it. */
  static async build(options: Pick<ServingOptions, "asHosted"> = {}): Promise<SiteServer> {
    const folder = await Deno.makeTempDir({ prefix: "site-" });
    await buildSite(folder);
    return new SiteServer(folder, { ...options, temporary: true });
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
      if (this.#asHosted) return await this.#answerAsHost(name, request);
      return new Response(await Deno.readFile(join(this.folder, name)), {
        headers: { "Content-Type": typeOf(name) },
      });
    } catch {
      this.missing.push(path);
      return new Response("not found", { status: 404 });
    }
  }

  async #answerAsHost(name: string, request: Request): Promise<Response> {
    let known = this.#hosted.get(name);
    if (!known) {
      const file = await Deno.readFile(join(this.folder, name));
      const mark = createHash("sha256").update(file).digest("hex").slice(0, 16);
      const isText = !compressed.has(extname(name));
      const headers = new Headers({
        "Content-Type": typeOf(name),
        "Cache-Control": "max-age=600",
        "ETag": `"${mark}"`,
        ...isText && { "Content-Encoding": "gzip", "Vary": "Accept-Encoding" },
      });
      known = { body: isText ? new Uint8Array(gzipSync(file)) : file, headers };
      this.#hosted.set(name, known);
    }
    const { body, headers } = known;
    const isKnown = request.headers.get("If-None-Match") === headers.get("ETag");
    return new Response(isKnown ? null : body, { status: isKnown ? 304 : 200, headers });
  }

  /** Says that the site has changed, though its pages are as they were. */
  async renew(): Promise<void> {
    const file = join(this.folder, "offline.js");
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(file, text.replace(/"version":"/, "$&newer-"));
  }

  /** Ends the server, as a network does that is gone. */
  async close(): Promise<void> {
    await this.#http.shutdown();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close().catch(() => {}); // it is closed
    if (this.#isTemporary) await Deno.remove(this.folder, { recursive: true });
  }
}

function typeOf(name: string): string {
  return types[extname(name)] ?? "application/octet-stream";
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
