/**
 * Recurrent sequence to sequence (Sutskever, Vinyals and Le, 2014): an encoder reads the source into a
 * state, a decoder writes the target from it. Without attention, one vector must hold the sentence.
 *
 * With attention, the decoder looks back at every encoder state. Scores are additive (Bahdanau et al.,
 * 2015) or multiplicative (Luong et al., 2015); both are placed where Luong puts them, after the
 * recurrent step: the context joins the step's output, `tanh(W [context; hidden])`. Bahdanau's decoder
 * reads the context before its step. The later place lets all steps of a known target attend at once.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { AdditiveAttention } from "lib/attention/additive.ts";
import { paddingMask } from "lib/attention/masks.ts";
import { MultiplicativeAttention } from "lib/attention/multiplicative.ts";
import type { DecodeOutput } from "lib/decoding/step.ts";
import { dropout } from "lib/nn/dropout.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import { type CellKind, Recurrent, type RecurrentState } from "lib/nn/recurrent.ts";
import type { Random } from "lib/random.ts";
import { type Axes, rename } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";
import type { PairModel, SentencePairs } from "./pair_model.ts";

/** The hyperparameters of a {@linkcode Seq2Seq}. */
export interface Seq2SeqConfig {
  /** Which recurrent cell. */
  readonly cell: CellKind;
  /** How the decoder looks back, if it does. Default `"none"`. */
  readonly attention?: "none" | "additive" | "multiplicative";
  /** Tokens of the source language. */
  readonly sourceVocabularySize: number;
  /** Tokens of the target language. */
  readonly targetVocabularySize: number;
  /** Length of a token's vector. */
  readonly embeddingSize: number;
  /** Length of the state: all that the decoder gets, without attention. */
  readonly hiddenSize: number;
  /** Length of the space in which additive attention compares. Default hiddenSize. */
  readonly attentionSize?: number;
  /** Recurrent layers on each side. Default 1. */
  readonly layerCount?: number;
  /** Share of the embeddings' and of the last states' numbers left out while learning. Default 0. */
  readonly dropout?: number;
  /** The id of padding, which may only end a sentence. Default 0. */
  readonly padId?: number;
}

/** The configuration with its defaults. */
export function resolveSeq2Seq(config: Seq2SeqConfig): Required<Seq2SeqConfig> {
  const { cell, sourceVocabularySize, targetVocabularySize, embeddingSize, hiddenSize } = config;
  const { attention = "none", attentionSize = hiddenSize, layerCount = 1 } = config;
  const { dropout = 0, padId = 0 } = config;
  return {
    cell,
    attention,
    sourceVocabularySize,
    targetVocabularySize,
    embeddingSize,
    hiddenSize,
    attentionSize,
    layerCount,
    dropout,
    padId,
  };
}

/** What the encoder made of a source. */
export type EncodedSequence = {
  /** The last layer's states: [batch, time, hidden]. */
  readonly hiddens: Axes<"batch time hidden">;
  /** Each layer's state after the last real token. */
  readonly states: RecurrentState[];
  /** bool [batch, 1, key]; `false` = padding. */
  readonly keep: Axes<"batch query key">;
};

/** What the decoder returns. */
export type Seq2SeqOutput = {
  /** [batch, time, vocab] */
  readonly logits: Axes<"batch time vocab">;
  /** What each target position looked at: [batch, query, key]; only with attention. */
  readonly weights: Axes<"batch query key"> | undefined;
  /** Each layer's state after the last token. */
  readonly states: RecurrentState[];
};

/** What the model remembers between two tokens. */
export type Seq2SeqState = {
  /** How many tokens were read so far. */
  readonly step: number;
  /** What the encoder made of the source, with the decoder's states in place of the encoder's. */
  readonly encoded: EncodedSequence;
};

/**
 * A recurrent encoder and a recurrent decoder, with attention between them or without.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Seq2Seq } from "lib/models/seq2seq.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sizes = { sourceVocabularySize: 11, targetVocabularySize: 13, embeddingSize: 3, hiddenSize: 5 };
 * using model = new Seq2Seq({ ...sizes, cell: "gru", attention: "additive" }, new Random(1));
 * const source = tf.tensor2d([[5, 7, 0], [5, 3, 2]], [2, 3], "int32");
 * const { logits, weights } = model.forward({ source, target: tf.ones([2, 7], "int32") }, inference);
 * assertEquals([logits.shape, weights?.shape], [[2, 7, 13], [2, 7, 3]]);
 * ```
 */
