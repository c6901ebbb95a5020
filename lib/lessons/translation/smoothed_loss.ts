/**
 * The loss of one word with label smoothing, as a number: how sure pays best, and what remains even then.
 *
 * @module
 */

/**
 * The loss where the right word has the probability `p` and all others share the rest evenly.
 *
 * @example With smoothing 0.2 and two words, 0.9 and 0.1 are wanted
 * ```ts
 * import { lossWhenSure } from "lib/lessons/translation/smoothed_loss.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(lossWhenSure(0.5, 0.2, 2), Math.LN2);
 * assertAlmostEquals(lossWhenSure(0.5, 0, 2), Math.LN2);
 * ```
 *
 * @param p Below 1, unless `smoothing` is 0.
 * @param smoothing The share that is spread over all words.
 * @param words How many there are.
 */
export function lossWhenSure(p: number, smoothing: number, words: number): number {
  const each = smoothing / words;
  const ofRight = -(1 - smoothing + each) * Math.log(p);
  return smoothing === 0 ? ofRight : ofRight - (words - 1) * each * Math.log((1 - p) / (words - 1));
}
