/**
 * The Transformer's encoder (Vaswani et al., 2017, section 3.1): self-attention lets positions meet,
 * a feed-forward network works on each of them alone; again and again. With a causal mask, the same
 * layers are a GPT.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { type KeysAndValues, MultiHeadAttention } from "lib/attention/multi_head.ts";
import { makeNorm, type NormKind, Residual } from "lib/models/residual.ts";
import type { BatchNorm } from "lib/nn/batch_norm.ts";
import { type Activation, FeedForward } from "lib/nn/feed_forward.ts";
import type { LayerNorm } from "lib/nn/layer_norm.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** The hyperparameters of every Transformer layer. */
export interface LayerConfig {
  /** Length of a position's vector: d_model. */
  readonly modelSize: number;
  /** How many heads attention has; divides modelSize. */
  readonly headCount: number;
  /** Length of the feed-forward network's hidden layer: d_ff. Default 4 · modelSize. */
  readonly feedForwardSize?: number;
  /** The feed-forward network's non-linearity. Default `"relu"`. */
  readonly activation?: Activation;
  /** Share of each sub-layer's numbers left out while learning, in [0, 1). Default 0.1. */
  readonly dropout?: number;
  /** Norm before each sub-layer (pre-norm) rather than after it (post-norm). Default `false`. */
  readonly normFirst?: boolean;
  /** Added to the variance in norms. Default 1e-5. */
  readonly epsilon?: number;
  /** Which norm. Default `"layer"`; the others show what it is good for. */
  readonly norm?: NormKind;
  /** Whether sub-layers add to their inputs. Default `true`. */
  readonly residual?: boolean;
}

/** A stack of layers. */
export interface StackConfig extends LayerConfig {
  /** How many layers. */
  readonly layerCount: number;
}

/** How one pass through a layer or a stack is made. */
export interface PassOptions {
  /** What each position may see, as attention takes it. Default: everything. */
  readonly keep?: tf.Tensor;
  /** Learning or answering. Default: answering. */
  readonly mode?: Mode;
}

/** What a layer returns. */
export type EncoderLayerOutput = {
  /** [batch, time, model] */
  readonly output: Axes<"batch time model">;
  /** What each head looked at: [batch, head, query, key]. */
  readonly weights: Axes<"batch head query key">;
  /** The keys and values so far, from which a next step goes on. */
  readonly past: KeysAndValues;
};

/**
 * Self-attention, then feed-forward; each within a residual connection.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { EncoderLayer } from "lib/models/encoder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new EncoderLayer({ modelSize: 6, headCount: 3 }, new Random(1));
 * assertEquals(layer.forward(tf.ones([5, 7, 6])).output.shape, [5, 7, 6]);
 * ```
 */
export class EncoderLayer extends Module {
  /** Where positions meet. */
  readonly selfAttention: MultiHeadAttention;
  /** The way around self-attention. */
  readonly selfAttentionResidual: Residual;
  /** What each position does alone. */
  readonly feedForward: FeedForward;
  /** The way around the feed-forward network. */
  readonly feedForwardResidual: Residual;

  /**
   * Makes the parameters.
   *
   * @param config The hyperparameters.
   * @param random Draws the weights.
   */
  constructor(config: LayerConfig, random: Random) {
    super();
    this.selfAttention = new MultiHeadAttention({ ...config, random });
    this.selfAttentionResidual = new Residual(config);
    this.feedForward = feedForward(config, random);
    this.feedForwardResidual = new Residual(config);
  }

