/**
 * The Jupyter Server API: which request goes where below `/api/`.
 * https://jupyter-server.readthedocs.io/en/stable/developers/rest-api.html
 *
 * @module
 */
import { dirname } from "node:path";
import type { JsonObject } from "lib/jupyter/format/json.ts";
import type { KernelKind } from "lib/jupyter/client/kernel_process.ts";
import { Channels } from "./channels.ts";
import { CheckpointsApi } from "./checkpoints.ts";
import { ContentsApi } from "./contents.ts";
import { KernelPool } from "./kernels.ts";
import { findPlace } from "./paths.ts";
import { emptyResponse, HttpError, jsonResponse, onlyRead, readBody } from "./responses.ts";
import { SessionsApi } from "./sessions.ts";
import { patience, saveUnseen } from "./unseen_outputs.ts";

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
/** What requests cannot change. */
const readable = new Set([undefined, "status", "me", "config", "kernelspecs", "events"]);
const learner = {
  username: "learner",
  name: "Learner",
  display_name: "Learner",
  initials: "L",
  avatar_url: null,
  color: null,
};

/** Answers requests below `/api/` for one served folder, and owns its kernels. */
export class JupyterApi {
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
    this.#caretaker = setInterval(
      () => void this.#saveUnseen(this.#sessions.running(), patience),
      patience / 2,
    );
  }

  /** Number of kernels that run. */
  get kernelCount(): number {
    return this.#kernels.list().length;
  }

  /** Paths of the notebooks that have a kernel. */
  runningPaths(): string[] {
    return this.#sessions.running().map(({ path }) => path);
  }

  /** Cells that another page may go on with, see `journal.ts`. */
  orphans(kernelId: string, session?: string): JsonObject[] {
    return this.#kernels.get(kernelId).journal.orphans(session)
      .map(({ id, cell, code, state }) => ({ id, cell, code, state }));
  }

  /** Keeps a page's version of a notebook, see {@linkcode ContentsApi.keepCopy}. */
  async keepCopy(path: string, request: Request): Promise<string> {
    return await this.#contents.keepCopy(path, request);
  }

  /** Starts a notebook's kernel while its page loads; the page's own request then finds it. */
  prepareKernel(path: string): void {
    this.#sessions.prepare(path).catch(() => {}); // the page's request will tell
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

  /** Answers one request; `segments` are the decoded parts of the path after `/api`. */
  async handle(request: Request, segments: readonly string[]): Promise<Response> {
    const [area, ...rest] = segments;
    if (readable.has(area)) onlyRead(request);
    switch (area) {
      case undefined:
        return jsonResponse({ version: "2.14.0" }); // the Jupyter Server whose API this is
      case "status":
        return jsonResponse({
          started: this.#started,
          last_activity: new Date().toISOString(),
          connections: this.#channels.count,
          kernels: this.kernelCount,
        });
      case "me":
        return jsonResponse({ identity: learner, permissions: {} });
      case "config":
        return jsonResponse({});
      case "kernelspecs":
        if (rest.length === 0) {
          return jsonResponse({ default: kernelName, kernelspecs: { [kernelName]: kernelspec } });
        }
        if (rest.join("/") !== kernelName) throw new HttpError(404, "the only kernel is deno");
        return jsonResponse(kernelspec);
      case "events":
        if (rest[0] !== "subscribe") throw new HttpError(404, "this server publishes no events");
        return this.#channels.listenToEvents(request);
      case "kernels":
        return await this.#kernel(request, rest);
      case "sessions":
        return await this.#sessions.handle(request, rest[0]);
      case "contents":
        return await this.#content(request, rest);
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
    const path = segments.join("/");
    const response = await this.#contents.handle(request, path);
    if (request.method === "PUT") {
      for (const { path: open, kernel } of this.#sessions.running()) {
        if (open === path) kernel.journal.settle();
      }
    }
    return response;
  }

  async #kernel(request: Request, [id, action]: readonly string[]): Promise<Response> {
    const { method } = request;
    if (id === undefined) return await this.#allKernels(request);
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
    throw new HttpError(404, `not found: ${method} /api/kernels/${id}/${action ?? ""}`);
  }

  async #allKernels(request: Request): Promise<Response> {
    if (request.method === "GET") {
      return jsonResponse(this.#kernels.list().map((kernel) => kernel.model));
    }
    if (request.method !== "POST") throw new HttpError(405, `${request.method} is not known here`);
    const { path, name } = await readBody(request, 64 * 1024);
    const folder = typeof path === "string" ? await this.#folderOf(path) : this.#root;
    const kernel = await this.#kernels.start(typeof name === "string" ? name : kernelName, folder);
    return jsonResponse(kernel.model, 201);
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
