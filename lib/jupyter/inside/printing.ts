/**
 * What cells print and show, on its way out of the stock kernel. That sends a signed message for each call of
 * `console.log`, about a fifth of a millisecond each: 40,000 lines take ten seconds, and a loop that prints without end
 * leaves a queue that goes on for a minute after it was stopped.
 *
 * Here the first lines leave one by one, as ever, so that a cell that hangs has shown what it printed. From a
 * cell that prints more they leave together, many times a second. Where the limit of a cell is passed for
 * good, nothing leaves any more.
 *
 * @module
 */
import type { Broadcast } from "./cell_globals.ts";
import { largestText, mostDisplays, mostLines } from "./output_limits.ts";

/** Milliseconds in which printed text may wait. */
const windowMs = 25;
/** Calls in that time that leave at once. */
const freeCalls = 20;
/** Characters that do not wait. */
const muchText = 65_536;
/** The methods of `console` that print a line, and where to. */
const printing = [
  ["log", "stdout"],
  ["info", "stdout"],
  ["debug", "stdout"],
  ["warn", "stderr"],
  ["error", "stderr"],
] as const;

/** The way out for everything that the modules in here send. */
export interface Printer {
  /** Sends a message after all that was printed before it. */
  readonly broadcast: Broadcast;
  /** To be called before output that this module does not see, and at the end of a cell. */
  flush(): void;
  /** To be called when a cell has ended: the next one may print as much again. */
  endCell(): void;
}

/** Replaces the methods of `console` and of `Deno.jupyter` that send something. */
export function installPrinter(): Printer {
  const { inspect, jupyter } = Deno;
  const { broadcast, display } = jupyter;
  const now = performance.now.bind(performance);
  let windowStart = 0;
  let calls = 0;
  let pending = "";
  let pendingStream = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let characters = 0;
  let lines = 0;
  let displays = 0;
  /** Groups that are open: what they hold is indented. */
  let groups = 0;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (pending === "") return;
    const text = pending;
    pending = "";
    void broadcast("stream", { name: pendingStream, text });
  }
  function forget(): void {
    characters = 0;
    lines = 0;
    displays = 0;
  }

  /** True if the call may leave as it is; false if it has to wait for others. */
  function isFree(): boolean {
    const time = now();
    if (time - windowStart > windowMs) {
      flush();
      windowStart = time;
      calls = 0;
    }
    return ++calls <= freeCalls;
  }

  function printText(stream: string, text: string): void {
    if (pendingStream !== stream) flush();
    pendingStream = stream;
    pending += text;
    if (pending.length > muchText) flush();
    else timer ??= setTimeout(flush, windowMs);
  }

  for (const [name, stream] of printing) {
    const original = console[name];
    define(console, name, (...values: unknown[]) => {
      // What is over the limit outside is far over it here.
      if (characters > largestText || lines++ > mostLines) return;
      const isPlain = groups === 0 &&
        !(values.length > 1 && typeof values[0] === "string" && values[0].includes("%"));
      if (isFree() || !isPlain) {
        flush();
        characters += values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
        return original(...values);
      }
      const words = values.map((value) => typeof value === "string" ? value : inspect(value));
      const text = `${words.join(" ")}\n`;
      characters += text.length;
      printText(stream, text);
    });
  }
  for (const [name, original] of Object.entries(console)) {
    const prints = printing.some(([known]) => known === name);
    if (prints || typeof original !== "function" || name === "Console") continue;
    define(console, name, (...values: unknown[]) => {
      flush();
      if (name === "group" || name === "groupCollapsed") groups++;
      if (name === "groupEnd") groups = Math.max(0, groups - 1);
      return original(...values);
    });
  }

  /** False for a display over the limit; tells so at the first one. */
  function mayShow(type: string): boolean {
    if (type === "clear_output") forget();
    if (type !== "display_data" || ++displays <= mostDisplays) return true;
    const text = `[This cell shows more than ${mostDisplays} outputs: the rest is left out.]\n`;
    if (displays === mostDisplays + 1) void broadcast("stream", { name: "stderr", text });
    return false;
  }
  define(jupyter, "broadcast", (...values: Parameters<typeof broadcast>) => {
    flush();
    return mayShow(values[0]) ? broadcast(...values) : undefined;
  });
  define(jupyter, "display", async (...values: Parameters<typeof display>) => {
    flush();
    if (values[1]?.update || mayShow("display_data")) await display(...values);
  });

  return {
    async broadcast(type, content) {
      if (
        type === "stream" && typeof content.text === "string" && typeof content.name === "string"
      ) {
        characters += content.text.length;
        if (characters > largestText + muchText) return;
        if (!isFree()) return printText(content.name, content.text);
      }
      flush();
      if (type === "clear_output") forget();
      await broadcast(type, content);
    },
    flush,
    endCell() {
      flush();
      forget();
    },
  };
}

/** How much a printed value is at least. */
function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 1;
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });
}
