/**
 * Adam (Kingma and Ba, 2015) and AdamW (Loshchilov and Hutter, 2019), number for number as PyTorch
 * computes them: the first moment says where to go, the second how far it is safe to go, for each
 * weight on its own.
 *
 * ```
 * mean     ← β₁ · mean     + (1 − β₁) · gradient
 * variance ← β₂ · variance + (1 − β₂) · gradient²
 * weight   ← weight − rate · (mean / (1 − β₁ᵗ)) / (√(variance / (1 − β₂ᵗ)) + ε)
 * ```
 *
 * tfjs has an Adam of its own. It adds ε in another place, keeps its learning rate fixed and its
 * moments hidden, so that neither a warm-up nor a checkpoint is possible with it.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { fused, type FusedOperations } from "lib/engine/fused.ts";
import type { Gradients, Optimizer, OptimizerState } from "./optimizer.ts";

/** What Adam has learned about one parameter; both moments have its shape. */
interface Moments {
  readonly mean: tf.Variable;
  readonly variance: tf.Variable;
  /** How many gradients this parameter has had: the t of the bias correction. */
  readonly steps: number;
}

/** Hyperparameters, with PyTorch's defaults. */
export interface AdamOptions {
  /** Memory of the first moment, β₁. Default: 0.9. */
  readonly beta1?: number;
  /** Memory of the second moment, β₂. Default: 0.999; the Transformer's paper takes 0.98. */
  readonly beta2?: number;
  /** Added outside of the root. Default: 1e-8; the Transformer's paper takes 1e-9. */
  readonly epsilon?: number;
  /** Share of itself, times the learning rate, that each weight loses per step. Default: 0. */
  readonly weightDecay?: number;
  /**
   * `true` shrinks the weights directly (AdamW); `false` adds the decay to the gradient (Adam with an
   * L2 penalty). Only matters with a `weightDecay`. Default: true.
   */
  readonly decoupledWeightDecay?: boolean;
}

/**
 * Adam over a model's named parameters. It owns two moments per parameter: bind it with `using`.
 *
 * @example One parameter finds the bottom of a bowl
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Adam } from "lib/training/optimizers/adam.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const weight = tf.variable(tf.scalar(5));
 * using optimizer = new Adam(new Map([["weight", weight]]));
 * for (let step = 0; step < 200; step++) {
 *   tf.tidy(() => optimizer.step(new Map([["weight", tf.mul(2, weight)]]), 0.1)); // d/dw w² = 2w
 * }
 * assertAlmostEquals((await weight.data())[0], 0, 0.05);
 * ```
 */
export class Adam implements Optimizer, Disposable {
  /** The parameters that {@linkcode Adam.step} moves. */
  readonly parameters: ReadonlyMap<string, tf.Variable>;
  #beta1: number;
  #beta2: number;
  #epsilon: number;
  #weightDecay: number;
  #decoupled: boolean;
  #moments: Map<string, Moments>;

