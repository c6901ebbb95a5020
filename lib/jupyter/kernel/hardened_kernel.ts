/**
 * The hardened kernel: stands between any Jupyter front end and `deno jupyter --kernel` (2.9.6) and
 * corrects what the stock kernel gets wrong.
 *
 * | stock kernel | here |
 * |---|---|
 * | says `idle` before a cell's output has left, the rest lands under the next cell | output is complete and under its own cell before `idle` |
 * | a syntax error shows nothing | message, line and caret |
 * | `const f` after `function f`, or `class A` after `const A`, is an error | any declaration replaces any other |
 * | SIGINT ends it; a waiting cell cannot be stopped | stop works by message and by SIGINT, always |
 * | cells queued behind a failed cell run | they are aborted |
 * | dies without explanation | the reason stands under the cell, and a new kernel is ready |
 * | output without limit corrupts the stream | the excess is left out, and a notice says so |
 *
 * What `prelude.ts` adds inside the stock kernel: `Deno.test` reports, results such as `NaN` and what
 * is written past the console are shown, a throw in a timer is shown with its line, errors are told with their
 * causes, an import of what a module lacks is an error, an edited module is loaded anew, `Deno.exit` ends only
 * the cell, and the kernel ends with its parent.
 *
 * Output that comes after its cell has ended, from timers and from promises that nobody awaited, stands under
 * the cell that runs at that moment, or else under the last one, as in Python's kernel: nothing is lost, but
 * only what a cell awaits is sure to stand under it.
 *
 * Not corrected: the console of a `Worker`, and what a program that a cell has started prints by itself
 * (`spawn` without `stdout: "piped"`), do not leave the stock kernel.
 *
 * @module
 */
import { delay, settlesWithin } from "lib/platform/waiting.ts";
import { asObject, asString, type JsonObject } from "../format/json.ts";
import { stopAnswer } from "../inside/cell_globals.ts";
import type { ConnectionInfo } from "../protocol/connection.ts";
import { type Message, MessageCodec, messageHeader } from "../protocol/messages.ts";
import { isOutputMessage } from "../protocol/outputs.ts";
import { type ListeningSocket, listenSocket } from "../protocol/sockets.ts";
import type { ZmtpConnection } from "../protocol/zmtp.ts";
import { answerRequest, evaluateAll } from "./answers.ts";
import { type CellOutcome, InnerKernel } from "./inner_kernel.ts";
import { OutputLimit } from "./output_limit.ts";
import { KernelPublisher } from "./publisher.ts";

/** A request on the shell channel, waiting for its turn. */
interface Request {
  readonly message: Message;
  readonly peer: ZmtpConnection;
  aborted: boolean;
}

/** Milliseconds in which requests that were already on their way still count as queued. */
const arrivalTime = 30;
/** Milliseconds in which a front end should take a reply. */
const replyPatience = 1000;

/** A kernel that front ends can connect to. */
export class HardenedKernel {
  /** Resolves when a front end has asked for the kernel's end, and the inner kernel is gone. */
  readonly ended: Promise<void>;
  readonly #end: () => void;
  readonly #session = crypto.randomUUID();
  readonly #codec: MessageCodec;
  readonly #inner: InnerKernel;
  readonly #sockets: readonly ListeningSocket[];
  readonly #publisher: KernelPublisher;
  readonly #stdin: ListeningSocket;
  readonly #queue: Request[] = [];
  #working = false;
  /** The cell that output belongs to: the running one, or the last. */
  #cell: { readonly message: Message; readonly limit: OutputLimit } | undefined;
  #executionCount = 0;
  #answerInput: ((value: string) => void) | undefined;

