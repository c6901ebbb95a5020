/**
 * Talking to the server: JupyterLab's own services, with two differences. A notebook is saved only over the
 * version that this page last saw (`If-Match`), so that what another program wrote in the meantime is
 * never lost without a question. If the learner then answers to overwrite it, the server learns from
 * `Course-Based-On` that the two differ, and keeps a copy. And the page does not ask all the time which kernels
 * and sessions there are: JupyterLab ends a connection that is not on the list, also when the list was made
 * before the kernel was.
 *
 * @module
 */
import {
  KernelManager,
  ServerConnection,
  ServiceManager,
  SessionManager,
} from "@jupyterlab/services";

/** The version that this page saw last, by address. */
const seen = new Map<string, string>();
/** The version that the page's content was made from, by address. */
const basedOn = new Map<string, string>();
/** What a save sent to which no answer came: the file may hold it, and nobody else wrote it then. */
const unanswered = new Map<string, string>();

/** `fetch` that remembers versions of files and names them when it saves. */
async function versionedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith("/api/contents/")) return await fetch(request);
  const saves = request.method === "PUT";
  if (saves) unanswered.set(pathname, await request.clone().text());
  else if (unanswered.has(pathname)) await recognise(pathname);
  const headers = new Headers(request.headers);
  const last = seen.get(pathname);
  const base = basedOn.get(pathname);
  if (saves && last !== undefined) headers.set("If-Match", last);
  if (saves && base !== undefined) headers.set("Course-Based-On", base);
  const response = await fetch(new Request(request, { headers }));
  if (saves) unanswered.delete(pathname);
  const version = response.headers.get("ETag");
  if (response.ok && version !== null) {
    seen.set(pathname, version);
    if (saves || searchParams.get("content") !== "0") basedOn.set(pathname, version);
  }
  return response;
}

/** Looks whether the file is what the unanswered save sent; the page's content is made from that version then. */
async function recognise(pathname: string): Promise<void> {
  const address = pathname.replace("/api/contents/", "/course/versions/");
  const response = await fetch(address, { method: "POST", body: unanswered.get(pathname) });
  const version = response.headers.get("ETag");
  await response.body?.cancel();
  if (version === null) return;
  basedOn.set(pathname, version);
  unanswered.delete(pathname);
}

/** The version on the disk that the page's content was made from; undefined before it was read. */
export function versionOf(path: string): string | undefined {
  const pathname = `/api/contents/${path.split("/").map(encodeURIComponent).join("/")}`;
  return basedOn.get(new URL(pathname, location.origin).pathname)?.replaceAll('"', "");
}

/** The services of this page. The browser's cookie holds the token. */
export function createServices(): ServiceManager {
  const baseUrl = location.origin + "/";
  const serverSettings = ServerConnection.makeSettings({
    baseUrl,
    wsUrl: baseUrl.replace(/^http/, "ws"),
    appUrl: "",
    token: "",
    fetch: versionedFetch,
  });
  const unasked = { serverSettings, standby: () => true };
  const kernels = new KernelManager(unasked);
  const sessions = new SessionManager({ ...unasked, kernelManager: kernels });
  return new ServiceManager({ serverSettings, kernels, sessions, standby: "when-hidden" });
}
