/**
 * What to do with a character that the vocabulary lacks: spell it in bytes.
 *
 * A table of characters is never complete: someone types an emoji. Instead of `<unk>`, which loses it,
 * the character's UTF-8 bytes are written as tokens `<0xF0>`, `<0x9F>` …: 256 of them cover every text
 * there will ever be. SentencePiece and LLaMA do the same.
 *
 * @module
 */
import { bytesToText, textToBytes } from "./utf8.ts";

/** The token that stands for `byte`, such as `<0x0A>`. */
function byteToken(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
}

/** The 256 byte tokens, in order. */
export const byteTokens: readonly string[] = Array.from({ length: 256 }, (_, i) => byteToken(i));

const byteOf: ReadonlyMap<string, number> = new Map(byteTokens.map((token, byte) => [token, byte]));

/** The byte tokens that spell `character`. */
export function spellInBytes(character: string): string[] {
  return Array.from(textToBytes(character), byteToken);
}

/**
 * Puts runs of byte tokens back into characters; other tokens pass unchanged.
 *
 * @param write What is written for the text of a run.
 *
 * @example
 * ```ts
 * import { joinBytes, spellInBytes } from "lib/text/tokenizers/byte_fallback.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(spellInBytes("é"), ["<0xC3>", "<0xA9>"]);
 * const tokens = ["caf", "<0xC3>", "<0xA9>", "!"];
 * assertEquals(joinBytes(tokens, (text) => text), ["caf", "é", "!"]);
 * ```
 */
export function joinBytes(tokens: Iterable<string>, write: (text: string) => string): string[] {
  const parts: string[] = [];
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) parts.push(write(bytesToText(Uint8Array.from(bytes))));
    bytes = [];
  };
  for (const token of tokens) {
    const byte = byteOf.get(token);
    if (byte !== undefined) bytes.push(byte);
    else {
      flush();
      parts.push(token);
    }
  }
  flush();
  return parts;
}