  /** Listens on the connection's ports; cells run in `cwd`. */
  constructor({ ip, key, ...ports }: ConnectionInfo, cwd: string) {
    this.#codec = new MessageCodec(key);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    this.#end = resolve;
    const listen = (
      type: "ROUTER" | "PUB" | "REP",
      port: number,
      onFrames: (frames: Uint8Array[], peer: ZmtpConnection) => void,
    ) => {
      try {
        return listenSocket(type, { hostname: ip, port }, onFrames);
      } catch (error) {
        if (!(error instanceof Deno.errors.AddrInUse)) throw error;
        throw new Error(
          `Port ${port} is taken: does a kernel with the same connection file run already?`,
        );
      }
    };
    const decoded =
      (onMessage: (message: Message, peer: ZmtpConnection) => void) =>
      (frames: Uint8Array[], peer: ZmtpConnection) => {
        const message = this.#codec.decode(frames);
        if (message) onMessage(message, peer);
      };
    const onInput = ({ header, content }: Message) => {
      if (header.msg_type === "input_reply") this.#answerInput?.(asString(content.value));
    };
    const onRequest = (message: Message, peer: ZmtpConnection) => {
      this.#queue.push({ message, peer, aborted: false });
      this.#work();
    };
    const onControl = (message: Message, peer: ZmtpConnection) => void this.#control(message, peer);
    const iopub = listen("PUB", ports.iopub_port, () => {});
    this.#stdin = listen("ROUTER", ports.stdin_port, decoded(onInput));
    this.#sockets = [
      iopub,
      this.#stdin,
      listen("REP", ports.hb_port, (frames, peer) => peer.send(frames).catch(() => {})),
      listen("ROUTER", ports.shell_port, decoded(onRequest)),
      listen("ROUTER", ports.control_port, decoded(onControl)),
    ];
    this.#publisher = new KernelPublisher(this.#session, this.#codec, iopub);
    this.#inner = new InnerKernel({
      cwd,
      onMessage: (channel, message) => {
        if (channel === "iopub") this.#publishOutput(message);
      },
      onLoss: (explanation) => {
        const content = { name: "stderr", text: `${explanation}\n` };
        this.#publisher.publish("stream", this.#cell?.message, content);
      },
    });
  }

  /** Stops the running cell, and aborts those that wait behind it. */
  async stop(): Promise<void> {
    this.#abortQueue();
    const stopped = this.#inner.stop();
    this.#answerInput?.(stopAnswer);
    await stopped;
  }

  /** Ends the inner kernel and closes the ports; cells in progress are lost. */
  async close(): Promise<void> {
    await this.#inner.kill().catch(() => {}); // it never came up
    for (const socket of this.#sockets) socket.close();
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      try {
        await this.#serve(next);
      } catch (error) {
        console.error("Hardened kernel:", error);
      }
    }
    this.#working = false;
  }

  async #serve(request: Request): Promise<void> {
    const { message, peer } = request;
    const type = message.header.msg_type;
    if (type === "shutdown_request") return await this.#control(message, peer);
    this.#publisher.publish("status", message, { execution_state: "busy" });
    try {
      if (type === "execute_request") {
        await this.#execute(request);
      } else if (type === "comm_open") { // this kernel knows no comm targets
        this.#publisher.publish("comm_close", message, {
          comm_id: message.content.comm_id,
          data: {},
        });
      } else if (type.endsWith("_request")) {
        await this.#reply(message, peer, await this.#answer(type, message.content));
      }
    } finally {
      this.#publisher.publish("status", message, { execution_state: "idle" });
      await this.#publisher.settled();
    }
  }

  async #control(message: Message, peer: ZmtpConnection): Promise<void> {
    const { msg_type: type } = message.header;
    if (type === "interrupt_request") {
      this.stop().catch((error) => console.error("Hardened kernel: stop:", error));
      await this.#reply(message, peer, { status: "ok" });
    } else if (type === "shutdown_request") {
      await this.#inner.shutdown().catch(() => {}); // it ended by itself or never came up
      const content = { status: "ok", restart: message.content.restart === true };
      await this.#reply(message, peer, content);
      this.#publisher.publish("shutdown_reply", message, content);
      await this.#publisher.settled();
      this.#end();
    } else if (type.endsWith("_request")) {
      await this.#reply(message, peer, await this.#answer(type, message.content));
    }
  }

  /** Answers what is no matter of running cells. */
  async #answer(type: string, content: JsonObject): Promise<JsonObject> {
    try {
      return await answerRequest(this.#inner, type, content);
    } catch (error) {
      const evalue = error instanceof Error ? error.message : String(error);
      return { status: "error", ename: "KernelError", evalue, traceback: [evalue] };
    }
  }

  async #execute({ message, peer, aborted }: Request): Promise<void> {
    const { content } = message;
    const code = asString(content.code);
    const silent = content.silent === true;
    if (aborted) {
      const execution_count = this.#executionCount;
      return await this.#reply(message, peer, { status: "aborted", execution_count });
    }
    if (!silent) {
      if (content.store_history !== false) this.#executionCount++;
      const execution_count = this.#executionCount;
      this.#publisher.publish("execute_input", message, { code, execution_count });
    }
    // A request without code only asks for values: what comes late is still the last cell's.
    if (code.trim() !== "") this.#cell = { message, limit: new OutputLimit() };
    const stdin = content.allow_stdin === true
      ? (prompt: string, password: boolean) => this.#ask(message, peer, prompt, password)
      : undefined;
    let outcome: CellOutcome;
    try {
      outcome = await this.#inner.execute(code, `cell [${this.#executionCount}]`, stdin);
    } catch (error) {
      const evalue = error instanceof Error ? error.message : String(error);
      const traceback = [`KernelError: ${evalue}`];
      outcome = {
        status: "error",
        error: { output_type: "error", ename: "KernelError", evalue, traceback },
      };
    }
    const { status, error } = outcome;
    const { ename, evalue, traceback } = error ?? {};
    if (error) this.#publisher.publish("error", message, { ename, evalue, traceback });
    await this.#publisher.settled();
    if (status === "error" && content.stop_on_error !== false) {
      // Before the reply: a front end that knows of the error may send the next cell at once.
      await delay(arrivalTime);
      this.#abortQueue();
    }
    const details = error ? { ename, evalue, traceback } : {
      user_expressions: await evaluateAll(this.#inner, asObject(content.user_expressions)),
      payload: [],
    };
    const reply = { status, execution_count: this.#executionCount, ...details };
    await this.#reply(message, peer, reply);
  }

  /** Asks the front end that runs the cell for a line of text. */
  async #ask(
    message: Message,
    peer: ZmtpConnection,
    prompt: string,
    password: boolean,
  ): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.#answerInput = resolve;
    const header = messageHeader("input_request", this.#session, "kernel");
    const frames = this.#codec.encode({
      header,
      parent_header: message.header,
      content: { prompt, password },
    });
    await this.#stdin.sendTo(peer.peerIdentity, frames);
    try {
      return await promise;
    } finally {
      this.#answerInput = undefined;
    }
  }

  #abortQueue(): void {
    for (const request of this.#queue) request.aborted = true;
  }

  /** Output of the inner kernel goes under the running cell; between cells, under the last one. */
  #publishOutput(message: Message): void {
    const comm = message.header.msg_type.startsWith("comm_");
    if (!this.#cell || !comm && !isOutputMessage(message)) return;
    if (message.header.msg_type === "error") return; // follows the cell, with the lines of its own code
    const passed = this.#cell.limit.pass(message.header.msg_type, message.content);
    if (!passed) return;
    const { type, content } = passed;
    if (type === "execute_result") {
      if (this.#cell.message.content.silent === true) return;
      content.execution_count = this.#executionCount;
    }
    this.#publisher.publish(type, this.#cell.message, content, message.metadata, message.buffers);
  }

  async #reply(request: Message, peer: ZmtpConnection, content: JsonObject): Promise<void> {
    const type = request.header.msg_type.replace(/_request$/, "_reply");
    const header = messageHeader(type, this.#session, "kernel");
    const frames = this.#codec.encode({ header, parent_header: request.header, content });
    // A front end that has gone, or reads no more, changes nothing: its cell has run all the same.
    await settlesWithin(peer.send(frames), replyPatience);
  }
}
