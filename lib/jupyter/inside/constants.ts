/**
 * The kernel's side of constants: cells declare them as variables, so that another cell can declare them anew
 * (see `replaceable_code.ts`), and assignments to them throw all the same.
 *
 * @module
 */
import { globalNames } from "./names.ts";

/** Defines the function around what is assigned to a constant. */
export function installConstants(): void {
  function assignToConstant(): never {
    const error = new TypeError("Assignment to constant variable.");
    Error.captureStackTrace(error, assignToConstant); // the cell's own line comes first
    throw error;
  }
  Object.defineProperty(globalThis, globalNames.constant, { value: assignToConstant });
}
