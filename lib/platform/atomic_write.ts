/**
 * Files that are either the old one or the new one, never half of each: the text goes to a temporary
 * file in the same folder, is flushed to the disk, and then takes the old file's name in one step.
 *
 * @module
 */
import { basename, dirname, join } from "node:path";

/** How {@linkcode writeAtomically} writes. */
export interface AtomicWriteOptions {
  /**
   * Whether nobody else writes this file. The temporary file is then always `NAME.part`, so that a program
   * that is killed again and again leaves at most one behind. Default: a name of its own for each write.
   */
  readonly isOnlyWriter?: boolean;
  /** Makes the file's folder if it is missing. */
  readonly makeFolder?: boolean;
}

/**
 * Replaces the file at `path` by `data`, or leaves it untouched and throws. A symbolic link is followed,
 * and the old file's mode is kept.
 */
export async function writeAtomically(
  path: string,
  data: string | Uint8Array,
  { isOnlyWriter = false, makeFolder = false }: AtomicWriteOptions = {},
): Promise<void> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  if (makeFolder) await Deno.mkdir(dirname(path), { recursive: true });
  const target = await Deno.realPath(path).catch(() => path);
  const mode = await Deno.stat(target).then((info) => info.mode ?? undefined, () => undefined);
  const name = isOnlyWriter
    ? `${basename(target)}.part`
    : `.${basename(target)}.${crypto.randomUUID()}.tmp`;
  const temporary = join(dirname(target), name);
  try {
    const file = await Deno.open(temporary, { write: true, create: true, truncate: true });
    try {
      for (let written = 0; written < bytes.length;) {
        written += await file.write(bytes.subarray(written));
      }
      await file.sync();
    } finally {
      file.close();
    }
    if (mode !== undefined && Deno.build.os !== "windows") {
      await Deno.chmod(temporary, mode & 0o777);
    }
    await Deno.rename(temporary, target);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {}); // already renamed, or never made
    throw error;
  }
}
