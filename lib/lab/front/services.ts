/**
 * Talking to the server: JupyterLab's own services, with one addition. Every notebook carries the
 * version (`ETag`) that this page last saw, and is saved only over that version (`If-Match`): what
 * another program wrote in the meantime is never lost without a question.
 *
 * @module
 */
import { ServerConnection, ServiceManager } from "@jupyterlab/services";

const versions = new Map<string, string>();

/** `fetch` that remembers versions of files and names them when it saves. */
async function versionedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith("/api/contents/")) return await fetch(request);
  const known = versions.get(pathname);
  const guarded = request.method === "PUT" && known !== undefined
    ? new Request(request, { headers: [...request.headers, ["If-Match", known]] })
    : request;
  const response = await fetch(guarded);
  const version = response.headers.get("ETag");
  if (response.ok && version !== null) versions.set(pathname, version);
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
