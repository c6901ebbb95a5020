/**
 * Where a translator looked while it wrote, as a map of words.
 *
 * @module
 */
import { mean } from "lib/statistics.ts";

/**
 * A map of written against read tokens: the mean of all heads.
 *
 * @param weights What each written token looked at: [written][head][read].
 * @returns [written][read]
 */
export function meanLooks(weights: readonly (readonly (readonly number[])[])[]): number[][] {
  return weights.map(([first, ...others]) =>
    first.map((weight, read) => mean([weight, ...others.map((row) => row[read])]))
  );
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
