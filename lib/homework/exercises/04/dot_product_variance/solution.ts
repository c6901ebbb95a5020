/**
 * A solution of exercise 04.1, with the thought behind it.
 *
 * @module
 */

/** Three steps: the dot products, their mean, their mean squared distance from it. */
export function dotProductVariance(queries: number[][], keys: number[][]): number {
  // One number per pair of rows: multiply entry by entry, and add up over dim.
  const products = queries.map((query, i) =>
    query.reduce((sum, entry, d) => sum + entry * keys[i][d], 0)
  );
  const mean = products.reduce((sum, product) => sum + product, 0) / products.length;
  const squares = products.reduce((sum, product) => sum + (product - mean) ** 2, 0);
  // n − 1: the mean was estimated from the same numbers and lies a little too close to them.
  return squares / (products.length - 1);
}
