/**
 * Words and signs; Korean words with their particles and endings split off: 카페 ##에서 갔 ##었 ##어.
 *
 * The course's default for translation. English comes as words, with the clitics that are words of
 * their own apart (I ##'m, do ##n't, as in the Penn Treebank); numbers come digit by digit, so that none
 * is unknown. Korean glues particles and endings to stems, so a list of whole words would be endless and
 * full of holes; {@linkcode learnMorphs} finds the parts. What remains unseen is `<unk>`, or is spelled: in
 * syllables, letters, at last in bytes ({@link "./spelling.ts"}); then nothing is unknown.
 *
 * @see Marcus, Santorini and Marcinkiewicz, "Building a Large Annotated Corpus of English", 1993 (clitics)
 * @module
 */
import { isRecord } from "lib/platform/json_file.ts";
import { type Normalization, normalize } from "../normalize.ts";
import { sequenceSpecialTokens, Vocabulary } from "../vocabulary.ts";
import { pieceToken, readPieceToken, splitPieces } from "./joined_pieces.ts";
import { learnMorphs, type MorphCounts, MorphSplitter } from "./morphs.ts";
import { PieceCache } from "./piece_cache.ts";
import { canSpell, joinSpelled, spellingTokens, spellPiece } from "./spelling.ts";
import { readTokenizerData, textTokens, type Tokenizer, type TokenizerData } from "./tokenizer.ts";

/**
 * In this order: Hangul blocks; an English clitic; a word that a clitic n't follows, without it; a word of
 * other letters; one digit; one sign.
 */
const wordPattern = new RegExp(
  [
    "[가-힣]+",
    "n['’]t(?![\\p{L}\\p{M}])",
    "['’](?:s|m|d|ll|re|ve)(?![\\p{L}\\p{M}])",
    "[\\p{L}--[가-힣]][[\\p{L}\\p{M}]--[가-힣]]*?(?=n['’]t(?![\\p{L}\\p{M}]))",
    "[\\p{L}--[가-힣]][[\\p{L}\\p{M}]--[가-힣]]*",
    ".",
  ].join("|"),
  "gsv",
);

