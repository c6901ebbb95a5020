/**
 * The kernels of notebooks, and the pages that listen to each of them.
 *
 * A kernel has a process only while it needs one: it starts with the first cell that runs, and where memory is
 * scarce or nobody has been there for long, it ends again (see `kernel_limits.ts`). Pages see one kernel all
 * the time, and hear of it when variables are lost.
 *
 * @module
 */
import type { KernelClient } from "lib/jupyter/client/kernel_client.ts";
import type { KernelKind } from "lib/jupyter/client/process.ts";
import { asString, type JsonObject } from "lib/jupyter/format/json.ts";
import type { Channel, Message } from "lib/jupyter/protocol/messages.ts";
import { JobQueue } from "lib/platform/job_queue.ts";
import { Journal } from "../journal.ts";
import { kernelsToEnd, type KernelUse } from "./kernel_limits.ts";
import { answerWithoutProcess, ownMessage, ownReply } from "./own_replies.ts";
import { HttpError } from "../responses.ts";
import { SpareKernel } from "./spare_kernel.ts";
import type { ChannelMessage } from "./websocket_messages.ts";

/** Gets what a kernel sends. */
export type Listener = (message: ChannelMessage) => void;

/** Restarts by itself at most this often in a minute: a kernel that dies at once stays dead. */
const restartsPerMinute = 3;
/** Milliseconds between two looks at which kernels have been idle for too long. */
const tendMs = 30_000;
/** The page knows this sentence. */
const endedToSaveMemory = "The kernel was ended to save memory: variables are gone.";

/** One kernel that the server keeps. */
export class RunningKernel {
  readonly id: string = crypto.randomUUID();
  readonly name: string;
  /** What its cells did, for pages that were away. */
  readonly journal = new Journal(this.id);
  readonly #cwd: string;
  readonly #processes: SpareKernel;
  readonly #listeners = new Set<Listener>();
  readonly #restarts: number[] = [];
  readonly #queue = new JobQueue();
  #client: KernelClient | undefined;
  #state = "idle";
  #lastActivity = new Date();
  #isUsed = false;
  /** Variables were lost while no page was there to hear of it. */
  #hasLost = false;
  #interrupts = 0;

  /**
   * @param name The kernelspec's name.
   * @param cwd The folder that its cells run in.
   * @param processes Where it gets its process.
   */
  constructor(name: string, cwd: string, processes: SpareKernel) {
    this.name = name;
    this.#cwd = cwd;
    this.#processes = processes;
  }

  /** `idle`, `busy`, `starting`, `restarting` or `dead`. */
  get state(): string {
    return this.#state;
  }

  /** True while it has a process. */
  get hasProcess(): boolean {
    return this.#client !== undefined;
  }

  /** What counts when memory is scarce. */
  get use(): KernelUse {
    return {
      isBusy: this.journal.isBusy,
      isWatched: this.journal.watched,
      isUsed: this.#isUsed,
      idleMs: Date.now() - this.#lastActivity.getTime(),
    };
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
    if (this.#hasLost) {
      listener(this.#message("stream", { name: "stderr", text: endedToSaveMemory }));
    }
    this.#hasLost = false;
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Passes a client's message on, to a process that may have to be started first. Messages keep their order.
   */
  send(channel: Exclude<Channel, "iopub">, message: Message, session: string): Promise<void> {
    this.journal.note(message, session);
    const asked = this.#interrupts;
    return this.#queue.run(async () => {
      this.#lastActivity = new Date();
      const answer = this.hasProcess ? undefined : answerWithoutProcess(message);
      if (answer) return this.#reply(channel, message, answer);
      const client = await this.#wake(channel, message);
      if (!client?.alive) return;
      const runs = message.header.msg_type === "execute_request";
      if (runs && asked !== this.#interrupts) {
        return this.#fail(channel, message, "Interrupted", "The cell was stopped before it began.");
      }
      this.#isUsed ||= runs && message.content.silent !== true;
      await client.send(channel, message);
    });
  }

