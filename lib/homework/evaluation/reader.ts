/**
 * Reads answers in a process of its own. Nothing of a learner's runs in it, and yet it may never end: parsers take
 * exponential time for some texts. It is ended then, and the answer is refused; the grader's own thread only waits.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { projectFolder } from "lib/platform/project.ts";
import type { Budget } from "../sandbox/budget.ts";
import { LineProcess } from "../sandbox/line_process.ts";
import type { Equipped, ReadRequest } from "./bring_along.ts";
import { fromMessage, isReadReply } from "./reader_messages.ts";

/** Seconds of computing that one answer may take to be read. Honest ones take a hundredth. */
const answerSeconds = 3;
const program = {
  module: fileURLToPath(import.meta.resolve("./reader_child.ts")),
  // TypeScript looks for variables; there are none.
  permissions: [`--allow-read=${projectFolder}`, "--allow-env"],
  // The library's modules are a part of it.
  longestReply: 32 * 1024 ** 2,
};

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
  #child: LineProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Reads one answer after the other; what it takes is charged to the `budget`. */
  readonly read = (request: ReadRequest, budget?: Budget): Promise<Equipped> => {
    const reading = this.#last.then(() => this.#read(request, budget));
    this.#last = reading.catch(() => {});
    return reading;
  };

  async #read(request: ReadRequest, budget: Budget | undefined): Promise<Equipped> {
    this.#child ??= await LineProcess.start(program);
    const { surroundings, ...rest } = request;
    let reply = await this.#child.ask(rest, answerSeconds, budget);
    if (isReadReply(reply) && reply.kind === "surroundings") {
      reply = await this.#child.ask({ ...rest, surroundings }, answerSeconds, budget);
    }
    if (isReadReply(reply) && reply.kind !== "surroundings") return fromMessage(reply);
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
