/**
 * In the place of TypeScript in the kernel's bundle: TypeScript, from a file of its own beside it. It is larger than all
 * the rest, and loads while the rest begins.
 *
 * @module
 */
import type ts from "typescript";

const address = new URL("./typescript.js", self.location.href).href;
const module: { readonly default: typeof ts } = await import(address);
export default module.default;
