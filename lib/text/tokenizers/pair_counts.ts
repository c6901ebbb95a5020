/**
 * Counts of neighbouring pieces that stay right while pieces are merged.
 *
 * Byte pairs and word-pieces are learned alike: choose a pair of neighbours, make it one piece, count
 * again. Counting everything again after each of a thousand merges would take minutes; but a merge changes
 * only the words that hold the pair, so only those are counted anew.
 *
 * @module
 */

/** A pair of neighbouring pieces and how often it occurs. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** A pair is one number, left × 2²⁴ + right: a key that a Map finds faster than a string. */
const shift = 2 ** 24;

/** The words of a corpus as sequences of pieces, with the counts of all neighbouring pairs. */
export class PairCounts {
  readonly #words: { pieces: number[]; readonly count: number }[] = [];
  readonly #counts = new Map<number, number>();
  readonly #wordsOf = new Map<number, Set<number>>();
  readonly #pieceCounts: number[] = [];
  #pieceTotal = 0;

  /** @param words Each word as its pieces, with how often the corpus has it. */
  constructor(words: Iterable<readonly [pieces: readonly number[], count: number]>) {
    for (const [pieces, count] of words) {
      this.#words.push({ pieces: [...pieces], count });
      this.#add(this.#words.length - 1, 1);
    }
  }

  /** The pairs, in the order in which they were first met. */
  *pairs(): Generator<Pair> {
    for (const [key, count] of this.#counts) {
      yield { left: Math.floor(key / shift), right: key % shift, count };
    }
  }

  /** How often `piece` occurs. */
  pieceCount(piece: number): number {
    return this.#pieceCounts[piece] ?? 0;
  }

  /** How many pieces there are in all. */
  get pieceTotal(): number {
    return this.#pieceTotal;
  }

  /** The pair for which `score` is highest; of equals, the one with the lowest numbers. */
  best(score: (pair: Pair) => number): Pair | undefined {
    let bestScore = -Infinity, bestKey = -1;
    for (const [key, count] of this.#counts) {
      const value = score({ left: Math.floor(key / shift), right: key % shift, count });
      if (value > bestScore || (value === bestScore && key < bestKey)) {
        [bestScore, bestKey] = [value, key];
      }
    }
    const count = this.#counts.get(bestKey);
    if (count === undefined) return undefined;
    return { left: Math.floor(bestKey / shift), right: bestKey % shift, count };
  }

  /** Replaces each `left right` by `merged`, from left to right in every word. */
  merge(left: number, right: number, merged: number): void {
    for (const index of [...this.#wordsOf.get(left * shift + right) ?? []]) {
      this.#add(index, -1);
      this.#words[index].pieces = mergePair(this.#words[index].pieces, left, right, merged);
      this.#add(index, 1);
    }
  }

  /** Counts the pieces and pairs of a word in (`sign` 1) or out (−1). */
  #add(index: number, sign: 1 | -1): void {
    const { pieces, count } = this.#words[index];
    this.#pieceTotal += sign * count * pieces.length;
    for (const [i, piece] of pieces.entries()) {
      this.#pieceCounts[piece] = this.pieceCount(piece) + sign * count;
      if (i === 0) continue;
      const key = pieces[i - 1] * shift + piece;
      const total = (this.#counts.get(key) ?? 0) + sign * count;
      if (total > 0) this.#counts.set(key, total);
      else this.#counts.delete(key);
      const words = this.#wordsOf.get(key);
      if (sign < 0) words?.delete(index);
      else if (words) words.add(index);
      else this.#wordsOf.set(key, new Set([index]));
    }
  }
}

/**
 * `pieces` with each `left right` replaced by `merged`, from left to right.
 *
 * @example
 * ```ts
 * import { mergePair } from "lib/text/tokenizers/pair_counts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mergePair([7, 7, 7, 2], 7, 7, 9), [9, 7, 2]);
 * ```
 */
export function mergePair(
  pieces: readonly number[],
  left: number,
  right: number,
  merged: number,
): number[] {
  const result: number[] = [];
  for (let i = 0; i < pieces.length; i++) {
    if (pieces[i] === left && pieces[i + 1] === right) {
      result.push(merged);
      i++;
    } else result.push(pieces[i]);
  }
  return result;
}
