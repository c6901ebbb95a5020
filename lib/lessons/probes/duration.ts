/**
 * How long a computation takes.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { median } from "lib/statistics.ts";

/**
 * Milliseconds until the numbers of `work`'s result are there: the median of several runs.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { medianMilliseconds } from "lib/lessons/probes/duration.ts";
 * import { assert } from "@std/assert";
 *
 * assert(medianMilliseconds(() => tf.ones([2, 3]), 5) >= 0);
 * ```
 *
 * @param runs How many.
 */
export function medianMilliseconds(work: () => tf.Tensor, runs: number): number {
  return median(Array.from({ length: runs }, () => {
    const start = performance.now();
    tf.tidy(() => void work().dataSync());
    return performance.now() - start;
  }));
}