  /**
   * Lets positions meet, then works on each alone.
   *
   * @param inputs [batch, time, model]
   * @param options What may be seen, and whether the layer learns.
   * @param past Keys and values of earlier positions, when the inputs continue a sequence.
   */
  forward(
    inputs: Axes<"batch time model">,
    { keep, mode = inference }: PassOptions = {},
    past?: KeysAndValues,
  ): EncoderLayerOutput {
    const asking = this.selfAttentionResidual.enter(inputs, mode);
    const all = continued(past, this.selfAttention.project(asking));
    const attention = this.selfAttention.attend(asking, all, keep);
    const met = this.selfAttentionResidual.leave(inputs, attention.output, mode);

    const alone = this.feedForward.forward(this.feedForwardResidual.enter(met, mode), mode);
    const output = this.feedForwardResidual.leave(met, alone, mode);
    return { output, weights: attention.weights, past: all };
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    const [, model] = this.feedForward.output.weights.shape;
    return sequenceSignature("encoder layer", model);
  }
}

/** What a stack returns. */
export type EncoderOutput = {
  /** [batch, time, model] */
  readonly output: Axes<"batch time model">;
  /** Each layer's weights, from the first to the last. */
  readonly weights: Axes<"batch head query key">[];
  /** Each layer's keys and values so far. */
  readonly past: KeysAndValues[];
};

/**
 * A stack of encoder layers. With pre-norm, nothing has normalised the last sum: a final norm does.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Encoder } from "lib/models/encoder.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using encoder = new Encoder({ modelSize: 6, headCount: 3, layerCount: 2 }, new Random(1));
 * const { output, weights } = encoder.forward(tf.ones([5, 7, 6]));
 * assertEquals(output.shape, [5, 7, 6]);
 * assertEquals(weights.map((each) => each.shape), [[5, 3, 7, 7], [5, 3, 7, 7]]);
 * ```
 */
export class Encoder extends Module {
  /** From the first to the last. */
  readonly layers: readonly EncoderLayer[];
  /** Only with pre-norm. */
  readonly finalNorm: LayerNorm | BatchNorm | undefined;
  readonly #modelSize: number;

  /**
   * Makes the parameters.
   *
   * @param config The hyperparameters.
   * @param random Draws the weights.
   */
  constructor(config: StackConfig, random: Random) {
    super();
    const { layerCount, modelSize } = config;
    this.layers = Array.from({ length: layerCount }, () => new EncoderLayer(config, random));
    this.finalNorm = config.normFirst ? makeNorm(config) : undefined;
    this.#modelSize = modelSize;
  }

  /**
   * Runs all layers, from the first to the last.
   *
   * @param inputs [batch, time, model]
   * @param options What may be seen, and whether the stack learns.
   * @param past Each layer's keys and values of earlier positions, when the inputs continue a sequence.
   */
  forward(
    inputs: Axes<"batch time model">,
    options: PassOptions = {},
    past: readonly KeysAndValues[] = [],
  ): EncoderOutput {
    const passes: EncoderLayerOutput[] = [];
    let output = inputs;
    for (const [i, layer] of this.layers.entries()) {
      const pass = layer.forward(output, options, past[i]);
      output = pass.output;
      passes.push(pass);
    }
    return {
      output: this.finalNorm?.forward(output, options.mode ?? inference) ?? output,
      weights: passes.map((pass) => pass.weights),
      past: passes.map((pass) => pass.past),
    };
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    return sequenceSignature("encoder", this.#modelSize);
  }
}

/** A layer's feed-forward network, with the defaults of {@linkcode LayerConfig}. */
export function feedForward(config: LayerConfig, random: Random): FeedForward {
  const { modelSize, feedForwardSize = 4 * modelSize, activation } = config;
  return new FeedForward({ modelSize, feedForwardSize, activation, random });
}

/** Keys and values of earlier positions, followed by those of the new ones. */
export function continued(past: KeysAndValues | undefined, now: KeysAndValues): KeysAndValues {
  if (past === undefined) return now;
  return {
    keys: tf.concat([past.keys, now.keys], 1),
    values: tf.concat([past.values, now.values], 1),
  };
}

/** Axes of what keeps a sequence's shape. */
export function sequenceSignature(kind: string, model: number): Signature {
  const axes = { batch: null, time: null, model };
  return { kind, inputs: { inputs: axes }, output: axes };
}
