/**
 * A solution of exercise 01.3, with the thought behind it.
 *
 * @module
 */

/** At position t the decoder reads what it should have said at t − 1. */
export function shiftRight(labels: number[], startId: number): number[] {
  // The last label, <eos>, is said but never read.
  return [startId, ...labels.slice(0, -1)];
}
