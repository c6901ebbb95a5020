/**
 * Files in a browser: the site's, and those that the course has written, such as checkpoints of trainings. These are
 * kept in the browser's storage, and where it refuses that, until the worker ends.
 *
 * @module
 */
import { openStore, type Store } from "../storage.ts";

/** Thrown where there is no such file. */
class FileMissing extends Error {
  override name = "FileMissing";
}

/** What was written and could not be stored, by path. */
const unstored = new Map<string, Uint8Array<ArrayBuffer>>();

let opened: Promise<Store | undefined> | undefined;

/** The storage; undefined where the browser has none for this site. */
function store(): Promise<Store | undefined> {
  return opened ??= openStore("files").catch(() => undefined);
}

/** Keeps a file. */
export async function keepFile(path: string, bytes: Uint8Array): Promise<void> {
  const copy = new Uint8Array(bytes);
  unstored.set(path, copy);
  try {
    const place = await store();
    if (!place) return;
    await place.put(path, copy);
    if (unstored.get(path) === copy) unstored.delete(path);
  } catch (error) {
    // The storage is full: this worker has the file, the next one has not.
    console.warn(`${path} is kept until this page is closed only: ${error}`);
  }
}

/** Removes a file that was written. False where there is none. */
export async function removeFile(path: string): Promise<boolean> {
  const was = unstored.delete(path);
  const place = await store();
  const stored = await place?.get(path);
  await place?.remove(path);
  return was || stored !== undefined;
}

/** The address of a file of the site, whose path begins with `/`. */
export function addressOf(path: string | URL): URL {
  if (path instanceof URL) return path;
  const address = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  return new URL(`.${address}`, self.location.href);
}

/** A hidden folder, such as that of the checkpoints: no site has one, so what lies there was written here. */
const hidden = /\/\.[^/]+\//;

/** What the file at `path` holds. */
export async function readBytes(path: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const kept = unstored.get(String(path)) ?? await (await store())?.get(String(path));
  if (kept instanceof Uint8Array) return new Uint8Array(kept);
  const missing = () => new FileMissing(`expected a file ${path}, there is none`);
  if (hidden.test(String(path))) throw missing();
  const response = await fetch(addressOf(path));
  if (response.status === 404) throw missing();
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
