/**
 * The course's notebook server: the Jupyter Server API (REST and WebSocket) with the hardened Deno
 * kernel behind it, and the page that uses it. It listens on the loopback address only; see `access.ts`
 * for who may talk to it.
 *
 * @module
 */
import { dirname, join } from "node:path";
import type { KernelKind } from "lib/jupyter/kernel_process.ts";
import {
  accessCookie,
  type AccessRules,
  checkSource,
  checkToken,
  proofOf,
} from "lib/lab/access.ts";
import { Channels } from "lib/lab/channels.ts";
import { CheckpointsApi } from "lib/lab/checkpoints.ts";
import { ContentsApi } from "lib/lab/contents.ts";
import { listCourse } from "lib/lab/course_list.ts";
import { KernelPool } from "lib/lab/kernels.ts";
import { bundleFile, courseFile, htmlPage, strangerPage } from "lib/lab/pages.ts";
import { findPlace } from "lib/lab/paths.ts";
import {
  emptyResponse,
  errorResponse,
  HttpError,
  jsonResponse,
  readBody,
} from "lib/lab/responses.ts";
import { SessionsApi } from "lib/lab/sessions.ts";

/** What a server serves, and where. */
export interface LabOptions {
  /** The folder of the course; its notebooks are found below it. */
  readonly root: string;
  /** The page's bundle, see {@linkcode ensureBundle}; without it there is only the API. */
  readonly bundle?: { readonly folder: string; readonly version: string };
  /** 0 takes any free port. */
  readonly port: number;
  /** What a client must know. */
  readonly token: string;
  /** Which kernels to start. Default: `hardened`. */
  readonly kernel?: KernelKind;
}

const kernelName = "deno";
const kernelspec = {
  name: kernelName,
  resources: {},
  spec: {
    argv: [],
    env: {},
    display_name: "Deno",
    language: "typescript",
    interrupt_mode: "message",
    metadata: {},
  },
};
const learner = {
  username: "learner",
  name: "Learner",
  display_name: "Learner",
  initials: "L",
  avatar_url: null,
  color: null,
};

/** A running server. */
export class LabServer {
  readonly #root: string;
  readonly #bundle: LabOptions["bundle"];
  readonly #rules: AccessRules;
  readonly #http: Deno.HttpServer<Deno.NetAddr>;
  readonly #kernels: KernelPool;
  readonly #channels = new Channels();
  readonly #contents: ContentsApi;
  readonly #checkpoints: CheckpointsApi;
  readonly #sessions: SessionsApi;
  #closing = false;
  readonly #started = new Date().toISOString();

