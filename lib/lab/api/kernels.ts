/**
 * The kernels that run, and the pages that listen to each of them.
 *
 * @module
 */
import { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import type { KernelKind } from "lib/jupyter/client/process.ts";
import { asString, type JsonObject } from "lib/jupyter/format/json.ts";
import { type Channel, type Message, messageHeader } from "lib/jupyter/protocol/messages.ts";
import { JobQueue } from "lib/platform/job_queue.ts";
import { Journal } from "./journal.ts";
import { HttpError } from "./responses.ts";
import type { ChannelMessage } from "./websocket_messages.ts";

/** Gets what a kernel sends. */
export type Listener = (message: ChannelMessage) => void;

/** Restarts by itself at most this often in a minute: a kernel that dies at once stays dead. */
const restartsPerMinute = 3;

/** One kernel that the server keeps alive. */
export class RunningKernel {
  readonly id: string = crypto.randomUUID();
  readonly name: string;
  /** What its cells did, for pages that were away. */
  readonly journal = new Journal();
  readonly #listeners = new Set<Listener>();
  readonly #restarts: number[] = [];
  readonly #queue = new JobQueue();
  #client: KernelClient | undefined;
  #state = "starting";
  #lastActivity = new Date();
  #closed = false;

  private constructor(name: string) {
    this.name = name;
  }

  /** Starts a kernel in `cwd`. Rejects with the reason if it does not come up. */
  static async start(name: string, cwd: string, kind: KernelKind): Promise<RunningKernel> {
    const kernel = new RunningKernel(name);
    await kernel.#queue.run(() => kernel.#start(cwd, kind));
    return kernel;
  }

  /** `idle`, `busy`, `starting`, `restarting` or `dead`. */
  get state(): string {
    return this.#state;
  }

  /** The kernel in the form of the REST API. */
  get model(): JsonObject {
    return {
      id: this.id,
      name: this.name,
      last_activity: this.#lastActivity.toISOString(),
      execution_state: this.#state,
      connections: this.#listeners.size,
    };
  }

  /** Calls `listener` with all messages from now on; returns a function that ends this. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Passes a client's message on, after a restart that may be under way. Messages keep their order. */
  send(channel: Exclude<Channel, "iopub">, message: Message, session: string): Promise<void> {
    this.journal.note(message, session);
    return this.#queue.run(async () => {
      if (this.#client?.alive) await this.#client.send(channel, message);
    });
  }

  /** Stops the running cell. */
  async interrupt(): Promise<void> {
    if (this.#client?.alive) await this.#client.interrupt();
  }

  /** A new process without variables. */
  async restart(): Promise<void> {
    await this.#queue.run(async () => {
      this.#state = "restarting";
      await this.#client?.restart();
      this.journal.endAll();
      this.#state = "idle";
    });
  }

  /** Ends the kernel for good. */
  async shutdown(): Promise<void> {
    this.#closed = true;
    await this.#queue.run(async () => {
      await this.#client?.shutdown();
      this.#announce("dead");
    });
    this.#listeners.clear();
  }

  /** A message of the server's own about the kernel. */
  statusMessage(state: string): ChannelMessage {
    return {
      channel: "iopub",
      message: {
        header: messageHeader("status", this.journal.kernelSession || this.id, "server"),
        parent_header: {},
        metadata: {},
        content: { execution_state: state },
        buffers: [],
      },
    };
  }

  async #start(cwd: string, kind: KernelKind): Promise<void> {
    const client = await KernelClient.start({
      cwd,
      kernel: kind,
      env: { COURSE_UI: "page" }, // this page draws figures itself: lib/plots need not send a script
    });
    this.#client = client;
    this.#state = "idle";
    client.onMessage((channel, message) => {
      this.#lastActivity = new Date();
      if (channel === "iopub" && message.header.msg_type === "status") {
        this.#state = asString(message.content.execution_state, this.#state);
      }
      this.#pass({ channel, message });
    });
    client.onDeath((death) => void this.#revive(client, death.message));
  }

  async #revive(client: KernelClient, reason: string): Promise<void> {
    if (this.#closed) return;
    this.#pass({
      channel: "iopub",
      message: {
        header: messageHeader("stream", this.journal.kernelSession || this.id, "server"),
        parent_header: this.journal.running?.header ?? {},
        metadata: {},
        content: { name: "stderr", text: `${reason}\n` },
        buffers: [],
      },
    });
    this.journal.endAll();
    const now = Date.now();
    while (this.#restarts.length > 0 && this.#restarts[0] < now - 60_000) this.#restarts.shift();
    this.#restarts.push(now);
    if (this.#restarts.length > restartsPerMinute) return this.#announce("dead");
    this.#announce("restarting");
    try {
      await this.#queue.run(() => client.restart());
      this.#announce("idle");
    } catch {
      this.#announce("dead");
    }
  }

  #announce(state: string): void {
    this.#state = state;
    this.#pass(this.statusMessage(state));
  }

  #pass(message: ChannelMessage): void {
    this.journal.hear(message);
    for (const listener of [...this.#listeners]) listener(message);
  }
}

/** All kernels of a server. */
export class KernelPool {
  readonly #kernels = new Map<string, RunningKernel>();
  readonly #kind: KernelKind;
  #closed = false;

  /** @param kind Which kernels to start. */
  constructor(kind: KernelKind = "hardened") {
    this.#kind = kind;
  }

  /** Starts one in the folder `cwd`. */
  async start(name: string, cwd: string): Promise<RunningKernel> {
    const kernel = await RunningKernel.start(name, cwd, this.#kind);
    if (this.#closed) { // the server ended while the kernel was starting
      await kernel.shutdown();
      throw new HttpError(503, "the server is closing");
    }
    this.#kernels.set(kernel.id, kernel);
    return kernel;
  }

  /** The kernel with this id. Throws {@linkcode HttpError} 404 if there is none. */
  get(id: string): RunningKernel {
    const kernel = this.#kernels.get(id);
    if (!kernel) throw new HttpError(404, `no kernel ${id} runs`);
    return kernel;
  }

  /** The kernel with this id, if it runs. */
  find(id: string): RunningKernel | undefined {
    return this.#kernels.get(id);
  }

  /** All kernels. */
  list(): RunningKernel[] {
    return [...this.#kernels.values()];
  }

  /** Ends one kernel. */
  async stop(id: string): Promise<void> {
    const kernel = this.get(id);
    this.#kernels.delete(id);
    await kernel.shutdown();
  }

  /** Ends all of them, and any that is about to start. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.list().map((kernel) => this.stop(kernel.id)));
  }
}
