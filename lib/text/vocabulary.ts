/**
 * The table between tokens and the numbers a model sees: `"카페"` ↔ 17.
 *
 * Special tokens come first and are given at construction: `<pad>` fills a batch up, `<unk>` stands for
 * what the table lacks, `<sos>` and `<eos>` begin and end a sentence; BERT adds `[CLS]`, `[SEP]` and
 * `[MASK]`. They are wrapped in brackets, a shape no tokeniser here makes out of text, so a text that
 * merely *contains* the characters `<eos>` cannot end a sentence. The id of `<pad>` is 0: masks and
 * losses rely on it.
 *
 * @module
 */
import { isRecord, isStringArray, readJson, writeJson } from "lib/platform/json_file.ts";

/** What a sequence-to-sequence model needs: padding, unknown, start and end of a sentence. */
export const sequenceSpecialTokens: readonly string[] = ["<pad>", "<unk>", "<sos>", "<eos>"];

/** Which tokens of a corpus become words of the vocabulary. */
export interface VocabularyOptions {
  /** Special tokens, `<pad>` first. Default: {@linkcode sequenceSpecialTokens}. */
  readonly specialTokens?: readonly string[];
  /** A token seen less often stays out. Default 1. */
  readonly minimumCount?: number;
  /** At most this many entries, special tokens included; the most frequent stay. Default: no limit. */
  readonly maximumSize?: number;
}

/** A {@linkcode Vocabulary} as plain data, which is what its file holds. */
export interface VocabularyData {
  readonly specialTokens: readonly string[];
  readonly tokens: readonly string[];
}

/**
 * An immutable table of tokens and ids. Ids are 0 … size − 1: special tokens, then the others in the
 * order given.
 *
 * @example
 * ```ts
 * import { Vocabulary } from "lib/text/vocabulary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const vocabulary = new Vocabulary(["어제", "카페"]);
 * assertEquals(vocabulary.size, 6);
 * assertEquals([vocabulary.padId, vocabulary.id("카페")], [0, 5]);
 * assertEquals(vocabulary.id("바다"), vocabulary.unkId);
 * assertEquals(vocabulary.token(4), "어제");
 * ```
 */
export class Vocabulary {
  /** Every token; its index is its id. */
  readonly tokens: readonly string[];
  /** The special tokens, which are the first of {@linkcode tokens}. */
  readonly specialTokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;

  /**
   * @param tokens The ordinary tokens, each once.
   * @param specialTokens `<pad>` and others, each a word within `<>` or `[]`.
   * @throws {RangeError} If a token comes twice, or a special token is not one.
   */
  constructor(tokens: Iterable<string>, specialTokens = sequenceSpecialTokens) {
    if (specialTokens[0] !== "<pad>") {
      throw new RangeError(`expected "<pad>" as special token 0, got ${quote(specialTokens[0])}`);
    }
    for (const token of specialTokens) {
      if (!/^(<\|?\p{L}[\p{L}\p{N}_]*\|?>|\[\p{L}[\p{L}\p{N}_]*\])$/u.test(token)) {
        throw new RangeError(`expected a special token like <eos> or [SEP], got ${quote(token)}`);
      }
    }
    this.specialTokens = [...specialTokens];
    this.tokens = [...specialTokens, ...tokens];
    const ids = new Map<string, number>();
    for (const [id, token] of this.tokens.entries()) {
      if (ids.has(token)) {
        throw new RangeError(
          `expected each token once, got ${quote(token)} as ${ids.get(token)} and as ${id}`,
        );
      }
      ids.set(token, id);
    }
    this.#ids = ids;
  }

  /** The vocabulary of a corpus: the most frequent tokens first, equally frequent ones by code unit. */
  static build(
    sentences: Iterable<Iterable<string>>,
    { specialTokens = sequenceSpecialTokens, minimumCount = 1, maximumSize = Infinity }:
      VocabularyOptions = {},
  ): Vocabulary {
    const counts = new Map<string, number>();
    for (const sentence of sentences) {
      for (const token of sentence) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    for (const token of specialTokens) counts.delete(token);
    const kept = [...counts]
      .filter(([, count]) => count >= minimumCount)
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .slice(0, Math.max(0, maximumSize - specialTokens.length))
      .map(([token]) => token);
    return new Vocabulary(kept, specialTokens);
  }

  /** The number of entries, special tokens included: the width of a model's output. */
  get size(): number {
    return this.tokens.length;
  }

  /** True if `token` is an entry. */
  has(token: string): boolean {
    return this.#ids.has(token);
  }

  /**
   * The id of `token`, or that of `<unk>`.
   *
   * @throws {RangeError} If it is unknown and there is no `<unk>`.
   */
  id(token: string): number {
    const id = this.#ids.get(token) ?? this.#ids.get("<unk>");
    if (id === undefined) {
      throw new RangeError(`expected a token of this vocabulary, got ${quote(token)} and no <unk>`);
    }
    return id;
  }

  /** The ids of `tokens`, each as {@linkcode id} gives it. */
  ids(tokens: Iterable<string>): number[] {
    return Array.from(tokens, (token) => this.id(token));
  }

  /**
   * The token whose id is `id`.
   *
   * @throws {RangeError} If there is none.
   */
  token(id: number): string {
    const token = this.tokens[id];
    if (token === undefined) {
      throw new RangeError(`expected an id from 0 to ${this.size - 1}, got ${id}`);
    }
    return token;
  }

  /** True if `id` is that of a special token. */
  isSpecial(id: number): boolean {
    return id >= 0 && id < this.specialTokens.length;
  }

  /** The id of a special token; a {@linkcode RangeError} says that it was not given. */
  specialId(token: string): number {
    const id = this.specialTokens.indexOf(token);
    if (id < 0) {
      throw new RangeError(
        `expected one of the special tokens ${this.specialTokens.join(" ")}, got ${quote(token)}`,
      );
    }
    return id;
  }

  /** `<pad>`: always 0. */
  get padId(): number {
    return 0;
  }

  /** `<unk>`, unknown. */
  get unkId(): number {
    return this.specialId("<unk>");
  }

  /** `<sos>`, start of sentence. */
  get sosId(): number {
    return this.specialId("<sos>");
  }

  /** `<eos>`, end of sentence. */
  get eosId(): number {
    return this.specialId("<eos>");
  }

  /** This table as plain data. */
  toJSON(): VocabularyData {
    return {
      specialTokens: this.specialTokens,
      tokens: this.tokens.slice(this.specialTokens.length),
    };
  }

  /**
   * The vocabulary that {@linkcode toJSON} wrote.
   *
   * @throws {TypeError} If `data` is something else.
   */
  static fromJSON(data: unknown): Vocabulary {
    if (!isRecord(data) || !isStringArray(data.tokens) || !isStringArray(data.specialTokens)) {
      throw new TypeError("expected a vocabulary { specialTokens: string[], tokens: string[] }");
    }
    return new Vocabulary(data.tokens, data.specialTokens);
  }

  /** Writes this vocabulary as JSON, whole or not at all. */
  async save(path: string): Promise<void> {
    await writeJson(path, this);
  }

  /** The vocabulary that {@linkcode save} wrote. */
  static async load(path: string): Promise<Vocabulary> {
    return Vocabulary.fromJSON(await readJson(path));
  }
}

/** A token as an error shows it: control characters visible. */
function quote(token: string | undefined): string {
  return token === undefined ? "nothing" : JSON.stringify(token);
}
