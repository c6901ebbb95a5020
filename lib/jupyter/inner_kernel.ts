/**
 * The stock kernel inside the hardened one: it can be stopped in every state, and it comes back after its
 * end. Both say in plain words whether the variables are still there.
 *
 * @module
 */
import type { JsonObject } from "lib/jupyter/json.ts";
import { type ExecuteOptions, KernelClient } from "lib/jupyter/kernel_client.ts";
import { KernelDied } from "lib/jupyter/kernel_process.ts";
import type { Message } from "lib/jupyter/messages.ts";
import type { MessageListener } from "lib/jupyter/message_hub.ts";
import type { ErrorOutput } from "lib/jupyter/notebook.ts";
import { describeSyntaxError } from "lib/jupyter/syntax_error.ts";
import { settlesWithin } from "lib/jupyter/waiting.ts";

/** Milliseconds that a stopped cell has to end before its kernel is replaced. */
const stopLimit = 1500;
const variablesGone =
  "The kernel was started again: variables are gone, run the cells above again.";

/** What became of a cell, for its reply. */
export interface CellOutcome {
  readonly status: "ok" | "error";
  /** Present if the cell failed. */
  readonly error?: ErrorOutput;
  /** True if the error is already among the cell's outputs. */
  readonly errorShown: boolean;
}

/** How the inner kernel is started and who listens to it. */
export interface InnerKernelOptions {
  readonly cwd: string;
  /** Gets every message of the inner kernel. */
  readonly onMessage: MessageListener;
  /** Called when the kernel has ended between two cells, with words for the learner. */
  readonly onLoss: (explanation: string) => void;
}

/** One inner kernel after the other. */
export class InnerKernel {
  readonly #options: InnerKernelOptions;
  #client: Promise<KernelClient>;
  /** The running cell: settles with it, and `stopped` tells that the learner wanted its end. */
  #current: { readonly ended: Promise<unknown>; stopped: boolean; replaced: boolean } | undefined;

  constructor(options: InnerKernelOptions) {
    this.#options = options;
    this.#client = this.#start();
  }

  /** The kernel's answer to `kernel_info_request`. */
  async info(): Promise<JsonObject> {
    return (await this.#client).info;
  }

  /** Passes a request on, such as `complete_request`. */
  async request(type: string, content: JsonObject): Promise<Message> {
    return await (await this.#client).request("shell", type, content, 5000);
  }

  /** Runs a cell; resolves when all its output has passed through `onMessage`. */
  async execute(code: string, stdin: ExecuteOptions["stdin"]): Promise<CellOutcome> {
    const client = await this.#ready();
    const run = client.execute(code, { stdin });
    const current = { ended: run, stopped: false, replaced: false };
    this.#current = current;
    try {
      const { status, error } = await run;
      if (status === "ok") return { status, errorShown: false };
      if (error) return { status: "error", error, errorShown: true };
      // The stock kernel is silent about two things: a stopped cell, and code that it cannot parse.
      const silent = current.stopped
        ? failure("Interrupted", "The cell was stopped. Variables are kept.")
        : await describeSyntaxError(code);
      return { status: "error", error: silent, errorShown: false };
    } catch (error) {
      if (!(error instanceof KernelDied)) throw error;
      if (!current.replaced) this.#client = this.#start();
      const reason = current.stopped
        ? failure("Interrupted", `The cell was stopped while it was waiting. ${variablesGone}`)
        : failure("KernelDied", `${error.message}\n${variablesGone}`);
      return { status: "error", error: reason, errorShown: false };
    } finally {
      this.#current = undefined;
    }
  }

  /**
   * Stops the running cell. A loop ends and variables stay. A cell that waits for a promise cannot be
   * ended in the stock kernel (V8 drops the rest of the cell, which then never ends), so after a while its
   * process is replaced.
   */
  async stop(): Promise<void> {
    const current = this.#current;
    if (!current || current.stopped) return;
    current.stopped = true;
    const client = await this.#client;
    await client.interrupt(stopLimit).catch(() => {}); // a deaf kernel is replaced below
    if (await settlesWithin(current.ended, stopLimit)) return;
    current.replaced = true;
    const next = this.#start();
    this.#client = next;
    await client.kill();
    await next;
  }

  /** Ends the inner kernel for good. */
  async shutdown(): Promise<void> {
    await (await this.#client).shutdown(1500);
  }

  /** Ends the inner kernel at once. */
  async kill(): Promise<void> {
    await (await this.#client).kill();
  }

  async #start(): Promise<KernelClient> {
    const client = await KernelClient.start({ kernel: "stock", cwd: this.#options.cwd });
    client.onMessage(this.#options.onMessage);
    client.onDeath((death) => {
      if (this.#current) return; // `execute` tells
      this.#client = this.#start();
      this.#options.onLoss(`${death.message}\n${variablesGone}`);
    });
    return client;
  }

  /** The running client; a new attempt if the last start failed. */
  async #ready(): Promise<KernelClient> {
    try {
      return await this.#client;
    } catch {
      this.#client = this.#start();
      return await this.#client;
    }
  }
}

function failure(ename: string, evalue: string): ErrorOutput {
  return { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
