/**
 * A sequence as the list of its steps.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";

/**
 * The steps along the second axis: [batch, time, …] → time × [batch, …].
 *
 * @throws {RangeError} when there is no step.
 */
export function timeSteps(sequence: tf.Tensor): tf.Tensor[] {
  const [, time] = sequence.shape;
  if (time === 0) throw new RangeError("expected a sequence of at least one step, got none");
  // tfjs's gradient of unstack fails where there is a single piece.
  return time === 1 ? [tf.squeeze(sequence, [1])] : tf.unstack(sequence, 1);
}
