/**
 * A solution of exercise 05.4, with the thought behind it.
 *
 * @module
 */

/** Three projections into the heads, one out of them, each with a bias. */
export function countParameters(modelSize: number, headCount: number, dim: number): number {
  // All heads together: with dim = modelSize / headCount this is modelSize, whatever headCount is.
  const width = headCount * dim;
  const into = modelSize * width + width;
  const out = width * modelSize + modelSize;
  return 3 * into + out;
}
