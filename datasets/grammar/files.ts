/**
 * Writing and checking the files of a generated data set.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { UserError } from "lib/command.ts";
import { writeAtomically } from "lib/platform/atomic_write.ts";

/** Lines as `sha256sum` writes them, so that `sha256sum -c SHA256SUMS` checks the files too. */
export async function checksums(files: ReadonlyMap<string, string>): Promise<string> {
  const lines = await Promise.all([...files].map(async ([name, text]) => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return `${new Uint8Array(digest).toHex()}  ${name}\n`;
  }));
  return lines.join("");
}

/**
 * Writes the files with their checksums into `folder`, each at once, or only compares them; tells which.
 * Throws {@linkcode UserError} naming the first file that differs.
 */
export async function writeOrCheck(
  folder: URL,
  files: ReadonlyMap<string, string>,
  check: boolean,
): Promise<void> {
  const sums = await checksums(files);
  let changed = false;
  for (const [name, text] of [...files, ["SHA256SUMS", sums]]) {
    const place = new URL(name, folder);
    if (await Deno.readTextFile(place).catch(() => undefined) === text) continue;
    if (check) {
      throw new UserError(`${name} differs from what is generated; run this without --check.`);
    }
    changed = true;
    await writeAtomically(fileURLToPath(place), text);
  }
  console.log(sums + (changed ? "written; README.md shows these lines too" : "unchanged"));
}
