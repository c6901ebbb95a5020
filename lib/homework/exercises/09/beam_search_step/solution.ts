/**
 * A solution of exercise 09.3, with the thought behind it.
 *
 * @module
 */

/** All candidates in one list, sorted, cut. */
export function beamSearchStep(
  step: (tokens: number[]) => number[],
  beam: { tokens: number[]; logProbability: number }[],
  { startId, endId, width, alpha }: {
    startId: number;
    endId: number;
    width: number;
    alpha: number;
  },
): { tokens: number[]; logProbability: number }[] {
  const candidates = beam.flatMap((hypothesis) => {
    const { tokens, logProbability } = hypothesis;
    // Nothing comes after <eos>, but the sentence stays in the race.
    if (tokens[tokens.length - 1] === endId) return [hypothesis];
    return step([startId, ...tokens]).map((next, token) => ({
      tokens: [...tokens, token],
      logProbability: logProbability + next,
    }));
  });
  // Every further token lowers a probability; the penalty makes up for the length.
  const score = ({ tokens, logProbability }: typeof beam[number]) =>
    logProbability / ((5 + tokens.length) / 6) ** alpha;
  return candidates.sort((a, b) => score(b) - score(a)).slice(0, width);
}
