/**
 * The operating system's side of a kernel: its process, its last words, and why it ended.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { type ConnectionInfo, writeConnectionFile } from "lib/jupyter/connection.ts";
import { settlesWithin } from "lib/jupyter/waiting.ts";

/**
 * Which kernel runs: `stock` is `deno jupyter --kernel` itself, `hardened` is ours, which stands in
 * front of it and mends what it gets wrong (see `hardened_kernel.ts`).
 */
export type KernelKind = "hardened" | "stock";

/** How a kernel's process is started. */
export interface ProcessOptions {
  readonly kernel: KernelKind;
  /** The folder that relative paths in cells start from, and below whose `deno.json` they run. */
  readonly cwd: string;
  /** Additions to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * An installed kernelspec's command line, with `{connection_file}` in it. Default: this project's own
   * files.
   */
  readonly argv?: readonly string[];
}

/** The kernel's process has ended; the message explains why. */
export class KernelDied extends Error {
  override name = "KernelDied";
}

/** The command line of a kernel. */
export function kernelCommand(kernel: KernelKind, connectionFile: string): string[] {
  if (kernel === "stock") {
    return [Deno.execPath(), "jupyter", "--kernel", "--conn", connectionFile];
  }
  const main = fileURLToPath(new URL("hardened_kernel_main.ts", import.meta.url));
  return [Deno.execPath(), "run", "--allow-all", "--no-lock", main, connectionFile];
}

/** A running kernel process. */
export class KernelProcess {
  /** Resolves, never rejects, when the process has ended. */
  readonly died: Promise<KernelDied>;
  readonly pid: number;
  readonly #child: Deno.ChildProcess;
  readonly #stdin: WritableStreamDefaultWriter<Uint8Array>;
  readonly #decoder = new TextDecoder();
  /** The end of what the process wrote to standard error. */
  #lastWords = "";
  #ended = false;
  #reason: string | undefined;

  private constructor(child: Deno.ChildProcess, connectionFile: string) {
    this.#child = child;
    this.pid = child.pid;
    const stdin = child.stdin.getWriter();
    this.#stdin = stdin;
    const listened = this.#listen();
    this.died = (async () => {
      const status = await child.status;
      this.#ended = true;
      await settlesWithin(listened, 500); // a grandchild may hold the pipe open
      // What holds the pipe's other end: its closing tells the kernel that we are gone.
      await stdin.close().catch(() => {});
      await Deno.remove(connectionFile).catch(() => {});
      return new KernelDied(this.#reason ?? explainDeath(status, this.#lastWords));
    })();
  }

  /** Starts the process; it may still fail to come up, see {@linkcode KernelProcess.died}. */
  static async spawn(connection: ConnectionInfo, options: ProcessOptions): Promise<KernelProcess> {
    const connectionFile = await writeConnectionFile(connection);
    const [command, ...args] = options.argv
      ?.map((part) => part.replace("{connection_file}", connectionFile)) ??
      kernelCommand(options.kernel, connectionFile);
    const child = new Deno.Command(command, {
      args,
      cwd: options.cwd,
      env: { NO_COLOR: "1", ...options.env },
      stdin: "piped",
      stdout: "null",
      stderr: "piped",
      // Not in our process group: an interrupt meant for us must not end it (SIGINT kills the stock kernel).
      detached: true,
    }).spawn();
    return new KernelProcess(child, connectionFile);
  }

  /** Writes one byte to the process's standard input: the stock kernel's prelude takes it for "stop". */
  async sendByte(): Promise<void> {
    await this.#stdin.write(Uint8Array.of(1)).catch(() => {}); // it has ended
  }

  /** Ends the process at once and waits until it is gone; `reason` is what its death says. */
  async kill(reason?: string): Promise<void> {
    this.#reason ??= reason;
    if (!this.#ended) {
      try {
        this.#child.kill("SIGKILL");
      } catch {
        // it ended a moment ago
      }
    }
    await this.died;
  }

  async #listen(): Promise<void> {
    try {
      for await (const chunk of this.#child.stderr) {
        const text = this.#decoder.decode(chunk, { stream: true });
        this.#lastWords = (this.#lastWords + text).slice(-8192);
      }
    } catch {
      // the pipe broke with the process
    }
  }
}

/** Why a kernel ended, in words for a learner. */
export function explainDeath(
  status: { readonly code: number; readonly signal: Deno.Signal | null },
  lastWords: string,
): string {
  if (/out of memory|memory limit|allocation failed/i.test(lastWords)) {
    return "The kernel ran out of memory. Use smaller arrays, or free tensors (tf.tidy, dispose).";
  }
  if (status.signal === "SIGKILL") {
    return "The kernel was killed (SIGKILL): often the system's answer to too much memory.";
  }
  if (status.signal) return `The kernel crashed (${status.signal}).${quote(lastWords)}`;
  if (status.code === 0) return "The kernel ended (Deno.exit was called?).";
  return `The kernel ended with status ${status.code}.${quote(lastWords)}`;
}

function quote(lastWords: string): string {
  const lines = lastWords.trim().split("\n")
    .filter((line) => !line.includes('"deno jupyter" is unstable')).slice(-5).join("\n");
  return lines ? ` Its last words:\n${lines}` : "";
}
