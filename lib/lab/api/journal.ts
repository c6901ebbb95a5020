/**
 * A record of the cells that pages asked a kernel to run. A page that is reloaded, or whose connection
 * broke, gets from here what it missed: the outputs so far, and whatever comes afterwards. So a training
 * outlives the browser that started it.
 *
 * A run stays here until its outputs have reached a page and that page has saved them.
 *
 * @module
 */
import { asString } from "lib/jupyter/format/json.ts";
import type { DisplayOutput, Output, ResultOutput } from "lib/jupyter/format/notebook.ts";
import { type Message, parentId } from "lib/jupyter/protocol/messages.ts";
import { isOutputMessage, OutputCollector } from "lib/jupyter/protocol/outputs.ts";
import { ownMessage } from "./kernels/own_replies.ts";
import type { ChannelMessage } from "./kernels/websocket_messages.ts";

/** Runs that are kept at most; the oldest ended ones go first. */
const mostRuns = 1000;
/** Characters of output that one run may have here before the rest is left out. */
const largestRun = 32_000_000;
/** Characters that all runs may have together before the oldest ended ones go. */
const largestJournal = 128_000_000;
/** A save that comes sooner after a run's end may not hold its outputs yet. */
const settlingMs = 1000;

/** One cell that a page asked to run. */
export interface CellRun {
  /** The request's message id. */
  readonly id: string;
  /** The cell's id in the notebook; empty if the client named none. */
  readonly cell: string;
  readonly code: string;
  /** The client that gets the answer. */
  readonly session: string;
  readonly state: "queued" | "running" | "ended";
  readonly outputs: readonly Output[];
}

class Run implements CellRun {
  state: CellRun["state"] = "queued";
  session: string;
  /** The client was away when something came. */
  missed = false;
  endedAt = 0;
  reply: Message | undefined;
  /** A question (`input_request`) that waits for the learner. */
  question: Message | undefined;
  size = 0;

  constructor(readonly request: Message, session: string, readonly collector: OutputCollector) {
    this.session = session;
  }

  get id(): string {
    return this.request.header.msg_id;
  }

  get cell(): string {
    return asString(this.request.metadata.cellId);
  }

  get code(): string {
    return asString(this.request.content.code);
  }

  get outputs(): readonly Output[] {
    return this.collector.outputs;
  }
}

/** The runs of one kernel. */
export class Journal {
  readonly #runs = new Map<string, Run>();
  readonly #displays = new Map<string, (DisplayOutput | ResultOutput)[]>();
  /** Requests of other kinds that wait for their reply, and the client that asked. */
  readonly #asked = new Map<string, string>();
  /** How many connections each client has. */
  readonly #connected = new Map<string, number>();
  readonly #kernelSession: string;

  /** @param kernelSession What the kernel calls itself in the headers of messages. */
  constructor(kernelSession: string) {
    this.#kernelSession = kernelSession;
  }

