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
 * import { tableStep } from "lib/course/steps.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(tableStep([[0, 1], [1, 0]])([0, 1]), [1, 0]);
 * ```
 *
 * @param table [vocab, vocab]
 * @returns a function from the tokens so far (at least one) to the next token's scores [vocab]
 */
export function tableStep(table: readonly (readonly number[])[]): (tokens: number[]) => number[] {
  return (tokens) => {
    const row = table[tokens[tokens.length - 1]];
    if (!row) {
      const last = `0 to ${table.length - 1}`;
      throw new RangeError(
        `expected the last token to be ${last}, got ${tokens[tokens.length - 1]}`,
      );
    }
    return [...row];
  };
}