  /** @param parameters What to train, by name; a model's `parameters()`. */
  constructor(parameters: ReadonlyMap<string, tf.Variable>, options: AdamOptions = {}) {
    this.parameters = parameters;
    this.#beta1 = shareBelow1("beta1", options.beta1 ?? 0.9);
    this.#beta2 = shareBelow1("beta2", options.beta2 ?? 0.999);
    this.#epsilon = options.epsilon ?? 1e-8;
    this.#weightDecay = options.weightDecay ?? 0;
    this.#decoupled = options.decoupledWeightDecay ?? true;
    // Non-trainable, so that no gradient is ever asked for; outside of any step, so that no tidy
    // takes them away.
    const zeros = (like: tf.Variable) => tf.tidy(() => tf.variable(tf.zerosLike(like), false));
    this.#moments = new Map(
      [...parameters].map(([name, parameter]) => [
        name,
        { mean: zeros(parameter), variance: zeros(parameter), steps: 0 },
      ]),
    );
  }

  /**
   * Moves every parameter that has a gradient, in place. A parameter without one (it is frozen, or
   * the loss does not depend on it) keeps its value and its moments.
   *
   * @param gradients Gradients of the loss, by parameter name, each with its parameter's shape.
   * @param learningRate How far this step may go, about, for each weight.
   */
  step(gradients: Gradients, learningRate: number): void {
    const update = fused("adamStep", plainAdamStep);
    for (const [name, gradient] of gradients) {
      const parameter = this.parameters.get(name);
      const moments = this.#moments.get(name);
      if (parameter === undefined || moments === undefined) {
        throw new RangeError(`expected gradients of this optimiser's parameters, got "${name}"`);
      }
      if (!tf.util.arraysEqual(gradient.shape, parameter.shape)) {
        throw new RangeError(
          `expected a gradient of ${name} [${parameter.shape}], got [${gradient.shape}]`,
        );
      }
      const steps = moments.steps + 1;
      const penalty = this.#decoupled ? 0 : this.#weightDecay;
      tf.tidy(() =>
        update(
          parameter,
          penalty === 0 ? gradient : tf.add(gradient, tf.mul(penalty, parameter)),
          moments.mean,
          moments.variance,
          {
            learningRate,
            beta1: this.#beta1,
            beta2: this.#beta2,
            epsilon: this.#epsilon,
            weightDecay: this.#decoupled ? this.#weightDecay : 0,
            correction1: 1 - this.#beta1 ** steps,
            correction2: 1 - this.#beta2 ** steps,
          },
        )
      );
      this.#moments.set(name, { ...moments, steps });
    }
  }

  /** Both moments (`mean.<name>`, `variance.<name>`) and the steps of each parameter (`<name>`). */
  state(): OptimizerState {
    const tensors = new Map<string, tf.Tensor>();
    const counts = new Map<string, number>();
    for (const [name, { mean, variance, steps }] of this.#moments) {
      tensors.set(`mean.${name}`, mean).set(`variance.${name}`, variance);
      counts.set(name, steps);
    }
    return { tensors, counts };
  }

  /** Takes over the moments and steps of an Adam with the same parameters; copies the values. */
  restore({ tensors, counts }: OptimizerState): void {
    for (const [name, moments] of this.#moments) {
      const mean = tensors.get(`mean.${name}`);
      const variance = tensors.get(`variance.${name}`);
      const steps = counts.get(name);
      if (mean === undefined || variance === undefined || steps === undefined) {
        throw new RangeError(`expected a state with the moments of "${name}", got one without`);
      }
      tf.tidy(() => {
        // A clone would share its data, and the fast step writes in place: the data must be our own.
        moments.mean.assign(tf.add(mean, 0));
        moments.variance.assign(tf.add(variance, 0));
      });
      this.#moments.set(name, { ...moments, steps });
    }
  }

  /** Frees the moments; the parameters belong to the model. */
  [Symbol.dispose](): void {
    for (const { mean, variance } of this.#moments.values()) tf.dispose([mean, variance]);
    this.#moments.clear();
  }
}

function shareBelow1(name: string, value: number): number {
  if (!(value >= 0 && value < 1)) throw new RangeError(`expected ${name} in [0, 1), got ${value}`);
  return value;
}

/** The update in plain tfjs: the readable twin of the engine's `adamStep`. */
const plainAdamStep: FusedOperations["adamStep"] = (
  parameter,
  gradient,
  mean,
  variance,
  { learningRate, beta1, beta2, epsilon, weightDecay, correction1, correction2 },
) => {
  mean.assign(tf.add(tf.mul(mean, beta1), tf.mul(gradient, 1 - beta1)));
  variance.assign(tf.add(tf.mul(variance, beta2), tf.mul(tf.square(gradient), 1 - beta2)));
  const typicalSize = tf.add(tf.div(tf.sqrt(variance), Math.sqrt(correction2)), epsilon);
  const move = tf.mul(tf.div(mean, typicalSize), learningRate / correction1);
  parameter.assign(tf.sub(tf.mul(parameter, 1 - learningRate * weightDecay), move));
};
