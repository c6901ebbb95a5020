/**
 * A kernel of the page: a worker that runs cells, and in front of it what Jupyter's protocol asks for: one cell after
 * the other, states, replies, and Stop. The worker starts when somebody uses the page, not when somebody reads. One
 * that does not hear Stop is replaced.
 *
 * @module
 */
import type { Json, JsonObject } from "lib/jupyter/format/json.ts";
import { OutputLimit } from "lib/jupyter/kernel/output_limit.ts";
import { nameAt } from "lib/jupyter/kernel/names_at.ts";
import { delay, settlesWithin } from "lib/platform/waiting.ts";
import type { FromKernel, ToKernel } from "../kernel/messages.ts";
import { isStartedAhead, takeWorker } from "./worker.ts";

/** A message of Jupyter's protocol as a page sends and gets it. */
export interface Message {
  readonly header: JsonObject;
  readonly parent_header: JsonObject;
  readonly metadata: JsonObject;
  readonly content: JsonObject;
  readonly channel: string;
}

/** Milliseconds in which a kernel that only waits hears "stop". */
const hearingTime = 700;
/** Milliseconds in which a cell that heard it should end. */
const endingTime = 2000;

const variablesGone =
  "The kernel was started again: variables are gone, run the cells above again.";

interface Waiting {
  readonly resolve: (content: JsonObject) => void;
}

/** The cell that runs. */
interface Running {
  readonly message: Message;
  readonly limit: OutputLimit;
  stopped: boolean;
}

/** A kernel that a page's connection can talk to. */
export class PageKernel {
  /** By which the page knows it. */
  readonly id: string = crypto.randomUUID();
  readonly #listeners = new Set<(message: Message) => void>();
  readonly #path: string;
  readonly #session = crypto.randomUUID();
  readonly #waiting = new Map<number, Waiting>();
  readonly #queue: { readonly message: Message; aborted: boolean }[] = [];
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  readonly #unused = new AbortController();
  #flag: { readonly flag: Int32Array; readonly time: Float64Array } | undefined;
  #heard: (() => void) | undefined;
  #next = 1;
  #count = 0;
  #working = false;
  #running: Running | undefined;
  #last: Running | undefined;
  #state: "starting" | "idle" | "busy" = "starting";

