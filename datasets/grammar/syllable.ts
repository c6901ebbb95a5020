/**
 * Hangul syllables taken apart and put together, at the end of a word: that is where Korean inflects.
 *
 * A syllable such as 먹 is one code point made of an initial consonant (ㅁ), a vowel (ㅓ) and
 * possibly a final consonant (ㄱ). `es-hangul` does the arithmetic; this module speaks of a word's
 * last syllable, which is all that conjugation asks for.
 *
 * @module
 */
import { combineCharacter, disassembleCompleteCharacter } from "es-hangul";

/** The letters of one syllable; `final` is empty for an open syllable such as 가. Clusters are one string: `ㅂㅅ`. */
export interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  readonly final: string;
}

/** Splits a word into everything before its last syllable and that syllable's letters. */
export function lastSyllable(word: string): { readonly before: string; readonly last: Syllable } {
  const character = word.at(-1) ?? "";
  const letters = disassembleCompleteCharacter(character);
  if (letters === undefined) {
    throw new TypeError(`expected a word that ends in a Hangul syllable, got "${word}"`);
  }
  return {
    before: word.slice(0, -1),
    last: { initial: letters.choseong, vowel: letters.jungseong, final: letters.jongseong },
  };
}

/** The syllable as one character. */
function composeSyllable({ initial, vowel, final }: Syllable): string {
  return combineCharacter(initial, vowel, final);
}

/** The final consonant of the word's last syllable, or "" when it is open. */
export function finalConsonant(word: string): string {
  return lastSyllable(word).last.final;
}

/** The word with another final consonant under its last syllable; "" removes it: 만들 → 만드. */
export function withFinal(word: string, final: string): string {
  const { before, last } = lastSyllable(word);
  return before + composeSyllable({ ...last, final });
}

/** The word with another vowel in its last syllable: 하 → 해. */
export function withVowel(word: string, vowel: string): string {
  const { before, last } = lastSyllable(word);
  return before + composeSyllable({ ...last, vowel });
}

/** Joins `text` to `word`; a leading lone consonant goes under the word's last syllable: 가 + ㄹ 거 → 갈 거. */
export function join(word: string, text: string): string {
  return /^[ㄱ-ㅎ]/.test(text) ? withFinal(word, text[0]) + text.slice(1) : word + text;
}
