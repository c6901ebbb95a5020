/**
 * A browser reaches no library of the system.
 *
 * @module
 */
import type { Blas } from "../blas.ts";

/** Throws: there is none. */
export function openBlas(_threads: number): Blas {
  throw new Error("a browser has no BLAS");
}