  /** Stops the running cell, and those that wait for the process to start. */
  async interrupt(): Promise<void> {
    if (this.#client?.alive) await this.#client.interrupt();
    else this.#interrupts++;
  }

  /** No variables: the next cell gets a new process. */
  async restart(): Promise<void> {
    await this.#queue.run(async () => {
      this.#state = "restarting";
      await this.#endProcess();
      this.journal.endAll();
      this.#state = "idle";
    });
  }

  /** Ends the process, unless a cell has come in the meantime. Pages hear of it if variables are lost. */
  async endIdleProcess(): Promise<void> {
    await this.#queue.run(async () => {
      if (this.journal.isBusy) return;
      const loses = this.#isUsed;
      await this.#endProcess();
      if (!loses) return;
      this.#hasLost = this.#listeners.size === 0;
      this.#pass(this.#message("stream", { name: "stderr", text: endedToSaveMemory }));
    });
  }

  /** Ends the kernel for good. */
  async shutdown(): Promise<void> {
    await this.#queue.run(async () => {
      await this.#endProcess();
      this.#announce("dead");
    });
    this.#listeners.clear();
  }

  /** A message of the server's own about the kernel. */
  statusMessage(state: string): ChannelMessage {
    return this.#message("status", { execution_state: state });
  }

  async #endProcess(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#isUsed = false;
    await client?.shutdown();
  }

  /** The process; a new one if there is none. Undefined if the kernel is dead, or `message` cannot be served. */
  async #wake(
    channel: Exclude<Channel, "iopub">,
    message: Message,
  ): Promise<KernelClient | undefined> {
    if (this.#client || this.#state === "dead") return this.#client;
    if (!this.#processes.isReadyIn(this.#cwd)) this.#announce("starting");
    try {
      this.#adopt(await this.#processes.take(this.#cwd));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#fail(channel, message, "KernelError", reason);
      this.#announce("dead");
    }
    return this.#client;
  }

  #adopt(client: KernelClient): void {
    this.#client = client;
    this.#state = "idle";
    client.onMessage((channel, message) => {
      if (client !== this.#client) return;
      this.#lastActivity = new Date();
      if (channel === "iopub" && message.header.msg_type === "status") {
        this.#state = asString(message.content.execution_state, this.#state);
      }
      // Pages take messages under another name for those of another kernel.
      const header = { ...message.header, session: this.id };
      this.#pass({ channel, message: { ...message, header } });
    });
    client.onDeath((death) => {
      if (client === this.#client) this.#revive(death.message);
    });
  }

  #revive(reason: string): void {
    this.#client = undefined;
    this.#isUsed = false;
    const text = { name: "stderr", text: `${reason}\n` };
    this.#pass(this.#message("stream", text, this.journal.running));
    this.journal.endAll();
    const now = Date.now();
    while (this.#restarts.length > 0 && this.#restarts[0] < now - 60_000) this.#restarts.shift();
    this.#restarts.push(now);
    if (this.#restarts.length > restartsPerMinute) return this.#announce("dead");
    this.#announce("restarting");
    this.#announce("idle"); // the next cell gets a new process
  }

  #announce(state: string): void {
    this.#state = state;
    this.#pass(this.statusMessage(state));
  }

  /** Answers a request with an error, which stands under its cell. */
  #fail(
    channel: Exclude<Channel, "iopub">,
    message: Message,
    ename: string,
    evalue: string,
  ): void {
    const failure = { ename, evalue, traceback: [`${ename}: ${evalue}`] };
    this.#pass(this.#message("error", failure, message));
    this.#reply(channel, message, { status: "error", execution_count: 0, ...failure });
  }

  #reply(channel: Exclude<Channel, "iopub">, message: Message, content: JsonObject): void {
    for (const part of ownReply(this.id, channel, message, content)) this.#pass(part);
  }

  #message(type: string, content: JsonObject, parent?: Message): ChannelMessage {
    return ownMessage(this.id, type, content, parent);
  }

  #pass(message: ChannelMessage): void {
    this.journal.hear(message);
    for (const listener of [...this.#listeners]) listener(message);
  }
}

/** All kernels of a server. */
export class KernelPool {
  readonly #kernels = new Map<string, RunningKernel>();
  readonly #processes: SpareKernel;
  readonly #timer: ReturnType<typeof setInterval>;
  #closed = false;

  /** @param kind Which kernels to start. */
  constructor(kind: KernelKind = "hardened") {
    this.#processes = new SpareKernel(kind);
    this.#timer = setInterval(() => void this.endIdle().catch(console.error), tendMs);
  }

  /** From now on keeps a process ready for notebooks in `folder`. */
  keepSpare(folder: string): void {
    this.#processes.keep(folder);
  }

  /** Loads modules for a notebook in `folder` ahead, see {@linkcode SpareKernel.preload}. */
  preload(folder: string, modules: readonly string[]): void {
    this.#processes.preload(folder, modules);
  }

  /** A new kernel in the folder `cwd`; its process comes with the first cell. */
  start(name: string, cwd: string): RunningKernel {
    if (this.#closed) throw new HttpError(503, "the server is closing");
    const kernel = new RunningKernel(name, cwd, this.#processes);
    this.#kernels.set(kernel.id, kernel);
    return kernel;
  }

  /** Number of processes that kernels have. */
  get processCount(): number {
    return this.list().filter(({ hasProcess }) => hasProcess).length;
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

  /** Ends the processes of kernels that have been idle for too long, see {@linkcode kernelsToEnd}. */
  async endIdle(): Promise<void> {
    const living = this.list().filter(({ hasProcess }) => hasProcess);
    const uses = living.map((kernel) => ({ kernel, ...kernel.use }));
    const ended = kernelsToEnd(uses, Deno.systemMemoryInfo());
    await Promise.all(ended.map(({ kernel }) => kernel.endIdleProcess()));
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
    clearInterval(this.#timer);
    const kernels = this.list().map((kernel) => this.stop(kernel.id));
    await Promise.all([...kernels, this.#processes.close()]);
  }
}
