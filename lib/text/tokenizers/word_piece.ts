/**
 * Word-pieces, as BERT has them: `play ##ing`.
 *
 * Learned like byte pairs, from characters upwards, but by another yardstick. Byte-pair encoding merges
 * the pair that occurs *most often*; word-pieces merge the pair whose merging makes the training text *most
 * likely*, when each piece is drawn with the frequency it has. A frequent pair of frequent pieces may be
 * there by chance; one whose pieces are hardly ever apart says something.
 *
 * Encoding does not replay the merges. It takes, from the left, the longest piece that the vocabulary
 * has; if a word cannot be finished that way, all of it is `<unk>`.
 *
 * @see Schuster and Nakajima, "Japanese and Korean Voice Search", 2012, section 2; Devlin et al., "BERT",
 * 2019, section 3 (whose trainer was never published)
 * @module
 */
import { type Normalization, normalize } from "../normalize.ts";
import { sequenceSpecialTokens, Vocabulary } from "../vocabulary.ts";
import {
  type JoinedPiece,
  joinTokens,
  pieceToken,
  readPieceToken,
  splitPieces,
} from "./joined_pieces.ts";
import { type Pair, PairCounts } from "./pair_counts.ts";
import { PieceCache } from "./piece_cache.ts";
import { readTokenizerData, textTokens, type Tokenizer, type TokenizerData } from "./tokenizer.ts";

/** BERT's words: letters and digits together, every other sign alone. */
const wordPattern = /[\p{L}\p{M}\p{N}]+|./gsu;

/** How word-pieces are learned. */
export interface WordPieceOptions {
  /** How many merges to learn, at most: the vocabulary also has the characters and special tokens. */
  readonly mergeCount: number;
  /** A pair seen less often is not merged. Default 2. */
  readonly minimumCount?: number;
  /** Default `"NFC"`. */
  readonly normalization?: Normalization;
  /** Default {@linkcode sequenceSpecialTokens}; `bertSpecialTokens` for BERT. */
  readonly specialTokens?: readonly string[];
}

/**
 * A word-piece tokeniser.
 *
 * @example
 * ```ts
 * import { WordPieceTokenizer } from "lib/text/tokenizers/word_piece.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokenizer = WordPieceTokenizer.train(["low low low lower newer newer wider"], { mergeCount: 6 });
 * assertEquals(tokenizer.tokens("low newer"), ["low", "newer"]);
 * assertEquals(tokenizer.tokens("lower wide"), ["low", "##er", "w", "##i", "##d", "##e"]);
 * assertEquals(tokenizer.decode(tokenizer.encode("wider low")), "wider low");
 * ```
 */
export class WordPieceTokenizer implements Tokenizer {
  readonly #longest: number;
  readonly #cache = new PieceCache<number>();

  /** @param vocabulary Pieces that begin a word, and with `##` those that continue one; with `<unk>`. */
  constructor(readonly vocabulary: Vocabulary, readonly normalization: Normalization = "NFC") {
    this.#longest = Math.max(
      ...vocabulary.tokens.map((token) => readPieceToken(token).text.length),
    );
    vocabulary.specialId("<unk>"); // Say at once, and not at the first unknown word, that it is missing.
  }

  /** Learns the pieces of `texts`. */
  static train(
    texts: Iterable<string>,
    {
      mergeCount,
      minimumCount = 2,
      normalization = "NFC",
      specialTokens = sequenceSpecialTokens,
    }: WordPieceOptions,
  ): WordPieceTokenizer {
    const words = new Map<string, number>();
    for (const text of texts) {
      for (const word of splitPieces(normalize(text, normalization), wordPattern)) {
        const token = pieceToken(word.text, word.joined);
        words.set(token, (words.get(token) ?? 0) + 1);
      }
    }
    const pieces = new Map<string, number>();
    const number = (piece: string) => {
      if (!pieces.has(piece)) pieces.set(piece, pieces.size);
      return pieces.get(piece) ?? 0;
    };
    const pairs = new PairCounts(
      Array.from(words, ([token, count]) => {
        const { text, joined } = readPieceToken(token);
        return [
          Array.from(text, (character, i) => number(pieceToken(character, joined || i > 0))),
          count,
        ] as const;
      }),
    );
    const names = [...pieces.keys()];
    for (let merges = 0; merges < mergeCount; merges++) {
      const best = pairs.best((pair) =>
        pair.count < minimumCount ? 0 : likelihoodGain(pairs, pair)
      );
      if (!best || best.count < minimumCount) break;
      const merged = names[best.left] + readPieceToken(names[best.right]).text;
      const id = number(merged); // The same piece can come from two pairs: l+ow, lo+w.
      if (id === names.length) names.push(merged);
      pairs.merge(best.left, best.right, id);
    }
    // A sign may stand after a space or not: both are known if one is.
    for (const name of [...names]) {
      const { text, joined } = readPieceToken(name);
      if (!/^[\p{L}\p{M}\p{N}]/u.test(text)) number(pieceToken(text, !joined));
    }
    return new WordPieceTokenizer(new Vocabulary(pieces.keys(), specialTokens), normalization);
  }

  encode(text: string): number[] {
    return this.#words(text).flatMap((word) =>
      this.#cache.get(pieceToken(word.text, word.joined), () => this.#pieces(word))
    );
  }

  /** The longest known piece from the left, again and again. */
  #pieces({ text, joined }: JoinedPiece): readonly number[] {
    const ids: number[] = [];
    for (let start = 0; start < text.length;) {
      let end = Math.min(text.length, start + this.#longest);
      const piece = () => pieceToken(text.slice(start, end), joined || start > 0);
      while (end > start && !this.vocabulary.has(piece())) end--;
      if (end === start) return [this.vocabulary.unkId];
      ids.push(this.vocabulary.id(piece()));
      start = end;
    }
    return ids;
  }

  tokens(text: string): string[] {
    return this.encode(text).map((id) => this.vocabulary.token(id));
  }

  decode(ids: Iterable<number>): string {
    return joinTokens(Array.from(textTokens(this.vocabulary, ids), ({ token }) => token));
  }

  #words(text: string): JoinedPiece[] {
    return splitPieces(normalize(text, this.normalization), wordPattern);
  }

  /** This tokeniser as plain data. */
  toJSON(): TokenizerData {
    const { normalization, vocabulary } = this;
    return { kind: "word-piece", normalization, vocabulary };
  }

  /** The tokeniser that {@linkcode toJSON} wrote. */
  static fromJSON(data: Readonly<Record<string, unknown>>): WordPieceTokenizer {
    const { vocabulary, normalization } = readTokenizerData(data, "word-piece");
    return new WordPieceTokenizer(vocabulary, normalization);
  }
}

/**
 * How much more likely the corpus becomes, in nats, when `pair` is one piece. The log-likelihood of pieces
 * with counts c, drawn by frequency, is Σ c·ln c − N·ln N, where N is the sum of all c.
 */
export function likelihoodGain(pairs: PairCounts, { left, right, count }: Pair): number {
  const total = pairs.pieceTotal;
  const same = left === right;
  const before = same
    ? weigh(pairs.pieceCount(left))
    : weigh(pairs.pieceCount(left)) + weigh(pairs.pieceCount(right));
  const after = same
    ? weigh(pairs.pieceCount(left) - 2 * count)
    : weigh(pairs.pieceCount(left) - count) + weigh(pairs.pieceCount(right) - count);
  return weigh(count) + after - before + weigh(total) - weigh(total - count);
}

/** c·ln c, which is 0 at 0. */
function weigh(count: number): number {
  return count > 0 ? count * Math.log(count) : 0;
}
