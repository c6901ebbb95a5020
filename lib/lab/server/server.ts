/**
 * The course's notebook server: the Jupyter Server API with the hardened Deno kernel behind it, and the
 * page that uses it. It listens on the loopback address only; see `access.ts` for who may talk to it.
 *
 * @module
 */
import type { MiddlewareHandler } from "hono";
import { Hono } from "hono/tiny";
import { join } from "node:path";
import type { KernelKind } from "lib/jupyter/client/process.ts";
import { delay } from "lib/platform/waiting.ts";
import { JupyterApi, refuseAddress } from "../api/jupyter_api.ts";
import {
  emptyResponse,
  errorResponse,
  HttpError,
  jsonResponse,
  jsonTextResponse,
  modelResponse,
  onlyRead,
} from "../api/responses.ts";
import {
  accessCookie,
  type AccessRules,
  checkRole,
  checkSource,
  checkToken,
  OpeningCodes,
  proofOf,
} from "./access.ts";
import type { Bundle } from "./bundle.ts";
import type { Edition } from "./course_entry.ts";
import { listCourse } from "./course_list.ts";
import { otherEdition, takeAnswersAlong } from "./editions.ts";
import { homeworkRoutes } from "./homework_routes.ts";
import { removeLeftovers } from "./leftovers.ts";
import { bundleFile, courseFile, htmlPage, strangerPage } from "./pages.ts";
import { librarySources, modulesBeside, packageTypings } from "./typings.ts";

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
  /** The file that holds the learner's progress. Default: the one that `deno task check` writes. */
  readonly memory?: string;
  /** Start a kernel ahead for the course's notebooks. Default: false. */
  readonly spareKernel?: boolean;
}

const listenAgainMs = 500;

/** A running server. */
export class LabServer {
  readonly #root: string;
  readonly #bundle: Bundle | undefined;
  readonly #memory: string | undefined;
  readonly #rules: AccessRules;
  #http: Deno.HttpServer<Deno.NetAddr>;
  readonly #api: JupyterApi;
  readonly #routes: Hono;
  #closing = false;

  private constructor(root: string, { bundle, token, port, kernel, memory }: LabOptions) {
    this.#root = root;
    this.#memory = memory;
    this.#bundle = bundle;
    this.#api = new JupyterApi(root, kernel);
    this.#routes = this.#makeRoutes();
    this.#http = this.#listen(port);
    this.#rules = { token, port: this.#http.addr.port, codes: new OpeningCodes() };
  }

  /** Starts a server. Throws `Deno.errors.AddrInUse` if the port is taken. */
  static async start(options: LabOptions): Promise<LabServer> {
    const root = await Deno.realPath(options.root);
    await removeLeftovers(root);
    const server = new LabServer(root, options);
    if (options.spareKernel) await server.#keepSpareKernel();
    return server;
  }

  /** Number of processes that kernels have. */
  get processCount(): number {
    return this.#api.processCount;
  }

  /** Has a kernel ready in the folder of the course's notebooks. */
  async #keepSpareKernel(): Promise<void> {
    const folder = join(this.#root, "notebooks");
    const isThere = await Deno.stat(folder).then((info) => info.isDirectory, () => false);
    this.#api.keepSpareKernel(isThere ? folder : this.#root);
  }

  /** The port that it listens on. */
  get port(): number {
    return this.#rules.port;
  }

  /** The address to open in a browser. */
  get address(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.#rules.token}`;
  }

  /**
   * An address of the page at `path` that lets one browser in, once: for a command whose words others may read.
   */
  openingAddress(path = "/"): string {
    return `http://127.0.0.1:${this.port}${path}?code=${this.#rules.codes.make()}`;
  }

