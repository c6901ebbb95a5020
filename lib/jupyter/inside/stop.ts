/**
 * The kernel's side of stop: loops throw, and what a cell is waiting for is rejected. Cells
 * check for a stop because `stoppable_code.ts` has rewritten their loops and awaits.
 *
 * @module
 */
import { globalNames, symbolNames } from "./names.ts";

/** What a stopped cell throws. */
class Interrupted extends Error {
  override name = "Interrupted";
}

/** Milliseconds of nothing but ready awaits after which the event loop has to turn. */
const longestTurn = 50;

/** Ends what cells wait for. */
export interface Stopper {
  /** Shared with the thread that hears "stop" first: 1 after a stop. Loops look at it. */
  readonly flag: Int32Array;
  /** Shared in the same way: the time of the stop (milliseconds since 1970). */
  readonly time: Float64Array;
  /**
   * Rejects what is awaited until the cell ends. Does nothing if the stop came (milliseconds since 1970)
   * before the last cell's end.
   */
  stop(stopTime: number): void;
  /** What a stopped cell throws. */
  interruption(): Error;
  /** True for what {@linkcode Stopper.stop} rejects with. */
  isInterruption(reason: unknown): boolean;
  /** To be called when a cell has ended: the next cell has a signal of its own. */
  endCell(): void;
}

/**
 * Defines `stoppable`, and the stop signal of the running cell: library code that loops can ask for it
 * (`symbolNames.stopSignal`) and end in good order.
 */
export function installStopper(): Stopper {
  /** What is awaited, with the function that rejects it. Settled promises stay until they are cleared out. */
  const waiting = new Map<Promise<unknown>, (reason: Error) => void>();
  let clearOutAt = 1000;
  let lastEnd = 0;
  let controller = new AbortController();

  // A loop over awaits that are always ready never lets the event loop turn, and so never hears of stop.
  let turn: { readonly began: number; awaits: number } | undefined;
  function isSpinning(): boolean {
    if (turn === undefined) {
      turn = { began: performance.now(), awaits: 0 };
      setTimeout(() => turn = undefined);
    }
    return ++turn.awaits > 100 && performance.now() - turn.began > longestTurn;
  }

  function stoppable<T>(value: T): Promise<Awaited<T>> {
    // "Stop" can come in between, while nothing is awaited.
    if (controller.signal.aborted) {
      Promise.resolve(value).catch(() => {}); // nobody waits for it any more
      return Promise.reject(controller.signal.reason);
    }
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<T>>();
    waiting.set(promise, reject);
    if (waiting.size >= clearOutAt) {
      // Looked at from outside: a second reaction would cost V8's async stack traces, and so would
      // anything but the promise's own two functions.
      for (const each of waiting.keys()) if (!isPending(each)) waiting.delete(each);
      clearOutAt = 1000 + 2 * waiting.size;
    }
    const followed = Promise.resolve(value);
    if (isSpinning()) followed.then((result) => setTimeout(() => resolve(result)), reject);
    else followed.then(resolve, reject);
    return promise;
  }

  async function* stoppableItems<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
    const iterator = Symbol.asyncIterator in items
      ? items[Symbol.asyncIterator]()
      : items[Symbol.iterator]();
    let ended = false;
    try {
      while (true) {
        const { done, value } = await stoppable(iterator.next());
        ended = done === true;
        if (ended) return;
        yield value;
      }
    } finally {
      if (!ended) await iterator.return?.();
    }
  }

  const define = (name: keyof typeof symbolNames, descriptor: PropertyDescriptor) =>
    Object.defineProperty(globalThis, Symbol.for(symbolNames[name]), descriptor);
  // A browser shares memory between threads only where its page is isolated.
  const Memory = typeof SharedArrayBuffer === "undefined" ? ArrayBuffer : SharedArrayBuffer;
  const flag = new Int32Array(new Memory(4));
  const time = new Float64Array(new Memory(8));
  function stopNow(): void {
    const meant = time[0] >= lastEnd;
    flag[0] = 0; // once: cleaning up may loop
    if (meant) throw interruption();
  }
  Object.defineProperty(globalThis, globalNames.stop, { value: flag });
  Object.defineProperty(globalThis, globalNames.stopNow, { value: stopNow });
  define("stoppable", { value: stoppable });
  define("stoppableItems", { value: stoppableItems });
  define("stopSignal", { get: () => controller.signal });

  return {
    flag,
    time,
    stop(stopTime) {
      flag[0] = 0;
      if (stopTime < lastEnd) return; // meant for a cell that ended in the meantime
      const reason = interruption();
      controller.abort(reason);
      const rejections = [...waiting.values()];
      waiting.clear();
      for (const reject of rejections) reject(reason);
    },
    interruption,
    isInterruption: (reason) => reason instanceof Interrupted,
    endCell() {
      lastEnd = Date.now();
      flag[0] = 0;
      if (controller.signal.aborted) controller = new AbortController();
    },
  };
}

function interruption(): Interrupted {
  const reason = new Interrupted("The cell was stopped. Variables are kept.");
  reason.stack = `${reason.name}: ${reason.message}`;
  return reason;
}

function isPending(promise: Promise<unknown>): boolean {
  return Deno.inspect(promise, { depth: 0 }) === "Promise { <pending> }";
}
