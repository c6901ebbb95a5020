/**
 * A client for a Jupyter kernel that it starts itself: run a cell and get all of its outputs, interrupt,
 * restart, shut down, or pass raw messages through (what a notebook page's server does).
 *
 * @module
 */
import { settlesWithin, TimeLimitExceeded, withTimeLimit } from "lib/platform/waiting.ts";
import type { JsonObject } from "../format/json.ts";
import { messageTypes, symbolCode } from "../inside/names.ts";
import { type ConnectionInfo, newConnection } from "../protocol/connection.ts";
import { MessageHub, type MessageListener } from "../protocol/message_hub.ts";
import { type Message, messageHeader, type MessageParts, parentId } from "../protocol/messages.ts";
import { CellExecutor, type ExecuteOptions, type ExecuteResult } from "./cell_executor.ts";
import { type ClientChannel, KernelChannels } from "./channels.ts";
import { type KernelDied, type KernelKind, KernelProcess, type ProcessOptions } from "./process.ts";

/** How a kernel is started. */
export interface KernelOptions extends Omit<ProcessOptions, "kernel"> {
  /** Default: `hardened`. */
  readonly kernel?: KernelKind;
  /** Milliseconds until the kernel must have answered. Default: 60 000, as other Jupyter clients wait. */
  readonly startLimit?: number;
  /** Its abort ends a kernel that is just starting. */
  readonly signal?: AbortSignal;
}

const defaultStartLimit = 60_000;
/** Runs in the stock kernel before the first cell. */
const prelude = new URL("../inside/prelude.ts", import.meta.url).href;
const loadPrelude = `await import(${JSON.stringify(prelude)}); undefined`;

/** A kernel and the connection to it. */
export class KernelClient {
  /** Names this client in message headers. */
  readonly session: string = crypto.randomUUID();
  readonly #options: KernelOptions;
  readonly #kind: KernelKind;
  readonly #hub = new MessageHub();
  readonly #deathListeners = new Set<(death: KernelDied) => void>();
  #process!: KernelProcess;
  #channels!: KernelChannels;
  /** Rejects when the process ends. */
  #death!: Promise<never>;
  #info: JsonObject = {};
  #stopping = false;
  #alive = false;
  #executor!: CellExecutor;

  private constructor(options: KernelOptions) {
    this.#options = options;
    this.#kind = options.kernel ?? "hardened";
  }

  /** Starts a kernel and waits until it answers. Throws {@linkcode KernelDied} if it does not come up. */
  static async start(options: KernelOptions): Promise<KernelClient> {
    const client = new KernelClient(options);
    await client.#start();
    return client;
  }

  /** True while the kernel's process runs. */
  get alive(): boolean {
    return this.#alive;
  }

  /** The process id of the kernel. */
  get pid(): number {
    return this.#process.pid;
  }

  /** The kernel's answer to `kernel_info_request`. */
  get info(): JsonObject {
    return this.#info;
  }

  /** Calls `listener` with every message from now on; returns a function that ends this. */
  onMessage(listener: MessageListener): () => void {
    return this.#hub.listen(listener);
  }

  /** Calls `listener` when the kernel ends without having been asked to. */
  onDeath(listener: (death: KernelDied) => void): () => void {
    this.#deathListeners.add(listener);
    return () => void this.#deathListeners.delete(listener);
  }

  /** Sends a message as it is, apart from its signature. Messages leave in call order. */
  send(channel: ClientChannel, message: MessageParts): Promise<void> {
    return this.#channels.send(channel, message);
  }

  /** Sends a request and waits for its reply. */
  async request(
    channel: "shell" | "control",
    type: string,
    content: JsonObject,
    limit = 10_000,
  ): Promise<Message> {
    const header = messageHeader(type, this.session, "learner");
    const reply = this.#hub.next((from, message) =>
      from === channel && parentId(message) === header.msg_id
    );
    try {
      await this.send(channel, { header, content });
      return await withTimeLimit(this.#orDeath(reply.promise), limit, type);
    } finally {
      reply.cancel();
    }
  }

  /**
   * Runs one cell and resolves when all of its outputs are there. Cells run one after the other, in call
   * order. Throws {@linkcode KernelDied} if the kernel ends meanwhile.
   */
  execute(code: string, options: ExecuteOptions = {}): Promise<ExecuteResult> {
    return this.#executor.run(code, options);
  }

  /** Asks the kernel to stop the running cell. */
  async interrupt(limit = 5000): Promise<void> {
    await this.request("control", "interrupt_request", {}, limit);
  }

