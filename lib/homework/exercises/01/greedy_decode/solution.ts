/**
 * A solution of exercise 01.4, with the thought behind it.
 *
 * @module
 */

/** The model reads its own words: right or wrong, they are all it has. */
export function greedyDecode(
  step: (tokens: number[]) => number[],
  expected: number[],
  { startId, endId, maxLength }: { startId: number; endId: number; maxLength: number },
): { tokens: number[]; right: boolean } {
  const tokens: number[] = [];
  while (tokens.length < maxLength) {
    const scores = step([startId, ...tokens]);
    const next = scores.indexOf(Math.max(...scores));
    // <eos> says that the sentence is over; it is no part of it.
    if (next === endId) break;
    tokens.push(next);
  }
  const right = tokens.length === expected.length &&
    tokens.every((token, i) => token === expected[i]);
  return { tokens, right };
}
