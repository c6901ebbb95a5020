/**
 * The kernel's side of `shown_result.ts`: gives a display to results that the stock kernel would not show.
 *
 * Runs inside the kernel, see `kernel_prelude.ts`: no imports.
 *
 * @module
 */

/** Defines `$courseResult`. */
export function installResults(): void {
  const display = Symbol.for("Jupyter.display");
  const { inspect } = Deno;
  Object.defineProperty(globalThis, "$courseResult", {
    value: (result: unknown) =>
      isForgotten(result) ? { [display]: () => ({ "text/plain": inspect(result) }) } : result,
  });
}

/** True for what JSON cannot say. */
function isForgotten(result: unknown): boolean {
  if (typeof result === "number") return !Number.isFinite(result) || Object.is(result, -0);
  return typeof result === "bigint" || result === null;
}
