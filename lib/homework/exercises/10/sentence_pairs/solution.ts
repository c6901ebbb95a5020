/**
 * A solution of exercise 10.2, with the thought behind it.
 *
 * @module
 */

/** Every neighbouring pair, with the second sentence exchanged where the coin says so. */
export function sentencePairs(
  stories: string[][],
  draws: { coin: number; away: number; place: number }[],
): { first: string; second: string; isNext: boolean }[] {
  const pairs: { first: string; second: string; isNext: boolean }[] = [];
  for (const [story, sentences] of stories.entries()) {
    for (let i = 0; i + 1 < sentences.length; i++) {
      // As many pairs as draws so far.
      const { coin, away, place } = draws[pairs.length];
      const isNext = coin < 0.5;
      const other = stories[(story + away) % stories.length];
      const stranger = other[Math.floor(place * other.length)];
      pairs.push({ first: sentences[i], second: isNext ? sentences[i + 1] : stranger, isNext });
    }
  }
  return pairs;
}
