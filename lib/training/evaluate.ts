/**
 * A measure over held-out batches, without training on them.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { yieldToEventLoop } from "lib/event_loop.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import { disposeOwner } from "./dispose.ts";

/** What {@linkcode evaluate} measures. */
export interface EvaluateOptions<Batch> {
  /** The batch of a step, counted from 1; disposed of afterwards if it can be. */
  readonly batches: (step: number) => Batch;
  /** How many batches; `batches.stepsPerEpoch` for the whole data set. */
  readonly steps: number;
  /** A batch's mean loss or accuracy; computed inside a tidy. */
  readonly measure: (batch: Batch) => Scalar;
  /**
   * How much a batch counts in the mean: how many tokens it has, if `measure` is a mean over tokens.
   * Default: all batches count alike, which favours small batches and short sentences.
   */
  readonly weight?: (batch: Batch) => Scalar;
}

/**
 * The weighted mean of `measure` over batches.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { evaluate } from "lib/training/evaluate.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const data = [[1, 2, 3], [7]];
 * const mean = await evaluate({
 *   batches: (step) => data[step - 1],
 *   steps: 2,
 *   measure: (batch) => tf.mean(tf.tensor(batch)).asScalar(),
 *   weight: (batch) => tf.scalar(batch.length),
 * });
 * assertAlmostEquals(mean, 13 / 4, 1e-6);
 * ```
 */
export async function evaluate<Batch>(
  { batches, steps, measure, weight }: EvaluateOptions<Batch>,
): Promise<number> {
  if (!Number.isInteger(steps) || steps < 1) {
    throw new RangeError(`expected at least one step, got ${steps}`);
  }
  let sum = 0;
  let total = 0;
  for (let step = 1; step <= steps; step++) {
    const batch = batches(step);
    try {
      const [mean, share] = tf.tidy(() => [measure(batch), weight?.(batch) ?? tf.scalar(1)]);
      const [value] = await mean.data();
      const [count] = await share.data();
      tf.dispose([mean, share]);
      sum += count * value;
      total += count;
    } finally {
      disposeOwner(batch);
    }
    await yieldToEventLoop(); // a validation pass may take seconds
  }
  return sum / total;
}
