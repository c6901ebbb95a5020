/**
 * Text that came from a learner's code or files, made fit to show.
 *
 * @module
 */
import { stripVTControlCharacters } from "node:util";

/**
 * Without control characters, which could rewrite a terminal or turn the reading direction round, and
 * cut where it is longer than `longest` characters.
 */
export function plainText(text: string, longest = 1000): string {
  const plain = stripVTControlCharacters(text.slice(0, 4 * longest))
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "");
  return plain.length > longest ? `${plain.slice(0, longest)} …` : plain;
}