  private constructor(root: string, { bundle, token, port, kernel }: LabOptions) {
    this.#kernels = new KernelPool(kernel);
    this.#root = root;
    this.#bundle = bundle;
    this.#contents = new ContentsApi(root);
    this.#checkpoints = new CheckpointsApi(root);
    this.#sessions = new SessionsApi(
      this.#kernels,
      (path) => this.#folderOf(path),
      (path) => this.#isFile(path),
    );
    this.#http = Deno.serve(
      { hostname: "127.0.0.1", port, onListen() {} },
      (request) => this.#answer(request),
    );
    this.#rules = { token, port: this.#http.addr.port };
  }

  /** Starts a server. Throws `Deno.errors.AddrInUse` if the port is taken. */
  static async start(options: LabOptions): Promise<LabServer> {
    return new LabServer(await Deno.realPath(options.root), options);
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
    return this.#kernels.list().length;
  }

  /** Ends all kernels and connections. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#channels.close(); // first, so that pages see a lost server and not a dead kernel
    await this.#kernels.close();
    await this.#http.shutdown();
  }

  async #answer(request: Request): Promise<Response> {
    try {
      if (this.#closing) throw new HttpError(503, "the server is closing");
      checkSource(request, this.#rules);
      const url = new URL(request.url);
      const segments = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
      if (segments[0] === "static" && this.#bundle) {
        return await bundleFile(this.#bundle.folder, segments.slice(2).join("/"));
      }
      if (segments[0] === "api") {
        if (segments.length > 1) checkToken(request, this.#rules); // the version is no secret
        return await this.#api(request, segments.slice(1));
      }
      return await this.#page(request, url, segments);
    } catch (error) {
      await request.body?.cancel().catch(() => {});
      return problem(error);
    }
  }

  async #page(request: Request, url: URL, segments: readonly string[]): Promise<Response> {
    const proof = proofOf(request, this.#rules);
    if (proof === "none") return strangerPage();
    if (request.method !== "GET") throw new HttpError(405, "expected GET");
    if (proof === "token" && url.searchParams.has("token") && segments[0] !== "files") {
      url.searchParams.delete("token"); // from here on the cookie speaks for the browser
      return new Response(null, {
        status: 302,
        headers: { Location: url.pathname + url.search, "Set-Cookie": accessCookie(this.#rules) },
      });
    }
    const rest = segments.slice(1).join("/");
    switch (segments[0]) {
      case "files":
        return await courseFile(this.#root, rest);
      case "course":
        if (rest === "notebooks") return jsonResponse(await this.#list());
        break;
      case "notebooks":
        if (this.#bundle && rest !== "") return htmlPage("notebook", this.#bundle.version);
        break;
      case undefined:
        if (this.#bundle) return htmlPage("home", this.#bundle.version);
    }
    throw new HttpError(404, `not found: ${url.pathname}`);
  }

  async #list(): Promise<unknown> {
    const running = this.#sessions.runningPaths();
    const entries = await listCourse(this.#root);
    return entries.map((entry) => ({ ...entry, running: running.includes(entry.path) }));
  }

  async #api(request: Request, segments: readonly string[]): Promise<Response> {
    switch (segments[0]) {
      case undefined:
        return jsonResponse({ version: "2.14.0" });
      case "status":
        return jsonResponse({
          started: this.#started,
          last_activity: new Date().toISOString(),
          connections: this.#kernels.list().length,
          kernels: this.#kernels.list().length,
        });
      case "me":
        return jsonResponse({ identity: learner, permissions: {} });
      case "config":
        return jsonResponse({});
      case "kernelspecs":
        return segments.length > 1
          ? jsonResponse(kernelspec)
          : jsonResponse({ default: kernelName, kernelspecs: { [kernelName]: kernelspec } });
      case "events":
        if (segments[1] === "subscribe") return this.#channels.listenToEvents(request);
        throw new HttpError(404, "this server publishes no events");
      case "kernels":
        return await this.#kernel(request, segments.slice(1));
      case "sessions":
        return await this.#sessions.handle(request, segments[1]);
      case "contents":
        return await this.#content(request, segments.slice(1));
      default:
        throw new HttpError(404, `not found: /api/${segments.join("/")}`);
    }
  }

  async #content(request: Request, segments: readonly string[]): Promise<Response> {
    const at = segments.length - (segments.at(-1) === "checkpoints" ? 1 : 2);
    if (at > 0 && segments[at] === "checkpoints") {
      const path = segments.slice(0, at).join("/");
      return await this.#checkpoints.handle(request, path, segments[at + 1]);
    }
    return await this.#contents.handle(request, segments.join("/"));
  }

  async #kernel(request: Request, [id, action]: readonly string[]): Promise<Response> {
    const { method } = request;
    if (id === undefined) {
      if (method === "GET") return jsonResponse(this.#kernels.list().map((kernel) => kernel.model));
      if (method !== "POST") throw new HttpError(405, `${method} is not known here`);
      const { path, name } = await readBody(request, 64 * 1024);
      const folder = typeof path === "string" ? await this.#folderOf(path) : this.#root;
      const kernel = await this.#kernels.start(
        typeof name === "string" ? name : kernelName,
        folder,
      );
      return jsonResponse(kernel.model, 201);
    }
    const kernel = this.#kernels.get(id);
    if (action === "channels") return this.#channels.connect(request, kernel);
    if (method === "POST" && action === "interrupt") {
      await kernel.interrupt();
      return emptyResponse();
    }
    if (method === "POST" && action === "restart") {
      await kernel.restart();
      return jsonResponse(kernel.model);
    }
    if (method === "DELETE" && action === undefined) {
      await this.#kernels.stop(id);
      return emptyResponse();
    }
    if (method === "GET" && action === undefined) return jsonResponse(kernel.model);
    throw new HttpError(404, `not found: /api/kernels/${id}/${action}`);
  }

  async #isFile(path: string): Promise<boolean> {
    const place = await findPlace(this.#root, path).catch(() => undefined);
    return place !== undefined &&
      await Deno.stat(place.file).then((info) => info.isFile, () => false);
  }

  /** The folder of a notebook, or the course's if there is no such file. */
  async #folderOf(path: string): Promise<string> {
    const { file } = await findPlace(this.#root, path);
    const info = await Deno.stat(file).catch(() => undefined);
    return info?.isDirectory ? file : info?.isFile ? dirname(file) : join(this.#root);
  }
}

function problem(error: unknown): Response {
  if (error instanceof HttpError) return errorResponse(error.status, error.message);
  if (error instanceof URIError) return errorResponse(400, "expected a well-formed address");
  if (error instanceof Deno.errors.NotFound) return errorResponse(404, "not found");
  if (error instanceof Deno.errors.PermissionDenied) {
    return errorResponse(403, `not permitted: ${error.message}`);
  }
  console.error(error);
  return errorResponse(500, error instanceof Error ? error.message : String(error));
}
