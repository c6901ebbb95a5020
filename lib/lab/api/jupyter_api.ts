/**
 * The Jupyter Server API: which request goes where below `/api/`.
 * https://jupyter-server.readthedocs.io/en/stable/developers/rest-api.html
 *
 * @module
 */
import type { Context } from "hono";
import { Hono } from "hono/tiny";
import { dirname } from "node:path";
import type { KernelKind } from "lib/jupyter/client/process.ts";
import { kernelspec, learner } from "lib/jupyter/format/identity.ts";
import { asString, type JsonObject } from "lib/jupyter/format/json.ts";
import { Channels } from "./kernels/channels.ts";
import { CheckpointsApi } from "./checkpoints.ts";
import { ContentsApi } from "./contents.ts";
import { KernelPool } from "./kernels/kernels.ts";
import { largestFile, smallBody } from "./file_limits.ts";
import { courseImports } from "./notebook_imports.ts";
import { findPlace } from "./paths.ts";
import { emptyResponse, HttpError, jsonResponse, modelResponse, readBody } from "./responses.ts";
import { SessionsApi } from "./kernels/sessions.ts";
import { patience, saveUnseen } from "./kernels/unseen_outputs.ts";

const kernelName = kernelspec.name;

/** Answers requests below `/api/` for one served folder, and owns its kernels. */
export class JupyterApi {
  /** Answers the requests. Who may send them is for the server to check. */
  readonly routes: Hono;
  readonly #root: string;
  readonly #kernels: KernelPool;
  readonly #channels = new Channels();
  readonly #contents: ContentsApi;
  readonly #checkpoints: CheckpointsApi;
  readonly #sessions: SessionsApi;
  readonly #started = new Date().toISOString();
  readonly #caretaker: ReturnType<typeof setInterval>;

