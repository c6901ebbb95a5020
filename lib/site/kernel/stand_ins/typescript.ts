/**
 * In the place of TypeScript in the kernel's bundle: TypeScript, from a file of its own.
 *
 * @module
 */
import { typescript } from "../typescript_file.ts";

export default (await typescript).default;
