/**
 * Talking to the server: JupyterLab's own services, with one addition. A notebook is saved only over the
 * version that this page last saw (`If-Match`), so that what another program wrote in the meantime is
 * never lost without a question. If the learner then answers to overwrite it, the server learns from
 * `Course-Based-On` that the two differ, and keeps a copy.
 *
 * @module
 */
import { ServerConnection, ServiceManager } from "@jupyterlab/services";

/** The version that this page saw last, by address. */
const seen = new Map<string, string>();
/** The version that the page's content was made from, by address. */
const basedOn = new Map<string, string>();

/** `fetch` that remembers versions of files and names them when it saves. */
async function versionedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { pathname, searchParams } = new URL(request.url);
  if (!pathname.startsWith("/api/contents/")) return await fetch(request);
  const saves = request.method === "PUT";
  const headers = new Headers(request.headers);
  const last = seen.get(pathname);
  const base = basedOn.get(pathname);
  if (saves && last !== undefined) headers.set("If-Match", last);
  if (saves && base !== undefined) headers.set("Course-Based-On", base);
  const response = await fetch(new Request(request, { headers }));
  const version = response.headers.get("ETag");
  if (response.ok && version !== null) {
    seen.set(pathname, version);
    if (saves || searchParams.get("content") !== "0") basedOn.set(pathname, version);
  }
  return response;
}

/** The services of this page. The browser's cookie holds the token. */
export function createServices(): ServiceManager {
  const baseUrl = location.origin + "/";
  return new ServiceManager({
    serverSettings: ServerConnection.makeSettings({
      baseUrl,
      wsUrl: baseUrl.replace(/^http/, "ws"),
      appUrl: "",
      token: "",
      fetch: versionedFetch,
    }),
    standby: "when-hidden",
  });
}
