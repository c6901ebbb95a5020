/**
 * A solution of exercise 04.4, with the thought behind it.
 *
 * @module
 */

/** −Σ w·ln w. As w goes to 0, so does w·ln w: weights of 0 add nothing. */
export function entropy(weights: number[]): number {
  return weights
    .filter((weight) => weight > 0)
    .reduce((sum, weight) => sum - weight * Math.log(weight), 0);
}
