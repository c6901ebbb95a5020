/**
 * Byte-pair encoding: begin with single bytes, and make the most frequent pair of neighbours one piece,
 * again and again.
 *
 * Frequent words end up as one token and rare ones as several; since every text is made of bytes,
 * nothing is ever unknown. Three details follow GPT-2: pieces never cross the border of a word (a regular
 * expression cuts the text first, and a space belongs to the word after it), a text is encoded by
 * applying the merges in the order in which they were learned, and characters are not special: a syllable
 * such as 안 begins as three bytes.
 *
 * A token is named by its text, or by its bytes where those are only part of a character: `" 안"`,
 * `"<0xEC><0x95>"`.
 *
 * @see Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units", 2016,
 * section 3.2; Radford et al., "Language Models are Unsupervised Multitask Learners", 2019, section 2.2
 * @module
 */
import { type Normalization, normalize } from "../normalize.ts";
import { sequenceSpecialTokens, Vocabulary } from "../vocabulary.ts";
import { byteToken } from "./byte_fallback.ts";
import { mergePair, PairCounts } from "./pair_counts.ts";
import { PieceCache } from "./piece_cache.ts";
import { readTokenizerData, textTokens, type Tokenizer, type TokenizerData } from "./tokenizer.ts";
import { bytesToText, textToBytes, wellFormedText } from "./utf8.ts";

/** GPT-2's words: an English clitic, or letters, digits or other signs with a space before, or spaces. */
const wordPattern = /'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** Two pieces that become one. Pieces 0–255 are the bytes; merge i makes piece 256 + i. */
export type Merge = readonly [left: number, right: number];

/** How byte pairs are learned. */
export interface BytePairOptions {
  /** How many merges to learn, at most: the vocabulary has 256 more, and the special tokens. */
  readonly mergeCount: number;
  /** A pair seen less often is not merged. Default 2. */
  readonly minimumCount?: number;
  /** Default `"none"`: every text comes back as it was. */
  readonly normalization?: Normalization;
  /** Default {@linkcode sequenceSpecialTokens}. */
  readonly specialTokens?: readonly string[];
}

/**
 * A byte-level byte-pair tokeniser.
 *
 * @example The example of Wikipedia's article
 * ```ts
 * import { BytePairTokenizer } from "lib/text/tokenizers/byte_pair.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokenizer = BytePairTokenizer.train(["aaabdaaabac"], { mergeCount: 3 });
 * assertEquals(tokenizer.tokens("aaabdaaabac"), ["aaab", "d", "aaab", "a", "c"]);
 * assertEquals(tokenizer.decode(tokenizer.encode("안녕 😀")), "안녕 😀");
 * ```
 */
export class BytePairTokenizer implements Tokenizer {
  readonly vocabulary: Vocabulary;
  readonly #bytes: readonly Uint8Array[];
  readonly #mergedBy: ReadonlyMap<number, number>;
  readonly #cache = new PieceCache<number>();

  /**
   * @param merges In the order learned.
   * @throws {RangeError} If a merge names a piece that does not exist before it.
   */
  constructor(
    readonly merges: readonly Merge[],
    readonly normalization: Normalization = "none",
    specialTokens: readonly string[] = sequenceSpecialTokens,
  ) {
    const bytes = singleBytes();
    for (const [left, right] of merges) {
      if (!bytes[left] || !bytes[right]) {
        throw new RangeError(
          `expected pieces below ${bytes.length} in merge ${
            bytes.length - 256
          }, got ${left} ${right}`,
        );
      }
      bytes.push(concatenate(bytes[left], bytes[right]));
    }
    this.#bytes = bytes;
    this.#mergedBy = new Map(merges.map(([left, right], i) => [pairKey(left, right), 256 + i]));
    this.vocabulary = new Vocabulary(bytes.map(nameOf), specialTokens);
  }

