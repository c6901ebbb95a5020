/**
 * Korean letter by letter: 갔 is ᄀ ᅡ ᆻ.
 *
 * A Hangul block is an initial consonant, a vowel and perhaps a final consonant; Unicode numbers the
 * 11,172 blocks so that arithmetic takes them apart. 67 letters then write every block, and a model can
 * see that 가, 간 and 갔 are forms of one verb, for two to three times as many tokens as syllables.
 *
 * The letters here are Unicode's *conjoining* jamo, which know whether they are initial or final; that is
 * what makes putting them together unambiguous. The letters people type alone, as in ㅋㅋㅋ, are other
 * characters and stay as they are. Conjoining jamo in the text itself (text in NFD, if the normalisation
 * is `"none"` or composes) are spelled in bytes, so that they are not mistaken for ours.
 *
 * @see The Unicode Standard, section 3.12, "Conjoining Jamo Behavior"
 * @module
 */
import { type Normalization, normalize } from "../normalize.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { byteTokens, joinBytes, spellInBytes } from "./byte_fallback.ts";
import { type CharacterOptions, characterVocabulary } from "./syllables.ts";
import { readTokenizerData, textTokens, type Tokenizer, type TokenizerData } from "./tokenizer.ts";

const initialBase = 0x1100, vowelBase = 0x1161, finalBase = 0x11a7, blockBase = 0xac00;
const initialCount = 19, vowelCount = 21, finalCount = 28, blockCount = 11_172;

/** The 19 initial consonants, 21 vowels and 27 final consonants of modern Korean. */
export const jamo: readonly string[] = [
  ...Array.from({ length: initialCount }, (_, i) => String.fromCharCode(initialBase + i)),
  ...Array.from({ length: vowelCount }, (_, i) => String.fromCharCode(vowelBase + i)),
  ...Array.from({ length: finalCount - 1 }, (_, i) => String.fromCharCode(finalBase + 1 + i)),
];

const jamoSet: ReadonlySet<string> = new Set(jamo);

/**
 * The letters of a Hangul block, or undefined if `character` is none.
 *
 * @example
 * ```ts
 * import { blockToJamo } from "lib/text/tokenizers/jamo.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(blockToJamo("갔"), ["ᄀ", "ᅡ", "ᆻ"]);
 * assertEquals(blockToJamo("가")?.length, 2);
 * assertEquals(blockToJamo("ㅋ"), undefined);
 * ```
 */
export function blockToJamo(character: string): string[] | undefined {
  const index = (character.codePointAt(0) ?? 0) - blockBase;
  if (index < 0 || index >= blockCount) return undefined;
  const initial = Math.floor(index / (vowelCount * finalCount));
  const vowel = Math.floor(index / finalCount) % vowelCount;
  const final = index % finalCount;
  const letters = [initialBase + initial, vowelBase + vowel];
  if (final > 0) letters.push(finalBase + final);
  return letters.map((code) => String.fromCharCode(code));
}

/** Puts each initial + vowel (+ final) of `tokens` together; whatever else there is passes unchanged. */
export function jamoToBlocks(tokens: readonly string[]): string[] {
  const parts: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const initial = position(tokens[i], initialBase, initialCount);
    const vowel = position(tokens[i + 1], vowelBase, vowelCount);
    if (initial < 0 || vowel < 0) {
      parts.push(tokens[i]);
      continue;
    }
    const final = Math.max(0, position(tokens[i + 2], finalBase, finalCount));
    parts.push(
      String.fromCharCode(blockBase + (initial * vowelCount + vowel) * finalCount + final),
    );
    i += final > 0 ? 2 : 1;
  }
  return parts;
}

/** The place of `token` among the `count` letters from `base`, or -1. */
function position(token: string | undefined, base: number, count: number): number {
  if (token === undefined || token.length !== 1) return -1;
  const place = token.charCodeAt(0) - base;
  return place >= 0 && place < count ? place : -1;
}

/**
 * A tokeniser of Korean letters; other characters are tokens by themselves.
 *
 * @example
 * ```ts
 * import { JamoTokenizer } from "lib/text/tokenizers/jamo.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokenizer = JamoTokenizer.train(["카페!"]);
 * assertEquals(tokenizer.tokens("갔어!"), ["ᄀ", "ᅡ", "ᆻ", "ᄋ", "ᅥ", "!"]);
 * assertEquals(tokenizer.decode(tokenizer.encode("뷁 ㅋㅋ 😀")), "뷁 ㅋㅋ 😀");
 * ```
 */
export class JamoTokenizer implements Tokenizer {
  readonly #bytes: boolean;
  /** In a decomposed text jamo are the text's own characters: nothing is taken apart or composed. */
  readonly #composes: boolean;

  /** @param vocabulary With the 67 {@linkcode jamo}, and the byte tokens unless `<unk>` is wanted. */
  constructor(readonly vocabulary: Vocabulary, readonly normalization: Normalization = "none") {
    const missing = jamo.find((letter) => !vocabulary.has(letter));
    if (missing !== undefined) {
      throw new RangeError(`expected a vocabulary with the 67 jamo, got none for ${missing}`);
    }
    this.#bytes = byteTokens.every((token) => vocabulary.has(token));
    this.#composes = normalization !== "NFD" && normalization !== "NFKD";
  }

  /** The tokeniser with all of Hangul and the other characters of `texts`. */
  static train(texts: Iterable<string>, options: CharacterOptions = {}): JamoTokenizer {
    const { normalization = "none" } = options;
    const others = (text: string) =>
      [...normalize(text, normalization)].filter((character) => !blockToJamo(character));
    return new JamoTokenizer(characterVocabulary(texts, others, jamo, options), normalization);
  }

  tokens(text: string): string[] {
    const tokens: string[] = [];
    for (const character of normalize(text, this.normalization)) {
      const letters = blockToJamo(character);
      if (letters) tokens.push(...letters);
      else if (this.#composes && jamoSet.has(character)) tokens.push(...this.#spell(character));
      else if (this.vocabulary.has(character)) tokens.push(character);
      else tokens.push(...this.#spell(character));
    }
    return tokens;
  }

  /** `character` in bytes; without byte tokens it is left to become `<unk>`. */
  #spell(character: string): string[] {
    return this.#bytes ? spellInBytes(character) : [character];
  }

  encode(text: string): number[] {
    return this.vocabulary.ids(this.tokens(text));
  }

  decode(ids: Iterable<number>): string {
    const tokens = Array.from(textTokens(this.vocabulary, ids), ({ token }) => token);
    // Only our own letters are composed, never characters that come out of the bytes.
    return joinBytes(this.#composes ? jamoToBlocks(tokens) : tokens).join("");
  }

  /** This tokeniser as plain data. */
  toJSON(): TokenizerData {
    const { normalization, vocabulary } = this;
    return { kind: "jamo", normalization, vocabulary };
  }

  /** The tokeniser that {@linkcode toJSON} wrote. */
  static fromJSON(data: Readonly<Record<string, unknown>>): JamoTokenizer {
    const { vocabulary, normalization } = readTokenizerData(data, "jamo");
    return new JamoTokenizer(vocabulary, normalization);
  }
}
