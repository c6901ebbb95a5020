/**
 * A solution of exercise 09.4, with the thought behind it.
 *
 * @module
 */

/** Count over the whole corpus, then divide, then take the geometric mean. */
export function bleu(hypotheses: string[][], references: string[][]): number {
  const counts = (words: string[], n: number): Map<string, number> => {
    const found = new Map<string, number>();
    for (let i = 0; i + n <= words.length; i++) {
      const run = words.slice(i, i + n).join(" ");
      found.set(run, (found.get(run) ?? 0) + 1);
    }
    return found;
  };
  let logarithms = 0;
  for (let n = 1; n <= 4; n++) {
    let matches = 0;
    let total = 0;
    hypotheses.forEach((words, i) => {
      const wanted = counts(references[i], n);
      for (const [run, count] of counts(words, n)) {
        matches += Math.min(count, wanted.get(run) ?? 0); // clipped
        total += count;
      }
    });
    logarithms += Math.log(matches / total);
  }
  const c = hypotheses.flat().length;
  const r = references.flat().length;
  return 100 * Math.exp(Math.min(0, 1 - r / c)) * Math.exp(logarithms / 4);
}
