/**
 * Runs cells over a connection to a kernel, one after the other, and knows when a cell's output is complete.
 *
 * The stock Deno kernel (2.9.6) says `idle` before a cell's output has left it, and the rest arrives under
 * the next cell's name. Its output queue keeps order, though: after each cell, a silent one broadcasts a
 * marker, and what came before the marker belongs to the cell. The hardened kernel does this itself: its
 * `idle` means that the output is complete.
 *
 * @module
 */
import { JobQueue } from "lib/platform/job_queue.ts";
import { settlesWithin, TimeLimitExceeded } from "lib/platform/waiting.ts";
import { asObject, asString, type JsonObject } from "../format/json.ts";
import type { DisplayOutput, ErrorOutput, Output, ResultOutput } from "../format/notebook.ts";
import { messageTypes, symbolCode } from "../inside/names.ts";
import type { MessageHub } from "../protocol/message_hub.ts";
import { type Message, messageHeader, type MessageParts, parentId } from "../protocol/messages.ts";
import { isOutputMessage, OutputCollector } from "../protocol/outputs.ts";
import type { ClientChannel } from "./channels.ts";
import type { KernelKind } from "./process.ts";

/** How one cell is run. */
export interface ExecuteOptions {
  /** Milliseconds after which the cell is stopped. Default: none. */
  readonly timeout?: number;
  /** Called after each change with all outputs so far. */
  readonly onOutput?: (outputs: readonly Output[]) => void;
  /** Called when the cell has ended; the rest of its output may still be on its way. */
  readonly onReply?: () => void;
  /** True if somebody stopped the cell: then the rest of its output is not waited for much longer. */
  readonly isStopped?: () => boolean;
  /** Answers `prompt()` and `confirm()`; without it they return null at once. */
  readonly stdin?: (prompt: string, password: boolean) => string | Promise<string>;
}

/** What became of a cell. */
export interface ExecuteResult {
  /** `aborted`: not run, because a cell before it failed. */
  readonly status: "ok" | "error" | "aborted" | "timeout";
  readonly outputs: Output[];
  /** What the cell threw. */
  readonly error?: ErrorOutput;
}

/** What a {@linkcode CellExecutor} needs of a connection. */
export interface ExecutorConnection {
  readonly kind: KernelKind;
  readonly session: string;
  readonly hub: MessageHub;
  send(channel: ClientChannel, message: MessageParts): Promise<void>;
  interrupt(): Promise<void>;
  /** The promise, or an error if the kernel ends first. */
  orDeath<T>(promise: Promise<T>): Promise<T>;
}

/** Milliseconds of silence, after the kernel has sent the marker, in which it has to arrive. */
const markerLimit = 3000;
/** Milliseconds of silence after a cell's reply in which the kernel has to say that it is idle. */
const idleLimit = 60_000;
/** Milliseconds after which the output of a stopped cell is no longer waited for. */
const stoppedOutputLimit = 1000;
/** Milliseconds that a kernel has to end a stopped cell before it counts as unreachable. */
const stopLimit = 8000;

/** Runs cells in call order. */
export class CellExecutor {
  readonly #connection: ExecutorConnection;
  /** Displays by id; a later cell may update them. */
  readonly #displays = new Map<string, (DisplayOutput | ResultOutput)[]>();
  readonly #queue = new JobQueue();
  #markers = 0;

  constructor(connection: ExecutorConnection) {
    this.#connection = connection;
  }

  /** Runs one cell when those before it have ended; resolves when all of its outputs are there. */
  run(code: string, options: ExecuteOptions = {}): Promise<ExecuteResult> {
    return this.#queue.run(() => this.#run(code, options));
  }

