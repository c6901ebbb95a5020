/**
 * The course's notebook server: the Jupyter Server API with the hardened Deno kernel behind it, and the
 * page that uses it. It listens on the loopback address only; see `access.ts` for who may talk to it.
 *
 * @module
 */
import type { KernelKind } from "lib/jupyter/client/kernel_process.ts";
import { delay } from "lib/jupyter/protocol/waiting.ts";
import { accessCookie, type AccessRules, checkSource, checkToken, proofOf } from "./access.ts";
import type { Bundle } from "./bundle.ts";
import { listCourse } from "./course_list.ts";
import { JupyterApi } from "../api/jupyter_api.ts";
import { removeLeftovers } from "./leftovers.ts";
import { bundleFile, courseFile, htmlPage, strangerPage } from "./pages.ts";
import { errorResponse, HttpError, jsonResponse, onlyRead } from "../api/responses.ts";

/** What a server serves, and where. */
export interface LabOptions {
  /** The folder of the course; its notebooks are found below it. */
  readonly root: string;
  /** The page, see `ensureBundle`; without it there is only the API. */
  readonly bundle?: Bundle;
  /** 0 takes any free port. */
  readonly port: number;
  /** What a client must know. */
  readonly token: string;
  /** Which kernels to start. Default: `hardened`. */
  readonly kernel?: KernelKind;
}

const listenAgainMs = 500;

/** A running server. */
export class LabServer {
  readonly #root: string;
  readonly #bundle: Bundle | undefined;
  readonly #rules: AccessRules;
  #http: Deno.HttpServer<Deno.NetAddr>;
  readonly #api: JupyterApi;
  #closing = false;

  private constructor(root: string, { bundle, token, port, kernel }: LabOptions) {
    this.#root = root;
    this.#bundle = bundle;
    this.#api = new JupyterApi(root, kernel);
    this.#http = this.#listen(port);
    this.#rules = { token, port: this.#http.addr.port };
  }

  /** Starts a server. Throws `Deno.errors.AddrInUse` if the port is taken. */
  static async start(options: LabOptions): Promise<LabServer> {
    const root = await Deno.realPath(options.root);
    await removeLeftovers(root);
    return new LabServer(root, options);
  }

  /** The port that it listens on. */
  get port(): number {
    return this.#rules.port;
  }

  /** The address to open in a browser. */
  get address(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.#rules.token}`;
  }

  /** Number of kernels that run. */
  get kernelCount(): number {
    return this.#api.kernelCount;
  }

  /**
   * Listens. Deno gives up when the system has no socket left, be it for a moment: then this begins again,
   * since kernels and their variables depend on it.
   */
  #listen(port: number): Deno.HttpServer<Deno.NetAddr> {
    const http = Deno.serve(
      { hostname: "127.0.0.1", port, onListen() {} },
      (request) => this.#answer(request),
    );
    http.finished.catch(async () => {
      while (!this.#closing) {
        await delay(listenAgainMs);
        try {
          this.#http = this.#listen(this.port);
          return;
        } catch {
          // not yet
        }
      }
    });
    return http;
  }

  /** Ends all kernels and connections. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#api.close();
    await this.#http.shutdown();
  }

  async #answer(request: Request): Promise<Response> {
    try {
      if (this.#closing) throw new HttpError(503, "the server is closing");
      checkSource(request, this.#rules);
      const url = new URL(request.url);
      const [area, ...rest] = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
      const keepsCopy = area === "course" && rest[0] === "copies";
      if (area !== "api" && !keepsCopy) onlyRead(request);
      if (area === "static" && this.#bundle) {
        return await bundleFile(this.#bundle.folder, rest.slice(1).join("/"));
      }
      if (area === "api") {
        if (rest.length > 0) checkToken(request, this.#rules); // the version is no secret
        return await this.#api.handle(request, rest);
      }
      if (area === "course") {
        checkToken(request, this.#rules);
        return jsonResponse(await this.#course(request, url, rest));
      }
      return await this.#page(request, url, area, rest.join("/"));
    } catch (error) {
      await request.body?.cancel().catch(() => {});
      return problem(error);
    }
  }

  async #page(
    request: Request,
    url: URL,
    area: string | undefined,
    path: string,
  ): Promise<Response> {
    const proof = proofOf(request, this.#rules);
    if (proof === "none") return strangerPage();
    if (area === "files") return await courseFile(this.#root, path);
    const page = area === undefined
      ? "home"
      : area === "notebooks" && path
      ? "notebook"
      : undefined;
    if (!page) throw new HttpError(404, `not found: ${url.pathname}`);
    if (!url.searchParams.has("token")) {
      if (!this.#bundle) throw new HttpError(404, "this server has only its API");
      if (page === "notebook") this.#api.prepareKernel(path);
      return htmlPage(page, this.#bundle.version);
    }
    url.searchParams.delete("token"); // from here on the cookie speaks for the browser
    return new Response(null, {
      status: 302,
      headers: { Location: url.pathname + url.search, "Set-Cookie": accessCookie(this.#rules) },
    });
  }

  /** What the page asks beyond Jupyter's API. */
  async #course(
    request: Request,
    url: URL,
    [what, ...rest]: readonly string[],
  ): Promise<unknown> {
    switch (`${request.method} ${what}`) {
      case "GET notebooks":
        return await this.#list();
      case "GET runs":
        return this.#api.orphans(rest[0] ?? "", url.searchParams.get("session") ?? undefined);
      case "POST copies":
        return { path: await this.#api.keepCopy(rest.join("/"), request) };
      default:
        throw new HttpError(404, `not found: ${request.method} /course/${what}`);
    }
  }

  async #list(): Promise<unknown> {
    const running = this.#api.runningPaths();
    const entries = await listCourse(this.#root);
    return entries.map((entry) => ({ ...entry, running: running.includes(entry.path) }));
  }
}

/** The page has a translation of this sentence. */
const diskFull = "The disk is full. Nothing was written, and the file is as it was before.";

function problem(error: unknown): Response {
  if (error instanceof HttpError) return errorResponse(error.status, error.message);
  if (error instanceof URIError) return errorResponse(400, "expected a well-formed address");
  if (error instanceof Deno.errors.NotFound) return errorResponse(404, "not found");
  if (error instanceof Deno.errors.IsADirectory) return errorResponse(400, "that is a folder");
  if (error instanceof Deno.errors.AlreadyExists) return errorResponse(409, "that exists already");
  if (error instanceof Deno.errors.PermissionDenied) {
    return errorResponse(403, `not permitted: ${error.message}`);
  }
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") return errorResponse(507, diskFull);
  if (code === "EROFS") return errorResponse(403, "The disk is read-only: nothing was written.");
  console.error(error);
  return errorResponse(500, error instanceof Error ? error.message : String(error));
}
