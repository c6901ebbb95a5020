/**
 * One locked-down process that calls a learner's functions: no network, no files but its stage, no
 * environment, bounded memory, time and output. See {@link "./limits.ts"} for what the machine adds.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { endReason } from "./end_reason.ts";
import { findLimits, memoryLimit } from "./limits.ts";
import { watchMemory } from "./memory_watch.ts";
import { type Outcome, outOfMemory } from "./judge.ts";
import { plainText } from "./plain_text.ts";
import { childModule } from "./stage.ts";
import type { Value } from "./values.ts";
import { decodeValue, encodeValue } from "./wire.ts";

/** A function of a staged cell, and how long one call of it may take. */
export interface Call {
  /** The cell's module name in the stage: `04_2`. */
  readonly cell: string;
  /** The function that the cell exports. */
  readonly name: string;
  /** Its arguments. */
  readonly args: readonly Value[];
  /** After so long the process is ended. */
  readonly seconds: number;
}

/** Seconds that tfjs may take to start on a busy machine. */
const startSeconds = 60;
/** Bytes that a process may write in all: results, and what the learner prints. */
const outputLimit = { results: 16 * 1024 ** 2, printed: 1024 ** 2 };

/** A running process. It stays dead once a call was too long or too much: start another. */
export class Sandbox implements AsyncDisposable {
  #process: Deno.ChildProcess;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #waiting: { call: string; resolve: (outcome: Outcome) => void } | undefined;
  #end: Outcome | undefined;
  #printed = "";
  #started: Promise<Outcome>;
  #readers: Promise<unknown>;

  private constructor(process: Deno.ChildProcess, readonly stage: string) {
    this.#process = process;
    this.#writer = process.stdin.getWriter();
    this.#writer.closed.catch(() => {}); // the process ended; its status tells
    this.#started = this.#answer("ready", startSeconds);
    this.#readers = Promise.allSettled([this.#readResults(), this.#readPrinted()]);
    process.status.then(async (status) => {
      await this.#readers;
      this.#stop({ kind: "died", message: plainText(endReason(status, this.#printed)) });
    });
  }

  /** Starts a process on a stage made by `Workspace.stage`, with the workspace's cache. */
  static async start(stage: string, cache: string): Promise<Sandbox> {
    const { prefix, memory } = await findLimits();
    const [command, ...args] = [
      ...prefix,
      Deno.execPath(),
      "run",
      ...["--no-prompt", "--cached-only", "--no-remote", "--no-check", "--quiet"],
      `--config=${join(stage, "deno.json")}`,
      `--allow-read=${stage}`,
      "--v8-flags=--max-old-space-size=384,--single-threaded-gc",
      join(stage, childModule),
    ];
    const process = new Deno.Command(command, {
      args,
      cwd: stage,
      clearEnv: true,
      env: childEnvironment(cache),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const sandbox = new Sandbox(process, stage);
    if (memory === "watch") {
      const excess = () => sandbox.#stop({ kind: "died", message: outOfMemory });
      const endWatch = watchMemory(process.pid, memoryLimit, excess);
      process.status.then(endWatch);
    }
    return sandbox;
  }

  /** True until a call was too long or the process ended. */
  get alive(): boolean {
    return this.#end === undefined;
  }

  /** Calls a learner's function and waits for its outcome, `seconds` at most. */
  async call({ cell, name, args, seconds }: Call): Promise<Outcome> {
    const started = await this.#started;
    if (started.kind !== "value") return started.kind === "timeout" ? cannotStart : started;
    if (this.#end) return this.#end;
    const module = pathToFileURL(join(this.stage, "cells", `${cell}.ts`)).href;
    return await this.#ask({ module, name, args: args.map(encodeValue) }, seconds);
  }

  /**
   * True if the next cell should not run in this process: it has ended, or a cell has changed what all
   * cells share. See {@link "./realm_watch.ts"} for what is noticed.
   */
  async spoiled(): Promise<boolean> {
    if (!this.alive) return true;
    const answer = await this.#ask({}, 5);
    return answer.kind !== "value" || answer.value !== false;
  }

  /** Ends the process and waits until it is gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop({ kind: "died", message: "ended" });
    await this.#process.status;
    await this.#readers;
  }

  #ask(request: Readonly<Record<string, unknown>>, seconds: number): Promise<Outcome> {
    const call = crypto.randomUUID();
    const answer = this.#answer(call, seconds);
    const line = new TextEncoder().encode(JSON.stringify({ call, ...request }) + "\n");
    this.#writer.write(line).catch(() => {}); // the process ended; its status tells
    return answer;
  }

  #answer(call: string, seconds: number): Promise<Outcome> {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const timer = setTimeout(() => this.#stop({ kind: "timeout", seconds }), seconds * 1000);
    this.#waiting = { call, resolve };
    return promise.finally(() => clearTimeout(timer));
  }

  /** Ends the process; whoever waits learns why. */
  #stop(outcome: Outcome): void {
    this.#end ??= outcome;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.resolve(this.#end);
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // already gone
    }
  }

  async #readResults(): Promise<void> {
    const decoder = new TextDecoder();
    let [rest, total] = ["", 0];
    for await (const chunk of this.#process.stdout) {
      total += chunk.length;
      if (total > outputLimit.results) return this.#stop(tooMuch("returned", outputLimit.results));
      const text = decoder.decode(chunk, { stream: true });
      rest += text;
      if (!text.includes("\n")) continue;
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) this.#receive(line);
    }
  }

  async #readPrinted(): Promise<void> {
    const decoder = new TextDecoder();
    let total = 0;
    for await (const chunk of this.#process.stderr) {
      total += chunk.length;
      if (total > outputLimit.printed) return this.#stop(tooMuch("printed", outputLimit.printed));
      // The end of it is what tells why a process ended.
      this.#printed = (this.#printed + decoder.decode(chunk, { stream: true })).slice(-8000);
    }
  }

  /** A line that is not the answer that is waited for is ignored: learner's code can write lines too. */
  #receive(line: string): void {
    const waiting = this.#waiting;
    if (!waiting || !line.startsWith(`{"call":"${waiting.call}",`)) return;
    let answer: { value?: unknown; error?: unknown };
    try {
      answer = JSON.parse(line);
    } catch {
      return;
    }
    this.#waiting = undefined;
    waiting.resolve(readAnswer(answer, this.stage));
  }
}

