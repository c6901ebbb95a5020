/**
 * Runs of n neighbouring tokens, counted: what BLEU and chrF compare.
 *
 * @module
 */

/** How often each n-gram occurs. Its tokens are joined by the separator they were counted with. */
export type NgramCounts = ReadonlyMap<string, number>;

/**
 * Counts the n-grams of a sequence.
 *
 * @param separator Joins an n-gram's tokens; must not occur in a token (`""` for characters).
 *
 * @example
 * ```ts
 * import { countNgrams } from "lib/training/metrics/ngrams.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...countNgrams(["a", "b", "a", "b"], 2, " ")], [["a b", 2], ["b a", 1]]);
 * ```
 */
export function countNgrams(tokens: readonly string[], n: number, separator: string): NgramCounts {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const ngram = tokens.slice(i, i + n).join(separator);
    counts.set(ngram, (counts.get(ngram) ?? 0) + 1);
  }
  return counts;
}

/** How many n-grams there are in all. */
export function totalOf(counts: NgramCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/**
 * How many n-grams of `hypothesis` are also in `reference`, each at most as often as it stands there
 * ("clipped": else a translation of nothing but "the" would be perfect).
 */
export function matchesOf(hypothesis: NgramCounts, reference: NgramCounts): number {
  let matches = 0;
  for (const [ngram, count] of hypothesis) matches += Math.min(count, reference.get(ngram) ?? 0);
  return matches;
}
