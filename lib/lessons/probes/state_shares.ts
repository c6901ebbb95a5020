/**
 * How much of each word is left in a recurrent network's state. Nothing but swapping words: a word that
 * can be exchanged without moving the state has been forgotten.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Recurrent } from "lib/nn/recurrent.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { randomNormal } from "lib/tensor/random.ts";

/**
 * Swaps each word of a sentence for random vectors and measures how far every state moves, on average.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { stateShares } from "lib/lessons/probes/state_shares.ts";
 * import { Recurrent } from "lib/nn/recurrent.ts";
 * import { Random } from "lib/random.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * using layer = new Recurrent({ kind: "gru", inputSize: 3, hiddenSize: 5 }, new Random(1));
 * const [afterOne, afterTwo] = stateShares(layer, tf.ones([1, 2, 3]), new Random(2));
 * assertEquals(afterOne, [1, undefined]);
 * assertAlmostEquals((afterTwo[0] ?? 0) + (afterTwo[1] ?? 0), 1, 1e-6);
 * ```
 *
 * @param layer What reads.
 * @param sentence One sentence, [1, time, in].
 * @param random Draws what the words are swapped for: standard normal numbers.
 * @param draws How many swaps are averaged.
 * @returns Each word's part of the movements after each step, [step][word]; a row sums to 1, and words
 * that were not read yet have none.
 */
export function stateShares(
  layer: Recurrent,
  sentence: Axes<"batch time in">,
  random: Random,
  draws = 200,
): (number | undefined)[][] {
  const [, time, inputSize] = sentence.shape;
  const moved = tf.tidy(() => {
    const swaps = randomNormal(random, [draws, time, inputSize]);
    const states = layer.forward(sentence).hiddens;
    return Array.from({ length: time }, (_, word) => {
      const here = tf.reshape(tf.oneHot([word], time), [1, time, 1]);
      const swapped = tf.add(tf.mul(sentence, tf.sub(1, here)), tf.mul(swaps, here));
      const ways = tf.norm(tf.sub(layer.forward(swapped).hiddens, states), 2, -1);
      return Array.from(tf.mean(ways, 0).dataSync());
    });
  });
  return Array.from({ length: time }, (_, step) => {
    const total = moved.reduce((sum, distances) => sum + distances[step], 0);
    return moved.map((distances, word) => word > step ? undefined : distances[step] / total);
  });
}
