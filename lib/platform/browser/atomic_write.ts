/**
 * Files that are written in a browser: its storage replaces one whole or not at all.
 *
 * @module
 */
import type { AtomicWriteOptions } from "../atomic_write.ts";
import { keepFile } from "./files.ts";

/** Replaces the file at `path` by `data`. */
export async function writeAtomically(
  path: string,
  data: string | Uint8Array,
  _options: AtomicWriteOptions = {},
): Promise<void> {
  await keepFile(path, typeof data === "string" ? new TextEncoder().encode(data) : data);
}
