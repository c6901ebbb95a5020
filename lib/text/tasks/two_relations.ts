/**
 * Two questions at once: a token asks, and the answer is an *ordered pair* of classes, the one beside
 * f(token) and the one beside g(token). f and g are two fixed permutations of the vocabulary, to be
 * learned. Whoever looks at both places with one set of weights gets both classes but not their order.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import type { PermutedLookupSizes } from "./permuted_lookup.ts";

/** `count` questions in parallel arrays. */
export interface TwoRelationsBatch {
  /** The token that asks: [count]. */
  readonly queries: number[];
  /** The tokens that can be found, f(query) and g(query) among them: [count][keyCount]. */
  readonly keys: number[][];
  /** What stands at each position: [count][keyCount]. */
  readonly classes: number[][];
  /** The class beside f(query), then the class beside g(query): [count][2]. */
  readonly answers: number[][];
}

/** The task of one pair of permutations. */
export interface TwoRelations {
  /** f and g as tables: `relations[0][token]` is f(token). */
  readonly relations: readonly [readonly number[], readonly number[]];
  /** Makes `count` questions with the stream that it is given. */
  ask(random: Random, count: number): TwoRelationsBatch;
}

/**
 * Draws f and g, which differ for every token, from `random`.
 *
 * @example
 * ```ts
 * import { Random } from "lib/random.ts";
 * import { twoRelations } from "lib/text/tasks/two_relations.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const task = twoRelations(new Random(3), { vocabularySize: 11, keyCount: 5, classCount: 3 });
 * assertEquals(task.ask(new Random(1), 7).answers.map((pair) => pair.length), [2, 2, 2, 2, 2, 2, 2]);
 * ```
 */
export function twoRelations(
  random: Random,
  { vocabularySize, keyCount, classCount }: PermutedLookupSizes,
): TwoRelations {
  if (keyCount < 2 || keyCount > vocabularySize) {
    throw new RangeError(`expected 2 to ${vocabularySize} keys, since all differ, got ${keyCount}`);
  }
  const tokens = Array.from({ length: vocabularySize }, (_, token) => token);
  const f = random.shuffle(tokens);
  // A rotation of f sends no token to where f sends it.
  const shift = 1 + random.integer(vocabularySize - 1);
  const g = tokens.map((token) => f[(token + shift) % vocabularySize]);
  return {
    relations: [f, g],
    ask(random, count) {
      const batch: TwoRelationsBatch = { queries: [], keys: [], classes: [], answers: [] };
      for (let i = 0; i < count; i++) {
        const query = random.integer(vocabularySize);
        const wanted = [f[query], g[query]];
        const others = random.shuffle(tokens.filter((token) => !wanted.includes(token)));
        const keys = random.shuffle([...wanted, ...others.slice(0, keyCount - 2)]);
        const classes = keys.map(() => random.integer(classCount));
        batch.queries.push(query);
        batch.keys.push(keys);
        batch.classes.push(classes);
        batch.answers.push(wanted.map((token) => classes[keys.indexOf(token)]));
      }
      return batch;
    },
  };
}
