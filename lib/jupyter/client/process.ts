/**
 * The operating system's side of a kernel: its process, the end of its standard error, and why it ended.
 *
 * No process outlives its kernel, nor a kernel the process that started it, however that ended: on Unix a
 * watcher in the kernel's process group holds one end of a pipe, and when the other end closes, it ends the
 * group: kernel, programs that cells have started, and itself. (On Windows the kernel notices by itself, see
 * `prelude.ts` and `parent_watch.ts`; what cells have started may stay.)
 *
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { settlesWithin } from "lib/platform/waiting.ts";
import { type ConnectionInfo, writeConnectionFile } from "../protocol/connection.ts";

/**
 * Which kernel runs: `stock` is `deno jupyter --kernel` itself, `hardened` is ours, which stands in
 * front of it and corrects what it gets wrong (see `hardened_kernel.ts`).
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
  const main = fileURLToPath(new URL("../kernel/hardened_kernel_main.ts", import.meta.url));
  return [Deno.execPath(), "run", "--allow-all", "--no-lock", main, connectionFile];
}

/** How a process ended. */
export interface ExitStatus {
  readonly code: number | null;
  readonly signal: string | null;
}

const isWindows = Deno.build.os === "windows";
/** Waits until its pipe closes, then ends the whole group; meanwhile the shell becomes the kernel. */
const watched = '(read line <&3; kill -s KILL -- -$$) & exec 3<&-; exec "$@"';

/** A running kernel process. */
export class KernelProcess {
  /** Resolves, never rejects, when the process has ended. */
  readonly died: Promise<KernelDied>;
  readonly pid: number;
  readonly #child: ChildProcess;
  readonly #decoder = new TextDecoder();
  /** The end of what the process wrote to standard error. */
  #lastWords = "";
  #ended = false;
  #reason: string | undefined;

  private constructor(child: ChildProcess, connectionFile: string) {
    this.#child = child;
    this.pid = child.pid ?? 0;
    child.stdin?.on("error", () => {}); // it has ended
    child.stderr?.on("data", (chunk: Uint8Array) => {
      const text = this.#decoder.decode(chunk, { stream: true });
      this.#lastWords = (this.#lastWords + text).slice(-8192);
    });
    const wordsEnded = new Promise((resolve) => child.stderr?.on("close", resolve));
    this.died = (async () => {
      const status = await new Promise<ExitStatus>((resolve) => {
        child.on("exit", (code, signal) => resolve({ code, signal }));
        child.on("error", (error) => {
          this.#reason ??= `The kernel could not be started: ${error.message}`;
          resolve({ code: null, signal: null });
        });
      });
      this.#ended = true;
      for (const pipe of [child.stdin, child.stdio[3]]) pipe?.destroy();
      await settlesWithin(wordsEnded, 500);
      await Deno.remove(connectionFile).catch(() => {});
      return new KernelDied(this.#reason ?? explainDeath(status, this.#lastWords));
    })();
  }

  /** Starts the process; it may still fail to come up, see {@linkcode KernelProcess.died}. */
  static async spawn(connection: ConnectionInfo, options: ProcessOptions): Promise<KernelProcess> {
    const connectionFile = await writeConnectionFile(connection);
    const command = options.argv
      ?.map((part) => part.replace("{connection_file}", connectionFile)) ??
      kernelCommand(options.kernel, connectionFile);
    const [program, ...args] = isWindows
      ? command
      : ["/bin/sh", "-c", watched, "kernel", ...command];
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...Deno.env.toObject(), NO_COLOR: "1", ...options.env },
      stdio: ["pipe", "ignore", "pipe", ...(isWindows ? [] : ["pipe" as const])],
      windowsHide: true,
      // Its own process group: an interrupt meant for us must not end it (SIGINT kills the stock kernel).
      detached: true,
    });
    return new KernelProcess(child, connectionFile);
  }

  /**
   * Writes the time to the process's standard input. The stock kernel's prelude takes it for "stop": what runs
   * later, if it is heard late, is not meant.
   */
  sendStop(): void {
    this.#child.stdin?.write(new TextEncoder().encode(`${Date.now()}\n`));
  }

  /** Ends the process at once and waits until it is gone; `reason` is what its death says. */
  async kill(reason?: string): Promise<void> {
    this.#reason ??= reason;
    if (!this.#ended) this.#child.kill("SIGKILL");
    await this.died;
  }
}

/** Why a kernel ended, in words for a learner. */
export function explainDeath(status: ExitStatus, lastWords: string): string {
  if (/out of memory|memory limit|allocation failed/i.test(lastWords)) {
    return "The kernel ran out of memory. Use smaller arrays, or free tensors (tf.tidy, dispose).";
  }
  if (status.signal === "SIGKILL") {
    return "The kernel was killed (SIGKILL): often the system's answer to too much memory.";
  }
  if (status.signal === "SIGTERM" || status.signal === "SIGHUP") {
    return `Another program has ended the kernel (${status.signal}).`;
  }
  if (status.signal) return `The kernel crashed (${status.signal}).${quote(lastWords)}`;
  if (status.code === 0) return "The kernel ended (Deno.exit was called?).";
  return `The kernel ended with status ${status.code}.${quote(lastWords)}`;
}

function quote(lastWords: string): string {
  const lines = lastWords.trim().split("\n")
    .filter((line) => !/"deno jupyter" is unstable|^CDP response/.test(line)).slice(-5).join("\n");
  return lines ? ` Its last words:\n${lines}` : "";
}
