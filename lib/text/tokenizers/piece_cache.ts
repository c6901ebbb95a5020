/**
 * A word is split the same way each time, and a few words make up most of a text: keep what was found.
 *
 * @module
 */

/** A bounded memory for the pieces of words. */
export class PieceCache<Piece> {
  readonly #entries = new Map<string, readonly Piece[]>();

  /** @param limit After so many words it starts again, so that memory stays bounded. */
  constructor(readonly limit = 2 ** 16) {}

  /** The pieces of `word`, found by `split` the first time. */
  get(word: string, split: (word: string) => readonly Piece[]): readonly Piece[] {
    const known = this.#entries.get(word);
    if (known) return known;
    const pieces = split(word);
    if (word.length <= 64) {
      if (this.#entries.size >= this.limit) this.#entries.clear();
      this.#entries.set(word, pieces);
    }
    return pieces;
  }
}