/** A word of Hangul blocks, which {@linkcode learnMorphs} may split. */
const hangulWord = /^(?:##)?[가-힣]+$/u;

/** How the words are learned. */
export interface WordOptions {
  /** A piece seen less often is `<unk>`, or spelled. Default 1. */
  readonly minimumCount?: number;
  /** Whether what the vocabulary lacks is spelled rather than `<unk>`. Default false. */
  readonly spelling?: boolean;
  /** Whether Korean words are split into parts. Default true. */
  readonly splitKorean?: boolean;
  /** Default `"NFC"`. */
  readonly normalization?: Normalization;
  /** Default {@linkcode sequenceSpecialTokens}. */
  readonly specialTokens?: readonly string[];
}

/**
 * A tokeniser of words, Korean ones split into stems, particles and endings.
 *
 * @example
 * ```ts
 * import { WordTokenizer } from "lib/text/tokenizers/words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const tokenizer = WordTokenizer.train(["I don't know.", "I'm here, Tom."]);
 * assertEquals(tokenizer.tokens("Tom, I don't."), ["Tom", "##,", "I", "do", "##n't", "##."]);
 * assertEquals(tokenizer.decode(tokenizer.encode("I'm Tom.")), "I'm Tom.");
 * assertEquals(tokenizer.decode(tokenizer.encode("I'm Mary.")), "I'm <unk>.");
 *
 * const spelling = WordTokenizer.train(["I'm here, Tom."], { spelling: true });
 * assertEquals(spelling.tokens("I'm Tim."), ["I", "##'m", "", "##T", "<0x69>", "##m", "##."]);
 * assertEquals(spelling.decode(spelling.encode("I'm Tim.")), "I'm Tim.");
 * ```
 */
export class WordTokenizer implements Tokenizer {
  readonly #split: (token: string) => readonly string[];
  readonly #spells: boolean;

  /**
   * @param vocabulary Words, and with `##` what follows without a space; with `<unk>`; what spells, if
   * anything is to be spelled.
   * @param morphs The parts of Korean words; none leaves them whole.
   */
  constructor(
    readonly vocabulary: Vocabulary,
    readonly morphs: MorphCounts = new Map(),
    readonly normalization: Normalization = "NFC",
  ) {
    this.#split = splitter(morphs);
    this.#spells = canSpell(vocabulary);
    vocabulary.specialId("<unk>"); // Say at once, and not at the first unknown word, that it is missing.
  }

  /** Learns the words of `texts`, and the parts of the Korean ones. */
  static train(
    texts: Iterable<string>,
    {
      minimumCount,
      spelling = false,
      splitKorean = true,
      normalization = "NFC",
      specialTokens = sequenceSpecialTokens,
    }: WordOptions = {},
  ): WordTokenizer {
    const sentences = Array.from(texts, (text) => wordTokens(normalize(text, normalization)));
    const koreanWords = new Map<string, number>();
    for (const token of splitKorean ? sentences.flat() : []) {
      if (hangulWord.test(token)) koreanWords.set(token, (koreanWords.get(token) ?? 0) + 1);
    }
    const morphs = learnMorphs(koreanWords);
    const split = splitter(morphs);
    const seen = Vocabulary.build(sentences.map((tokens) => tokens.flatMap(split)), {
      minimumCount,
      specialTokens,
    });
    // A sign or digit may stand after a space or not: both are known if one is.
    const both = new Set(seen.toJSON().tokens);
    for (const token of [...both]) {
      const { text, joined } = readPieceToken(token);
      if (/^[^\p{L}\p{M}]$/u.test(text)) both.add(pieceToken(text, !joined));
    }
    if (spelling) {
      const characters = sentences.flat().flatMap((token) => [...readPieceToken(token).text]);
      for (const token of spellingTokens(characters.filter(isCharacter))) both.add(token);
    }
    return new WordTokenizer(new Vocabulary(both, specialTokens), morphs, normalization);
  }

  /** The parts of `text` before any is spelled, word by word: a word is what stands between spaces. */
  pieces(text: string): string[][] {
    const words: string[][] = [];
    for (const token of wordTokens(normalize(text, this.normalization))) {
      if (words.length === 0 || !readPieceToken(token).joined) words.push([]);
      words[words.length - 1].push(...this.#split(token));
    }
    return words;
  }

  /**
   * @param text What is split.
   * @param spellOut Whether a piece is spelled though it is known: so a model learns to read what is
   * spelled. Default: never.
   */
  tokens(text: string, spellOut: (piece: string) => boolean = () => false): string[] {
    return this.pieces(text).flat().flatMap((piece) => {
      const spelled = this.#spells && (!this.vocabulary.has(piece) || spellOut(piece));
      return spelled ? spellPiece(piece, this.vocabulary) : [piece];
    });
  }

  /** The ids of {@linkcode tokens}, which takes the same arguments. */
  encode(text: string, spellOut?: (piece: string) => boolean): number[] {
    return this.vocabulary.ids(this.tokens(text, spellOut));
  }

  decode(ids: Iterable<number>): string {
    return joinSpelled(Array.from(textTokens(this.vocabulary, ids), ({ token }) => token));
  }

  /** This tokeniser as plain data. */
  toJSON(): TokenizerData & { readonly morphs: Readonly<Record<string, number>> } {
    const { normalization, vocabulary, morphs } = this;
    return { kind: "words", normalization, vocabulary, morphs: Object.fromEntries(morphs) };
  }

  /** The tokeniser that {@linkcode toJSON} wrote. */
  static fromJSON(data: Readonly<Record<string, unknown>>): WordTokenizer {
    const { vocabulary, normalization } = readTokenizerData(data, "words");
    if (!isRecord(data.morphs)) throw new TypeError("expected the morphs of a word tokeniser");
    const morphs = new Map<string, number>();
    for (const [part, count] of Object.entries(data.morphs)) {
      if (typeof count !== "number" || !(count > 0)) {
        throw new TypeError(`expected the count of ${JSON.stringify(part)}, got ${count}`);
      }
      morphs.set(part, count);
    }
    return new WordTokenizer(vocabulary, morphs, normalization);
  }
}

/** Half of a surrogate pair is none; bytes take care of it. */
function isCharacter(character: string): boolean {
  return character.isWellFormed();
}

/** The words and signs of `text`, with `##` before those that follow without a space. */
function wordTokens(text: string): string[] {
  return splitPieces(text, wordPattern).map((piece) => pieceToken(piece.text, piece.joined));
}

/** What splits a token into the parts that `morphs` lists, if it is a Korean word. */
function splitter(morphs: MorphCounts): (token: string) => readonly string[] {
  if (morphs.size === 0) return (token) => [token];
  const cache = new PieceCache<string>();
  const splitter = new MorphSplitter(morphs);
  const split = (word: string) => splitKoreanWord(word, morphs, splitter);
  return (token) => hangulWord.test(token) ? cache.get(token, split) : [token];
}

/** The parts of one Korean word. */
function splitKoreanWord(word: string, morphs: MorphCounts, splitter: MorphSplitter): string[] {
  const parts: string[] = [];
  for (const part of splitter.split(word).parts) {
    const last = parts.at(-1);
    // Neighbouring syllables that nothing covers are one unknown word, not several.
    if (last !== undefined && !morphs.has(last) && !morphs.has(part)) {
      parts[parts.length - 1] = last + readPieceToken(part).text;
    } else parts.push(part);
  }
  return parts;
}
