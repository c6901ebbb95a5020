/**
 * The yardstick of every language model: one that knows how frequent each token is and nothing else.
 *
 * @module
 */

/**
 * The mean surprise of a unigram model, in nats: it gives each token its share of the training tokens,
 * whatever stands around it. A token that it never saw counts as seen once.
 *
 * @param training The ids that frequencies are counted over.
 * @param heldOut The ids that are to be guessed.
 *
 * @example Four equally frequent tokens
 * ```ts
 * import { unigramLoss } from "lib/text/unigram.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(unigramLoss([1, 2, 3, 4], [2, 2, 3]), Math.log(4), 1e-12);
 * ```
 */
export function unigramLoss(training: readonly number[], heldOut: readonly number[]): number {
  if (training.length === 0 || heldOut.length === 0) {
    throw new RangeError(
      `expected tokens to count and to guess, got ${training.length} and ${heldOut.length}`,
    );
  }
  const counts = new Map<number, number>();
  for (const id of training) counts.set(id, (counts.get(id) ?? 0) + 1);
  const surprise = (id: number) => -Math.log((counts.get(id) ?? 1) / training.length);
  return heldOut.reduce((sum, id) => sum + surprise(id), 0) / heldOut.length;
}
