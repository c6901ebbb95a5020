/**
 * Which input positions an output position depends on, found by gradients: exact zeros where it depends on none.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";

/** What goes through the layer. */
export interface InfluenceOptions {
  /** How many sentences the batch holds. Default 1. */
  readonly batch?: number;
  /** How many positions each sentence has. */
  readonly time: number;
  /** Length of each position's vector. */
  readonly modelSize: number;
  /** Decides the positions' vectors and the force. */
  readonly seed: number;
}

/**
 * Pulls at one output position with a random force, and measures how long the gradient is at each input position of
 * all sentences; then at the next output position. Each row is divided by its sum.
 *
 * @returns [output position][input position], those of the first sentence first
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { influence } from "lib/lessons/probes/influence.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sizes = { time: 2, modelSize: 4, seed: 1 };
 * assertEquals(influence((x) => tf.mul(x, 3), sizes), [[1, 0], [0, 1]]);
 * ```
 */
export function influence(
  layer: (inputs: Axes<"batch time model">) => tf.Tensor,
  { batch = 1, time, modelSize, seed }: InfluenceOptions,
): number[][] {
  return tf.tidy(() => {
    const inputs = randomNormal(new Random(seed), [batch, time, modelSize]);
    const force = randomNormal(new Random(seed + 1), [1, 1, modelSize]);
    return Array.from({ length: batch * time }, (_, position) => {
      const begin = [Math.floor(position / time), position % time, 0];
      const at = (x: tf.Tensor) => tf.slice(layer(x), begin, [1, 1, modelSize]);
      const gradient = tf.grad((x) => tf.sum(tf.mul(at(x), force)))(inputs);
      const felt = Array.from(tf.norm(gradient, 2, -1).dataSync());
      const all = felt.reduce((sum, length) => sum + length, 0);
      return felt.map((length) => length / all);
    });
  });
}
