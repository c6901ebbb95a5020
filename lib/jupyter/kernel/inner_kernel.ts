/**
 * The stock kernel inside the hardened one: it can be stopped in every state, and it is started again when
 * it has ended. In both cases the learner reads whether the variables are still there.
 *
 * @module
 */
import { pinKernelVersions } from "lib/platform/lock_file.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import type { ExecuteOptions } from "../client/cell_executor.ts";
import { KernelClient } from "../client/kernel_client.ts";
import { KernelDied } from "../client/process.ts";
import type { JsonObject } from "../format/json.ts";
import type { ErrorOutput } from "../format/notebook.ts";
import type { MessageListener } from "../protocol/message_hub.ts";
import type { Message } from "../protocol/messages.ts";
import { loadParser } from "./cell_parser.ts";
import { CellPositions } from "./cell_positions.ts";
import { ErrorTexts } from "./error_texts.ts";
import { makeReplaceable, type ReplaceableCode } from "./replaceable_code.ts";
import { showResult } from "./shown_result.ts";
import { makeStoppable } from "./stoppable_code.ts";
import { describeSyntaxError, findOpenComment, placeSyntaxError } from "./syntax_error.ts";

/**
 * Milliseconds in which a kernel that only waits hears "stop". A loop ends this much later, but too short a
 * time on a slow machine would cost variables.
 */
const hearingTime = 500;
/** Milliseconds after its start in which a kernel may not hear yet: what listens begins a second later. */
const deafTime = 2500;
const stopped = failure("Interrupted", "The cell was stopped. Variables are kept.");
const variablesGone =
  "The kernel was started again: variables are gone, run the cells above again.";

/** What became of a cell, for its reply. */
export interface CellOutcome {
  readonly status: "ok" | "error";
  /** Present if the cell failed. The inner kernel's own error message is not to be shown. */
  readonly error?: ErrorOutput;
}

/** How the inner kernel is started and who listens to it. */
export interface InnerKernelOptions {
  readonly cwd: string;
  /** Gets every message of the inner kernel. */
  readonly onMessage: MessageListener;
  /** Called when the kernel has ended between two cells, with words for the learner. */
  readonly onLoss: (explanation: string) => void;
}

/** The cell that runs now. */
interface RunningCell {
  readonly ended: Promise<void>;
  /** It has been sent to the kernel. */
  sent: boolean;
  /** The learner has stopped it. */
  stopped: boolean;
  /** Its kernel has been replaced. */
  replaced: boolean;
}

/** Runs an inner kernel, and another one when that has ended. */
export class InnerKernel {
  readonly #options: InnerKernelOptions;
  readonly #positions = new CellPositions();
  readonly #output: ErrorTexts;
  /** Names that cells have declared as constants. */
  readonly #constants = new Set<string>();
  #client: Promise<KernelClient>;
  #current: RunningCell | undefined;
  #startedAt = 0;
  #starting: AbortController | undefined;
  #closed = false;

  constructor(options: InnerKernelOptions) {
    this.#options = options;
    this.#output = new ErrorTexts(this.#positions, options.onMessage);
    this.#client = this.#restart();
  }

