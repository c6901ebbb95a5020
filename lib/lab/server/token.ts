/**
 * The token that lets a page in. It is kept, readable by its owner only, so that a page which is open
 * when the server ends finds its way back when the server starts again.
 *
 * @module
 */
import { dirname } from "node:path";

/** Reads the token at `path`, or makes one. */
export async function keptToken(path: string): Promise<string> {
  const kept = await Deno.readTextFile(path).then((text) => text.trim(), () => "");
  if (/^[0-9a-f]{48}$/.test(kept)) return kept;
  const token = crypto.getRandomValues(new Uint8Array(24)).toHex();
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.remove(path).catch(() => {}); // a file with other rights would keep them
  await Deno.writeTextFile(path, token, { mode: 0o600, createNew: true });
  return token;
}
