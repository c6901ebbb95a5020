/**
 * Looking back: at each place the target is the symbol that stood some places to the left. Symbols are
 * drawn at random, so that nothing but their order helps: without positions, attention can only count.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** Sizes of the task. */
export interface LookBackOptions {
  /** How many sentences. */
  readonly count: number;
  /** How many symbols each sentence has. */
  readonly length: number;
  /** How many different symbols there are, counted from 0. */
  readonly symbolCount: number;
  /** How many places to the left the answer stands. */
  readonly offset: number;
}

/** Sentences and what to answer at each of their places. */
export interface LookBackBatch {
  /** Symbols: [count][length]. */
  readonly sentences: number[][];
  /** The symbol `offset` places to the left, or −1 where the sentence has none: [count][length]. */
  readonly targets: number[][];
}

/**
 * Draws sentences and their targets.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { lookBack } from "lib/text/tasks/look_back.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const options = { count: 1, length: 4, symbolCount: 8, offset: 2 };
 * const { sentences: [[a, b]], targets: [target] } = lookBack(new Random(1), options);
 * assertEquals(target, [-1, -1, a, b]);
 * ```
 */
export function lookBack(
  random: Random,
  { count, length, symbolCount, offset }: LookBackOptions,
): LookBackBatch {
  const draw = () => Array.from({ length }, () => random.integer(symbolCount));
  const sentences = Array.from({ length: count }, draw);
  const targets = sentences.map((sentence) => sentence.map((_, i) => sentence[i - offset] ?? -1));
  return { sentences, targets };
}

/**
 * How often one is right who knows every symbol but not its place: the answer is always the symbol that
 * occurs most often among the others of its sentence.
 *
 * @example
 * ```ts
 * import { countingShare } from "lib/text/tasks/look_back.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(countingShare({ sentences: [[5, 5, 3, 5]], targets: [[-1, -1, 5, 5]] }), 1);
 * ```
 */
export function countingShare({ sentences, targets }: LookBackBatch): number {
  let right = 0;
  let asked = 0;
  for (const [i, sentence] of sentences.entries()) {
    for (const [place, target] of targets[i].entries()) {
      if (target < 0) continue;
      asked++;
      if (mostFrequent(sentence.toSpliced(place, 1)) === target) right++;
    }
  }
  if (asked === 0) throw new RangeError("expected at least one target, got 0");
  return right / asked;
}

/** The symbol that occurs most often; of several, the one that comes first. */
function mostFrequent(symbols: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)![0];
}
