/**
 * The page's side of the language service: it starts the service's thread with the first question, tells it
 * what changed in the cells, and asks one question at a time. A question that is replaced by a newer one of
 * its kind before it was its turn has no answer.
 *
 * @module
 */
import type {
  Answers,
  CellText,
  FromService,
  Place,
  Question,
  ToService,
} from "../language/questions.ts";

/** Where the service's thread finds what it needs. */
export interface AssistantAddresses {
  /** The thread's script. */
  readonly script: URL;
  /** The declarations of packages: JSON of texts by their paths. */
  readonly packages: URL;
  /** The course's modules, as `librarySources` of the server makes them. */
  readonly library: URL;
}

/** Questions in the order of their urgency: what a person waits for comes first. */
const urgency = ["suggest", "signature", "hover", "describe", "check"] as const;

/** A question that waits for its turn. */
interface Waiting {
  readonly message: Question;
  /** The cell's text when it was asked: places count in it. */
  readonly text: string | undefined;
  settle(answer: unknown): void;
}

/** Answers questions about a notebook's code. */
export class Assistant {
  readonly #addresses: AssistantAddresses;
  readonly #folder: string;
  readonly #cells: () => readonly CellText[];
  /** By kind of question; a check counts by its cell too. */
  readonly #waiting = new Map<string, Waiting>();
  readonly #told = new Map<number, string>();
  #order = "";
  #worker: Worker | undefined;
  #asked: Waiting | undefined;
  #count = 0;

  /**
   * @param folder The notebook's folder as an absolute path in the course: `/notebooks`.
   * @param cells The notebook's code cells, from top to bottom.
   */
  constructor(
    addresses: AssistantAddresses,
    folder: string,
    cells: () => readonly CellText[],
  ) {
    this.#addresses = addresses;
    this.#folder = folder;
    this.#cells = cells;
  }

  /** True once there has been a question. */
  get running(): boolean {
    return this.#worker !== undefined;
  }

  /**
   * Asks; `word` is the name to be described. The answer is undefined where there is none, or where the
   * cell has changed meanwhile.
   */
  ask<Name extends keyof Answers>(
    name: Name,
    place: Place,
    word = "",
  ): Promise<Answers[Name] | undefined> {
    const { promise, resolve } = Promise.withResolvers<Answers[Name] | undefined>();
    const key = name === "check" ? `${name} ${place.cell}` : name;
    this.#waiting.get(key)?.settle(undefined);
    this.#waiting.set(key, {
      message: { type: "question", id: ++this.#count, name, place, word },
      text: this.#textOf(place.cell),
      settle: (answer) => resolve(answer as Answers[Name] | undefined), // from this page's own thread
    });
    this.#next();
    return promise;
  }

  /** Asks the most urgent question if none is under way. */
  #next(): void {
    if (this.#asked) return;
    const key = urgency.flatMap((name) =>
      [...this.#waiting.keys()].find((key) => key.startsWith(name)) ?? []
    ).at(0);
    const next = key === undefined ? undefined : this.#waiting.get(key);
    if (key === undefined || !next) return;
    this.#waiting.delete(key);
    const isOld = next.text !== this.#textOf(next.message.place.cell);
    if (isOld && next.message.name !== "check") {
      next.settle(undefined);
      return this.#next();
    }
    this.#asked = next;
    this.#worker ??= this.#start();
    this.#tellCells();
    this.#send(next.message);
  }

  #start(): Worker {
    const { script, packages, library } = this.#addresses;
    const worker = new Worker(script, { type: "module", name: "language service" });
    worker.onmessage = ({ data }: MessageEvent<FromService>) => {
      if (data.type === "failed") this.#stop(data.reason);
      else if (data.id === this.#asked?.message.id) this.#settle(data.answer);
    };
    worker.onerror = ({ message }) => this.#stop(message);
    const start: ToService = {
      type: "start",
      packages: packages.href,
      library: library.href,
      folder: this.#folder,
    };
    worker.postMessage(start);
    return worker;
  }

  /** Without its files the service knows nothing; the next question starts it anew. */
  #stop(reason: string): void {
    console.warn("No help while typing:", reason);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#told.clear();
    this.#order = "";
    for (const { settle } of this.#waiting.values()) settle(undefined);
    this.#waiting.clear();
    this.#settle(undefined);
  }

  #settle(answer: unknown): void {
    const asked = this.#asked;
    this.#asked = undefined;
    asked?.settle(asked.text === this.#textOf(asked.message.place.cell) ? answer : undefined);
    this.#next();
  }

  #tellCells(): void {
    const cells = this.#cells();
    const changed = cells.filter(({ cell, text }) => this.#told.get(cell) !== text);
    const order = cells.map(({ cell }) => cell);
    if (changed.length === 0 && order.join() === this.#order) return;
    for (const { cell, text } of changed) this.#told.set(cell, text);
    this.#order = order.join();
    this.#send({ type: "cells", order, changed });
  }

  #send(message: ToService): void {
    this.#worker?.postMessage(message);
  }

  #textOf(cell: number): string | undefined {
    return this.#cells().find((known) => known.cell === cell)?.text;
  }
}