  /**
   * @param root The served folder: absolute, without symbolic links.
   * @param kernel Which kernels to start. Default: `hardened`.
   */
  constructor(root: string, kernel?: KernelKind) {
    this.#root = root;
    this.#kernels = new KernelPool(kernel);
    this.#contents = new ContentsApi(root);
    this.#checkpoints = new CheckpointsApi(root);
    this.#sessions = new SessionsApi(this.#kernels, {
      folderOf: (path) => this.#folderOf(path),
      isFile: (path) => this.#isFile(path),
    });
    this.routes = this.#makeRoutes();
    this.#caretaker = setInterval(
      () => void this.#saveUnseen(this.#sessions.running(), patience),
      patience / 2,
    );
  }

  /** Number of kernels. */
  get kernelCount(): number {
    return this.#kernels.list().length;
  }

  /** Number of processes that kernels have. */
  get processCount(): number {
    return this.#kernels.processCount;
  }

  /** Paths of the notebooks whose kernel has a process, and variables perhaps. */
  runningPaths(): string[] {
    return this.#sessions.running().filter(({ kernel }) => kernel.hasProcess)
      .map(({ path }) => path);
  }

  /** Cells that another page may go on with, see `journal.ts`. */
  orphans(kernelId: string, session?: string): JsonObject[] {
    return this.#kernels.get(kernelId).journal.orphans(session)
      .map(({ id, cell, code, state }) => ({ id, cell, code, state }));
  }

  /** Keeps a page's version of a notebook, see {@linkcode ContentsApi.keepPageVersion}. */
  async keepPageVersion(path: string, request: Request): Promise<string> {
    return await this.#contents.keepPageVersion(path, await readBody(request, largestFile));
  }

  /** The version of a notebook that a page's save has written, see {@linkcode ContentsApi.versionOf}. */
  async versionOf(path: string, request: Request): Promise<string | undefined> {
    return await this.#contents.versionOf(path, await readBody(request, largestFile));
  }

  /** Changes a notebook by another one, see {@linkcode ContentsApi.changeByOther}. */
  async changeByOther(...args: Parameters<ContentsApi["changeByOther"]>): Promise<void> {
    await this.#contents.changeByOther(...args);
  }

  /** Keeps a kernel's process ready for the notebooks in `folder`. */
  keepSpareKernel(folder: string): void {
    this.#kernels.keepSpare(folder);
  }

  /** Loads what a notebook imports into the process that is ready, while its page loads. */
  async prepareKernel(path: string): Promise<void> {
    try {
      const { file } = await findPlace(this.#root, path);
      this.#kernels.preload(dirname(file), await courseImports(file));
    } catch {
      // no notebook: the page's request will tell
    }
  }

  /** Closes connections, then ends all kernels: pages see a lost server, not a dead kernel. */
  async close(): Promise<void> {
    clearInterval(this.#caretaker);
    // A page that is there saves its outputs itself, when the server is back.
    const alone = this.#sessions.running().filter(({ kernel }) => !kernel.journal.watched);
    this.#channels.close();
    await this.#kernels.close();
    for (const { kernel } of alone) kernel.journal.endAll();
    await this.#saveUnseen(alone, 0);
  }

  async #saveUnseen(running: ReturnType<SessionsApi["running"]>, ms: number): Promise<void> {
    for (const { path, kernel } of running) {
      try {
        await saveUnseen(this.#contents, kernel, path, ms);
      } catch (error) {
        console.error(`Outputs of ${path} could not be saved:`, error);
      }
    }
  }

  /** Which request goes where. What comes first in this list is tried first. */
  #makeRoutes(): Hono {
    const api = new Hono();
    const version = "2.14.0"; // of the Jupyter Server whose API this is
    api.get("/", () => jsonResponse({ version })).all(refuseToChange);
    api.get("/status", () => {
      return jsonResponse({
        started: this.#started,
        last_activity: new Date().toISOString(),
        connections: this.#channels.count,
        kernels: this.kernelCount,
      });
    }).all(refuseToChange);
    api.get("/me", () => jsonResponse({ identity: learner, permissions: {} })).all(refuseToChange);
    api.get("/config/*", () => jsonResponse({})).all(refuseToChange);
    api.get("/kernelspecs", () => {
      return jsonResponse({ default: kernelName, kernelspecs: { [kernelName]: kernelspec } });
    }).all(refuseToChange);
    api.get("/kernelspecs/:name", ({ req }) => {
      if (req.param("name") !== kernelName) throw new HttpError(404, "the only kernel is deno");
      return jsonResponse(kernelspec);
    }).all(refuseToChange);
    api.get("/events/subscribe", ({ req }) => this.#channels.listenToEvents(req.raw))
      .all(refuseToChange);

    this.#addKernelRoutes(api);
    this.#addSessionRoutes(api);
    this.#addContentRoutes(api);
    api.all("*", refuseAddress);
    return api;
  }

  #addKernelRoutes(api: Hono): void {
    api.get("/kernels", () => {
      return jsonResponse(this.#kernels.list().map((kernel) => kernel.model));
    });
    api.post("/kernels", async ({ req }) => {
      const { path, name } = await readBody(req.raw, smallBody);
      const folder = typeof path === "string" ? await this.#folderOf(path) : this.#root;
      const kernel = this.#kernels.start(asString(name, kernelName), folder);
      return jsonResponse(kernel.model, 201);
    });
    api.all("/kernels", refuseMethod);
    api.get("/kernels/:id", ({ req }) => jsonResponse(this.#kernels.get(req.param("id")).model));
    api.delete("/kernels/:id", async ({ req }) => {
      await this.#kernels.stop(req.param("id"));
      return emptyResponse();
    });
    api.get("/kernels/:id/channels", ({ req }) => {
      return this.#channels.connect(req.raw, this.#kernels.get(req.param("id")));
    });
    api.post("/kernels/:id/interrupt", async ({ req }) => {
      await this.#kernels.get(req.param("id")).interrupt();
      return emptyResponse();
    });
    api.post("/kernels/:id/restart", async ({ req }) => {
      const kernel = this.#kernels.get(req.param("id"));
      await kernel.restart();
      return jsonResponse(kernel.model);
    });
  }

  #addSessionRoutes(api: Hono): void {
    api.get("/sessions", () => jsonResponse(this.#sessions.list()));
    api.post("/sessions", async ({ req }) => {
      return jsonResponse(await this.#sessions.create(await readBody(req.raw, smallBody)), 201);
    });
    api.get("/sessions/:id", async ({ req }) => {
      return jsonResponse(await this.#sessions.get(req.param("id")));
    });
    api.patch("/sessions/:id", async ({ req }) => {
      const body = await readBody(req.raw, smallBody);
      return jsonResponse(await this.#sessions.change(req.param("id"), body));
    });
    api.delete("/sessions/:id", async ({ req }) => {
      await this.#sessions.end(req.param("id"));
      return emptyResponse();
    });
    api.all("/sessions/:id?", refuseMethod);
  }

  #addContentRoutes(api: Hono): void {
    const checkpoints = "/contents/:path{.+}/checkpoints";
    api.get(checkpoints, async ({ req }) => {
      return jsonResponse(await this.#checkpoints.list(req.param("path")));
    });
    api.post(checkpoints, async ({ req }) => {
      return jsonResponse(await this.#checkpoints.make(req.param("path")), 201);
    });
    api.post(`${checkpoints}/:id`, async ({ req }) => {
      await this.#checkpoints.restore(req.param("path"), req.param("id"));
      return emptyResponse();
    });
    api.delete(`${checkpoints}/:id`, async ({ req }) => {
      await this.#checkpoints.remove(req.param("path"), req.param("id"));
      return emptyResponse();
    });
    api.all(`${checkpoints}/:id?`, refuseMethod);

    const contents = "/contents/:path{.+}?";
    api.get(contents, async ({ req }) => {
      const { content, type, format } = req.query();
      const wanted = { content: content !== "0", type, format };
      return modelResponse(await this.#contents.read(req.param("path") ?? "", wanted));
    });
    api.put(contents, async ({ req }) => {
      const path = req.param("path") ?? "";
      const body = await readBody(req.raw, largestFile);
      const { model, isNew } = await this.#contents.save(path, body, req.raw.headers);
      for (const { path: open, kernel } of this.#sessions.running()) {
        if (open === path) kernel.journal.settle();
      }
      return modelResponse(model, isNew ? 201 : 200);
    });
    api.post(contents, async ({ req }) => {
      const body = await readBody(req.raw, smallBody);
      return modelResponse(await this.#contents.create(req.param("path") ?? "", body), 201);
    });
    api.patch(contents, async ({ req }) => {
      const body = await readBody(req.raw, smallBody);
      return modelResponse(await this.#contents.rename(req.param("path") ?? "", body));
    });
    api.delete(contents, async ({ req }) => {
      await this.#contents.remove(req.param("path") ?? "");
      return emptyResponse();
    });
    api.all(contents, refuseMethod);
  }

  async #isFile(path: string): Promise<boolean> {
    try {
      return (await Deno.stat((await findPlace(this.#root, path)).file)).isFile;
    } catch {
      return false; // no such file, or not inside
    }
  }

  /** The folder of a notebook, or the served folder if there is no such notebook. */
  async #folderOf(path: string): Promise<string> {
    const { file } = await findPlace(this.#root, path);
    const info = await Deno.stat(file).catch(() => undefined);
    const folder = info?.isDirectory ? file : dirname(file);
    return folder.startsWith(this.#root) ? folder : this.#root;
  }
}

/** Follows the GET of an address that can only be read. */
function refuseToChange({ req }: Context): never {
  throw new HttpError(405, `expected GET, got ${req.method}`);
}

/** Follows all the methods that an address knows. */
function refuseMethod({ req }: Context): never {
  throw new HttpError(405, `${req.method} is not known here`);
}

/** Follows all routes. */
export function refuseAddress({ req }: Context): never {
  throw new HttpError(404, `not found: ${new URL(req.url).pathname}`);
}
