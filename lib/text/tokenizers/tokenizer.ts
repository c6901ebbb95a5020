/**
 * What every tokeniser of the course can do, whatever its pieces are.
 *
 * Two promises hold for all of them:
 *
 * 1. `encode(text)` gives the ids of `tokens(text)`, one for one, and no special id but `<unk>`, even
 *    where the text spells a special token out.
 * 2. `decode(encode(text))` is the normalised text, up to white space (`collapseWhitespace`): always
 *    where what is unseen is spelled, otherwise as long as nothing in it is unknown.
 *
 * @module
 */
import { isNormalization, type Normalization } from "../normalize.ts";
import { Vocabulary } from "../vocabulary.ts";

/** Splits text into tokens and numbers them. */
export interface Tokenizer {
  /** The table between tokens and ids. */
  readonly vocabulary: Vocabulary;
  /** What is done to a text before it is split. */
  readonly normalization: Normalization;
  /** The ids of `text`, without `<sos>` and `<eos>`: those belong to the model's input. */
  encode(text: string): number[];
  /**
   * The text of `ids`. Special tokens stand for no text and are left out, except `<unk>` and `[MASK]`,
   * which stand for text that is not known and are written as they are.
   *
   * @throws {RangeError} If an id is not in the vocabulary.
   */
  decode(ids: Iterable<number>): string;
  /** The tokens of `text` as the vocabulary spells them: what labels an axis. */
  tokens(text: string): string[];
}

/** The special tokens that {@linkcode Tokenizer.decode} writes out. */
const written: ReadonlySet<string> = new Set(["<unk>", "[MASK]"]);

/** The tokens of `ids` that stand for text: {@linkcode Tokenizer.decode} begins with them. */
export function* textTokens(
  vocabulary: Vocabulary,
  ids: Iterable<number>,
): Generator<{ id: number; token: string; special: boolean }> {
  for (const id of ids) {
    const token = vocabulary.token(id);
    const special = vocabulary.isSpecial(id);
    if (!special || written.has(token)) yield { id, token, special };
  }
}

/** The part of a saved tokeniser that all kinds share. */
export interface TokenizerData {
  /** Which tokeniser it is, such as `"words"`. */
  readonly kind: string;
  readonly normalization: Normalization;
  readonly vocabulary: Vocabulary;
}

/**
 * Checks the shared part of a saved tokeniser.
 *
 * @throws {TypeError} If it is of another kind or damaged.
 */
export function readTokenizerData(
  data: Readonly<Record<string, unknown>>,
  kind: string,
): TokenizerData {
  if (data.kind !== kind) {
    throw new TypeError(`expected a ${kind} tokeniser, got ${JSON.stringify(data.kind)}`);
  }
  if (!isNormalization(data.normalization)) {
    throw new TypeError(
      `expected a normalisation form, got ${JSON.stringify(data.normalization)}`,
    );
  }
  return {
    kind,
    normalization: data.normalization,
    vocabulary: Vocabulary.fromJSON(data.vocabulary),
  };
}