  /**
   * Rejects what the running cell of a stock kernel awaits, see `stop.ts`. True if the kernel has
   * received it within `limit` milliseconds; it cannot while a cell is busy in a loop.
   */
  async stopWaiting(limit: number): Promise<boolean> {
    const heard = this.#hub.next((_, message) =>
      message.header.msg_type === messageTypes.stopHeard
    );
    this.#process.sendStop();
    const inTime = await settlesWithin(heard.promise, limit);
    heard.cancel();
    return inTime;
  }

  /**
   * The value of an expression in a stock kernel, as text, or what it threw, see `values.ts`. It is not
   * for running cells: there is no output, and a promise is not awaited.
   */
  async evaluate(expression: string, limit = 2000): Promise<JsonObject> {
    const id = crypto.randomUUID();
    const answer = this.#hub.next((_, { header, content }) =>
      header.msg_type === messageTypes.value && content.id === id
    );
    const code = `await ${symbolCode("evaluate")}("${id}", () => (${expression}\n));`;
    const options = { code, silent: true, store_history: false, allow_stdin: false };
    try {
      const reply = await this.request("shell", "execute_request", options, limit);
      if (reply.content.status !== "ok") {
        return { status: "error", ename: "SyntaxError", evalue: "" };
      }
      return (await withTimeLimit(this.#orDeath(answer.promise), limit, "A value")).content;
    } finally {
      answer.cancel();
    }
  }

  /** The heartbeat's round trip in milliseconds. Throws {@linkcode TimeLimitExceeded} without one. */
  async heartbeat(limit = 2000): Promise<number> {
    const start = performance.now();
    await withTimeLimit(this.#orDeath(this.#channels.beat()), limit, "heartbeat");
    return performance.now() - start;
  }

  /** Ends the kernel: by request, and by force if that takes longer than `limit` milliseconds. */
  async shutdown(limit = 3000): Promise<void> {
    this.#stopping = true;
    if (this.#alive) {
      await this.request("control", "shutdown_request", { restart: false }, limit).catch(() => {});
      await settlesWithin(this.#process.died, limit);
    }
    await this.#process.kill();
    this.#channels.close();
  }

  /** Ends the kernel's process at once. What waits for it throws {@linkcode KernelDied}. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await this.#process.kill();
    this.#channels.close();
  }

  /** A new process with no variables, for the same listeners. */
  async restart(): Promise<void> {
    await this.shutdown();
    await this.#start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  async #start(): Promise<void> {
    const limit = this.#options.startLimit ?? defaultStartLimit;
    const deadline = Date.now() + limit;
    // Ports are chosen before the kernel takes them; if somebody was faster, it ends at once.
    for (let attempt = 1;; attempt++) {
      const connection = newConnection();
      const process = await KernelProcess.spawn(connection, {
        ...this.#options,
        kernel: this.#kind,
      });
      this.#process = process;
      this.#death = process.died.then((death) => {
        throw death;
      });
      this.#death.catch(() => {});
      const { signal } = this.#options;
      const giveUp = () => void process.kill("The start of the kernel was given up.");
      signal?.addEventListener("abort", giveUp);
      if (signal?.aborted) giveUp();
      try {
        const left = deadline - Date.now();
        await withTimeLimit(this.#open(connection), left, "Starting the kernel");
      } catch (error) {
        await process.kill();
        if (attempt === 3 || signal?.aborted || error instanceof TimeLimitExceeded) throw error;
        continue;
      } finally {
        signal?.removeEventListener("abort", giveUp);
      }
      this.#alive = true;
      this.#stopping = false;
      process.died.then((death) => {
        if (process !== this.#process) return;
        this.#alive = false;
        if (!this.#stopping) { for (const listener of this.#deathListeners) listener(death); }
      });
      return;
    }
  }

  async #open(connection: ConnectionInfo): Promise<void> {
    const process = this.#process;
    this.#channels = await KernelChannels.connect(
      connection,
      this.session,
      this.#death,
      (channel, message) => this.#hub.emit(channel, message),
      () => void this.#endIfBroken(process),
    );
    this.#executor = new CellExecutor({
      kind: this.#kind,
      session: this.session,
      hub: this.#hub,
      send: (channel, message) => this.send(channel, message),
      interrupt: () => this.interrupt(),
      orDeath: (promise) => this.#orDeath(promise),
    });
    // A subscription takes effect some time after it was sent: ask until something is published.
    const published = this.#hub.next((channel) => channel === "iopub");
    do {
      this.#info =
        (await this.request("shell", "kernel_info_request", {}, defaultStartLimit)).content;
    } while (!await settlesWithin(published.promise, 50));
    if (this.#kind === "hardened") return;
    const { status, error } = await this.#executor.run(loadPrelude);
    if (status !== "ok") throw new Error(`${prelude} failed: ${error?.evalue ?? status}`);
  }

  /** A kernel whose connection has closed while it runs cannot be reached any more. */
  async #endIfBroken(process: KernelProcess): Promise<void> {
    if (this.#stopping || await settlesWithin(process.died, 1000)) return;
    await process.kill("The connection to the kernel broke.");
  }

  /** `promise`, or the reason why the kernel has ended. */
  #orDeath<T>(promise: Promise<T>): Promise<T> {
    return Promise.race([promise, this.#death]);
  }
}
