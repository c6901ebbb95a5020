/**
 * What to do with a piece that the vocabulary lacks: spell it, so that nothing is unknown.
 *
 * `뷁에서` → `␣ ##뷁 ##에서`: the characters of the piece one by one, each as a piece that follows
 * without a space. A character that the vocabulary lacks too is spelled in the bytes of UTF-8, of which
 * there are 256 (see {@link "./byte_fallback.ts"}). A piece that begins a word has {@linkcode wordStart}
 * before its characters, so that each character is needed in one form only. Jamo would spell any
 * syllable with a smaller table, but make sentences 3.2 times as long.
 *
 * @see Luong and Manning, "Achieving Open Vocabulary Neural Machine Translation with Hybrid
 * Word-Character Models", 2016
 * @module
 */
import type { Vocabulary } from "../vocabulary.ts";
import { byteTokens, joinBytes, spellInBytes } from "./byte_fallback.ts";
import { joinTokens, pieceToken, readPieceToken } from "./joined_pieces.ts";

/** An empty piece: the space before a word that is spelled. No text has it among its pieces. */
const wordStart = "";

/** The tokens that a vocabulary needs for spelling: the word's start, these characters, all bytes. */
export function spellingTokens(characters: Iterable<string>): string[] {
  return [
    wordStart,
    ...Array.from(new Set(characters), (character) => pieceToken(character, true)),
    ...byteTokens,
  ];
}

/** Whether `vocabulary` can spell everything. */
export function canSpell(vocabulary: Vocabulary): boolean {
  return [wordStart, ...byteTokens].every((token) => vocabulary.has(token));
}

/** The tokens that spell a piece in characters of `vocabulary`, or in bytes. */
export function spellPiece(piece: string, vocabulary: Vocabulary): string[] {
  const { text, joined } = readPieceToken(piece);
  const spelled = Array.from(text).flatMap((character) => {
    const token = pieceToken(character, true);
    return vocabulary.has(token) ? [token] : spellInBytes(character);
  });
  return joined ? spelled : [wordStart, ...spelled];
}

/**
 * The text of tokens, some of which may spell.
 *
 * @example
 * ```ts
 * import { joinSpelled } from "lib/text/tokenizers/spelling.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokens = ["I", "##'m", "", "##B", "##o", "<0xC3>", "<0xA9>", "##."];
 * assertEquals(joinSpelled(tokens), "I'm Boé.");
 * ```
 */
export function joinSpelled(tokens: Iterable<string>): string {
  return joinTokens(joinBytes(tokens, (text) => pieceToken(text, true)));
}
