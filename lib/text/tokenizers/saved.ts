/**
 * Tokenisers kept in files: a trained model is worth nothing without the tokeniser it was trained with.
 *
 * @module
 */
import { isRecord, readJson, writeJson } from "lib/platform/json_file.ts";
import { SyllableTokenizer } from "./syllables.ts";
import type { Tokenizer } from "./tokenizer.ts";
import { WordTokenizer } from "./words.ts";

/** Each kind of tokeniser and how it comes out of a file. */
const readers: Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => Tokenizer>> = {
  "words": WordTokenizer.fromJSON,
  "syllables": SyllableTokenizer.fromJSON,
};

/**
 * Writes `tokenizer` as JSON, whole or not at all.
 *
 * @example
 * ```ts
 * import { loadTokenizer, saveTokenizer } from "lib/text/tokenizers/saved.ts";
 * import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile();
 * const tokenizer = SyllableTokenizer.train(["어제 카페"]);
 * await saveTokenizer(path, tokenizer);
 * assertEquals((await loadTokenizer(path)).encode("카페"), tokenizer.encode("카페"));
 * await Deno.remove(path);
 * ```
 */
export async function saveTokenizer(path: string, tokenizer: Tokenizer): Promise<void> {
  await writeJson(path, tokenizer);
}

/** The tokeniser that {@linkcode saveTokenizer} wrote, or that stands in a checkpoint. */
export function tokenizerFromJSON(data: unknown): Tokenizer {
  const kind = isRecord(data) ? data.kind : undefined;
  const read = typeof kind === "string" && Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  if (!isRecord(data) || !read) {
    throw new TypeError(
      `expected a tokeniser (${Object.keys(readers).join(", ")}), got ${JSON.stringify(kind)}`,
    );
  }
  return read(data);
}

/** The tokeniser in the file at `path`. */
export async function loadTokenizer(path: string): Promise<Tokenizer> {
  return tokenizerFromJSON(await readJson(path));
}
