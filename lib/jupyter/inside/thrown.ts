/**
 * What a cell has thrown, in full. The stock kernel tells the name, the message and the stack: the cause of an
 * error, the members of an `AggregateError` and its further fields are lost, and of a thrown object nothing is
 * left but "[object Object]".
 *
 * There is no way to ask the kernel for the value itself. But it finds out whether the value is an `Error`
 * (`object instanceof Error`), and what that compares can be seen.
 *
 * @module
 */

/** A thrown value in words. */
export interface ThrownValue {
  readonly text: string;
  readonly isError: boolean;
}

/** Keeps the latest value that was compared with `Error`. The returned function describes and forgets it. */
export function watchThrown(): () => ThrownValue | undefined {
  const { inspect } = Deno;
  const isInstance = Function.prototype[Symbol.hasInstance];
  let latest: { readonly value: unknown } | undefined;
  Object.defineProperty(Error, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      if (this === Error) latest = { value };
      return isInstance.call(this, value);
    },
    configurable: true,
    writable: true,
  });
  return () => {
    if (!latest) return undefined;
    const { value } = latest;
    latest = undefined;
    if (["string", "number", "boolean"].includes(typeof value)) return undefined; // told well enough
    try {
      return { text: inspect(value, { depth: 6 }), isError: isInstance.call(Error, value) };
    } catch {
      return undefined; // it cannot be shown
    }
  };
}
