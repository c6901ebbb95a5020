/**
 * Reads answers in a process of its own. Nothing of a learner's runs in it, and yet it may never end: parsers take
 * exponential time for some texts. It is ended then, and the answer is refused; the grader's own thread only waits.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { projectFolder } from "lib/platform/project.ts";
import { settlesWithin } from "lib/platform/waiting.ts";
import { minimalEnvironment } from "../sandbox/environment.ts";
import { countedSeconds, findLimits, momentOf } from "../sandbox/limits.ts";
import type { Equipped, ReadRequest } from "./bring_along.ts";
import { fromMessage, type ReadReply } from "./reader_messages.ts";

/** Seconds of computing that one answer may take to be read. Honest ones take a hundredth. */
const answerSeconds = 3;
/** Seconds that the process may take to start on a busy machine. */
const startSeconds = 60;
/** Characters of a reply; the library's modules are a part of it. */
const longestReply = 32 * 1024 ** 2;

/** What is said of an answer that takes too long to be read. */
export const unreadable: Equipped = {
  kind: "refused",
  problem: {
    en: `the cell takes more than ${answerSeconds} s to be read: is it nested very deeply?`,
    ko: `셀을 읽는 데 ${answerSeconds}초가 넘게 걸립니다. 너무 깊이 중첩되었나요?`,
  },
};

/** The process, started when the first answer comes and again where one has to be ended. */
export class Reader implements AsyncDisposable {
  #child: Child | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Reads one answer after the other. */
  readonly read = (request: ReadRequest): Promise<Equipped> => {
    const reading = this.#last.then(() => this.#read(request));
    this.#last = reading.catch(() => {});
    return reading;
  };

  async #read(request: ReadRequest): Promise<Equipped> {
    this.#child ??= await Child.start();
    const reply = await this.#child.ask(request);
    if (reply) return fromMessage(reply);
    await this.#child.end();
    this.#child = undefined;
    return unreadable;
  }

  /** Ends the process. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    await this.#child?.end();
  }
}

/** A running process. */
class Child {
  readonly #process: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #lines: AsyncIterator<string>;

  private constructor(process: Deno.ChildProcess) {
    this.#process = process;
    this.#writer = process.stdin.getWriter();
    this.#writer.closed.catch(() => {}); // the process ended; the next reply tells
    this.#lines = linesOf(process.stdout);
  }

  static async start(): Promise<Child> {
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
      `--allow-read=${projectFolder}`,
      "--allow-env", // TypeScript looks for variables; there are none
      "--v8-flags=--max-old-space-size=512",
      fileURLToPath(import.meta.resolve("./reader_child.ts")),
    ];
    const process = new Deno.Command(command, {
      args,
      clearEnv: true,
      env: minimalEnvironment(),
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const child = new Child(process);
    const ready = child.#next();
    if (!await settlesWithin(ready, 1000 * startSeconds) || await ready === undefined) {
      await child.end();
      throw new Error("the process that reads answers did not start");
    }
    return child;
  }

  /** The reply, or undefined where it does not come in time, or the process ended. */
  async ask(request: ReadRequest): Promise<ReadReply | undefined> {
    this.#writer.write(new TextEncoder().encode(`${JSON.stringify(request)}\n`)).catch(() => {});
    const next = this.#next();
    const begun = momentOf(this.#process.pid);
    for (let left = answerSeconds; left > 0;) {
      if (await settlesWithin(next, Math.ceil(1000 * left))) return await next;
      left = answerSeconds - countedSeconds(begun, momentOf(this.#process.pid));
    }
    return undefined;
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

  async #next(): Promise<ReadReply | undefined> {
    const { value } = await this.#lines.next();
    return value === undefined ? undefined : JSON.parse(value);
  }
}

/** The lines of a stream; it ends where one is too long. */
async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of stream) {
    const text = decoder.decode(bytes, { stream: true });
    rest += text;
    if (rest.length > longestReply) return;
    if (!text.includes("\n")) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
