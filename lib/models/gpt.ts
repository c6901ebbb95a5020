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
import type { KeysAndValues } from "lib/attention/multi_head.ts";
import type { DecodeOutput } from "lib/decoding/step.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { Encoder, type EncoderOutput } from "./encoder.ts";
import { type PretrainedConfig, pretrainedEmbedding, resolvePretrained } from "./pretrained.ts";
import type { SequenceEmbedding } from "./sequence_embedding.ts";

/**
 * The hyperparameters of a {@linkcode Gpt}. Unless told otherwise, norms come first, as in GPT-2, and the
 * activation is GELU, approximated by tanh.
 */
export interface GptConfig extends PretrainedConfig {
  /** Whether the future is hidden. Default `true`; `false` shows what a model learns that may peek. */
  readonly causal?: boolean;
}

/** The configuration with its defaults. */
export function resolveGpt(config: GptConfig): Required<GptConfig> {
  const shared = resolvePretrained(config, {
    maximumLength: 1024,
    activation: "gelu tanh",
    normFirst: true,
    epsilon: 1e-5,
  });
  return { ...shared, causal: config.causal ?? true };
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

/** What a GPT remembers between two tokens. */
export type GptState = {
  /** How many tokens were read so far. */
  readonly step: number;
  /** Each layer's keys and values of the tokens so far; none before the first. */
  readonly past: readonly KeysAndValues[];
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
  readonly config: Required<GptConfig>;
  /** How a text enters. */
  readonly embedding: SequenceEmbedding;
  /** The layers, under a causal mask. */
  readonly decoder: Encoder;

  constructor(config: GptConfig, random: Random) {
    super();
    this.config = resolveGpt(config);
    this.embedding = pretrainedEmbedding(this.config, this.config.dropout, random);
    this.decoder = new Encoder(this.config, random);
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(batch: TextBatch, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(batch, mode).logits;
  }

  /** Logits, the vectors they came from, and everything that was looked at. */
  forward({ tokens }: TextBatch, mode: Mode): GptOutput {
    const inputs = this.embedding.forward(tokens, mode);
    const keep = this.config.causal ? causalMask(tokens.shape[1]) : undefined;
    const { output, weights } = this.decoder.forward(inputs, mode, { keep });
    return { hiddens: output, logits: this.embedding.tokens.logits(output), weights };
  }

  /** The state before the first token: nothing was read. */
  startDecoding(): GptState {
    return { step: 0, past: [] };
  }

  /**
   * Reads one token of each text and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From {@linkcode startDecoding} or the step before.
   */
  decodeStep(tokens: Axes<"batch">, { step, past }: GptState): DecodeOutput<GptState> {
    const ids: Axes<"batch time"> = tf.expandDims(tokens, 1);
    const inputs = this.embedding.forward(ids, inference, { start: step });
    const written = this.decoder.forward(inputs, inference, { past });
    const logits: Axes<"batch time vocab"> = this.embedding.tokens.logits(written.output);
    return { logits: tf.squeeze(logits, [1]), state: { step: step + 1, past: written.past } };
  }
}
