/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997; the forget gate is Gers et al., 2000): a
 * cell that is only added to and scaled, so that a gradient can travel far.
 *
 *     i  = σ(x W_xi + b_xi + h W_hi + b_hi)     input
 *     f  = σ(x W_xf + b_xf + h W_hf + b_hf)     forget
 *     g  = tanh(x W_xg + b_xg + h W_hg + b_hg)  candidate
 *     o  = σ(x W_xo + b_xo + h W_ho + b_ho)     output
 *     c' = f ∘ c + i ∘ g
 *     h' = o ∘ tanh(c')
 *
 * The four parts lie side by side on the last axis: input, forget, candidate, output.
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

/** What an LSTM carries from step to step. */
export type LstmState = {
  /** What it shows: [batch, hidden]. */
  readonly hidden: Axes<"batch hidden">;
  /** What it keeps: [batch, hidden]. */
  readonly cell: Axes<"batch hidden">;
};

/**
 * One step.
 *
 * @param projected `x W_x + b_x`, [batch, 4·hidden]
 * @param recurrentWeights [hidden, 4·hidden]
 * @param recurrentBias [4·hidden]
 * @param state The state before; both [batch, hidden]
 * @returns The state after
 */
export function lstmStep(
  projected: Axes<"batch gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  state: LstmState,
): LstmState {
  const recurrent: Axes<"batch gates"> = linear(state.hidden, recurrentWeights, recurrentBias);
  const [input, forget, candidate, output] = tf.split(tf.add(projected, recurrent), 4, 1);
  const cell: Axes<"batch hidden"> = tf.add(
    tf.mul(tf.sigmoid(forget), state.cell),
    tf.mul(tf.sigmoid(input), tf.tanh(candidate)),
  );
  return { hidden: tf.mul(tf.sigmoid(output), tf.tanh(cell)), cell };
}

/**
 * All steps, from the first to the last.
 *
 * @param projected [batch, time, 4·hidden]
 * @param recurrentWeights [hidden, 4·hidden]
 * @param recurrentBias [4·hidden]
 * @param state The state before the first step; both [batch, hidden]
 */
export function lstmSequence(
  projected: Axes<"batch time gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  state: LstmState,
): HiddenSequence & LstmState {
  const size = recurrentWeights.shape[0];
  const batch = projected.shape[0];
  assertShape("projected inputs", projected, {
    batch: undefined,
    time: undefined,
    gates: 4 * size,
  });
  assertShape("the hidden state", state.hidden, { batch, hidden: size });
  assertShape("the cell", state.cell, { batch, hidden: size });
  const sequence = fused("lstmSequence", plainLstmSequence);
  return sequence(projected, recurrentWeights, recurrentBias, state.hidden, state.cell);
}

/** The readable definition of {@linkcode lstmSequence}; the engine's version must agree with it. */
export function plainLstmSequence(
  projected: Axes<"batch time gates">,
  recurrentWeights: tf.Tensor,
  recurrentBias: tf.Tensor,
  hidden: Axes<"batch hidden">,
  cell: Axes<"batch hidden">,
): HiddenSequence & LstmState {
  let state: LstmState = { hidden, cell };
  const hiddens: Axes<"batch hidden">[] = [];
  for (const step of timeSteps(projected)) {
    state = lstmStep(step, recurrentWeights, recurrentBias, state);
    hiddens.push(state.hidden);
  }
  return { hiddens: tf.stack(hiddens, 1), ...state };
}
