/**
 * GPT (Radford et al., 2018; GPT-2, 2019): the decoder without an encoder. Each position sees what came
 * before it and predicts what comes next; that is all it learns.
 *
 * With nothing to look back at, cross-attention is gone, and what remains is a stack of encoder layers
 * under a causal mask.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { causalMask } from "lib/attention/masks.ts";
import {
  type DecodeOutput,
  type DecodeState,
  flattenPast,
  unflattenPast,
} from "lib/models/decode_state.ts";
import { Encoder, type EncoderOutput, type StackConfig } from "lib/models/encoder.ts";
import { SequenceEmbedding } from "lib/models/sequence_embedding.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";

/** The hyperparameters of a {@linkcode Gpt}. Norms come first, as in GPT-2, unless told otherwise. */
export interface GptConfig extends StackConfig {
  /** How many tokens there are. */
  readonly vocabularySize: number;
  /** The longest text, in tokens; positions are learned. Default 1024. */
  readonly maximumLength?: number;
  /**
   * Spread of the first token and position vectors. Default 0.02, as published; a model of few
   * dimensions learns faster with 1 / √modelSize.
   */
  readonly standardDeviation?: number;
  /** Whether the future is hidden. Default `true`; `false` shows what a model learns that may peek. */
  readonly causal?: boolean;
}

/** A batch of texts. */
export interface TextBatch {
  /** int32 [batch, time] */
  readonly tokens: Axes<"batch time">;
}

/** What a pass through the model computes. */
export type GptOutput = {
  /** The last layer's vectors: [batch, time, model]. */
  readonly hiddens: Axes<"batch time model">;
  /** [batch, time, vocab] */
  readonly logits: Axes<"batch time vocab">;
  /** Each layer's weights. */
  readonly weights: EncoderOutput["weights"];
};

/**
 * A decoder-only Transformer; its output layer is the embedding's table.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Gpt } from "lib/models/gpt.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const config = { vocabularySize: 11, modelSize: 6, headCount: 2, layerCount: 1 };
 * using model = new Gpt(config, new Random(1));
 * assertEquals(model.logits({ tokens: tf.ones([2, 5], "int32") }, inference).shape, [2, 5, 11]);
 * ```
 */
export class Gpt extends Module {
  /** What the model was made from, defaults included. */
  readonly config: GptConfig;
  /** How a text enters. */
  readonly embedding: SequenceEmbedding;
  /** The layers, under a causal mask. */
  readonly decoder: Encoder;

  /**
   * Makes the parameters.
   *
   * @param config The hyperparameters.
   * @param random Draws the weights.
   */
  constructor(config: GptConfig, random: Random) {
    super();
    const { activation = "gelu tanh", normFirst = true } = config;
    this.config = { ...config, activation, normFirst };
    const { vocabularySize, modelSize, maximumLength = 1024, dropout = 0.1 } = config;
    const { standardDeviation = 0.02 } = config;
    this.embedding = new SequenceEmbedding({
      vocabularySize,
      modelSize,
      positions: "learned",
      maximumLength,
      scale: 1,
      standardDeviation,
      dropout,
    }, random);
    this.decoder = new Encoder(this.config, random);
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(batch: TextBatch, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(batch, mode).logits;
  }

  /** Logits, the vectors they came from, and everything that was looked at. */
  forward({ tokens }: TextBatch, mode: Mode): GptOutput {
    const inputs = this.embedding.forward(tokens, mode);
    const keep = this.config.causal === false ? undefined : causalMask(tokens.shape[1]);
    const { output, weights } = this.decoder.forward(inputs, { keep, mode });
    return { hiddens: output, logits: this.embedding.tokens.logits(output), weights };
  }

  /** The state before the first token: nothing was read. */
  startDecoding(): DecodeState {
    return { tensors: [], step: 0 };
  }

  /**
   * Reads one token of each text and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From {@linkcode startDecoding} or the step before.
   */
  decodeStep(tokens: Axes<"batch">, state: DecodeState): DecodeOutput {
    const ids: Axes<"batch time"> = tf.expandDims(tokens, 1);
    const inputs = this.embedding.forward(ids, inference, state.step);
    const { output, past } = this.decoder.forward(inputs, {}, unflattenPast(state.tensors));
    const logits: Axes<"batch time vocab"> = this.embedding.tokens.logits(output);
    return {
      logits: tf.squeeze(logits, [1]),
      state: { tensors: flattenPast(past), step: state.step + 1 },
    };
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    return {
      kind: "gpt",
      inputs: { tokens: { batch: null, time: null } },
      output: { batch: null, time: null, vocab: this.config.vocabularySize },
    };
  }
}
