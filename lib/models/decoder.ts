/**
 * The Transformer's decoder (Vaswani et al., 2017, section 3.1): three sub-layers. Masked
 * self-attention looks at what was said so far, cross-attention at the encoder's output, the
 * feed-forward network at each position alone.
 *
 * @module
 */
import type * as tf from "@tensorflow/tfjs";
import { type KeysAndValues, MultiHeadAttention } from "lib/attention/multi_head.ts";
import type { BatchNorm } from "lib/nn/batch_norm.ts";
import { FeedForward } from "lib/nn/feed_forward.ts";
import type { LayerNorm } from "lib/nn/layer_norm.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import {
  appendToCache,
  type LayerConfig,
  type LayerOptions,
  resolveStack,
  runStack,
  sequenceSignature,
  type StackConfig,
  type StackOptions,
} from "./layers.ts";
import { makeNorm, Residual } from "./residual.ts";

/** What is hidden of the encoder's output. */
export interface MemoryOptions {
  /** Which positions of the encoder's output may be seen. Default: all. */
  readonly memoryKeep?: tf.Tensor;
}

/** What a decoder layer returns. */
export type DecoderLayerOutput = {
  /** [batch, time, model] */
  readonly output: Axes<"batch time model">;
  /** What self-attention looked at: [batch, head, query, key]. */
  readonly selfWeights: Axes<"batch head query key">;
  /** What cross-attention looked at: [batch, head, query, key]. */
  readonly crossWeights: Axes<"batch head query key">;
  /** Keys and values of the decoder's own positions so far. */
  readonly past: KeysAndValues;
};

/**
 * Masked self-attention, cross-attention, feed-forward; each within a residual connection.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { causalMask } from "lib/attention/masks.ts";
 * import { DecoderLayer } from "lib/models/decoder.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new DecoderLayer({ modelSize: 6, headCount: 3 }, new Random(1));
 * const memory = layer.crossAttention.project(tf.ones([5, 11, 6]));
 * const target = tf.ones([5, 7, 6]);
 * const { crossWeights } = layer.forward(target, memory, inference, { keep: causalMask(7) });
 * assertEquals(crossWeights.shape, [5, 3, 7, 11]);
 * ```
 */
export class DecoderLayer extends Module {
  /** Looks at what was said so far. */
  readonly selfAttention: MultiHeadAttention;
  /** The residual connection around self-attention. */
  readonly selfAttentionResidual: Residual;
  /** Looks at the encoder's output: queries from here, keys and values from there. */
  readonly crossAttention: MultiHeadAttention;
  /** The residual connection around cross-attention. */
  readonly crossAttentionResidual: Residual;
  /** What each position does alone. */
  readonly feedForward: FeedForward;
  /** The residual connection around the feed-forward network. */
  readonly feedForwardResidual: Residual;

  constructor(config: LayerConfig, random: Random) {
    super();
    this.selfAttention = new MultiHeadAttention(config, random);
    this.selfAttentionResidual = new Residual(config);
    this.crossAttention = new MultiHeadAttention(config, random);
    this.crossAttentionResidual = new Residual(config);
    this.feedForward = new FeedForward(config, random);
    this.feedForwardResidual = new Residual(config);
  }

  /**
   * Looks at what was said, then at the source, then works on each position alone.
   *
   * @param inputs [batch, time, model]
   * @param memory Keys and values that this layer's `crossAttention.project` made of the encoder's
   * output; they are the same for every step.
   * @param mode Learning or answering.
   * @param options What may be seen here and there, and what came before.
   */
  forward(
    inputs: Axes<"batch time model">,
    memory: KeysAndValues,
    mode: Mode,
    { keep, memoryKeep, past }: LayerOptions & MemoryOptions = {},
  ): DecoderLayerOutput {
    const attentionInputs = this.selfAttentionResidual.enter(inputs, mode);
    const cache = appendToCache(past, this.selfAttention.project(attentionInputs));
    const self = this.selfAttention.attend(attentionInputs, cache, { keep });
    const attended = this.selfAttentionResidual.leave(inputs, self.output, mode);

    const crossQueries = this.crossAttentionResidual.enter(attended, mode);
    const cross = this.crossAttention.attend(crossQueries, memory, { keep: memoryKeep });
    const crossAttended = this.crossAttentionResidual.leave(attended, cross.output, mode);

    const feedForwardInputs = this.feedForwardResidual.enter(crossAttended, mode);
    const transformed = this.feedForward.forward(feedForwardInputs);
    const output = this.feedForwardResidual.leave(crossAttended, transformed, mode);
    return { output, selfWeights: self.weights, crossWeights: cross.weights, past: cache };
  }

