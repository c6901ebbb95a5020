/**
 * Files that every user of the machine may read, whatever the mask of the administrator who makes them.
 * On Windows, files take the rights of their folder, and nothing is done here.
 *
 * @module
 */
import { dirname } from "node:path";

/** Makes the folder, and those above it that are missing; everybody may enter those that were made. */
export async function makeFolderForAll(path: string): Promise<void> {
  if (await Deno.stat(path).then((info) => info.isDirectory, () => false)) return;
  await makeFolderForAll(dirname(path));
  await Deno.mkdir(path);
  await setMode(path, 0o755);
}

/** Lets everybody read a file of ours. */
export async function letAllRead(path: string): Promise<void> {
  await setMode(path, 0o644);
}

/**
 * True if every user of this machine may read the file and enter the folders above it. Always true on
 * Windows, where nothing here can tell.
 */
export async function readableByAll(path: string): Promise<boolean> {
  if (Deno.build.os === "windows") return true;
  const allows = async (place: string, right: number) =>
    (((await Deno.stat(place)).mode ?? 0) & right) !== 0;
  let place = await Deno.realPath(path);
  if (!await allows(place, 0o004)) return false;
  for (let above = dirname(place); above !== place; above = dirname(place)) {
    place = above;
    if (!await allows(place, 0o001)) return false;
  }
  return true;
}

async function setMode(path: string, mode: number): Promise<void> {
  if (Deno.build.os !== "windows") await Deno.chmod(path, mode);
}
