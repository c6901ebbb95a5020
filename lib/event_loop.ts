/**
 * Long computations that stay interruptible. A notebook can neither draw a progress bar nor hear Stop
 * while a cell keeps the event loop to itself, and awaiting a tensor's data comes back too soon to help.
 *
 * @module
 */

/** Milliseconds of computing after which others get their turn: a pause costs two or three. */
const longestTurn = 30;

let lastPause = performance.now();

/**
 * Lets other tasks run, if the last pause was 30 ms ago or more. To be awaited now and then.
 *
 * @example
 * ```ts
 * import { yieldToEventLoop } from "lib/event_loop.ts";
 *
 * for (let step = 0; step < 1000; step++) await yieldToEventLoop();
 * ```
 */
export async function yieldToEventLoop(): Promise<void> {
  if (performance.now() - lastPause < longestTurn) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  lastPause = performance.now();
}
