/**
 * Earlier versions of the learner's files, in the ignored folder `.backups/page`.
 *
 * @module
 */
import { dirname, extname, join } from "node:path";
import { writeAtomically } from "lib/platform/atomic_write.ts";

/** Where the copy of `path` lies; `mark` tells several copies of one file apart. */
export function backupPath(root: string, path: string, mark = ""): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  const name = mark === "" ? path : `${stem}.${mark}${extension}`;
  return join(root, ".backups", "page", ...name.split("/"));
}

/** Keeps `bytes` as a copy of `path`, and returns where. */
export async function keepBackup(
  root: string,
  path: string,
  bytes: Uint8Array,
  mark = "",
): Promise<string> {
  const copy = backupPath(root, path, mark);
  await Deno.mkdir(dirname(copy), { recursive: true });
  await writeAtomically(copy, bytes);
  return copy;
}