/** The machine could not run a submission in time: that says nothing about the submission. */
export const cannotStart: Outcome = {
  kind: "died",
  message: `tfjs did not start in ${startSeconds} s`,
};

function tooMuch(did: string, limit: number): Outcome {
  return { kind: "died", message: `${did} more than ${limit / 1024 ** 2} MB` };
}

function readAnswer(
  { value, error }: { value?: unknown; error?: unknown },
  stage: string,
): Outcome {
  if (error) {
    const { name, message, stack } = Object(error);
    const line = /\/cells\/\w+\.ts:(\d+)/.exec(textOf(stack))?.[1];
    return {
      kind: "error",
      name: plainText(textOf(name), 80) || "Error",
      message: plainText(withoutPlaces(textOf(message), stage)) || "(no message)",
      ...(line && { line: Number(line) }),
    };
  }
  try {
    return { kind: "value", value: decodeValue(value) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { kind: "died", message: `the result could not be read: ${reason}` };
  }
}

/** What should be text, and need not be: a learner's error has whatever fields its author gave it. */
function textOf(json: unknown): string {
  return typeof json === "string" ? json : "";
}

/** A message without the places in our files that some errors of Deno carry. */
function withoutPlaces(message: string, stage: string): string {
  return message.replace(/\s+at (?:async )?file:\/\/\S+/g, "")
    .replaceAll(`${pathToFileURL(stage).href}/`, "").replaceAll(`${stage}/`, "");
}

/** The variables that Deno itself needs: its cache, where this machine keeps its npm settings, no GPU. */
function childEnvironment(cache: string): Record<string, string> {
  const passed = ["PATH", "HOME", "USERPROFILE", "SYSTEMROOT", "NPM_CONFIG_REGISTRY"];
  return {
    ...Object.fromEntries(passed.flatMap((name) => {
      const value = Deno.env.get(name);
      return value === undefined ? [] : [[name, value]];
    })),
    DENO_DIR: cache,
    DENO_NO_UPDATE_CHECK: "1",
    DENO_WEBGPU_BACKEND: "none",
    NO_COLOR: "1",
  };
}