  /** Learns the merges of `texts`. */
  static train(
    texts: Iterable<string>,
    { mergeCount, minimumCount = 2, normalization = "none", specialTokens }: BytePairOptions,
  ): BytePairTokenizer {
    const words = new Map<string, number>();
    for (const text of texts) {
      for (const word of splitWords(normalize(text, normalization))) {
        words.set(word, (words.get(word) ?? 0) + 1);
      }
    }
    const pairs = new PairCounts(
      Array.from(words, ([word, count]) => [[...textToBytes(word)], count] as const),
    );
    const bytes = singleBytes();
    const names = new Set(bytes.map(nameOf));
    const refused = new Set<number>();
    const merges: Merge[] = [];
    while (merges.length < mergeCount) {
      const best = pairs.best(({ left, right, count }) =>
        refused.size > 0 && refused.has(pairKey(left, right)) ? 0 : count
      );
      if (!best || best.count < minimumCount) break;
      const { left, right } = best;
      const merged = concatenate(bytes[left], bytes[right]);
      // Two merges can lead to the same bytes (aa+a, a+aa); one token for them is enough.
      if (names.has(nameOf(merged))) {
        if (refused.has(pairKey(left, right))) break;
        refused.add(pairKey(left, right));
        continue;
      }
      names.add(nameOf(merged));
      pairs.merge(left, right, bytes.length);
      bytes.push(merged);
      merges.push([left, right]);
    }
    return new BytePairTokenizer(merges, normalization, specialTokens);
  }

  encode(text: string): number[] {
    const offset = this.vocabulary.specialTokens.length;
    const ids: number[] = [];
    for (const word of splitWords(normalize(text, this.normalization))) {
      for (const piece of this.#cache.get(word, (word) => this.#pieces(word))) {
        ids.push(offset + piece);
      }
    }
    return ids;
  }

  /** The pieces of one word: the earliest merge that applies, until none does. */
  #pieces(word: string): number[] {
    let pieces = [...textToBytes(word)];
    while (true) {
      let earliest = Infinity;
      for (let i = 1; i < pieces.length; i++) {
        const merged = this.#mergedBy.get(pairKey(pieces[i - 1], pieces[i])) ?? Infinity;
        if (merged < earliest) earliest = merged;
      }
      if (earliest === Infinity) return pieces;
      const [left, right] = this.merges[earliest - 256];
      pieces = mergePair(pieces, left, right, earliest);
    }
  }

  tokens(text: string): string[] {
    return this.encode(text).map((id) => this.vocabulary.token(id));
  }

  decode(ids: Iterable<number>): string {
    const offset = this.vocabulary.specialTokens.length;
    const parts: number[] = [];
    for (const { id, token, special } of textTokens(this.vocabulary, ids)) {
      for (const byte of special ? textToBytes(token) : this.#bytes[id - offset]) parts.push(byte);
    }
    return bytesToText(Uint8Array.from(parts));
  }

  /** This tokeniser as plain data. */
  toJSON(): TokenizerData & { readonly merges: readonly Merge[] } {
    const { normalization, vocabulary, merges } = this;
    return { kind: "byte-pair", normalization, vocabulary, merges };
  }

  /** The tokeniser that {@linkcode toJSON} wrote. */
  static fromJSON(data: Readonly<Record<string, unknown>>): BytePairTokenizer {
    const { vocabulary, normalization } = readTokenizerData(data, "byte-pair");
    if (!Array.isArray(data.merges) || !data.merges.every(isMerge)) {
      throw new TypeError("expected the merges of a byte-pair tokeniser as pairs of numbers");
    }
    const tokenizer = new BytePairTokenizer(data.merges, normalization, vocabulary.specialTokens);
    if (tokenizer.vocabulary.tokens.join("\0") !== vocabulary.tokens.join("\0")) {
      throw new TypeError("expected the vocabulary that the merges make, got another");
    }
    return tokenizer;
  }
}

/** `text` cut into the words that no piece crosses; joined they are `text` again. */
function splitWords(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

/** The 256 pieces to begin with. */
function singleBytes(): Uint8Array[] {
  return Array.from({ length: 256 }, (_, byte) => Uint8Array.of(byte));
}

/** One number for a pair of pieces. */
function pairKey(left: number, right: number): number {
  return left * 2 ** 24 + right;
}

function concatenate(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(left.length + right.length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}

/** A token's name: its text, or its bytes where they are no text. */
function nameOf(bytes: Uint8Array): string {
  return wellFormedText(bytes) ?? Array.from(bytes, byteToken).join("");
}

function isMerge(value: unknown): value is Merge {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);
}
