/**
 * The site's service worker. It keeps the site's files, so that the course opens without a network, and answers with
 * two headers that a plain file server does not send: with them a page's threads may share memory.
 *
 * Workbox would keep the files too, but not write the headers; what is left to do is shorter than its settings.
 *
 * @module
 */
import { keptFiles } from "./offline.ts";

/** What the build writes into the place of this name: the site's version and its files. */
declare const site: { readonly version: string; readonly files: readonly string[] };

/** The part of a service worker's scope that is used here: TypeScript's library for it does not go with a page's. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "install" | "activate" | "fetch",
    listener: (event: {
      readonly request: Request;
      waitUntil(work: Promise<unknown>): void;
      respondWith(response: Promise<Response>): void;
    }) => void,
  ): void;
}

// The same global object as in any other worker, with other members.
const scope = self as unknown as WorkerScope;
const folder = new URL(scope.registration.scope);
const prefix = keptFiles(folder);
const name = prefix + site.version;

/** Keeps the files, a few at a time; those that an earlier version holds unchanged are not fetched by the browser. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(name);
  const waiting = [...site.files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const address = new URL(file, folder);
      const response = await fetch(address, { cache: "no-cache" });
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

/** A page that is open goes on with the version before, and may ask for parts of it still. */
async function forgetOld(): Promise<void> {
  const others = (await caches.keys()).filter((other) =>
    other.startsWith(prefix) && other !== name
  );
  for (const other of others.slice(0, -1)) await caches.delete(other); // the oldest come first
}

/** A file of this version, or where it has none of that name, of the version before. */
async function keptFile(file: URL): Promise<Response | undefined> {
  const present = await caches.open(name);
  const found = await present.match(file, { ignoreSearch: true });
  if (found) return found;
  for (const other of await caches.keys()) {
    if (!other.startsWith(prefix) || other === name) continue;
    const old = await (await caches.open(other)).match(file, { ignoreSearch: true });
    if (old) return old;
  }
  return undefined;
}

/** What a learner's code may do in the kernel's thread: compute, and read the site. */
const kernelPolicy =
  "default-src 'none'; script-src 'self' 'unsafe-eval'; worker-src 'self'; connect-src 'self'";

function withHeaders(response: Response, path: string): Response {
  if (response.status === 0) return response; // opaque: there is nothing to add
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  if (/\/kernel\/.*\.js$/.test(path)) headers.set("Content-Security-Policy", kernelPolicy);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  // A folder's address is that of its index; a page's variables change nothing of the file.
  const file = new URL(
    url.pathname.endsWith("/") ? `${url.pathname}index.html` : url.pathname,
    url,
  );
  return withHeaders(await keptFile(file) ?? await fetch(request), url.pathname);
}

scope.addEventListener("install", (event) => {
  event.waitUntil(keepFiles().then(() => scope.skipWaiting()));
});
scope.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => scope.clients.claim()));
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== folder.origin) return;
  if (url.pathname.startsWith(folder.pathname)) event.respondWith(answer(request));
});
