/**
 * A solution of exercise 09.5, with the thought behind it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";

/** Four variables, a loss that reads them, Adam. */
export function overfitOneBatch(
  batch: { inputs: Axes<"example feature">; labels: Axes<"example"> },
  start: Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor>,
): Record<"hiddenWeights" | "hiddenBias" | "outputWeights" | "outputBias", tf.Tensor> {
  // Before the loop: a variable made within minimize would not be trained.
  const [hiddenWeights, hiddenBias] = [start.hiddenWeights, start.hiddenBias].map((first) =>
    tf.variable(first)
  );
  const [outputWeights, outputBias] = [start.outputWeights, start.outputBias].map((first) =>
    tf.variable(first)
  );
  const wanted = tf.cast(tf.oneHot(batch.labels, start.outputBias.shape[0]), "float32");
  const loss = (): tf.Scalar => {
    const hidden = tf.tanh(tf.add(tf.matMul(batch.inputs, hiddenWeights), hiddenBias));
    const logits = tf.add(tf.matMul(hidden, outputWeights), outputBias);
    return tf.neg(tf.mean(tf.sum(tf.mul(wanted, tf.logSoftmax(logits)), -1)));
  };
  const optimizer = tf.train.adam(0.1);
  for (let step = 0; step < 500; step++) {
    const [value] = optimizer.minimize(loss, true)?.dataSync() ?? [];
    if (value < 0.02) break; // the loss of before this step: now it is lower still
  }
  return { hiddenWeights, hiddenBias, outputWeights, outputBias };
}
