/**
 * A process of the course's own code that works on texts of learners, which may keep it busy for ever: it answers
 * each line on its standard input with a line of JSON, and is ended where it does not in time. Whoever asks only waits.
 *
 * @module
 */
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import type { Budget } from "./budget.ts";
import { minimalEnvironment } from "./environment.ts";
import { countedSeconds, findLimits, momentOf } from "./limits.ts";

/** What to start. */
export interface LineProgram {
  /** The path of its module. Its first line says that it is there. */
  readonly module: string;
  /** What it may do, as flags of Deno. */
  readonly permissions: readonly string[];
  /** Characters of a reply. */
  readonly longestReply: number;
}

/** Seconds that the process may take to start on a busy machine. */
const startSeconds = 60;

/** A running process. */
export class LineProcess {
  readonly #process: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;

  private constructor(process: Deno.ChildProcess, longestReply: number) {
    this.#process = process;
    this.#writer = process.stdin.getWriter();
    this.#writer.closed.catch(() => {}); // the process ended; the next reply tells
    this.#lines = linesOf(process.stdout, longestReply);
  }

  /** Starts a program. An error where it does not come up. */
  static async start({ module, permissions, longestReply }: LineProgram): Promise<LineProcess> {
    const { prefix } = await findLimits();
    const [command, ...args] = [
      ...prefix,
      Deno.execPath(),
      "run",
      "--no-prompt",
      "--cached-only",
      "--no-check",
      "--quiet",
      `--config=${join(projectFolder, "deno.json")}`,
      // The one that deno.json names is written to, and the course may belong to somebody else.
      `--lock=${join(projectFolder, "deno.lock")}`,
      "--frozen",
      ...permissions,
      "--v8-flags=--max-old-space-size=512",
      module,
    ];
    const process = new Deno.Command(command, {
      args,
      clearEnv: true,
      env: minimalEnvironment(),
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const started = new LineProcess(process, longestReply);
    const ready = started.#next();
    if (!await settlesWithin(ready, 1000 * startSeconds) || await ready === undefined) {
      await started.end();
      throw new Error(`the process of ${module} did not start`);
    }
    return started;
  }

  /**
   * The reply to a request, both as JSON: undefined where it does not come in `seconds`, or the process ended. What
   * it takes is charged to the `budget`.
   */
  async ask(request: unknown, seconds: number, budget?: Budget): Promise<unknown> {
    this.#writer.write(new TextEncoder().encode(`${JSON.stringify(request)}\n`)).catch(() => {});
    const next = this.#next();
    const begun = momentOf(this.#process.pid);
    const spent = (): number => countedSeconds(begun, momentOf(this.#process.pid));
    try {
      for (let left = seconds; left > 0; left = seconds - spent()) {
        if (await settlesWithin(next, Math.ceil(1000 * left))) return await next;
      }
      return undefined;
    } finally {
      budget?.charge(spent());
    }
  }

  /** Ends the process and waits until it is gone. */
  async end(): Promise<void> {
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // already gone
    }
    await this.#process.status;
    await this.#lines.return?.();
  }

  async #next(): Promise<unknown> {
    const { value } = await this.#lines.next();
    return value === undefined ? undefined : JSON.parse(value);
  }
}

/** The lines of a stream; it ends where one is longer than `longest`. */
async function* linesOf(
  stream: ReadableStream<Uint8Array>,
  longest: number,
): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of stream) {
    const text = decoder.decode(bytes, { stream: true });
    rest += text;
    if (rest.length > longest) return;
    if (!text.includes("\n")) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** For the program: answers each line of standard input with what `reply` makes of it, one after the other. */
export async function answerLines<Request>(
  reply: (request: Request) => unknown,
): Promise<void> {
  const send = (value: unknown): void => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(value)}\n`);
    for (let sent = 0; sent < bytes.length;) sent += Deno.stdout.writeSync(bytes.subarray(sent));
  };
  send(null);
  let rest = "";
  for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) send(await reply(JSON.parse(line)));
  }
}
