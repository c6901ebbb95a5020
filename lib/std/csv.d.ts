/** Types of what the course uses of `@std/csv`; the same code on npm, `deno-std`, ships none. */

/** Rows of a table of comma-separated values; a `SyntaxError` names the line of what is none. */
export function parse(text: string): string[][];

/** The table of `rows`, each value quoted where it must be. */
export function stringify(
  rows: readonly (readonly (string | number)[])[],
  options?: { readonly headers?: boolean; readonly crlf?: boolean },
): string;