  async #run(code: string, options: ExecuteOptions): Promise<ExecuteResult> {
    const { hub, kind, session, orDeath } = this.#connection;
    const header = messageHeader("execute_request", session, "learner");
    const mine = (message: Message) => parentId(message) === header.msg_id;
    const collector = new OutputCollector(this.#displays);
    const { outputs } = collector;
    const unlisten = hub.listen((channel, message) => {
      if (channel === "stdin" && mine(message)) this.#answerInput(message, options.stdin);
      if (channel !== "iopub" || !isOutputMessage(message)) return;
      if (kind === "hardened" && !mine(message)) return; // the stock kernel's output names any cell
      collector.add(message);
      options.onOutput?.(outputs);
    });
    const replied = hub.next((channel, message) => channel === "shell" && mine(message));
    const idle = hub.next((channel, message) =>
      channel === "iopub" && mine(message) && message.content.execution_state === "idle"
    );
    try {
      const allow_stdin = options.stdin !== undefined;
      await this.#request(header, { code, silent: false, store_history: true, allow_stdin });
      if (
        options.timeout !== undefined &&
        !await settlesWithin(orDeath(replied.promise), options.timeout)
      ) {
        await this.#connection.interrupt();
        await settlesWithin(orDeath(idle.promise), stopLimit);
        return { status: "timeout", outputs };
      }
      const reply = await orDeath(replied.promise);
      options.onReply?.();
      let failed = reply.content.status === "error";
      let thrown: JsonObject = {};
      if (kind === "stock") {
        const end = await this.#endCell(failed, options.isStopped);
        failed ||= end.failed === true;
        thrown = asObject(end.thrown);
      } else await this.#idle(idle.promise);
      if (reply.content.status === "aborted") return { status: "aborted", outputs };
      const error = outputs.find((output) => output.output_type === "error");
      // The stock kernel replies "ok" when a result cannot be displayed.
      return {
        status: failed || error ? "error" : "ok",
        outputs,
        error: error && inFull(error, thrown),
      };
    } finally {
      unlisten();
      replied.cancel();
      idle.cancel();
    }
  }

  /**
   * Runs the tests that the cell before has registered, and waits for the marker that follows all of its
   * output. Returns what the marker says: whether a test `failed`, and what was `thrown`.
   */
  async #endCell(
    hasThrown: boolean,
    isStopped: () => boolean = () => false,
  ): Promise<JsonObject> {
    const { hub, session, orDeath } = this.#connection;
    const number = ++this.#markers;
    // A later marker would do as well, should a cell have made this one impossible.
    const isMarker = ({ header, content }: Message) =>
      header.msg_type === messageTypes.outputComplete && Number(content.number) >= number;
    const start = Date.now();
    const header = messageHeader("execute_request", session, "learner");
    // Known at once, where a promise settles a moment later.
    let arrived = false;
    let reply: string | undefined;
    const unlisten = hub.listen((channel, message) => {
      if (isMarker(message)) arrived = true;
      if (channel !== "shell" || parentId(message) !== header.msg_id) return;
      reply = asString(message.content.status);
    });
    const marked = hub.next((_, message) => isMarker(message));
    try {
      const code = `await ${symbolCode("endOfCell")}(${number}, ${hasThrown});`;
      await this.#request(header, { code, silent: true, store_history: false, allow_stdin: false });
      while (!await settlesWithin(orDeath(marked.promise), 250)) {
        // Without a reply, tests are running. An error is the answer of a kernel in which a cell has broken
        // what sends the marker; otherwise it is on its way, perhaps behind much output.
        const waited = reply === "error" ? Date.now() - start : hub.silence;
        if (reply !== undefined && waited > markerLimit) return {};
        if (!arrived && isStopped() && Date.now() - start > stoppedOutputLimit) {
          hub.discardOutputUntil(isMarker);
          return {};
        }
      }
      return (await orDeath(marked.promise)).content;
    } finally {
      unlisten();
      marked.cancel();
    }
  }

  /** Waits until the kernel is idle, for as long as it keeps sending. */
  async #idle(idle: Promise<unknown>): Promise<void> {
    const { hub, orDeath } = this.#connection;
    while (!await settlesWithin(orDeath(idle), 1000)) {
      if (hub.silence > idleLimit) {
        throw new TimeLimitExceeded(`The end of the cell: nothing within ${idleLimit / 1000} s`);
      }
    }
    await orDeath(idle);
  }

  async #request(header: Message["header"], content: JsonObject): Promise<void> {
    const message = { header, content: { user_expressions: {}, stop_on_error: true, ...content } };
    await this.#connection.send("shell", message);
  }

  async #answerInput(
    request: Message,
    answer: ExecuteOptions["stdin"] = () => "",
  ): Promise<void> {
    const { prompt, password } = request.content;
    const value = await answer(asString(prompt), password === true);
    const header = messageHeader("input_reply", this.#connection.session, "learner");
    const content = { status: "ok", value };
    await this.#connection.send("stdin", { header, parent_header: request.header, content });
  }
}

/** The stock kernel's error with all that `thrown.ts` can tell about it. */
function inFull(error: ErrorOutput, thrown: JsonObject): ErrorOutput {
  const text = asString(thrown.text);
  if (text === "") return error;
  if (thrown.isError === true) return { ...error, traceback: text.split("\n") };
  return { ...error, evalue: text, traceback: `Uncaught ${text}`.split("\n") };
}
