/**
 * What a measurement has opened is closed, too, when somebody stops it.
 *
 * @module
 */
import { settlesWithin } from "lib/platform/waiting.ts";

/** Milliseconds that closing may take. */
const limit = 10_000;

/** Follows the signals that end a process. */
export interface ClosingOnSignal extends Disposable {
  /** Never resolves once a signal has come: the process ends instead. */
  readonly closing: Promise<void>;
}

/** Calls `close` when Ctrl-C is pressed or the process is to end, and ends it then, until it is disposed of. */
export function closeOnSignal(close: () => Promise<void>): ClosingOnSignal {
  let closing = Promise.resolve();
  const stop = (): void => {
    closing = settlesWithin(close(), limit).then(() => Deno.exit(130));
  };
  const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
    ? ["SIGINT"]
    : ["SIGINT", "SIGTERM"];
  for (const signal of signals) Deno.addSignalListener(signal, stop);
  return {
    get closing() {
      return closing;
    },
    [Symbol.dispose]() {
      for (const signal of signals) Deno.removeSignalListener(signal, stop);
    },
  };
}
