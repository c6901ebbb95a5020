/**
 * Files to read. What writes them is in {@link "./atomic_write.ts"}.
 *
 * @module
 */

/** What the file at `path` holds. */
export async function readBytes(path: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  return await Deno.readFile(path);
}

/** What the file at `path` holds, as UTF-8. */
export async function readText(path: string | URL): Promise<string> {
  return await Deno.readTextFile(path);
}

/** Whether {@linkcode readBytes} or {@linkcode readText} threw this because there is no such file. */
export function isFileMissing(error: unknown): boolean {
  return error instanceof Deno.errors.NotFound;
}
