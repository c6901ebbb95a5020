/**
 * One locked-down process that calls a learner's functions: no network, no files but its stage, no
 * environment, bounded memory, time and output. See {@link "./limits.ts"} for what the machine adds.
 *
 * @module
 */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { plainText } from "../cell/plain_text.ts";
import { type Outcome, outOfMemory } from "../exercise/outcome.ts";
import type { Text } from "lib/language.ts";
import type { Budget } from "./budget.ts";
import { minimalEnvironment } from "./environment.ts";
import {
  computedSeconds,
  countedSeconds,
  findLimits,
  memoryLimit,
  type Moment,
  momentOf,
  watchMemory,
} from "./limits.ts";
import { behindWall, findSecondWall, variablesBehindWall } from "./second_wall.ts";
import { childArguments, type Stage } from "./stage.ts";
import { decodeValue, type EncodedCalls } from "./wire.ts";

/** Calls of one function of a staged cell, and how long they may take. */
export interface Calls {
  /** The cell's module name in the stage: `04_2`. */
  readonly cell: string;
  /** The module that takes its place where it fails. */
  readonly bare?: string;
  /** The function that the cell exports. */
  readonly name: string;
  /** The arguments of each call. */
  readonly calls: EncodedCalls;
  /** Kernels of tfjs that end a call, see `ExerciseDefinition.forbiddenKernels`. */
  readonly forbiddenKernels?: readonly string[];
  /** After so long a single call ends the process. */
  readonly seconds: number;
  /** After so long all calls together do. Default: as long as they may take one by one. */
  readonly secondsInAll?: number;
}

/** A question to the process, and what has been answered so far. */
interface Question {
  readonly id: string;
  /** How many answers there will be. */
  readonly count: number;
  readonly outcomes: Outcome[];
  readonly limits: { readonly each: number; readonly all: number };
  readonly begun: Moment;
  /** What the process had computed by then. */
  readonly computed: number;
  /** When the last answer came, or the question was asked. */
  last: Moment;
  timer?: ReturnType<typeof setTimeout>;
  readonly resolve: (outcomes: Outcome[]) => void;
}

/** Seconds that tfjs may take to start on a busy machine. */
const startSeconds = 60;
/** Seconds that a look for changes may take: it takes a hundredth of one. */
const lookSeconds = 2;
/** Bytes that a process may write in all: results, and what the learner prints. */
const outputLimit = { results: 16 * 1024 ** 2, printed: 1024 ** 2 };

/** A running process. It stays dead once a call was too long or too much: start another. */
export class Sandbox implements AsyncDisposable {
  readonly #stage: string;
  readonly #budget: Budget | undefined;
  #process: Deno.ChildProcess;
  #writer: WritableStreamDefaultWriter<Uint8Array>;
  #question: Question | undefined;
  #end: Outcome | undefined;
  #printed = "";
  /** How much of what was printed has been taken. */
  #taken = 0;
  #printedInAll = 0;
  #started: Promise<Outcome[]>;
  #readers: Promise<unknown>;

  private constructor(process: Deno.ChildProcess, stage: string, budget: Budget | undefined) {
    this.#stage = stage;
    this.#budget = budget;
    this.#process = process;
    this.#writer = process.stdin.getWriter();
    this.#writer.closed.catch(() => {}); // the process ended; its status tells
    this.#started = this.#expect("ready", 1, { each: startSeconds, all: startSeconds });
    this.#readers = Promise.allSettled([this.#readResults(), this.#readPrinted()]);
    process.status.then(async (status) => {
      await this.#readers;
      this.#stop({ kind: "died", message: endReason(status, this.#printed) });
    });
  }

