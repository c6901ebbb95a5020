/**
 * Step functions for exercises that search (greedy decoding, beam search). A function cannot be sent to
 * the sandbox, so both sides make it from the same table: see `FunctionValue` in `values.ts`.
 *
 * @module
 */

/**
 * A language model as a table: row `t` holds the scores of each next token after token `t`.
 *
 * @example
 * ```ts
 * import { tableStep } from "lib/homework/exercise/steps.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tableStep([[0, 1], [1, 0]])([0, 1]), [1, 0]);
 * ```
 *
 * @param table [vocab, vocab]
 * @returns a function from the tokens so far (at least one) to the next token's scores [vocab]
 */
export function tableStep(table: readonly (readonly number[])[]): (tokens: number[]) => number[] {
  return (tokens) => [...table[lastOf(tokens, table.length)]];
}

/**
 * A language model that counts: row `n` holds the scores of each next token after `n + 1` tokens; after
 * more, the last row does. So a search that passes on only a part of the tokens gets other scores.
 *
 * @example
 * ```ts
 * import { countingStep } from "lib/homework/exercise/steps.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const step = countingStep([[0, 1], [1, 0]]);
 * assertEquals([step([1]), step([0, 1]), step([1, 0, 1])], [[0, 1], [1, 0], [1, 0]]);
 * ```
 *
 * @param table [time, vocab]
 * @returns a function from the tokens so far (at least one) to the next token's scores [vocab]
 */
export function countingStep(
  table: readonly (readonly number[])[],
): (tokens: number[]) => number[] {
  return (tokens) => {
    lastOf(tokens, table[0].length);
    return [...table[Math.min(tokens.length, table.length) - 1]];
  };
}

/** The last token, if it is one of the vocabulary. */
function lastOf(tokens: number[], vocabularySize: number): number {
  const last = tokens[tokens.length - 1];
  if (Number.isInteger(last) && last >= 0 && last < vocabularySize) return last;
  throw new RangeError(unknownToken(vocabularySize, last));
}

/** What a model says to a token that it does not know; `undefined` where there was none. */
function unknownToken(vocabularySize: number, token: number | undefined): string {
  return `expected the last token to be 0 to ${vocabularySize - 1}, got ${token}`;
}
