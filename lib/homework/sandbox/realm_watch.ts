/**
 * Notices whether a cell has changed what all cells of a process share: a global such as `Math`, what
 * every list or tensor inherits, a kernel of tfjs. The next cell then gets a process of its own, so that
 * each answer is judged by itself.
 *
 * This keeps one cell's doing out of the next one's verdict; it is no lock. A cell that hides its changes
 * gains nothing by that: the grader compares values that only a right computation gives.
 *
 * @module
 */

/** An own property of a shared object as it was. */
interface Property {
  readonly key: PropertyKey;
  /** True if it holds a value, false if functions get and set it. */
  readonly holdsValue: boolean;
  /** The value, or the function that gets it. */
  readonly value: unknown;
}

// Taken before any learner's code runs, which may replace them.
const { get, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
const { is } = Object;

/**
 * Remembers `roots` and the functions, prototypes and objects that they hold. The function that it returns
 * says whether any of them has another property by now, or another value in it.
 *
 * @param roots Namespaces: `globalThis`, a library.
 * @param others Values that are reached through calls alone; asked for now and at each look.
 *
 * @example
 * ```ts
 * import { watchRealm } from "lib/homework/sandbox/realm_watch.ts";
 * import { assertEquals } from "@std/assert";
 *
 * class Tensor {
 *   sum = () => 1;
 *   exp() {}
 * }
 * const changed = watchRealm([{ Tensor }]);
 * assertEquals(changed(), false);
 * Tensor.prototype.exp = () => {};
 * assertEquals(changed(), true);
 * ```
 */
export function watchRealm(
  roots: readonly object[],
  others: () => readonly unknown[] = () => [],
): () => boolean {
  const owners = [...reachable(roots)];
  const before: (readonly Property[])[] = owners.map((owner) =>
    ownKeys(owner).map((key) => propertyOf(owner, key))
  );
  const othersBefore = [...others()];
  // Plain loops: what lists inherit may have been replaced.
  return () => {
    for (let i = 0; i < owners.length; i++) {
      const properties = before[i];
      if (ownKeys(owners[i]).length !== properties.length) return true;
      for (let j = 0; j < properties.length; j++) {
        if (hasChanged(owners[i], properties[j])) return true;
      }
    }
    const now = others();
    if (now.length !== othersBefore.length) return true;
    for (let i = 0; i < now.length; i++) if (!is(now[i], othersBefore[i])) return true;
    return false;
  };
}

function propertyOf(owner: object, key: PropertyKey): Property {
  const { value, get: getter } = getOwnPropertyDescriptor(owner, key) ?? {};
  return { key, holdsValue: getter === undefined, value: getter ?? value };
}

/** Numbers may go on: libraries count, as tfjs does its tensors. */
function hasChanged(owner: object, { key, holdsValue, value }: Property): boolean {
  try {
    // Reading is several times as fast as asking for the property's description.
    const now = holdsValue ? get(owner, key) : getOwnPropertyDescriptor(owner, key)?.get;
    return !is(now, value) && !(typeof now === "number" && typeof value === "number");
  } catch {
    return true; // a getter that was no getter before
  }
}

/** The roots, what they hold, and of each function its prototype and what that inherits. */
function reachable(roots: readonly object[]): Set<object> {
  const found = new Set<object>();
  const add = (object: unknown): void => {
    if (!isObject(object) || found.has(object)) return;
    found.add(object);
    if (typeof object === "function") add(getOwnPropertyDescriptor(object, "prototype")?.value);
    add(getPrototypeOf(object));
  };
  for (const root of roots) {
    add(root);
    for (const key of ownKeys(root)) add(getOwnPropertyDescriptor(root, key)?.value);
  }
  return found;
}

function isObject(value: unknown): value is object {
  return typeof value === "function" || typeof value === "object" && value !== null;
}