  override signature(): Signature {
    const [, model] = this.feedForward.output.weights.shape;
    return withMemory(sequenceSignature("decoder layer", model), model);
  }
}

/** What a stack of decoder layers returns; the lists run from the first layer to the last. */
export type DecoderOutput = {
  /** [batch, time, model] */
  readonly output: Axes<"batch time model">;
  /** Each layer's self-attention. */
  readonly selfWeights: Axes<"batch head query key">[];
  /** Each layer's cross-attention. */
  readonly crossWeights: Axes<"batch head query key">[];
  /** Each layer's own keys and values so far. */
  readonly past: KeysAndValues[];
};

/**
 * A stack of decoder layers. The encoder's last output feeds every one of them. With pre-norm, a final
 * norm follows.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { causalMask } from "lib/attention/masks.ts";
 * import { Decoder } from "lib/models/decoder.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using decoder = new Decoder({ modelSize: 6, headCount: 3, layerCount: 2 }, new Random(1));
 * const memory = decoder.project(tf.ones([5, 11, 6]));
 * const target = tf.ones([5, 7, 6]);
 * const { output } = decoder.forward(target, memory, inference, { keep: causalMask(7) });
 * assertEquals(output.shape, [5, 7, 6]);
 * ```
 */
export class Decoder extends Module {
  /** From the first to the last. */
  readonly layers: readonly DecoderLayer[];
  /** Only with pre-norm. */
  readonly finalNorm: LayerNorm | BatchNorm | undefined;
  readonly #modelSize: number;

  constructor(config: StackConfig, random: Random) {
    super();
    const { layerCount, modelSize, normFirst } = resolveStack(config);
    this.layers = Array.from({ length: layerCount }, () => new DecoderLayer(config, random));
    this.finalNorm = normFirst ? makeNorm(config) : undefined;
    this.#modelSize = modelSize;
  }

  /** Each layer's keys and values of the encoder's output [batch, key, model]. */
  project(memory: Axes<"batch time model"> | Axes<"batch key model">): KeysAndValues[] {
    return this.layers.map((layer) => layer.crossAttention.project(memory));
  }

  /**
   * Runs all layers, from the first to the last.
   *
   * @param inputs [batch, time, model]
   * @param memory What {@linkcode project} returned.
   * @param mode Learning or answering.
   * @param options What may be seen here and there, and what came before.
   */
  forward(
    inputs: Axes<"batch time model">,
    memory: readonly KeysAndValues[],
    mode: Mode,
    { keep, memoryKeep, past = [] }: StackOptions & MemoryOptions = {},
  ): DecoderOutput {
    const { output, passes } = runStack(
      this,
      inputs,
      mode,
      (layer, each, i) => layer.forward(each, memory[i], mode, { keep, memoryKeep, past: past[i] }),
    );
    return {
      output,
      selfWeights: passes.map((pass) => pass.selfWeights),
      crossWeights: passes.map((pass) => pass.crossWeights),
      past: passes.map((pass) => pass.past),
    };
  }

  override signature(): Signature {
    return withMemory(sequenceSignature("decoder", this.#modelSize), this.#modelSize);
  }
}

function withMemory(signature: Signature, model: number): Signature {
  const inputs = { ...signature.inputs, memory: { batch: null, key: null, model } };
  return { ...signature, inputs };
}
