/**
 * A solution of exercise 10.2, with the thought behind it.
 *
 * @module
 */

/** Every neighbouring pair, with the second sentence exchanged where the coin says so. */
export function sentencePairs(
  stories: string[][],
  draws: { coin: number; story: number; sentence: number }[][],
): { first: string; second: string; isNext: boolean }[] {
  return stories.flatMap((sentences, s) =>
    // The last sentence begins no pair: nothing follows it.
    sentences.slice(0, -1).map((first, i) => {
      const { coin, story, sentence } = draws[s][i];
      const isNext = coin < 0.5;
      return { first, second: isNext ? sentences[i + 1] : stories[story][sentence], isNext };
    })
  );
}
