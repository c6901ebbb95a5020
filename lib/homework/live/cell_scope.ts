/**
 * The scope that all cells of a running notebook share: what a name stands for there, and how to let it stand for
 * something else for a while.
 *
 * @module
 */

const isName = /^[A-Za-z_$][\w$]*$/;

/** What `name` stands for at the top of the notebook; undefined where it is not declared, or nothing yet. */
export function valueInCells(name: string): unknown {
  if (!isName.test(name)) throw new RangeError(`expected a name, got ${JSON.stringify(name)}`);
  try {
    // A function made of text sees the scope of the cells and nothing of this module.
    return new Function(`return typeof ${name} === "undefined" ? undefined : ${name};`)();
  } catch {
    return undefined; // declared by a cell that failed before
  }
}

/** Gives a name of the cells another value. False where that cannot be: a constant stays what it is. */
function assign(name: string, value: unknown): boolean {
  try {
    new Function("value", `"use strict"; ${name} = value;`)(value);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs `action` while each name of the cells stands for its replacement, and puts the old values back. Undefined
 * where one of them cannot be replaced.
 */
export async function withReplaced<T>(
  replacements: ReadonlyMap<string, unknown>,
  action: () => Promise<T>,
): Promise<T | undefined> {
  const before = new Map<string, unknown>();
  try {
    for (const [name, value] of replacements) {
      const old = valueInCells(name);
      if (!assign(name, value)) return undefined;
      before.set(name, old);
    }
    return await action();
  } finally {
    for (const [name, value] of before) assign(name, value);
  }
}
