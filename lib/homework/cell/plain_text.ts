/**
 * Text that came from a learner's code or files, made fit to show.
 *
 * @module
 */
import { stripVTControlCharacters } from "node:util";

/** What has no width, but for what joins emoji and chooses how they look. */
const invisible =
  /(?!(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}/gu;

/**
 * Without control characters, which could rewrite a terminal or turn the reading direction round, with a name for
 * what nobody sees (`kim<U+200B>` is not `kim`), and cut where it is longer than `longest` characters.
 */
export function plainText(text: string, longest = 1000): string {
  const plain = stripVTControlCharacters(text.slice(0, 4 * longest))
    .replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, "")
    .replace(invisible, (character) => {
      const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
      return `<U+${code}>`;
    });
  return plain.length > longest ? `${plain.slice(0, longest)} …` : plain;
}
