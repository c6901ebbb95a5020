/**
 * Words and signs as pieces that remember whether a space stood before them.
 *
 * `"Tom은 가, 너는"` is Tom + 은 + 가 + , + 너는: to get the text back, one has to know that 은 and the comma
 * follow without a space. Such a piece is written with `##` in front, as BERT writes the later pieces of a
 * word: `Tom ##은 가 ##, 너는`. Reading is then simple: a space before each piece, none before `##`.
 *
 * @module
 */
import { collapseWhitespace } from "../normalize.ts";

/** What stands before a piece that follows the one before it without a space. */
export const joiner = "##";

/** A part of a text: a word, a sign. */
export interface JoinedPiece {
  readonly text: string;
  /** True if no space stands before it. False for the first piece of a text. */
  readonly joined: boolean;
}

/**
 * Cuts `text` at white space and wherever `pattern` says.
 *
 * @param pattern With the flag `g`; it must match each character that is not white space.
 */
export function splitPieces(text: string, pattern: RegExp): JoinedPiece[] {
  return collapseWhitespace(text).split(" ").flatMap((chunk) =>
    Array.from(chunk.matchAll(pattern), ([piece], i) => ({ text: piece, joined: i > 0 }))
  );
}

/** The token of a piece: its text, after `##` if it is joined. */
export function pieceToken(text: string, joined: boolean): string {
  return joined ? joiner + text : text;
}

/** What a token says: the inverse of {@linkcode pieceToken}. */
export function readPieceToken(token: string): JoinedPiece {
  // "##" by itself cannot be a joined piece, for no piece is empty.
  const joined = token.startsWith(joiner) && token.length > joiner.length;
  return { text: joined ? token.slice(joiner.length) : token, joined };
}

/**
 * The text of `tokens`.
 *
 * @example
 * ```ts
 * import { joinTokens } from "lib/text/tokenizers/joined_pieces.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(joinTokens(["Tom", "##은", "가", "##,", "너", "##는"]), "Tom은 가, 너는");
 * ```
 */
export function joinTokens(tokens: Iterable<string>): string {
  let text = "";
  for (const token of tokens) {
    const piece = readPieceToken(token);
    text += piece.joined || text === "" ? piece.text : ` ${piece.text}`;
  }
  return text;
}
