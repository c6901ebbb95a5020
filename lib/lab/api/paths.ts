/**
 * From a path in a request to a file, never outside of the served folder: no `..`, no hidden files, no
 * control characters, no symbolic link that leads elsewhere.
 *
 * @module
 */
import { basename, dirname, join, sep } from "node:path";
import { HttpError } from "./responses.ts";

/** A place inside the served folder; the file need not exist yet, its folder must. */
export interface Place {
  /** `/`-separated and relative to the served folder; empty for the folder itself. */
  readonly path: string;
  /** The file's own name. */
  readonly name: string;
  /** The absolute path, with symbolic links resolved. */
  readonly file: string;
}

/**
 * Finds `path` (decoded, `/`-separated) inside `root`, an absolute path without symbolic links.
 *
 * Throws {@linkcode HttpError} 403 for a path that leads outside and 404 for a hidden file or a folder
 * that does not exist.
 */
export async function findPlace(root: string, path: string): Promise<Place> {
  const segments = path.split("/").filter((segment) => segment !== "");
  for (const segment of segments) {
    if (segment === "." || segment === ".." || /[\p{Cc}\\]/u.test(segment) || isDrive(segment)) {
      throw new HttpError(403, `expected a path inside the course, got ${JSON.stringify(path)}`);
    }
    if (segment.startsWith(".")) throw new HttpError(404, `not found: ${path}`);
  }
  const clean = segments.join("/");
  const wanted = join(root, ...segments);
  const file = await realOrNew(wanted, clean);
  if (file !== root && !file.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new HttpError(403, `expected a path inside the course; ${clean} is a link to elsewhere`);
  }
  return { path: clean, name: segments.at(-1) ?? "", file };
}

/** Windows reads `c:` and `file:stream` in ways of its own. */
function isDrive(segment: string): boolean {
  return Deno.build.os === "windows" && segment.includes(":");
}

async function realOrNew(wanted: string, path: string): Promise<string> {
  try {
    return await Deno.realPath(wanted);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw noPlace(error, path);
  }
  const dangling = await Deno.lstat(wanted).then((info) => info.isSymlink, () => false);
  if (dangling) throw new HttpError(403, `${path} is a link that leads nowhere`);
  try {
    return join(await Deno.realPath(dirname(wanted)), basename(wanted));
  } catch {
    throw new HttpError(404, `not found: the folder of ${path}`);
  }
}

/** What the system says of a path that can be no file's. */
function noPlace(error: unknown, path: string): unknown {
  if (error instanceof Deno.errors.NotADirectory) {
    return new HttpError(404, `not found: ${path} leads through a file`);
  }
  if (error instanceof Deno.errors.FilesystemLoop) {
    return new HttpError(403, `${path} is a link that leads to itself`);
  }
  const tooLong = error instanceof Error && "code" in error && error.code === "ENAMETOOLONG";
  return tooLong ? new HttpError(400, "expected a shorter path") : error;
}