  /** @param path The notebook's. */
  constructor(path: string) {
    this.#path = path;
    const { signal } = this.#unused;
    for (const use of ["pointerdown", "keydown"]) {
      document.addEventListener(use, () => void this.#begin(), { signal, capture: true });
    }
    if (isStartedAhead()) void this.#begin();
  }

  /** As Jupyter's API names it. */
  get model(): JsonObject {
    return {
      id: this.id,
      name: "deno",
      last_activity: new Date().toISOString(),
      execution_state: this.#state,
      connections: this.#listeners.size,
    };
  }

  /** Calls `listener` with each message to the page, until the function that it returns is called. */
  listen(listener: (message: Message) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a message of the page. */
  take(message: Message): void {
    const type = `${message.header.msg_type}`;
    if (type === "interrupt_request") {
      void this.interrupt();
      this.#reply(message, { status: "ok" });
    } else if (type.endsWith("_request") || type === "comm_open") {
      this.#queue.push({ message, aborted: false });
      void this.#work();
    }
  }

  /** Ends the worker for good. */
  end(): void {
    this.#unused.abort();
    this.#worker?.terminate();
    this.#failAll("KernelDied", "The kernel was ended.");
  }

  /** Starts anew: variables are gone. */
  async restart(): Promise<void> {
    this.#abortQueue();
    if (this.#worker) this.#replace("KernelDied", `The kernel was restarted. ${variablesGone}`);
    this.#count = 0;
    await this.#begin();
  }

  /** Stops the running cell and those behind it. A cell that does not hear loses its worker, and only then variables. */
  async interrupt(): Promise<void> {
    this.#abortQueue();
    const running = this.#running;
    if (!running || running.stopped) return;
    running.stopped = true;
    const time = Date.now();
    if (this.#flag) {
      this.#flag.time[0] = time;
      Atomics.store(this.#flag.flag, 0, 1);
    }
    const heard = new Promise<void>((resolve) => this.#heard = resolve);
    this.#post({ type: "stop", time });
    // With shared memory a busy loop hears as well, though it cannot say so.
    const hears = await settlesWithin(heard, hearingTime);
    if (hears || this.#flag) {
      for (let waited = 0; waited < endingTime && this.#running === running; waited += 50) {
        await delay(50);
      }
    }
    if (this.#running !== running) return;
    this.#replace(
      "Interrupted",
      `The cell was stopped while it was busy: only a new kernel could stop it. ${variablesGone}`,
    );
  }

  /** Starts the worker, if it has not been; resolves when it can run cells. */
  #begin(): Promise<void> {
    this.#unused.abort();
    this.#ready ??= this.#start();
    return this.#ready;
  }

  #start(): Promise<void> {
    const worker = this.#worker = takeWorker(this.#path);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    promise.catch(() => {}); // who runs a cell hears of it
    worker.onmessage = ({ data }: MessageEvent<FromKernel>) => {
      if (worker !== this.#worker) return;
      if (data.type === "ready") {
        this.#flag = data.flag && data.time && { flag: data.flag, time: data.time };
        resolve();
      } else if (data.type === "output") this.#output(data.kind, data.content);
      else if (data.type === "heard") this.#heard?.();
      else {
        this.#waiting.get(data.id)?.resolve(data.content);
        this.#waiting.delete(data.id);
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker !== this.#worker) return;
      const reason = event.message || "its script could not be read: is this browser offline?";
      reject(new Error(reason));
      this.#replace("KernelDied", `The kernel failed: ${reason}\n${variablesGone}`);
    };
    return promise;
  }

  #replace(ename: string, evalue: string): void {
    this.#worker?.terminate();
    this.#flag = undefined;
    this.#ready = this.#start();
    this.#failAll(ename, evalue);
  }

  #failAll(ename: string, evalue: string): void {
    const content = { ename, evalue, traceback: [`${ename}: ${evalue}`] };
    for (const { resolve } of this.#waiting.values()) resolve(content);
    this.#waiting.clear();
  }

  #post(message: ToKernel): void {
    this.#worker?.postMessage(message);
  }

  #ask(
    message: { [key: string]: Json } & { type: "execute" | "evaluate" | "complete" },
  ): Promise<JsonObject> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, { resolve });
      this.#worker?.postMessage({ ...message, id });
    });
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const { message, aborted } = next;
      this.#publish("status", message, { execution_state: this.#state = "busy" });
      try {
        if (message.header.msg_type === "execute_request") await this.#execute(message, aborted);
        else await this.#answer(message);
      } catch (error) {
        const evalue = error instanceof Error ? error.message : String(error);
        this.#reply(message, {
          status: "error",
          ename: "KernelError",
          evalue,
          traceback: [evalue],
        });
      } finally {
        this.#publish("status", message, { execution_state: this.#state = "idle" });
      }
    }
    this.#working = false;
  }

  async #execute(message: Message, aborted: boolean): Promise<void> {
    const { content } = message;
    if (aborted) {
      return this.#reply(message, { status: "aborted", execution_count: this.#count });
    }
    const code = typeof content.code === "string" ? content.code : "";
    const isSilent = content.silent === true;
    if (!isSilent) {
      if (content.store_history !== false) this.#count++;
      this.#publish("execute_input", message, { code, execution_count: this.#count });
    }
    const running = this.#running = this.#last = {
      message,
      limit: new OutputLimit(),
      stopped: false,
    };
    const failed = async (): Promise<JsonObject> => {
      try {
        await this.#begin();
        if (running.stopped) {
          const evalue = "The cell was stopped. Variables are kept.";
          return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
        }
        return await this.#ask({ type: "execute", code, count: this.#count });
      } catch (error) {
        const evalue = `The kernel did not start: ${
          error instanceof Error ? error.message : error
        }`;
        return { ename: "KernelDied", evalue, traceback: [`KernelDied: ${evalue}`] };
      }
    };
    const error = await failed();
    this.#running = undefined;
    if (error.ename === undefined) {
      return this.#reply(message, {
        status: "ok",
        execution_count: this.#count,
        user_expressions: await this.#evaluateAll(content.user_expressions),
        payload: [],
      });
    }
    const { ename, evalue, traceback } = error;
    const shown: JsonObject = { ename, evalue, traceback };
    this.#publish("error", message, shown);
    if (content.stop_on_error !== false) this.#abortQueue();
    this.#reply(message, { status: "error", execution_count: this.#count, ...shown });
  }

  async #evaluateAll(expressions: Json | undefined): Promise<JsonObject> {
    const values: JsonObject = {};
    for (const [name, expression] of Object.entries(expressions ?? {})) {
      const { status, text, ename, evalue } = await this.#ask({
        type: "evaluate",
        expression: `${expression}`,
      });
      values[name] = status === "ok"
        ? { status, data: { "text/plain": text ?? "" }, metadata: {} }
        : { status: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
    }
    return values;
  }

  async #answer(message: Message): Promise<void> {
    const { content } = message;
    const code = typeof content.code === "string" ? content.code : "";
    const cursor = typeof content.cursor_pos === "number" ? content.cursor_pos : 0;
    switch (message.header.msg_type) {
      case "kernel_info_request":
        return this.#reply(message, kernelInfo);
      case "complete_request":
        await this.#begin();
        return this.#reply(message, await this.#ask({ type: "complete", code, cursor }));
      case "inspect_request": {
        await this.#begin();
        const expression = nameAt(code, cursor);
        const value = expression ? await this.#ask({ type: "evaluate", expression }) : {};
        const found = value.status === "ok";
        const data = found ? { "text/plain": value.text ?? "" } : {};
        return this.#reply(message, { status: "ok", found, data, metadata: {} });
      }
      case "is_complete_request":
        return this.#reply(message, { status: "unknown" });
      case "history_request":
        return this.#reply(message, { status: "ok", history: [] });
      case "comm_info_request":
        return this.#reply(message, { status: "ok", comms: {} });
      case "comm_open":
        return this.#publish("comm_close", message, {
          comm_id: message.content.comm_id ?? "",
          data: {},
        });
      default:
        return this.#reply(message, {
          status: "error",
          ename: "NotSupported",
          evalue: `This kernel does not know ${message.header.msg_type}`,
          traceback: [],
        });
    }
  }

  /** Output goes under the running cell; between cells, under the last one. */
  #output(kind: string, content: JsonObject): void {
    const cell = this.#running ?? this.#last;
    const passed = cell?.limit.pass(kind, content);
    if (!cell || !passed) return;
    if (passed.type === "execute_result") {
      if (cell.message.content.silent === true) return;
      return this.#publish(passed.type, cell.message, {
        ...passed.content,
        execution_count: this.#count,
      });
    }
    this.#publish(passed.type, cell.message, passed.content);
  }

  #abortQueue(): void {
    for (const request of this.#queue) {
      if (request.message.header.msg_type === "execute_request") request.aborted = true;
    }
  }

  #reply(request: Message, content: JsonObject): void {
    const type = `${request.header.msg_type}`.replace(/_request$/, "_reply");
    this.#send(request.channel === "control" ? "control" : "shell", type, request, content);
  }

  #publish(type: string, parent: Message, content: JsonObject): void {
    this.#send("iopub", type, parent, content);
  }

  #send(channel: string, type: string, parent: Message, content: JsonObject): void {
    const header = {
      msg_id: crypto.randomUUID(),
      msg_type: type,
      username: "kernel",
      session: this.#session,
      date: new Date().toISOString(),
      version: "5.3",
    };
    const message = { header, parent_header: parent.header, metadata: {}, content, channel };
    for (const listener of this.#listeners) listener(message);
  }
}

const kernelInfo: JsonObject = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "attention-course",
  implementation_version: "1",
  language_info: {
    name: "typescript",
    version: "5.9",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    codemirror_mode: "typescript",
    pygments_lexer: "typescript",
    nbconvert_exporter: "script",
  },
  banner: "The course's kernel in this browser",
  help_links: [],
};