  /** The kernel's answer to `kernel_info_request`. */
  async info(): Promise<JsonObject> {
    return (await this.#client).info;
  }

  /** The value of an expression as text, or what it threw. Not while a cell runs. */
  async evaluate(expression: string): Promise<JsonObject> {
    return await (await this.#client).evaluate(expression);
  }

  /** Passes a request on, such as `complete_request`. */
  async request(type: string, content: JsonObject): Promise<Message> {
    return await (await this.#client).request("shell", type, content, 5000);
  }

  /**
   * Runs a cell, which errors of later cells call `label`; resolves when all its output has passed through
   * `onMessage`.
   */
  async execute(
    code: string,
    label: string,
    stdin: ExecuteOptions["stdin"],
  ): Promise<CellOutcome> {
    const { promise: ended, resolve: onReply } = Promise.withResolvers<void>();
    const current = { ended, sent: false, stopped: false, replaced: false };
    this.#current = current;
    try {
      const client = await this.#ready();
      const openComment = await findOpenComment(code);
      if (openComment) return { status: "error", error: openComment };
      const prepared = await this.#prepare(code);
      if (current.stopped) return { status: "error", error: stopped };
      this.#positions.add(prepared, label);
      current.sent = true;
      const { status, error } = await client.execute(prepared.code, {
        stdin,
        onReply,
        isStopped: () => current.stopped,
      });
      const { declared } = prepared;
      for (const [name, isConstant] of declared) {
        this.#constants[isConstant ? "add" : "delete"](name);
      }
      if (status === "ok" && !error) return { status };
      // The stock kernel is silent about two things: a stopped cell, and code that it cannot parse.
      if (!error) {
        return {
          status: "error",
          error: current.stopped ? stopped : await describeSyntaxError(code),
        };
      }
      if (current.stopped && error.ename === stopped.ename) {
        return { status: "error", error: stopped };
      }
      const restored = await this.#positions.restore(error);
      return { status: "error", error: await placeSyntaxError(code, restored) };
    } catch (error) {
      if (!(error instanceof KernelDied)) throw error;
      if (!current.replaced) this.#restart();
      const reason = current.stopped
        ? failure("Interrupted", `The cell was stopped while it was waiting. ${variablesGone}`)
        : failure("KernelDied", `${error.message}\n${variablesGone}`);
      return { status: "error", error: reason };
    } finally {
      await this.#output.settled();
      this.#current = undefined;
    }
  }

  /**
   * Stops the running cell, gently first: its loops throw and its awaits are rejected. If it does not hear,
   * V8 interrupts what it does, after which its awaits can be rejected. A cell that still hangs loses its
   * kernel, and only then are variables lost.
   */
  async stop(): Promise<void> {
    const current = this.#current;
    if (!current || current.stopped) return;
    current.stopped = true;
    if (!current.sent) return; // `execute` looks at `stopped`
    const client = await this.#client;
    const ends = (patience: number) => settlesWithin(current.ended, patience);
    const deaf = Math.max(0, this.#startedAt + deafTime - Date.now());
    const heard = await client.stopWaiting(hearingTime + deaf);
    if (await ends(heard ? 2000 : 0)) return;
    await client.interrupt(1500).catch(() => {}); // a deaf or dying kernel is replaced below
    if (await ends(300)) return;
    const heardNow = await client.stopWaiting(1500);
    if (await ends(heardNow ? 2000 : 0)) return;
    current.replaced = true;
    const next = this.#restart();
    await client.kill();
    await next;
  }

  /** Ends the inner kernel for good: by request, or at once if it runs a cell or does not listen. */
  async shutdown(): Promise<void> {
    this.#closed = true;
    this.#starting?.abort();
    const client = await this.#client;
    await (this.#current ? client.kill() : client.shutdown(1000));
  }

  /** Ends the inner kernel for good, at once, even one that is just starting. */
  async kill(): Promise<void> {
    this.#closed = true;
    this.#starting?.abort();
    await (await this.#client).kill();
  }

  /** What runs in the cell's place. */
  async #prepare(code: string): Promise<ReplaceableCode> {
    return await makeReplaceable(await makeStoppable(await showResult(code)), this.#constants);
  }

  async #start(): Promise<KernelClient> {
    if (this.#closed) throw new KernelDied("The kernel is shutting down.");
    const starting = new AbortController();
    this.#starting = starting;
    const { cwd } = this.#options;
    await pinKernelVersions();
    const started = KernelClient.start({ kernel: "stock", cwd, signal: starting.signal });
    loadParser(); // meanwhile
    const client = await started;
    this.#startedAt = Date.now();
    client.onMessage((channel, message) => this.#output.take(channel, message));
    client.onDeath((death) => {
      if (this.#current) return; // `execute` reports it
      this.#restart();
      this.#options.onLoss(`${death.message}\n${variablesGone}`);
    });
    return client;
  }

  /** Starts another inner kernel. Awaiting `#client` rejects if that fails. */
  #restart(): Promise<KernelClient> {
    this.#constants.clear();
    this.#client = this.#start();
    this.#client.catch(() => {});
    return this.#client;
  }

  /** The running client; a new attempt if the last start failed. */
  async #ready(): Promise<KernelClient> {
    try {
      return await this.#client;
    } catch {
      return await this.#restart();
    }
  }
}

function failure(ename: string, evalue: string): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
