/**
 * Which name a place in a cell's text is about.
 *
 * @module
 */

/**
 * The name around a position, which counts Unicode characters, with what it is a part of. Calls are left out:
 * looking must not do anything.
 *
 * @example
 * ```ts
 * import { nameAt } from "lib/jupyter/kernel/names_at.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nameAt("f(model.weights[0])", 11), "model.weights");
 * assertEquals(nameAt("f(model.weights[0])", 4), "model");
 * assertEquals(nameAt("값.크기 + 1", 1), "값");
 * ```
 */
export function nameAt(code: string, cursor: number): string {
  const characters = [...code];
  const before = /[\p{ID_Start}$_][\p{ID_Continue}$.]*$/u.exec(
    characters.slice(0, cursor).join(""),
  );
  const after = /^[\p{ID_Continue}$]*/u.exec(characters.slice(cursor).join(""));
  return ((before?.[0] ?? "") + (after?.[0] ?? "")).replace(/\.$/, "");
}
