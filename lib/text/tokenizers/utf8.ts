/**
 * Text as bytes and back, losing nothing.
 *
 * `TextEncoder` alone loses two things: it replaces half of a surrogate pair, which a JavaScript string
 * can hold, by U+FFFD, and `TextDecoder` swallows a byte-order mark. Half pairs are written in three
 * bytes here, as WTF-8 does, so every string has bytes of its own.
 *
 * @see The WTF-8 encoding, https://simonsapin.github.io/wtf-8/
 * @module
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The bytes of `text`. Different texts have different bytes. */
export function textToBytes(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
      bytes.push(0xe0 | codePoint >> 12, 0x80 | codePoint >> 6 & 0x3f, 0x80 | codePoint & 0x3f);
    } else bytes.push(...encoder.encode(character));
  }
  return Uint8Array.from(bytes);
}

/**
 * The text of `bytes`: the inverse of {@linkcode textToBytes}. What no text has as its bytes, such as
 * half a character, becomes U+FFFD, the replacement character.
 *
 * @example
 * ```ts
 * import { bytesToText, textToBytes } from "lib/text/tokenizers/utf8.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(textToBytes("안").length, 3);
 * assertEquals(bytesToText(textToBytes("안녕 \ud83d")), "안녕 \ud83d");
 * assertEquals(bytesToText(textToBytes("안").slice(0, 2)), "\ufffd");
 * ```
 */
export function bytesToText(bytes: Uint8Array): string {
  let text = "";
  let from = 0;
  for (let i = 0; i + 2 < bytes.length; i++) {
    // 0xED 0xA0… is where a half pair begins; no other character's bytes do.
    if (bytes[i] === 0xed && (bytes[i + 1] & 0xe0) === 0xa0 && (bytes[i + 2] & 0xc0) === 0x80) {
      text += decoder.decode(bytes.subarray(from, i));
      text += String.fromCharCode(0xd000 | (bytes[i + 1] & 0x3f) << 6 | bytes[i + 2] & 0x3f);
      from = i + 3;
      i += 2;
    }
  }
  return text + decoder.decode(bytes.subarray(from));
}
