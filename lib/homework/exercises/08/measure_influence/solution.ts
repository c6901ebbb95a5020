/**
 * A solution of exercise 08.6, with the thought behind it.
 *
 * @module
 */

/** One change at a time, and everything else as it was: that is all there is to an experiment. */
export function measureInfluence(
  layer: (words: number[][]) => number[][],
  words: number[][],
  nudge: number[],
): number[][] {
  const before = layer(words);
  const columns = words.map((_, j) => {
    const nudged = words.map((word, i) => i === j ? word.map((x, d) => x + nudge[d]) : word);
    return layer(nudged).map((word, i) => Math.hypot(...word.map((x, d) => x - before[i][d])));
  });
  // What was measured word by word are columns; rows are the outputs.
  return before.map((_, i) => columns.map((column) => column[i]));
}
