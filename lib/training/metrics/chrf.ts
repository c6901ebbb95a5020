/**
 * chrF (Popović, 2015) and chrF++ (Popović, 2017): like BLEU, but on characters, and counting also
 * what of the reference is found (recall). A right stem with a wrong ending still counts, so it judges
 * Korean and other languages with rich endings more fairly. Numbers agree with sacreBLEU 2.
 *
 * @module
 */
import { countNgrams, matchesOf, totalOf } from "./ngrams.ts";
import { splitWords } from "./tokenize_13a.ts";

/** How chrF is counted; the defaults are sacreBLEU's chrF2. */
export interface ChrfOptions {
  /** Longest character n-gram. Default: 6. */
  readonly characterOrder?: number;
  /** Longest word n-gram. Default: 0; 2 makes it chrF++. */
  readonly wordOrder?: number;
  /** How many times recall weighs more than precision. Default: 2. */
  readonly beta?: number;
  /** Ignore case. Default: false. */
  readonly lowercase?: boolean;
  /** Count spaces as characters. Default: false. */
  readonly keepWhitespace?: boolean;
  /**
   * Orders longer than the text count as 0 (as in chrF++.py and NLTK) rather than not at all.
   * Default: false.
   */
  readonly countEmptyOrders?: boolean;
}

/** N-grams of one order: how many in the hypothesis, in the reference, and in both. */
interface OrderCounts {
  readonly hypothesis: number;
  readonly reference: number;
  readonly matches: number;
}

/**
 * chrF of a corpus, from 0 to 100.
 *
 * @param hypotheses A system's translations, one line each, not tokenised.
 * @param references For each line its reference, or several, of which the best counts.
 *
 * @example
 * ```ts
 * import { corpusChrf } from "lib/training/metrics/chrf.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(corpusChrf(["어제 카페에 갔어"], ["어제 카페에 갔어"]), 100);
 * assertAlmostEquals(corpusChrf(["aa"], ["ab"]), 25); // 1 of 2 letters, 0 of 1 pair
 * ```
 */
export function corpusChrf(
  hypotheses: readonly string[],
  references: readonly (string | readonly string[])[],
  options: ChrfOptions = {},
): number {
  if (hypotheses.length !== references.length) {
    throw new RangeError(
      `expected as many hypotheses as references, got ${hypotheses.length} and ${references.length}`,
    );
  }
  let corpus: OrderCounts[] | undefined;
  hypotheses.forEach((hypothesis, i) => {
    const candidates = [references[i]].flat().map((reference) =>
      countOrders(hypothesis, reference, options)
    );
    if (candidates.length === 0) {
      throw new RangeError(`expected a reference for line ${i}, got none`);
    }
    const scores = candidates.map((counts) => scoreChrf(counts, options));
    const best = candidates[scores.indexOf(Math.max(...scores))];
    corpus = best.map((counts, order) => ({
      hypothesis: counts.hypothesis + (corpus?.[order].hypothesis ?? 0),
      reference: counts.reference + (corpus?.[order].reference ?? 0),
      matches: counts.matches + (corpus?.[order].matches ?? 0),
    }));
  });
  return scoreChrf(corpus ?? [], options);
}

/** The counts of one line: all character orders, then all word orders. */
function countOrders(hypothesis: string, reference: string, options: ChrfOptions): OrderCounts[] {
  const { characterOrder = 6, wordOrder = 0, lowercase = false, keepWhitespace = false } = options;
  const lines = [hypothesis, reference].map((line) => lowercase ? line.toLowerCase() : line);
  const characters = lines.map((line) => [...keepWhitespace ? line : line.replace(/\s+/g, "")]);
  const words = lines.map(splitPunctuation);
  const compare = ([ours, theirs]: string[][], n: number, separator: string): OrderCounts => {
    const hypothesis = countNgrams(ours, n, separator);
    const reference = countNgrams(theirs, n, separator);
    return {
      // As in sacreBLEU: an order that the reference is too short for does not lower the precision.
      hypothesis: reference.size > 0 ? totalOf(hypothesis) : 0,
      reference: totalOf(reference),
      matches: matchesOf(hypothesis, reference),
    };
  };
  const orders = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  return [
    ...orders(characterOrder).map((n) => compare(characters, n, "")),
    ...orders(wordOrder).map((n) => compare(words, n, " ")),
  ];
}

/** The F score from counts by order. */
function scoreChrf(orders: readonly OrderCounts[], options: ChrfOptions): number {
  const { beta = 2, countEmptyOrders = false } = options;
  const f = (precision: number, recall: number) => {
    const denominator = beta ** 2 * precision + recall;
    return denominator > 0 ? (1 + beta ** 2) * precision * recall / denominator : 0;
  };
  if (countEmptyOrders) {
    // Here the F score of each order is averaged …
    const scores = orders.map(({ hypothesis, reference, matches }) =>
      hypothesis > 0 && reference > 0 ? f(matches / hypothesis, matches / reference) : 0
    );
    return 100 * scores.reduce((sum, score) => sum + score, 0) / orders.length;
  }
  // … and here precision and recall are, over the orders that both texts are long enough for.
  const present = orders.filter(({ hypothesis, reference }) => hypothesis > 0 && reference > 0);
  if (present.length === 0) return 0;
  const mean = (of: (counts: OrderCounts) => number) =>
    present.reduce((sum, counts) => sum + of(counts), 0) / present.length;
  return 100 * f(
    mean(({ matches, hypothesis }) => matches / hypothesis),
    mean(({ matches, reference }) => matches / reference),
  );
}

const punctuation = new Set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

/** Words with one punctuation mark split off, at the end or else at the start, as chrF++ does. */
function splitPunctuation(line: string): string[] {
  return splitWords(line).flatMap((word) => {
    if ([...word].length === 1) return [word];
    if (punctuation.has(word.slice(-1))) return [word.slice(0, -1), word.slice(-1)];
    if (punctuation.has(word[0])) return [word[0], word.slice(1)];
    return [word];
  });
}
