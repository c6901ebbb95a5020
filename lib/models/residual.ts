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
import { BatchNorm } from "lib/nn/batch_norm.ts";
import { dropout } from "lib/nn/dropout.ts";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** What brings numbers back to size: layer norm, or, to see what it is good for, another or none. */
export type NormKind = "layer" | "batch" | "none";

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
  /** Which norm. Default `"layer"`. */
  readonly norm?: NormKind;
  /** Whether the inputs are added. Default `true`; `false` shows what a stack without them loses. */
  readonly residual?: boolean;
}

/** The configuration with its defaults. */
export function resolveResidual(config: ResidualConfig): Required<ResidualConfig> {
  const { modelSize, normFirst = false, dropout = 0.1, epsilon = 1e-5 } = config;
  const { norm = "layer", residual = true } = config;
  return { modelSize, normFirst, dropout, epsilon, norm, residual };
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
 * const change = tf.mul(residual.enter(inputs, inference), 0);
 * assertEquals(residual.leave(inputs, change, inference).arraySync(), inputs.arraySync());
 * ```
 */
export class Residual extends Module {
  /** Before the sub-layer (pre-norm) or after the sum (post-norm). */
  readonly norm: LayerNorm | BatchNorm | undefined;
  readonly #config: Required<ResidualConfig>;

  constructor(config: ResidualConfig) {
    super();
    this.#config = resolveResidual(config);
    this.norm = makeNorm(config);
  }

  /** What the sub-layer sees: [batch, time, model]. */
  enter(inputs: Axes<"batch time model">, mode: Mode): Axes<"batch time model"> {
    return this.#config.normFirst ? this.#normalise(inputs, mode) : inputs;
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
    const kept = dropout(change, this.#config.dropout, mode);
    const sum = this.#config.residual ? tf.add(inputs, kept) : kept;
    return this.#config.normFirst ? sum : this.#normalise(sum, mode);
  }

  #normalise(inputs: tf.Tensor, mode: Mode): tf.Tensor {
    return this.norm ? this.norm.forward(inputs, mode) : inputs;
  }

  override signature(): Signature {
    const axes = { batch: null, time: null, model: this.#config.modelSize };
    const { residual, normFirst } = this.#config;
    const sum = residual ? "add" : "no sum";
    const order = normFirst ? `norm before, ${sum}` : `${sum}, norm`;
    return {
      kind: this.norm ? order : sum,
      inputs: { inputs: axes, change: axes },
      output: axes,
    };
  }
}

/** The norm that the configuration asks for. */
export function makeNorm(config: ResidualConfig): LayerNorm | BatchNorm | undefined {
  const { norm, modelSize, epsilon } = resolveResidual(config);
  if (norm === "none") return undefined;
  return norm === "layer"
    ? new LayerNorm({ modelSize, epsilon })
    : new BatchNorm({ modelSize, epsilon });
}
