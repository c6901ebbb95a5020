/**
 * How much is read at once: of requests, of messages and of files that anybody may have put into the folder.
 *
 * @module
 */
import { HttpError } from "./responses.ts";

/** Bytes of a request that only names something. */
export const smallBody = 64 * 1024;
/** Bytes of a notebook or another file; one that is full of pictures stays far below. */
export const largestFile = 64 * 1024 * 1024;
/** Bytes of a message to a kernel: a cell and its metadata, or an answer to a question. */
export const largestMessage = 8 * 1024 * 1024;

/**
 * The bytes of a file. Throws {@linkcode HttpError} 413 for one that is too large, and 400 for what is no file: a
 * pipe would never end.
 */
export async function readFileWithin(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { isFile, isDirectory, size } = await Deno.stat(path);
  if (isDirectory) throw new HttpError(400, "expected a file, got a folder");
  if (!isFile) throw new HttpError(400, "expected a file, got a device or a pipe");
  if (size > largestFile) {
    throw new HttpError(413, `expected a file of at most ${largestFile} bytes, got ${size}`);
  }
  return await Deno.readFile(path);
}
