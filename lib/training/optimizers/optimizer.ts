/**
 * What the training loop asks of an optimiser, so that another one than Adam can be tried.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";

/** Gradients of the loss, by parameter name. */
export type Gradients = ReadonlyMap<string, tf.Tensor>;

/** Everything that an optimiser remembers between two steps: what a checkpoint keeps of it. */
export interface OptimizerState {
  /** Running averages and the like, by name. Live: copy what must outlast the next step. */
  readonly tensors: ReadonlyMap<string, tf.Tensor>;
  /** Counters, by name. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Moves parameters against their gradients. */
export interface Optimizer {
  /** What it trains, by name. */
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  /**
   * Moves every parameter that has a gradient, in place; the others keep their values.
   *
   * @param gradients Gradients by parameter name, each with its parameter's shape.
   * @param learningRate The rate of this step.
   */
  step(gradients: Gradients, learningRate: number): void;
  /** What it remembers. */
  state(): OptimizerState;
  /** Takes over (copies) what another of its kind remembered. */
  restore(state: OptimizerState): void;
}
