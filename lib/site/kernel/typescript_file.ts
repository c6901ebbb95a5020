/**
 * TypeScript, from a file of its own beside the kernel's. It is larger than all the rest, and is asked for when this
 * module begins, so that it comes while the rest begins.
 *
 * @module
 */
import type ts from "typescript";

const address = new URL("./typescript.js", self.location.href).href;

/** TypeScript, when it is there. */
export const typescript: Promise<{ readonly default: typeof ts }> = import(address);
typescript.catch(() => {}); // whoever needs it hears of it