  /** Starts a process on a stage. What it takes is charged to the `budget`. */
  static async start({ folder, cache, enclosure }: Stage, budget?: Budget): Promise<Sandbox> {
    const { prefix, bounds, memory } = await findLimits();
    const [command, ...args] = [
      ...(enclosure
        ? behindWall(await findSecondWall(), enclosure, bounds)
        : [...prefix, Deno.execPath()]),
      ...childArguments(folder),
    ];
    const process = new Deno.Command(command, {
      args,
      cwd: folder,
      clearEnv: true,
      env: {
        ...minimalEnvironment(),
        DENO_DIR: cache,
        ...(enclosure && variablesBehindWall),
        DENO_WEBGPU_BACKEND: "none",
      },
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    const sandbox = new Sandbox(process, folder, budget);
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

  /** Loads a staged module, `seconds` at most. One that throws is no reason for the process to end. */
  async load(module: string, seconds: number): Promise<Outcome> {
    const limits = { each: seconds, all: seconds };
    return (await this.#ask([`"module":${this.#urlOf(module)}`], 1, limits))[0];
  }

  /**
   * Calls a learner's function with each list of arguments in turn, and waits for the outcomes. They end early
   * where a call ended the process: what came before such an end says nothing, and may be missing.
   */
  async call(
    { cell, bare, name, calls, seconds, secondsInAll, forbiddenKernels = [] }: Calls,
  ): Promise<Outcome[]> {
    const limits = { each: seconds, all: secondsInAll ?? calls.count * seconds };
    const fields = [
      `"module":${this.#urlOf(cell)}`,
      ...(bare === undefined ? [] : [`"bare":${this.#urlOf(bare)}`]),
      `"name":"${name}"`,
      `"calls":${calls.json}`,
      `"forbidden":${JSON.stringify(forbiddenKernels)}`,
    ];
    return await this.#ask(fields, calls.count, limits);
  }

  /** A cell's address, as JSON. */
  #urlOf(cell: string): string {
    return JSON.stringify(pathToFileURL(join(this.#stage, "cells", `${cell}.ts`)).href);
  }

  /**
   * True if the next cell should not run in this process: it has ended, or a cell has changed what all
   * cells share. See {@link "./realm_watch.ts"} for what is noticed.
   */
  async spoiled(): Promise<boolean> {
    if (!this.alive) return true;
    const [answer] = await this.#ask([], 1, { each: lookSeconds, all: lookSeconds });
    return answer.kind !== "value" || answer.value !== false;
  }

  /** What was printed since the last time that this was asked: its end, where it is long. */
  takePrinted(): string {
    const fresh = Math.min(this.#printedInAll - this.#taken, this.#printed.length);
    this.#taken = this.#printedInAll;
    return fresh > 0 ? plainText(this.#printed.slice(-fresh), 2000) : "";
  }

  /** Ends the process and waits until it is gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop({ kind: "died", message: { en: "ended", ko: "끝남" } });
    await this.#process.status;
    await this.#readers;
  }

  /** Sends a request, given as fields of a JSON object, and waits for its answers. */
  async #ask(
    fields: readonly string[],
    count: number,
    limits: Question["limits"],
  ): Promise<Outcome[]> {
    const [started] = await this.#started;
    // Nothing of the learner's has run by then: whatever went wrong is the machine's.
    if (started.kind !== "value") {
      return [{ kind: "not run", reason: "cannot start", message: cannotStart }];
    }
    if (this.#end) return [this.#end];
    const id = crypto.randomUUID();
    const outcomes = this.#expect(id, count, limits);
    const line = new TextEncoder().encode(`{${[`"id":"${id}"`, ...fields].join()}}\n`);
    this.#writer.write(line).catch(() => {}); // the process ended; its status tells
    return await outcomes;
  }

  #expect(id: string, count: number, limits: Question["limits"]): Promise<Outcome[]> {
    const { promise, resolve } = Promise.withResolvers<Outcome[]>();
    const begun = this.#now();
    const computed = this.#budget ? computedSeconds(this.#process.pid) : 0;
    this.#question = { id, count, outcomes: [], limits, begun, computed, last: begun, resolve };
    this.#setTimer(this.#question);
    return promise;
  }

  /** Charges what a question took: the time until it was answered, or what was computed on several cores. */
  #charge({ begun, computed }: Question): void {
    if (!this.#budget) return;
    const more = computedSeconds(this.#process.pid) - computed;
    this.#budget.charge(Math.max(countedSeconds(begun, this.#now()), more));
  }

  #now(): Moment {
    return momentOf(this.#process.pid);
  }

  /** Ends the process when the next answer is too late. Time in which it had no core does not count. */
  #setTimer(question: Question): void {
    const { limits, begun, last } = question;
    const now = this.#now();
    const left = limits.each - countedSeconds(last, now);
    const leftInAll = limits.all - countedSeconds(begun, now);
    if (left > 0 && leftInAll > 0) {
      const wait = Math.ceil(1000 * Math.min(left, leftInAll));
      question.timer = setTimeout(() => this.#setTimer(question), wait);
    } else {
      this.#stop({ kind: "timeout", seconds: left <= 0 ? limits.each : limits.all });
    }
  }

  /** Ends the process; whoever waits learns why. */
  #stop(outcome: Outcome): void {
    this.#end ??= outcome;
    const question = this.#question;
    this.#question = undefined;
    clearTimeout(question?.timer);
    if (question) this.#charge(question);
    question?.resolve([...question.outcomes, this.#end]);
    try {
      this.#process.kill("SIGKILL");
    } catch {
      // already gone
    }
  }

  async #readResults(): Promise<void> {
    const decoder = new TextDecoder();
    let rest = "";
    let total = 0;
    for await (const chunk of this.#process.stdout) {
      total += chunk.length;
      if (total > outputLimit.results) return this.#stop(tooMuch.returned);
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
      if (total > outputLimit.printed) return this.#stop(tooMuch.printed);
      // The end of it is what tells why a process ended.
      const text = decoder.decode(chunk, { stream: true });
      this.#printed = (this.#printed + text).slice(-8000);
      this.#printedInAll += text.length;
    }
  }

  /** A line that does not answer the question is ignored: learner's code can write lines too. */
  #receive(line: string): void {
    const question = this.#question;
    if (!question || !line.startsWith(`{"id":"${question.id}",`)) return;
    let answers: unknown;
    try {
      ({ answers } = JSON.parse(line));
    } catch {
      return;
    }
    // A line without any answer would win the next one time, again and again.
    if (!Array.isArray(answers) || answers.length === 0) return;
    const { outcomes, count } = question;
    outcomes.push(
      ...answers.slice(0, count - outcomes.length).map((answer) => readAnswer(answer, this.#stage)),
    );
    clearTimeout(question.timer);
    if (outcomes.length < count) {
      question.last = this.#now();
      this.#setTimer(question);
    } else {
      this.#question = undefined;
      this.#charge(question);
      question.resolve(outcomes);
    }
  }
}

/** What is said where the machine could not start a process in time. */
const cannotStart: Text = {
  en: `the process did not start, or not in ${startSeconds} s: is the machine out of memory?`,
  ko: `프로세스가 ${startSeconds}초 안에 시작하지 않았습니다. 컴퓨터의 메모리가 부족한가요?`,
};

const tooMuch = {
  returned: {
    kind: "died",
    message: {
      en: `returned more than ${outputLimit.results / 1024 ** 2} MB`,
      ko: `돌려준 값이 ${outputLimit.results / 1024 ** 2} MB를 넘습니다`,
    },
  },
  printed: {
    kind: "died",
    message: {
      en: `printed more than ${
        outputLimit.printed / 1024 ** 2
      } MB: take console.log out of the loop`,
      ko: `출력이 ${
        outputLimit.printed / 1024 ** 2
      } MB를 넘습니다. 반복문 안의 console.log를 빼세요`,
    },
  },
} as const satisfies Record<string, Outcome>;

/** The outcome that an answer tells, `{ value }` or `{ error }`; `stage` is named in no message. */
function readAnswer(answer: unknown, stage: string): Outcome {
  const { value, changed, error } = Object(answer);
  if (error) {
    const { name, message, stack } = Object(error);
    const line = /\/cells\/(?!beside_)\w+\.ts:(\d+)/.exec(textOf(stack, 8000))?.[1];
    return {
      kind: "error",
      name: plainText(textOf(name, 200), 80) || "Error",
      message: plainText(withoutPlaces(textOf(message, 4000), stage)) || "(no message)",
      ...(line && { line: Number(line) }),
    };
  }
  try {
    return {
      kind: "value",
      value: decodeValue(value),
      ...(Number.isSafeInteger(changed) && { changed: Number(changed) }),
    };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return {
      kind: "died",
      message: {
        en: `the result could not be read: ${reason}`,
        ko: `결과를 읽을 수 없습니다: ${reason}`,
      },
    };
  }
}

/**
 * What should be text, and need not be: a learner's error has whatever fields its author gave it. It is cut before
 * anything looks for a pattern in it, which takes longer than the text is long.
 */
function textOf(json: unknown, longest: number): string {
  return typeof json === "string" ? json.slice(0, longest) : "";
}

/** A message without the places in our files that some errors of Deno carry. */
function withoutPlaces(message: string, stage: string): string {
  return message.replace(/(?<!\s)\s+at (?:async )?file:\/\/\S+/g, "")
    .replaceAll(`${pathToFileURL(stage).href}/`, "").replaceAll(`${stage}/`, "");
}

/**
 * What a process prints that came to its memory limit: V8's last words, or Deno's own, which asks for a
 * thread in the middle of a call, gets none and blames the start or a bug of its own.
 */
const memoryEnded =
  /out of memory|allocation failed|memory allocation|unable to create worker threads|Deno has panicked/i;

/** An error that nothing caught, as Deno prints it before it ends. */
const uncaught = /^error: Uncaught (?:\(in promise\) )?(.*)/gm;

/**
 * Why a process ended, told from its status and the last that it printed: in the learner's terms, without a line
 * of the grader's own. A clause: `ran out of memory: …`, `the program ended by itself (status 0)`.
 */
function endReason({ code, signal }: Deno.CommandStatus, printed: string): Text {
  if (memoryEnded.test(printed)) return outOfMemory;
  if (/Top-level await|never resolved/i.test(printed)) {
    return {
      en: "an await outside of the function waits for something that never comes",
      ko: "함수 밖의 await가 끝내 오지 않는 것을 기다립니다",
    };
  }
  const error = [...printed.matchAll(uncaught)].at(-1);
  if (error) {
    const line = /\/cells\/(?!beside_)\w+\.ts:(\d+)/.exec(printed.slice(error.index))?.[1];
    const words = plainText(error[1]);
    return {
      en: `an error that nothing catches ended the program: ${words}` +
        (line ? ` (line ${line} of your cell)` : ""),
      ko: `아무도 잡지 않은 오류로 프로그램이 끝났습니다: ${words}` +
        (line ? ` (셀의 ${line}번째 줄)` : ""),
    };
  }
  if (signal === "SIGXCPU" || signal === "SIGKILL") {
    return {
      en: "was stopped: too much computing in all",
      ko: "중단되었습니다. 계산이 모두 합해 너무 많습니다",
    };
  }
  const status = signal ?? `status ${code}`;
  return {
    en: `the program ended by itself (${status})`,
    ko: `프로그램이 스스로 끝났습니다(${status})`,
  };
}
