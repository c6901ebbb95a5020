/**
 * The gated recurrent unit (Cho et al., 2014): two gates decide how much of the state is renewed.
 *
 *     r  = σ(x W_xr + b_xr + h W_hr + b_hr)           reset
 *     z  = σ(x W_xz + b_xz + h W_hz + b_hz)           update
 *     n  = tanh(x W_xn + b_xn + r ∘ (h W_hn + b_hn))  candidate
 *     h' = (1 − z) ∘ n + z ∘ h
 *
 * The reset gate is applied *after* the matrix product, as cuDNN and PyTorch do; Cho et al. apply it
 * before. The three parts lie side by side on the last axis: reset, update, candidate.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused } from "lib/engine/fused.ts";
import type { Axes } from "../axes.ts";
import { assertShape } from "../shape.ts";
import { linear } from "./linear.ts";
import type { HiddenSequence } from "./rnn.ts";
import { timeSteps } from "./time_steps.ts";

/**
 * One step.
 *
 * @param projected `x W_x + b_x`, [batch, 3·hidden]
 * @param recurrentWeights [hidden, 3·hidden]
 * @param recurrentBias [3·hidden]
 * @param hidden The state before, [batch, hidden]
 * @returns The state after, [batch, hidden]
 */
export function gruStep(
  projected: Axes<"batch gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
): Axes<"batch hidden"> {
  const [inputReset, inputUpdate, inputCandidate] = tf.split(projected, 3, 1);
  const recurrent: Axes<"batch gates"> = linear(hidden, recurrentWeights, recurrentBias);
  const [hiddenReset, hiddenUpdate, hiddenCandidate] = tf.split(recurrent, 3, 1);
  const reset = tf.sigmoid(tf.add(inputReset, hiddenReset));
  const update = tf.sigmoid(tf.add(inputUpdate, hiddenUpdate));
  const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, hiddenCandidate)));
  return tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, hidden));
}

/**
 * All steps, from the first to the last.
 *
 * @param projected [batch, time, 3·hidden]
 * @param recurrentWeights [hidden, 3·hidden]
 * @param recurrentBias [3·hidden]
 * @param hidden The state before the first step, [batch, hidden]
 */
export function gruSequence(
  projected: Axes<"batch time gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
): HiddenSequence {
  const size = recurrentWeights.shape[0];
  assertShape("projected inputs", projected, {
    batch: undefined,
    time: undefined,
    gates: 3 * size,
  });
  assertShape("the hidden state", hidden, { batch: projected.shape[0], hidden: size });
  const sequence = fused("gruSequence", plainGruSequence);
  return sequence(projected, recurrentWeights, recurrentBias, hidden);
}

/** The readable definition of {@linkcode gruSequence}; the engine's version must agree with it. */
export function plainGruSequence(
  projected: Axes<"batch time gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
): HiddenSequence {
  const hiddens: Axes<"batch hidden">[] = [];
  for (const step of timeSteps(projected)) {
    hidden = gruStep(step, recurrentWeights, recurrentBias, hidden);
    hiddens.push(hidden);
  }
  return { hiddens: tf.stack(hiddens, 1), hidden };
}