  /** Number of kernels. */
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
      if (request.method === "HEAD") onlyRead(request); // Hono would answer it like GET
      return await this.#routes.fetch(request);
    } catch (error) {
      await request.body?.cancel().catch(() => {});
      return problem(error);
    }
  }

  /** Which request goes where. What comes first in this list is tried first. */
  #makeRoutes(): Hono {
    const guard: MiddlewareHandler = async ({ req }, next) => {
      checkToken(req.raw, this.#rules);
      checkRole(req.raw, ["empty", "websocket"]);
      await next();
    };
    const guardPage: MiddlewareHandler = async ({ req }, next) => {
      if (proofOf(req.raw, this.#rules) !== "none") return await next();
      const code = req.query("code");
      return code !== undefined && this.#rules.codes.redeem(code)
        ? this.#letIn(req.raw)
        : strangerPage();
    };
    const app = new Hono({ getPath: cleanPath });
    app.onError((error) => {
      throw error; // `#answer` makes a response of it
    });
    app.use("/api/:area/*", guard); // the version, at /api, is no secret
    app.route("/api", this.#api.routes);
    app.post("/course/copies/:path{.+}", guard, async ({ req }) => {
      return jsonResponse({ path: await this.#api.keepPageVersion(req.param("path"), req.raw) });
    });
    app.post("/course/versions/:path{.+}", guard, async ({ req }) => {
      const hash = await this.#api.versionOf(req.param("path"), req.raw);
      return hash === undefined ? emptyResponse() : modelResponse({ hash });
    });
    app.post("/course/editions/:path{.+}", guard, async ({ req }) => {
      const path = req.param("path");
      const other = otherEdition(path);
      await this.#api.changeByOther(path, other, takeAnswersAlong);
      return jsonResponse({ path: other });
    });

    app.use("/course/verdicts", guard);
    app.use("/course/exercises/*", guard);
    app.route("/course", homeworkRoutes(this.#memory));

    app.use(async ({ req }, next) => {
      onlyRead(req.raw);
      await next();
    });
    app.use("/course/*", guard);
    app.get("/course/notebooks", async () => jsonResponse(await this.#list()));
    app.get("/course/runs/:kernel", ({ req }) => {
      return jsonResponse(this.#api.orphans(req.param("kernel"), req.query("session")));
    });
    app.get("/course/typings/library", async ({ req }) => {
      const { files, ...reading } = await librarySources();
      const own = await modulesBeside(this.#root, req.query("folder") ?? "");
      return jsonResponse({ files: { ...own, ...files }, ...reading });
    });
    app.get("/course/typings/packages", async () => jsonTextResponse(await packageTypings()));
    app.get("/course/*", refuseAddress);
    const { folder } = this.#bundle ?? {};
    if (folder !== undefined) {
      app.get("/static/:version/:path{.+}", ({ req }) => bundleFile(folder, req.param("path")));
    }

    app.use(guardPage);
    app.get("/files/:path{.+}", ({ req }) => courseFile(this.#root, req.param("path"), req.raw));
    app.get("/", ({ req }) => this.#page(req.raw, "home"));
    app.get("/notebooks/:path{.+}", ({ req }) => {
      return this.#page(req.raw, "notebook", req.param("path"));
    });
    app.notFound(refuseAddress);
    return app;
  }

  /** A page. Only an address without a token or a code stays in the browser's history. */
  #page(request: Request, name: "home" | "notebook", path = ""): Response {
    checkRole(request, ["document"]);
    const { host, searchParams } = new URL(request.url);
    if (["token", "code"].some((secret) => searchParams.has(secret))) return this.#letIn(request);
    if (!this.#bundle) throw new HttpError(404, "this server has only its API");
    if (name === "notebook") void this.#api.prepareKernel(path);
    const page = htmlPage(name, this.#bundle.version, host);
    page.headers.set("Set-Cookie", accessCookie(this.#rules)); // who comes often stays in
    return page;
  }

  /** Leads to the same address without what lets in; from there on a cookie speaks for the browser. */
  #letIn(request: Request): Response {
    const url = new URL(request.url);
    for (const secret of ["token", "code"]) url.searchParams.delete(secret);
    return new Response(null, {
      status: 302,
      headers: {
        Location: url.pathname.replace(/^\/+/, "/") + url.search,
        "Set-Cookie": accessCookie(this.#rules),
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
      },
    });
  }

  /** The course's notebooks, for the first page. */
  async #list(): Promise<unknown> {
    const running = this.#api.runningPaths();
    const entries = await listCourse(this.#root);
    const withKernel = (edition: Edition) => (
      { ...edition, running: running.includes(edition.path) }
    );
    return entries.map(({ korean, ...entry }) => (
      { ...withKernel(entry), number: entry.number, ...(korean && { korean: withKernel(korean) }) }
    ));
  }
}

/**
 * The path by which a request's route is found, with every part encoded in one way: Hono would leave
 * malformed parts as they are, and not see that `//api` is `/api`. Throws `URIError` for a malformed path.
 */
function cleanPath(request: Request): string {
  const parts = new URL(request.url).pathname.split("/").filter(Boolean);
  return "/" + parts.map((part) => encodeURIComponent(decodeURIComponent(part))).join("/");
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
