/**
 * Files that are written in a browser: they are kept until the worker ends.
 *
 * @module
 */
import type { AtomicWriteOptions } from "../atomic_write.ts";
import { keepFile } from "./files.ts";

/** Replaces the file at `path` by `data`. */
export function writeAtomically(
  path: string,
  data: string | Uint8Array,
  _options: AtomicWriteOptions = {},
): Promise<void> {
  keepFile(path, typeof data === "string" ? new TextEncoder().encode(data) : data);
  return Promise.resolve();
}
