/**
 * One token for each character: in Korean that is a syllable block, 안 녕.
 *
 * The simplest tokeniser there is, and the longest sentences after bytes. Nothing has to be learned but
 * which characters there are. Korean has 11,172 possible blocks, of which everyday text uses
 * about a thousand; one that training did not show is spelled in bytes.
 *
 * @module
 */
import { type Normalization, normalize } from "../normalize.ts";
import { sequenceSpecialTokens, Vocabulary } from "../vocabulary.ts";
import { byteTokens, joinBytes, spellInBytes } from "./byte_fallback.ts";
import { readTokenizerData, textTokens, type Tokenizer, type TokenizerData } from "./tokenizer.ts";

/** How the table of characters is made. */
export interface CharacterOptions {
  /** Default `"none"`: every text comes back as it was. */
  readonly normalization?: Normalization;
  /** A character seen less often stays out. Default 1. */
  readonly minimumCount?: number;
  /** Whether unseen characters are spelled in bytes (256 more tokens) or are `<unk>`. Default true. */
  readonly byteFallback?: boolean;
  /** Default {@linkcode sequenceSpecialTokens}. */
  readonly specialTokens?: readonly string[];
}

/**
 * A tokeniser of characters (Unicode code points).
 *
 * @example
 * ```ts
 * import { SyllableTokenizer } from "lib/text/tokenizers/syllables.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokenizer = SyllableTokenizer.train(["어제 카페 갔었어"]);
 * assertEquals(tokenizer.tokens("어제 갔어"), ["어", "제", " ", "갔", "어"]);
 * assertEquals(tokenizer.tokens("é"), ["<0xC3>", "<0xA9>"]);
 * assertEquals(tokenizer.decode(tokenizer.encode("카페 ☕")), "카페 ☕");
 * ```
 */
export class SyllableTokenizer implements Tokenizer {
  readonly #bytes: boolean;

  /** @param vocabulary With the 256 byte tokens if unseen characters are to be spelled in them. */
  constructor(readonly vocabulary: Vocabulary, readonly normalization: Normalization = "none") {
    this.#bytes = byteTokens.every((token) => vocabulary.has(token));
  }

  /** The tokeniser whose vocabulary holds the characters of `texts`. */
  static train(
    texts: Iterable<string>,
    {
      normalization = "none",
      minimumCount,
      byteFallback = true,
      specialTokens = sequenceSpecialTokens,
    }: CharacterOptions = {},
  ): SyllableTokenizer {
    const characters = function* () {
      for (const text of texts) {
        // Half of a surrogate pair is no character; bytes take care of it.
        yield [...normalize(text, normalization)].filter((token) => token.isWellFormed());
      }
    };
    const { tokens } = Vocabulary.build(characters(), { minimumCount, specialTokens }).toJSON();
    return new SyllableTokenizer(
      new Vocabulary([...byteFallback ? byteTokens : [], ...tokens], specialTokens),
      normalization,
    );
  }

  tokens(text: string): string[] {
    const tokens: string[] = [];
    for (const character of normalize(text, this.normalization)) {
      if (!this.#bytes || this.vocabulary.has(character)) tokens.push(character);
      else tokens.push(...spellInBytes(character));
    }
    return tokens;
  }

  encode(text: string): number[] {
    return this.vocabulary.ids(this.tokens(text));
  }

  decode(ids: Iterable<number>): string {
    return joinBytes(Array.from(textTokens(this.vocabulary, ids), ({ token }) => token)).join("");
  }

  /** This tokeniser as plain data. */
  toJSON(): TokenizerData {
    const { normalization, vocabulary } = this;
    return { kind: "syllables", normalization, vocabulary };
  }

  /** The tokeniser that {@linkcode toJSON} wrote. */
  static fromJSON(data: Readonly<Record<string, unknown>>): SyllableTokenizer {
    const { vocabulary, normalization } = readTokenizerData(data, "syllables");
    return new SyllableTokenizer(vocabulary, normalization);
  }
}
