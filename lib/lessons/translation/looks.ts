/**
 * Where a translator looked while it wrote, as maps of words.
 *
 * @module
 */
import { mean } from "lib/statistics.ts";

/**
 * Maps of written against read tokens: the mean of all heads first, then each head.
 *
 * @param weights What each written token looked at: [written][head][read].
 */
export function lookMaps(weights: readonly (readonly (readonly number[])[])[]): number[][][] {
  const heads = (weights[0] ?? []).map((_, head) => weights.map((rows) => [...rows[head]]));
  const together = weights.map(([first, ...others]) =>
    first.map((weight, read) => mean([weight, ...others.map((row) => row[read])]))
  );
  return [together, ...heads];
}

/**
 * The largest of a row's numbers and what it belongs to.
 *
 * @example
 * ```ts
 * import { strongest } from "lib/lessons/translation/looks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(strongest([0.1, 0.7, 0.2], ["어제", "카페", "갔"]), "카페 0.70");
 * ```
 */
export function strongest(row: readonly number[], names: readonly string[]): string {
  const most = Math.max(...row);
  return `${names[row.indexOf(most)]} ${most.toFixed(2)}`;
}
