/**
 * When two sentences count as the same, for keeping test sentences out of the training data.
 *
 * @module
 */

/**
 * The sentence without what does not make another sentence of it: case, punctuation, spaces, and
 * the way Unicode composes its letters.
 *
 * @example
 * ```ts
 * import { comparisonKey } from "lib/text/corpora/comparison.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(comparisonKey("어제 카페 갔었어."), comparisonKey("어제  카페 갔었어"));
 * assertEquals(comparisonKey("I didn’t go!"), comparisonKey("i didn't go."));
 * ```
 */
export function comparisonKey(sentence: string): string {
  return sentence.normalize("NFC").toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, "");
}
