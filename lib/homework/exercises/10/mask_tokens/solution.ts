/**
 * A solution of exercise 10.1, with the thought behind it.
 *
 * @module
 */

/** Is the place chosen, what is read there, what is asked there: in this order. */
export function maskTokens(
  tokens: number[],
  draws: { choose: number; replace: number; word: number }[],
  { maskId, specialIds }: { maskId: number; specialIds: number[] },
): { inputs: number[]; labels: number[] } {
  const chosen = tokens.map((token, i) => draws[i].choose < 0.15 && !specialIds.includes(token));
  const inputs = tokens.map((token, i) => {
    const { replace, word } = draws[i];
    if (!chosen[i] || replace >= 0.9) return token;
    return replace < 0.8 ? maskId : word;
  });
  // Asked wherever chosen, also where nothing was changed: the model cannot tell these places apart.
  const labels = tokens.map((token, i) => chosen[i] ? token : 0);
  return { inputs, labels };
}
