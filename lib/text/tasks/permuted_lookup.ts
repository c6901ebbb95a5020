/**
 * Looking up by a learned relation: find the position whose key is f(query), and answer with the class
 * that stands there. f is one fixed permutation of the vocabulary, so "the same token" is no help: the
 * relation between what asks and what is asked for has to be learned. Attention without parameters
 * cannot do it; queries and keys of their own can.
 *
 * @module
 */
import type { Random } from "lib/random.ts";

/** Sizes of the task. */
export interface PermutedLookupSizes {
  /** Number of different tokens. */
  readonly vocabularySize: number;
  /** Positions to look through; their tokens all differ. */
  readonly keyCount: number;
  /** Number of classes; guessing is right once in so many times. */
  readonly classCount: number;
}

/** `count` questions in parallel arrays. */
export interface PermutedLookupBatch {
  /** The token that asks: [count]. */
  readonly queries: number[];
  /** The tokens that can be found: [count][keyCount]. */
  readonly keys: number[][];
  /** What stands at each position: [count][keyCount]. */
  readonly classes: number[][];
  /** The class at the position whose token is f(query): [count]. */
  readonly answers: number[];
}

/** The task of one permutation f. */
export interface PermutedLookup {
  /** f(token) for each token. */
  readonly partnerOf: readonly number[];
  /** Draws `count` questions from a stream. */
  ask(random: Random, count: number): PermutedLookupBatch;
}

/**
 * The task of one permutation f, drawn from `random`.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { permutedLookup } from "lib/text/tasks/permuted_lookup.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const random = new Random(3);
 * const { ask } = permutedLookup(random, { vocabularySize: 11, keyCount: 5, classCount: 3 });
 * assertEquals(ask(random, 7).keys.map((keys) => keys.length), [5, 5, 5, 5, 5, 5, 5]);
 * ```
 */
export function permutedLookup(
  random: Random,
  { vocabularySize, keyCount, classCount }: PermutedLookupSizes,
): PermutedLookup {
  if (keyCount > vocabularySize) {
    throw new RangeError(
      `expected at most ${vocabularySize} keys, since all differ, got ${keyCount}`,
    );
  }
  const tokens = Array.from({ length: vocabularySize }, (_, token) => token);
  const partnerOf = random.shuffle(tokens);

  function ask(random: Random, count: number): PermutedLookupBatch {
    const batch: PermutedLookupBatch = { queries: [], keys: [], classes: [], answers: [] };
    for (let i = 0; i < count; i++) {
      const askers = random.shuffle(tokens).slice(0, keyCount);
      const classes = askers.map(() => random.integer(classCount));
      const position = random.integer(keyCount);
      batch.queries.push(askers[position]);
      batch.keys.push(askers.map((asker) => partnerOf[asker]));
      batch.classes.push(classes);
      batch.answers.push(classes[position]);
    }
    return batch;
  }

  return { partnerOf, ask };
}
