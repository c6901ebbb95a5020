/**
 * Sessions: which notebook uses which kernel. Two pages of one notebook share its kernel, also when both
 * ask at the same moment.
 *
 * @module
 */
import { asObject, asString, type JsonObject } from "lib/jupyter/format/json.ts";
import { JobQueue } from "lib/platform/job_queue.ts";
import type { KernelPool, RunningKernel } from "./kernels.ts";
import { HttpError } from "../responses.ts";

interface Session {
  readonly id: string;
  path: string;
  name: string;
  type: string;
  kernelId: string;
}

/** What sessions need to know about the served folder. */
export interface SessionFiles {
  /** The folder that a notebook's kernel starts in. */
  folderOf(path: string): Promise<string>;
  /** Whether there is a file at this path. */
  isFile(path: string): Promise<boolean>;
}

/** The sessions of a server, as `/api/sessions` shows them. */
export class SessionsApi {
  readonly #sessions = new Map<string, Session>();
  readonly #queue = new JobQueue();

  readonly #kernels: KernelPool;
  readonly #files: SessionFiles;

  /**
   * @param kernels Where sessions get their kernels.
   * @param files Where notebooks lie.
   */
  constructor(kernels: KernelPool, files: SessionFiles) {
    this.#kernels = kernels;
    this.#files = files;
  }

  /** The notebooks that have a kernel, with it. */
  running(): { readonly path: string; readonly kernel: RunningKernel }[] {
    return this.#living().map(({ path, kernelId }) => ({
      path,
      kernel: this.#kernels.get(kernelId),
    }));
  }

  /** All sessions. */
  list(): JsonObject[] {
    return this.#living().map((session) => this.#model(session));
  }

  /** The session with this id. Throws {@linkcode HttpError} 404 if there is none. */
  async get(id: string): Promise<JsonObject> {
    return await this.#queue.run(() => Promise.resolve(this.#model(this.#find(id))));
  }

  /** Opens the session that a client asks for, with a new kernel if the notebook has none. */
  async create(body: JsonObject): Promise<JsonObject> {
    return await this.#queue.run(async () => {
      const asked = asString(body.path);
      const path = await this.#realPath(asked, asString(body.name));
      const type = asString(body.type, "notebook");
      const session = await this.#open(path, asString(body.name), type, asObject(body.kernel));
      return { ...this.#model(session), path: asked };
    });
  }

  /** Renames a session, or gives it another kernel. */
  async change(id: string, body: JsonObject): Promise<JsonObject> {
    return await this.#queue.run(async () => {
      const session = this.#find(id);
      const path = asString(body.path, session.path);
      if (path !== session.path) await this.#files.folderOf(path); // throws for a path outside
      session.path = path;
      session.name = asString(body.name, session.name);
      session.type = asString(body.type, session.type);
      const wanted = asObject(body.kernel);
      const replaces = typeof wanted.id === "string" && wanted.id !== session.kernelId ||
        typeof wanted.name === "string" && wanted.id !== session.kernelId;
      if (replaces) {
        const old = session.kernelId;
        session.kernelId = (await this.#kernelFor(wanted, session.path)).id;
        if (this.#kernels.find(old)) await this.#kernels.stop(old);
      }
      return this.#model(session);
    });
  }

  /** Ends a session and its kernel. */
  async end(id: string): Promise<void> {
    await this.#queue.run(async () => {
      const session = this.#find(id);
      this.#sessions.delete(id);
      if (this.#kernels.find(session.kernelId)) await this.#kernels.stop(session.kernelId);
    });
  }

  /** The session of a notebook: the one that exists, or a new one. */
  async #open(path: string, name: string, type: string, wanted: JsonObject): Promise<Session> {
    const existing = this.#living().find((session) => session.path === path);
    if (existing) return existing;
    const { id: kernelId } = await this.#kernelFor(wanted, path);
    const session: Session = { id: crypto.randomUUID(), path, name, type, kernelId };
    this.#sessions.set(session.id, session);
    return session;
  }

  async #kernelFor(wanted: JsonObject, path: string): Promise<RunningKernel> {
    if (typeof wanted.id === "string") return this.#kernels.get(wanted.id);
    return this.#kernels.start(
      asString(wanted.name, "deno"),
      await this.#files.folderOf(path),
    );
  }

  /**
   * JupyterLab asks for a random name in the notebook's folder and renames the session afterwards. Two
   * pages of one notebook would get a kernel each, so the notebook's own name counts.
   */
  async #realPath(asked: string, name: string): Promise<string> {
    const folder = asked.slice(0, asked.lastIndexOf("/") + 1);
    const random = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked.slice(folder.length));
    return random && name !== "" && await this.#files.isFile(folder + name) ? folder + name : asked;
  }

  #find(id: string): Session {
    const session = this.#living().find((known) => known.id === id);
    if (!session) throw new HttpError(404, `no session ${id}`);
    return session;
  }

  /** Sessions whose kernel still exists; the others are forgotten. */
  #living(): Session[] {
    for (const session of this.#sessions.values()) {
      if (!this.#kernels.find(session.kernelId)) this.#sessions.delete(session.id);
    }
    return [...this.#sessions.values()];
  }

  #model(session: Session): JsonObject {
    const { id, path, name, type } = session;
    const kernel = this.#kernels.get(session.kernelId).model;
    return { id, path, name, type, kernel, notebook: { path, name } };
  }
}
