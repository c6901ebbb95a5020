/**
 * A solution of exercise 10.4, with the thought behind it.
 *
 * @module
 */

/** Sort the ids, keep the first few, share 1 out among them, walk. */
export function sampleTopK(
  logits: number[],
  count: number,
  draw: number,
): { probabilities: number[]; token: number } {
  const kept = [...logits.keys()].sort((a, b) => logits[b] - logits[a]).slice(0, count);
  // Relative to the largest, so that no power overflows.
  const powers = logits.map((logit, id) =>
    kept.includes(id) ? Math.exp(logit - logits[kept[0]]) : 0
  );
  // The sum over what is kept: this division renormalises.
  const total = powers.reduce((sum, power) => sum + power, 0);
  const probabilities = powers.map((power) => power / total);
  let sum = 0;
  const token = probabilities.findIndex((probability) => (sum += probability) > draw);
  return { probabilities, token };
}
