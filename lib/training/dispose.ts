/**
 * Frees what owns tensors and leaves everything else alone.
 *
 * @module
 */

/** Calls `value[Symbol.dispose]()` if there is one. */
export function disposeOwner(value: unknown): void {
  if (isDisposable(value)) value[Symbol.dispose]();
}

function isDisposable(value: unknown): value is Disposable {
  return typeof value === "object" && value !== null && Symbol.dispose in value;
}
