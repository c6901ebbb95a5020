/**
 * A recurrent layer: one of the three cells, run over time.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { gruSequence } from "lib/tensor/ops/gru.ts";
import { linear } from "lib/tensor/ops/linear.ts";
import { lstmSequence, type LstmState } from "lib/tensor/ops/lstm.ts";
import { type HiddenSequence, rnnSequence } from "lib/tensor/ops/rnn.ts";
import { assertShape } from "lib/tensor/shape.ts";
import { parameter, recurrentUniform } from "./initializers.ts";
import { Module } from "./module.ts";

/** Which cell: simple, gated, or with a cell of its own. */
export type CellKind = "rnn" | "gru" | "lstm";

/** How many blocks of `hidden` numbers each cell computes from input and state. */
export const gateCounts: Readonly<Record<CellKind, number>> = { rnn: 1, gru: 3, lstm: 4 };

/** What a layer carries from step to step. Only an LSTM has a `cell`. */
export type RecurrentState = {
  /** [batch, hidden] */
  readonly hidden: Axes<"batch hidden">;
  /** [batch, hidden] */
  readonly cell?: Axes<"batch hidden">;
};

/** How a {@linkcode Recurrent} layer is made. */
export interface RecurrentConfig {
  /** Which cell. */
  readonly kind: CellKind;
  /** Length of the inputs' last axis. */
  readonly inputSize: number;
  /** Length of the state. */
  readonly hiddenSize: number;
}

/** What a pass through a layer may be told besides its inputs. */
export interface RecurrentOptions {
  /** Where to begin. Default: zeros. */
  readonly state?: RecurrentState;
  /** bool [batch, time], `true` = a real step; padding may only follow. Default: all are real. */
  readonly keep?: Axes<"batch time">;
}

/** What a layer returns: all states, and the state after the last real step. */
export type RecurrentOutput = {
  /** [batch, time, hidden]; states at padded steps mean nothing. */
  readonly hiddens: Axes<"batch time hidden">;
  /** After each sentence's last real step. */
  readonly state: RecurrentState;
};

/**
 * A layer of recurrent cells. Weights and biases are drawn uniformly in ±1/√hiddenSize.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Recurrent } from "lib/nn/recurrent.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new Recurrent({ kind: "gru", inputSize: 3, hiddenSize: 5 }, new Random(1));
 * const { hiddens, state } = layer.forward(tf.ones([2, 7, 3]));
 * assertEquals([hiddens.shape, state.hidden.shape], [[2, 7, 5], [2, 5]]);
 * ```
 */
export class Recurrent extends Module {
  /** [in, gates·hidden] */
  readonly inputWeights: tf.Variable;
  /** [gates·hidden] */
  readonly inputBias: tf.Variable;
  /** [hidden, gates·hidden] */
  readonly recurrentWeights: tf.Variable;
  /** [gates·hidden] */
  readonly recurrentBias: tf.Variable;
  /** Which cell. */
  readonly kind: CellKind;

  constructor({ kind, inputSize, hiddenSize }: RecurrentConfig, random: Random) {
    super();
    this.kind = kind;
    const gates = gateCounts[kind] * hiddenSize;
    const draw = (shape: number[]) => parameter(recurrentUniform(random, hiddenSize, shape));
    this.inputWeights = draw([inputSize, gates]);
    this.inputBias = draw([gates]);
    this.recurrentWeights = draw([hiddenSize, gates]);
    this.recurrentBias = draw([gates]);
  }

  /** Length of the state. */
  get hiddenSize(): number {
    return this.recurrentWeights.shape[0];
  }

  /** The state before anything was read: zeros. */
  startState(batchSize: number): RecurrentState {
    const hidden: Axes<"batch hidden"> = tf.zeros([batchSize, this.hiddenSize]);
    return this.kind === "lstm" ? { hidden, cell: tf.zeros(hidden.shape) } : { hidden };
  }

  /**
   * Reads a batch of sentences.
   *
   * @param inputs [batch, time, in]
   * @param options Where to begin, and which steps are real.
   */
  forward(inputs: Axes<"batch time in">, options: RecurrentOptions = {}): RecurrentOutput {
    const { state = this.startState(inputs.shape[0]), keep } = options;
    const [inputSize] = this.inputWeights.shape;
    assertShape("inputs", inputs, { batch: undefined, time: undefined, in: inputSize });
    const projected: Axes<"batch time gates"> = linear(inputs, this.inputWeights, this.inputBias);
    if (keep === undefined) {
      const { hiddens, ...after } = this.#run(projected, state);
      return { hiddens, state: after };
    }
    const [batch, time] = inputs.shape;
    assertShape("keep", keep, { batch, time });
    const real: Axes<"batch time"> = tf.cast(keep, "float32");
    const held = this.kind === "lstm" ? holdCell(projected, real, this.hiddenSize) : projected;
    const { hiddens, hidden: _, ...after } = this.#run(held, state);
    return { hiddens, state: { hidden: lastReal(hiddens, real, state.hidden), ...after } };
  }

  /**
   * One step, as decoding takes it.
   *
   * @param inputs [batch, in]
   * @param state The state before.
   * @returns The state after; its `hidden` is the step's output.
   */
  step(inputs: Axes<"batch in">, state: RecurrentState): RecurrentState {
    return this.forward(tf.expandDims(inputs, 1), { state }).state;
  }

  #run(
    projected: tf.Tensor,
    { hidden, cell }: RecurrentState,
  ): HiddenSequence | HiddenSequence & LstmState {
    const { recurrentWeights, recurrentBias } = this;
    if (this.kind === "rnn") return rnnSequence(projected, recurrentWeights, recurrentBias, hidden);
    if (this.kind === "gru") return gruSequence(projected, recurrentWeights, recurrentBias, hidden);
    if (cell === undefined) throw new TypeError("expected an LSTM state with a cell, got none");
    return lstmSequence(projected, recurrentWeights, recurrentBias, { hidden, cell });
  }
}

/** The state after each sentence's last real step; a sentence without any keeps its first state. */
function lastReal(
  hiddens: Axes<"batch time hidden">,
  real: Axes<"batch time">,
  first: Axes<"batch hidden">,
): Axes<"batch hidden"> {
  const [batch, time] = real.shape;
  const next = tf.pad(tf.slice(real, [0, 1], [batch, time - 1]), [[0, 0], [0, 1]]);
  const isLast: Axes<"batch one time"> = tf.expandDims(tf.sub(real, next), 1);
  const last: Axes<"batch hidden"> = tf.squeeze(tf.matMul(isLast, hiddens), [1]);
  const isEmpty = tf.sub(1, tf.sum(isLast, -1));
  return tf.add(last, tf.mul(isEmpty, first));
}

/**
 * Makes an LSTM's cell pass through padded steps unchanged: with the input gate shut and the forget
 * gate open, nothing is added and nothing is lost. So padded batches run through the same sequence.
 */
function holdCell(
  projected: Axes<"batch time gates">,
  real: Axes<"batch time">,
  hiddenSize: number,
): Axes<"batch time gates"> {
  // Far beyond what weights and biases can add: the sigmoid is exactly 0 and exactly 1.
  const holding = tf.concat([
    tf.fill([hiddenSize], -1e4),
    tf.fill([hiddenSize], 1e4),
    tf.zeros([2 * hiddenSize]),
  ]);
  const steps = tf.expandDims(real, -1);
  return tf.add(tf.mul(projected, steps), tf.mul(tf.sub(1, steps), holding));
}
