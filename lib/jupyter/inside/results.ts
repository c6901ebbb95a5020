/**
 * The kernel's side of `shown_result.ts`: gives a display to results that the stock kernel would not show.
 *
 * @module
 */
import { globalNames } from "./names.ts";

/**
 * Defines the function around each cell's last expression.
 *
 * @param flush Sends what has been printed: the result follows it.
 */
export function installResults(flush: () => void): void {
  const display = Symbol.for("Jupyter.display");
  const { inspect } = Deno;
  Object.defineProperty(globalThis, globalNames.result, {
    value: (result: unknown) => {
      flush();
      return isHidden(result) ? { [display]: () => ({ "text/plain": inspect(result) }) } : result;
    },
  });
}

/** True for values that JSON cannot represent, and for null. */
function isHidden(result: unknown): boolean {
  if (typeof result === "number") return !Number.isFinite(result) || Object.is(result, -0);
  return typeof result === "bigint" || result === null;
}
