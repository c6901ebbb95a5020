/**
 * The time that a computation took.
 *
 * @module
 */

/** Seconds since the worker started: a browser does not tell for how long it computed. */
export function processorSeconds(): number {
  return performance.now() / 1000;
}
