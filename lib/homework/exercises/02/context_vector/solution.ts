/**
 * A solution of exercise 02.4, with the thought behind it.
 *
 * @module
 */

/** Each state times its weight, added up number by number. */
export function contextVector(weights: number[], states: number[][]): number[] {
  return states[0].map((_, i) => states.reduce((sum, state, j) => sum + weights[j] * state[i], 0));
}
