/**
 * Long computations that stay interruptible. A notebook can neither draw a progress bar nor hear Stop
 * while a cell keeps the event loop to itself, and awaiting a tensor's data comes back too soon to help.
 *
 * @module
 */

/** Milliseconds of computing after which others get their turn: a pause costs two or three. */
const longestTurn = 30;

/**
 * Makes a function to be awaited now and then: it lets other tasks run if the last pause is 30 ms ago.
 *
 * @example
 * ```ts
 * import { breather } from "lib/breather.ts";
 *
 * const breathe = breather();
 * for (let step = 0; step < 1000; step++) await breathe();
 * ```
 */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < longestTurn) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
