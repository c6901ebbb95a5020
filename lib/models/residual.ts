/**
 * A residual connection (He et al., 2016) with its norm: each sub-layer only adds to what it was given,
 * so that a gradient finds a way past it.
 *
 *     post-norm (Vaswani et al., 2017):  norm(x + f(x))
 *     pre-norm (GPT-2):                  x + f(norm(x))
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { dropout } from "lib/nn/dropout.ts";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** How a {@linkcode Residual} is made. */
export interface ResidualConfig {
  /** Length of a position's vector. */
  readonly modelSize: number;
  /** Pre-norm rather than post-norm. Default `false`. */
  readonly normFirst?: boolean;
  /** Share of the sub-layer's numbers left out while learning, in [0, 1). Default 0.1. */
  readonly dropout?: number;
  /** Added to the variance in the norm. Default 1e-5. */
  readonly epsilon?: number;
}

/**
 * The path around a sub-layer: `leave(x, f(enter(x)))`.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Residual } from "lib/models/residual.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using residual = new Residual({ modelSize: 3, normFirst: true });
 * const inputs = tf.tensor3d([[[1, 2, 4]]]);
 * const change = tf.mul(residual.enter(inputs), 0);
 * assertEquals(residual.leave(inputs, change, inference).arraySync(), inputs.arraySync());
 * ```
 */
export class Residual extends Module {
  /** Before the sub-layer (pre-norm) or after the sum (post-norm). */
  readonly norm: LayerNorm;
  readonly #normFirst: boolean;
  readonly #dropout: number;

  /** Makes the connection with its norm. */
  constructor({ modelSize, normFirst = false, dropout: rate = 0.1, epsilon }: ResidualConfig) {
    super();
    this.norm = new LayerNorm({ modelSize, epsilon });
    this.#normFirst = normFirst;
    this.#dropout = rate;
  }

  /** What the sub-layer sees: [batch, time, model]. */
  enter(inputs: Axes<"batch time model">): Axes<"batch time model"> {
    return this.#normFirst ? this.norm.forward(inputs) : inputs;
  }

  /**
   * The inputs and what the sub-layer made of them, added.
   *
   * @param inputs [batch, time, model]
   * @param change The sub-layer's output, [batch, time, model]
   * @param mode Learning or answering.
   */
  leave(
    inputs: Axes<"batch time model">,
    change: tf.Tensor,
    mode: Mode,
  ): Axes<"batch time model"> {
    const sum = tf.add(inputs, dropout(change, this.#dropout, mode));
    return this.#normFirst ? sum : this.norm.forward(sum);
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    const axes = { batch: null, time: null, model: this.norm.gain.shape[0] };
    return {
      kind: this.#normFirst ? "residual, pre-norm" : "residual, post-norm",
      inputs: { inputs: axes, change: axes },
      output: axes,
    };
  }
}
