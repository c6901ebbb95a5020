/**
 * Files in a browser: the site's, and those that were written since the worker started.
 *
 * @module
 */

/** Thrown where there is no such file. */
class FileMissing extends Error {
  override name = "FileMissing";
}

/** What was written, by path. */
const written = new Map<string, Uint8Array<ArrayBuffer>>();

/** Keeps a file until the worker ends. */
export function keepFile(path: string, bytes: Uint8Array): void {
  written.set(path, new Uint8Array(bytes));
}

/** The address of a file of the site, whose path begins with `/`. */
export function addressOf(path: string | URL): URL {
  return path instanceof URL ? path : new URL(`.${path}`, self.location.href);
}

/** What the file at `path` holds. */
export async function readBytes(path: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const kept = written.get(String(path));
  if (kept) return kept.slice();
  const response = await fetch(addressOf(path));
  if (response.status === 404) throw new FileMissing(`expected a file ${path}, there is none`);
  if (!response.ok) {
    throw new Error(`${path} could not be read: the server says ${response.status}`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** What the file at `path` holds, as UTF-8. */
export async function readText(path: string | URL): Promise<string> {
  return new TextDecoder().decode(await readBytes(path));
}

/** Whether {@linkcode readBytes} or {@linkcode readText} threw this because there is no such file. */
export function isFileMissing(error: unknown): boolean {
  return error instanceof FileMissing;
}