export class Seq2Seq extends Module implements PairModel {
  /** What the model was made from, defaults included. */
  readonly config: Required<Seq2SeqConfig>;
  /** A vector for each source token. */
  readonly sourceEmbedding: Embedding;
  /** A vector for each target token. */
  readonly targetEmbedding: Embedding;
  /** Read, from the first layer to the last. */
  readonly encoder: readonly Recurrent[];
  /** Write, from the first layer to the last. */
  readonly decoder: readonly Recurrent[];
  /** How the decoder looks back. */
  readonly attention: AdditiveAttention | MultiplicativeAttention | undefined;
  /** Joins context and state; only with attention. */
  readonly combine: Linear | undefined;
  /** From a state to a score for each token. */
  readonly outputLayer: Linear;

  constructor(config: Seq2SeqConfig, random: Random) {
    super();
    this.config = resolveSeq2Seq(config);
    const { embeddingSize, hiddenSize, layerCount, cell: kind } = this.config;
    const embed = (vocabularySize: number) =>
      new Embedding({ vocabularySize, modelSize: embeddingSize, standardDeviation: 1 }, random);
    const layers = () =>
      Array.from({ length: layerCount }, (_, i) => {
        const inputSize = i === 0 ? embeddingSize : hiddenSize;
        return new Recurrent({ kind, inputSize, hiddenSize }, random);
      });
    this.sourceEmbedding = embed(config.sourceVocabularySize);
    this.targetEmbedding = embed(config.targetVocabularySize);
    this.encoder = layers();
    this.decoder = layers();
    this.attention = makeAttention(this.config, random);
    this.combine = this.attention &&
      new Linear({ inputSize: 2 * hiddenSize, outputSize: hiddenSize }, random);
    const output = { inputSize: hiddenSize, outputSize: config.targetVocabularySize };
    this.outputLayer = new Linear(output, random);
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(pairs: SentencePairs, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(pairs, mode).logits;
  }

  /** Logits and, with attention, what was looked at. */
  forward({ source, target }: SentencePairs, mode: Mode): Seq2SeqOutput {
    assertShape("the target", target, { batch: source.shape[0], time: undefined });
    return this.decode(target, this.encode(source, mode), mode);
  }

  /** Reads the source, token by token. */
  encode(source: Axes<"batch time">, mode: Mode): EncodedSequence {
    assertShape("the source", source, { batch: undefined, time: undefined });
    const { padId, dropout: rate } = this.config;
    const mask = paddingMask(source, padId);
    const real: Axes<"batch time"> = tf.squeeze(mask, [1]);
    let hiddens: tf.Tensor = dropout(this.sourceEmbedding.forward(source), rate, mode);
    const states = this.encoder.map((layer) => {
      const read = layer.forward(hiddens, { keep: real });
      hiddens = read.hiddens;
      return read.state;
    });
    return { hiddens, states, keep: mask };
  }

  /** Writes the target from what the encoder made of the source. */
  decode(target: Axes<"batch time">, encoded: EncodedSequence, mode: Mode): Seq2SeqOutput {
    const { dropout: rate } = this.config;
    let hiddens: tf.Tensor = dropout(this.targetEmbedding.forward(target), rate, mode);
    const states = this.decoder.map((layer, i) => {
      const written = layer.forward(hiddens, { state: encoded.states[i] });
      hiddens = written.hiddens;
      return written.state;
    });
    const encoderStates = rename(encoded.hiddens, "batch key state");
    const attended = this.attention?.forward(hiddens, encoderStates, { keep: encoded.keep });
    if (attended && this.combine) {
      hiddens = tf.tanh(this.combine.forward(tf.concat([attended.output, hiddens], -1)));
    }
    const logits: Axes<"batch time vocab"> = this.outputLayer.forward(dropout(hiddens, rate, mode));
    return { logits, weights: attended?.weights, states };
  }

  /** The state before the first token: the encoder's, and with attention all that it read. */
  startDecoding(source: Axes<"batch time">): Seq2SeqState {
    return { step: 0, encoded: this.encode(source, inference) };
  }

  /**
   * Reads one token of each sentence and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From {@linkcode startDecoding} or the step before.
   */
  decodeStep(tokens: Axes<"batch">, state: Seq2SeqState): DecodeOutput<Seq2SeqState> {
    const { step, encoded } = state;
    const { logits, weights, states } = this.decode(tf.expandDims(tokens, 1), encoded, inference);
    return {
      logits: tf.squeeze(logits, [1]),
      // There is one head, and its axis stands where the one query's does.
      weights: weights && rename(weights, "batch head key"),
      state: { step: step + 1, encoded: { ...encoded, states } },
    };
  }
}

function makeAttention(
  { attention, hiddenSize, attentionSize }: Required<Seq2SeqConfig>,
  random: Random,
): AdditiveAttention | MultiplicativeAttention | undefined {
  const sizes = { querySize: hiddenSize, stateSize: hiddenSize };
  if (attention === "additive") return new AdditiveAttention({ ...sizes, attentionSize }, random);
  if (attention === "multiplicative") return new MultiplicativeAttention(sizes, random);
  return undefined;
}
