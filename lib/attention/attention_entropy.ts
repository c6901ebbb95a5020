/**
 * How widely a query looks: the entropy of its attention weights.
 *
 * H(w) = −Σ wⱼ ln wⱼ, in nats. It is 0 when one key gets everything and ln n when n keys share
 * equally, so exp(H) reads as "the number of keys that the query effectively looks at".
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/**
 * The entropy of each query's weights, in nats. A weight of 0 adds nothing: w ln w → 0 as w → 0.
 *
 * @param weights Attention weights [..., query, key]; each row sums to 1.
 * @returns Entropies [..., query].
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { attentionEntropy } from "lib/attention/attention_entropy.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const [even, one] = await attentionEntropy(tf.tensor([[0.25, 0.25, 0.25, 0.25], [0, 1, 0, 0]])).data();
 * assertAlmostEquals(Math.exp(even), 4, 1e-5);
 * assertAlmostEquals(Math.exp(one), 1, 1e-5);
 * ```
 */
export function attentionEntropy(weights: Axes<"... query key">): Axes<"... query"> {
  // The smallest normal float keeps log finite; times a weight of 0 it is 0.
  const logarithms: Axes<"... query key"> = tf.log(tf.maximum(weights, 1.2e-38));
  return tf.neg(tf.sum(tf.mul(weights, logarithms), -1));
}
