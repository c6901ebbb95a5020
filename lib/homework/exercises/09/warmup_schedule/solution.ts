/**
 * A solution of exercise 09.2, with the thought behind it.
 *
 * @module
 */

/** Two lines that cross at the end of the warm-up; the lower one counts. */
export function warmupSchedule(
  steps: number,
  { modelSize, warmup }: { modelSize: number; warmup: number },
): number[] {
  return Array.from({ length: steps }, (_, i) => {
    const step = i + 1; // step 0 would have the rate 0
    return modelSize ** -0.5 * Math.min(step ** -0.5, step * warmup ** -1.5);
  });
}
