/**
 * The Transformer's encoder (Vaswani et al., 2017, section 3.1): self-attention lets positions meet,
 * a feed-forward network works on each of them alone; again and again. With a causal mask, the same
 * layers are a GPT.
 *
 * @module
 */
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
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using layer = new EncoderLayer({ modelSize: 6, headCount: 3 }, new Random(1));
 * assertEquals(layer.forward(tf.ones([5, 7, 6]), inference).output.shape, [5, 7, 6]);
 * ```
 */
export class EncoderLayer extends Module {
  /** Where positions meet. */
  readonly selfAttention: MultiHeadAttention;
  /** The residual connection around self-attention. */
  readonly selfAttentionResidual: Residual;
  /** What each position does alone. */
  readonly feedForward: FeedForward;
  /** The residual connection around the feed-forward network. */
  readonly feedForwardResidual: Residual;

  constructor(config: LayerConfig, random: Random) {
    super();
    this.selfAttention = new MultiHeadAttention(config, random);
    this.selfAttentionResidual = new Residual(config);
    this.feedForward = new FeedForward(config, random);
    this.feedForwardResidual = new Residual(config);
  }

  /**
   * Lets positions meet, then works on each alone.
   *
   * @param inputs [batch, time, model]
   * @param mode Learning or answering.
   * @param options What may be seen, and what came before.
   */
  forward(
    inputs: Axes<"batch time model">,
    mode: Mode,
    { keep, past }: LayerOptions = {},
  ): EncoderLayerOutput {
    const attentionInputs = this.selfAttentionResidual.enter(inputs, mode);
    const cache = appendToCache(past, this.selfAttention.project(attentionInputs));
    const attention = this.selfAttention.attend(attentionInputs, cache, { keep });
    const attended = this.selfAttentionResidual.leave(inputs, attention.output, mode);

    const feedForwardInputs = this.feedForwardResidual.enter(attended, mode);
    const transformed = this.feedForward.forward(feedForwardInputs);
    const output = this.feedForwardResidual.leave(attended, transformed, mode);
    return { output, weights: attention.weights, past: cache };
  }

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
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * using encoder = new Encoder({ modelSize: 6, headCount: 3, layerCount: 2 }, new Random(1));
 * const { output, weights } = encoder.forward(tf.ones([5, 7, 6]), inference);
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

  constructor(config: StackConfig, random: Random) {
    super();
    const { layerCount, modelSize, normFirst } = resolveStack(config);
    this.layers = Array.from({ length: layerCount }, () => new EncoderLayer(config, random));
    this.finalNorm = normFirst ? makeNorm(config) : undefined;
    this.#modelSize = modelSize;
  }

  /**
   * Runs all layers, from the first to the last.
   *
   * @param inputs [batch, time, model]
   * @param mode Learning or answering.
   * @param options What may be seen, and what came before.
   */
  forward(
    inputs: Axes<"batch time model">,
    mode: Mode,
    { keep, past = [] }: StackOptions = {},
  ): EncoderOutput {
    const { output, passes } = runStack(
      this,
      inputs,
      mode,
      (layer, each, i) => layer.forward(each, mode, { keep, past: past[i] }),
    );
    const weights = passes.map((pass) => pass.weights);
    return { output, weights, past: passes.map((pass) => pass.past) };
  }

  override signature(): Signature {
    return sequenceSignature("encoder", this.#modelSize);
  }
}
