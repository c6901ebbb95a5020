/**
 * BERT (Devlin et al., 2019): the encoder without a decoder. Every position sees both sides, so it
 * cannot learn to predict the next word; it learns to fill in blanks (masked language model) and to tell
 * whether two sentences follow each other.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { paddingMask } from "lib/attention/masks.ts";
import { dropout } from "lib/nn/dropout.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { parameter } from "lib/nn/initializers.ts";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import { Linear } from "lib/nn/linear.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { gelu } from "lib/tensor/ops/gelu.ts";
import { assertShape } from "lib/tensor/shape.ts";
import { Encoder, type EncoderOutput } from "./encoder.ts";
import { type PretrainedConfig, pretrainedEmbedding, resolvePretrained } from "./pretrained.ts";
import type { SequenceEmbedding } from "./sequence_embedding.ts";

/** The hyperparameters of a {@linkcode Bert}. The activation is exact GELU unless told otherwise. */
export interface BertConfig extends PretrainedConfig {
  /** How many segments an input may have: sentence A and sentence B. Default 2. */
  readonly segmentCount?: number;
  /** The id of padding. Default 0. */
  readonly padId?: number;
}

/** The configuration with its defaults. */
export function resolveBert(config: BertConfig): Required<BertConfig> {
  const shared = resolvePretrained(config, {
    maximumLength: 512,
    activation: "gelu",
    normFirst: false,
    epsilon: 1e-12,
  });
  const { segmentCount = 2, padId = 0 } = config;
  return { ...shared, segmentCount, padId };
}

/** A batch of inputs: `[CLS] A [SEP] B [SEP]`. */
export interface SegmentedBatch {
  /** int32 [batch, time] */
  readonly tokens: Axes<"batch time">;
  /** int32 [batch, time]: 0 for the first sentence, 1 for the second. Default: all 0. */
  readonly segments?: Axes<"batch time">;
}

/** What a pass through the model computes. */
export type BertOutput = {
  /** A vector for each position, in its context: [batch, time, model]. */
  readonly hiddens: Axes<"batch time model">;
  /** A vector for the whole input, made from the first position's (`[CLS]`): [batch, model]. */
  readonly pooled: Axes<"batch model">;
  /** Each layer's weights. */
  readonly weights: EncoderOutput["weights"];
};

/**
 * An encoder-only Transformer with the two heads of its pre-training.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Bert } from "lib/models/bert.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const config = { vocabularySize: 11, modelSize: 6, headCount: 2, layerCount: 1 };
 * using model = new Bert(config, new Random(1));
 * const { hiddens, pooled } = model.forward({ tokens: tf.ones([2, 5], "int32") }, inference);
 * assertEquals(model.maskedLogits(hiddens).shape, [2, 5, 11]);
 * assertEquals(model.nextSentenceLogits(pooled).shape, [2, 2]);
 * ```
 */
export class Bert extends Module {
  /** What the model was made from, defaults included. */
  readonly config: Required<BertConfig>;
  /** Tokens and positions. */
  readonly embedding: SequenceEmbedding;
  /** A vector for each segment; the third of the summed embeddings. */
  readonly segments: Embedding;
  /** After the three were summed. */
  readonly embeddingNorm: LayerNorm;
  /** The layers; nothing is hidden but padding. */
  readonly encoder: Encoder;
  /** From the first position's vector to the input's. */
  readonly pooler: Linear;
  /** The masked head's hidden layer. */
  readonly maskedTransform: Linear;
  /** The masked head's norm. */
  readonly maskedNorm: LayerNorm;
  /** The masked head's bias; its weights are the embedding's table. [vocab] */
  readonly maskedBias: tf.Variable;
  /** Does B follow A? */
  readonly nextSentence: Linear;

  constructor(config: BertConfig, random: Random) {
    super();
    this.config = resolveBert(config);
    const { vocabularySize, modelSize, segmentCount, standardDeviation, epsilon } = this.config;
    // Dropout follows when the segments are added, too.
    this.embedding = pretrainedEmbedding(this.config, 0, random);
    const segments = { vocabularySize: segmentCount, modelSize, standardDeviation };
    this.segments = new Embedding(segments, random);
    this.embeddingNorm = new LayerNorm({ modelSize, epsilon });
    this.encoder = new Encoder(this.config, random);
    const square = { inputSize: modelSize, outputSize: modelSize };
    this.pooler = new Linear(square, random);
    this.maskedTransform = new Linear(square, random);
    this.maskedNorm = new LayerNorm({ modelSize, epsilon });
    this.maskedBias = parameter(tf.zeros([vocabularySize]));
    this.nextSentence = new Linear({ inputSize: modelSize, outputSize: 2 }, random);
  }

  /** A vector for each position, and one for the input. */
  forward({ tokens, segments }: SegmentedBatch, mode: Mode): BertOutput {
    const { padId, modelSize, dropout: rate } = this.config;
    const [batch, time] = tokens.shape;
    const which: Axes<"batch time"> = segments ?? tf.zerosLike(tokens);
    assertShape("segments", which, { batch, time });
    const summed = tf.add(this.embedding.forward(tokens, mode), this.segments.forward(which));
    const inputs: Axes<"batch time model"> = dropout(
      this.embeddingNorm.forward(summed),
      rate,
      mode,
    );
    const keep = paddingMask(tokens, padId);
    const { output, weights } = this.encoder.forward(inputs, mode, { keep });
    const first: Axes<"batch model"> = tf.reshape(
      tf.slice<tf.Rank, tf.Tensor>(output, [0, 0, 0], [batch, 1, modelSize]),
      [batch, modelSize],
    );
    return { hiddens: output, pooled: tf.tanh(this.pooler.forward(first)), weights };
  }

  /**
   * The masked language model's head: which token belongs at each position?
   *
   * @param hiddens [..., model], all positions or only the masked ones
   * @returns [..., vocab]
   */
  maskedLogits(hiddens: Axes<"... model">): tf.Tensor {
    const transformed = this.maskedNorm.forward(gelu(this.maskedTransform.forward(hiddens)));
    return this.embedding.tokens.logits(transformed, this.maskedBias);
  }

  /** The next-sentence head: [batch, model] → [batch, 2], "does not follow" and "follows". */
  nextSentenceLogits(pooled: Axes<"batch model">): Axes<"batch class"> {
    return this.nextSentence.forward(pooled);
  }
}
