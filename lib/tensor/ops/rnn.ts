/**
 * The simple recurrent network (Elman, 1990): the state is squashed anew at every step,
 *
 *     h' = tanh(x W_x + b_x + h W_h + b_h)
 *
 * which is why what was read early fades. The inputs' part does not depend on the state and is computed
 * for all steps at once by the caller: it is called `projected` here and in `gru.ts` and `lstm.ts`.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";
import { linear } from "./linear.ts";
import { timeSteps } from "./time_steps.ts";

/** What a recurrent layer returns: every step's state, and the last one. */
export type HiddenSequence = {
  /** [batch, time, hidden] */
  readonly hiddens: Axes<"batch time hidden">;
  /** [batch, hidden] */
  readonly hidden: Axes<"batch hidden">;
};

/**
 * One step.
 *
 * @param projected `x W_x + b_x`, [batch, hidden]
 * @param recurrentWeights [hidden, hidden]
 * @param recurrentBias [hidden]
 * @param hidden The state before, [batch, hidden]
 * @returns The state after, [batch, hidden]
 */
export function rnnStep(
  projected: Axes<"batch hidden">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
): Axes<"batch hidden"> {
  return tf.tanh(tf.add(projected, linear(hidden, recurrentWeights, recurrentBias)));
}

/**
 * All steps, from the first to the last.
 *
 * @param projected [batch, time, hidden]
 * @param recurrentWeights [hidden, hidden]
 * @param recurrentBias [hidden]
 * @param hidden The state before the first step, [batch, hidden]
 */
export function rnnSequence(
  projected: Axes<"batch time hidden">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
): HiddenSequence {
  const size = recurrentWeights.shape[0];
  assertShape("projected inputs", projected, { batch: undefined, time: undefined, hidden: size });
  assertShape("the hidden state", hidden, { batch: projected.shape[0], hidden: size });
  const hiddens: Axes<"batch hidden">[] = [];
  for (const step of timeSteps(projected)) {
    hidden = rnnStep(step, recurrentWeights, recurrentBias, hidden);
    hiddens.push(hidden);
  }
  return { hiddens: tf.stack(hiddens, 1), hidden };
}
