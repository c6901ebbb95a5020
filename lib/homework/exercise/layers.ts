/**
 * Layers for exercises that measure one from outside. A function cannot be sent to the sandbox, so both sides make
 * it from the same numbers: see `FunctionValue` in `values.ts`.
 *
 * @module
 */

/**
 * A layer of which nothing is known but what goes in and what comes out: each output position mixes the words by
 * its row of `shares`, then each number y becomes y + `bend` · y².
 *
 * @example
 * ```ts
 * import { mixingLayer } from "lib/homework/exercise/layers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(mixingLayer([[1, 0], [1, 1]], 0)([[1, 2], [3, 4]]), [[1, 2], [4, 6]]);
 * assertEquals(mixingLayer([[1]], 1)([[1, 2]]), [[2, 6]]);
 * ```
 *
 * @param shares [query, key]
 * @returns a function from words [key, model] to outputs [query, model]
 * @throws {RangeError} If the layer is given another number of words than it has shares for.
 */
export function mixingLayer(
  shares: readonly (readonly number[])[],
  bend: number,
): (words: number[][]) => number[][] {
  return (words) => {
    if (words.length !== shares[0].length) {
      throw new RangeError(`expected ${shares[0].length} words, got ${words.length}`);
    }
    return shares.map((row) =>
      words[0].map((_, dimension) => {
        const mixed = row.reduce((sum, share, i) => sum + share * words[i][dimension], 0);
        return mixed + bend * mixed ** 2;
      })
    );
  };
}
