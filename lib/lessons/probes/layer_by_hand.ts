/**
 * An encoder layer whose weights are chosen, so that steps written by hand can be compared with it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { EncoderLayer } from "lib/models/encoder.ts";
import { Random } from "lib/random.ts";

/** The network's weights; the output's bias is 0. */
export interface NetworkByHand {
  /** [model, hidden] */
  readonly hiddenWeights: tf.Tensor;
  /** [hidden] */
  readonly hiddenBias: tf.Tensor;
  /** [hidden, model] */
  readonly outputWeights: tf.Tensor;
}

/**
 * A post-norm encoder layer with one head, whose queries, keys and values are the words themselves, and with
 * `network`. Gains are 1, all other biases 0.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { layerByHand } from "lib/lessons/probes/layer_by_hand.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * using layer = layerByHand({
 *   hiddenWeights: tf.tensor2d([[1], [0]]),
 *   hiddenBias: tf.tensor1d([-9]),
 *   outputWeights: tf.tensor2d([[1, 0]]),
 * });
 * // One word meets itself; the hidden number stays below 0.
 * const { output } = layer.forward(tf.tensor3d([[[1, 7]]]), inference);
 * assertAlmostEquals(output.dataSync()[1], 1, 1e-4);
 * ```
 */
export function layerByHand(
  { hiddenWeights, hiddenBias, outputWeights }: NetworkByHand,
): EncoderLayer {
  const [modelSize, feedForwardSize] = hiddenWeights.shape;
  const config = { modelSize, feedForwardSize, headCount: 1, dropout: 0 };
  const layer = new EncoderLayer(config, new Random(0));
  const { selfAttention, feedForward } = layer;
  tf.tidy(() => {
    for (const name of ["queries", "keys", "values", "output"] as const) {
      selfAttention[name].weights.assign(tf.eye(modelSize));
    }
    feedForward.hidden.weights.assign(hiddenWeights);
    feedForward.hidden.bias?.assign(hiddenBias);
    feedForward.output.weights.assign(outputWeights);
  });
  return layer;
}
