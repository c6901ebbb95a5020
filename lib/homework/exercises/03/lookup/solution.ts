/**
 * A solution of exercise 03.4, with the thought behind it.
 *
 * @module
 */

/** A Map that answers with a mixture. */
export function lookup(query: number[], keys: number[][], values: number[][]): number[] {
  const scores = keys.map((key) => key.reduce((sum, x, i) => sum + x * query[i], 0));
  // Only differences between scores matter; without the largest, Math.exp cannot overflow.
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return values[0].map((_, d) =>
    powers.reduce((sum, power, i) => sum + power / total * values[i][d], 0)
  );
}
