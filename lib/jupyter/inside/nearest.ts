/**
 * Which names somebody may have meant who wrote another one.
 *
 * @module
 */

/**
 * The names most like `name`, the most alike first: those that begin with it or it with them, and those that
 * differ in few letters.
 *
 * @example
 * ```ts
 * import { nearest } from "lib/jupyter/inside/nearest.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(nearest("joinn", ["basename", "join", "parse"]), ["join"]);
 * assertEquals(nearest("attention", ["crossAttention", "softmax"]), ["crossAttention"]);
 * assertEquals(nearest("x", ["softmax"]), []);
 * ```
 */
export function nearest(name: string, candidates: readonly string[], most = 3): string[] {
  const wanted = name.toLowerCase();
  return candidates.map((candidate) => {
    const other = candidate.toLowerCase();
    const contains = wanted.length > 2 && other.length > 2 &&
      (other.includes(wanted) || wanted.includes(other));
    return { candidate, distance: contains ? 1 : editDistance(wanted, other) };
  })
    .filter(({ distance }) => distance <= Math.max(1, name.length / 4))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Letters to insert, delete or replace to get from `a` to `b` (Levenshtein 1965). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[b.length];
}