  /** A client has connected. Returns what its own runs did while it was away. */
  connect(session: string): ChannelMessage[] {
    this.#connected.set(session, (this.#connected.get(session) ?? 0) + 1);
    // All of them: what was sent into a connection that was dying may not have arrived either.
    const mine = [...this.#runs.values()].filter((run) => run.session === session);
    return mine.flatMap((run) => this.#replay(run));
  }

  /** One of a client's connections has ended. */
  disconnect(session: string): void {
    const left = (this.#connected.get(session) ?? 1) - 1;
    if (left > 0) this.#connected.set(session, left);
    else this.#connected.delete(session);
  }

  /** True while any client is connected. */
  get watched(): boolean {
    return this.#connected.size > 0;
  }

  /**
   * Runs whose client has gone, the latest of each cell: another page may go on with them. Those that
   * `session` waits for itself are among them, if it asks.
   */
  orphans(session?: string): CellRun[] {
    return this.#latest().filter((run) =>
      !this.#connected.has(run.session) || run.session === session && run.state !== "ended"
    );
  }

  #latest(): Run[] {
    const latest = new Map<string, Run>();
    for (const run of this.#runs.values()) if (run.cell !== "") latest.set(run.cell, run);
    return [...latest.values()];
  }

  /** True for a request that is under way or has ended here. */
  has(id: string): boolean {
    return this.#runs.has(id);
  }

  /** Records a request of client `session` that goes to the kernel. */
  note(request: Message, session: string): void {
    const { header, content } = request;
    if (header.msg_type !== "execute_request" || content.silent === true) {
      if (header.msg_type.endsWith("_request")) this.#asked.set(header.msg_id, session);
      return;
    }
    const run = new Run(request, session, new OutputCollector(this.#displays));
    let size = this.#runs.values().reduce((sum, { size }) => sum + size, 0);
    for (const earlier of this.#runs.values()) {
      const replaced = run.cell !== "" && earlier.cell === run.cell;
      const full = this.#runs.size >= mostRuns || size > largestJournal;
      if (earlier.state !== "ended" || !(replaced || full)) continue;
      this.#drop(earlier);
      size -= earlier.size;
    }
    this.#runs.set(header.msg_id, run);
  }

  /** `session` gets the answer of run `id` from now on. Returns what has come of it so far. */
  resume(id: string, session: string): ChannelMessage[] {
    const run = this.#runs.get(id);
    if (!run) return [];
    run.session = session;
    return this.#replay(run);
  }

  /** The client that an answer or a question is for; undefined if that is not known. */
  addressee(message: Message): string | undefined {
    const id = parentId(message);
    return this.#runs.get(id)?.session ?? this.#asked.get(id);
  }

  /** Records a message of the kernel. */
  hear({ channel, message }: ChannelMessage): void {
    if (channel === "shell" || channel === "control") this.#asked.delete(parentId(message));
    const run = this.#runs.get(parentId(message));
    if (!run) return;
    if (!this.#connected.has(run.session)) run.missed = true;
    if (channel === "stdin") run.question = message;
    else run.question = undefined;
    if (channel === "shell") run.reply = message;
    if (channel !== "iopub") return;
    if (isOutputMessage(message)) this.#collect(run, message);
    if (message.header.msg_type !== "status") return;
    const idle = message.content.execution_state === "idle";
    run.state = idle ? "ended" : "running";
    if (idle) run.endedAt = Date.now();
  }

  /** The kernel is gone: what ran or waited has ended. */
  endAll(): void {
    this.#asked.clear();
    for (const run of this.#runs.values()) {
      if (run.state === "ended") continue;
      if (!this.#connected.has(run.session)) run.missed = true;
      run.state = "ended";
      run.endedAt = Date.now();
    }
  }

  /** True while a run is under way or waits. */
  get isBusy(): boolean {
    return this.#runs.values().some((run) => run.state !== "ended");
  }

  /** The request that runs now, for messages about it. */
  get running(): Message | undefined {
    return [...this.#runs.values()].find((run) => run.state === "running")?.request;
  }

  /** The notebook has been saved: what its page has seen need not be kept any longer. */
  settle(now: number = Date.now()): void {
    for (const run of this.#runs.values()) {
      const seen = this.#connected.has(run.session) && !run.missed;
      if (run.state === "ended" && seen && now - run.endedAt > settlingMs) this.#drop(run);
    }
  }

  /** Runs that no page has seen and that ended at least `ms` milliseconds ago. */
  unseen(ms = 0): CellRun[] {
    if (this.watched) return [];
    const before = Date.now() - ms;
    return this.#latest().filter((run) => run.state === "ended" && run.endedAt <= before);
  }

  /** Forgets runs, which have been written to the notebook. */
  forget(runs: readonly CellRun[]): void {
    for (const { id } of runs) {
      const run = this.#runs.get(id);
      if (run) this.#drop(run);
    }
  }

  #collect(run: Run, message: Message): void {
    if (run.size > largestRun) {
      if (message.header.msg_type !== "clear_output") return;
      run.size = 0;
    }
    run.collector.add(message);
    run.size += JSON.stringify(message.content).length;
    if (run.size <= largestRun) return;
    run.size = JSON.stringify(run.outputs).length; // updates and clearing had made it smaller
    if (run.size <= largestRun) return;
    const text = "\n[This cell shows more than can be kept for a page that is away.]\n";
    run.collector.add(this.#message(run, "stream", { name: "stderr", text }).message);
  }

  /** A run as the messages that would have led to its state. */
  #replay(run: Run): ChannelMessage[] {
    run.missed = false;
    if (run.state === "queued") return [];
    const messages = [
      this.#message(run, "status", { execution_state: "busy" }),
      // The page may have some of it already.
      this.#message(run, "clear_output", { wait: false }),
      ...run.outputs.map((output) => this.#outputMessage(run, output)),
    ];
    if (run.question) messages.push({ channel: "stdin", message: run.question });
    if (run.state !== "ended") return messages;
    const content = { status: "aborted", execution_count: 0 };
    const reply: ChannelMessage = run.reply
      ? { channel: "shell", message: run.reply }
      : { ...this.#message(run, "execute_reply", content), channel: "shell" };
    return [...messages, reply, this.#message(run, "status", { execution_state: "idle" })];
  }

  #outputMessage(run: Run, output: Output): ChannelMessage {
    const { output_type: type, ...content } = output;
    if (output.output_type === "stream" || output.output_type === "error") {
      return this.#message(run, type, content);
    }
    const ids = [...this.#displays].flatMap(([id, outputs]) => outputs.includes(output) ? id : []);
    const transient = ids.length > 0 ? { display_id: ids[0] } : {};
    const count = output.output_type === "execute_result"
      ? { execution_count: output.execution_count ?? 0 }
      : {};
    return this.#message(run, type, { ...content, ...count, transient });
  }

  #message(run: Run, type: string, content: Message["content"]): ChannelMessage {
    return ownMessage(this.#kernelSession, type, content, run.request);
  }

  #drop(run: Run): void {
    this.#runs.delete(run.id);
    for (const [id, outputs] of this.#displays) {
      const kept = outputs.filter((output) => !run.outputs.includes(output));
      if (kept.length === 0) this.#displays.delete(id);
      else this.#displays.set(id, kept);
    }
  }
}
