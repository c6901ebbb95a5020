/**
 * In which order names are suggested.
 *
 * @module
 */
import ts from "typescript";

/** Higher is nearer: members and the notebook's own names, then Deno's and JavaScript's, then keywords. */
export function nearnessOf({ kind, name, sortText }: Pick<
  ts.CompletionEntry,
  "kind" | "name" | "sortText"
>): number {
  if (kind === ts.ScriptElementKind.keyword) return -20;
  const rank = Number.parseInt(sortText, 10);
  // What begins with an underscore is not meant for users of a library.
  return (Number.isNaN(rank) ? 0 : 11 - rank) - (name.startsWith("_") ? 10 : 0);
}
