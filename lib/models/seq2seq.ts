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
import type { DecodeOutput, DecodeState } from "lib/models/decode_state.ts";
import { dropout } from "lib/nn/dropout.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import { type CellKind, Recurrent, type RecurrentState } from "lib/nn/recurrent.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";

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

/** A batch of sentences and what the decoder is to read, which begins with the start token. */
export interface RecurrentPairs {
  /** int32 [batch, time] */
  readonly source: Axes<"batch time">;
  /** int32 [batch, time], shifted right: `<sos>` and all target tokens but the last. */
  readonly target: Axes<"batch time">;
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
export class Seq2Seq extends Module {
  /** What the model was made from. */
  readonly config: Seq2SeqConfig;
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

  /**
   * Makes the parameters.
   *
   * @param config The hyperparameters.
   * @param random Draws the weights.
   */
  constructor(config: Seq2SeqConfig, random: Random) {
    super();
    this.config = config;
    const { embeddingSize, hiddenSize, layerCount = 1, cell: kind } = config;
    const embed = (vocabularySize: number) =>
      new Embedding({
        vocabularySize,
        modelSize: embeddingSize,
        standardDeviation: 1,
        random,
      });
    const layers = () =>
      Array.from(
        { length: layerCount },
        (_, i) =>
          new Recurrent({
            kind,
            inputSize: i === 0 ? embeddingSize : hiddenSize,
            hiddenSize,
            random,
          }),
      );
    this.sourceEmbedding = embed(config.sourceVocabularySize);
    this.targetEmbedding = embed(config.targetVocabularySize);
    this.encoder = layers();
    this.decoder = layers();
    this.attention = makeAttention(config, random);
    this.combine = this.attention &&
      new Linear({ inputSize: 2 * hiddenSize, outputSize: hiddenSize, random });
    this.outputLayer = new Linear({
      inputSize: hiddenSize,
      outputSize: config.targetVocabularySize,
      random,
    });
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(pairs: RecurrentPairs, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(pairs, mode).logits;
  }

  /** Logits and, with attention, what was looked at. */
  forward({ source, target }: RecurrentPairs, mode: Mode): Seq2SeqOutput {
    assertShape("the target", target, { batch: source.shape[0], time: undefined });
    return this.decode(target, this.encode(source, mode), mode);
  }

  /** Reads the source, token by token. */
  encode(source: Axes<"batch time">, mode: Mode): EncodedSequence {
    assertShape("the source", source, { batch: undefined, time: undefined });
    const { padId = 0, dropout: rate = 0 } = this.config;
    const mask = paddingMask(source, padId);
    const real: Axes<"batch time"> = tf.squeeze(mask, [1]);
    let hiddens: tf.Tensor = dropout(this.sourceEmbedding.forward(source), rate, mode);
    const states = this.encoder.map((layer) => {
      const read = layer.forward(hiddens, undefined, real);
      hiddens = read.hiddens;
      return read.state;
    });
    return { hiddens, states, keep: mask };
  }

  /** Writes the target from what the encoder made of the source. */
  decode(target: Axes<"batch time">, encoded: EncodedSequence, mode: Mode): Seq2SeqOutput {
    const { dropout: rate = 0 } = this.config;
    let hiddens: tf.Tensor = dropout(this.targetEmbedding.forward(target), rate, mode);
    const states = this.decoder.map((layer, i) => {
      const written = layer.forward(hiddens, encoded.states[i]);
      hiddens = written.hiddens;
      return written.state;
    });
    const looked = this.attention?.forward({
      queries: hiddens,
      states: lookedAt(encoded.hiddens),
      keep: encoded.keep,
    });
    if (looked && this.combine) {
      hiddens = tf.tanh(this.combine.forward(tf.concat([looked.output, hiddens], -1)));
    }
    const logits: Axes<"batch time vocab"> = this.outputLayer.forward(dropout(hiddens, rate, mode));
    return { logits, weights: looked?.weights, states };
  }

  /** The state before the first token: the encoder's, and with attention all that it read. */
  startDecoding(source: Axes<"batch time">): DecodeState {
    return this.#pack(this.encode(source, inference), 0);
  }

  /**
   * Reads one token of each sentence and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From {@linkcode startDecoding} or the step before.
   */
  decodeStep(tokens: Axes<"batch">, state: DecodeState): DecodeOutput {
    const encoded = this.#unpack(state);
    const { logits, weights, states } = this.decode(tf.expandDims(tokens, 1), encoded, inference);
    // There is one head, and its axis stands where the one query's does.
    const headWeights: tf.Tensor | undefined = weights;
    return {
      logits: tf.squeeze(logits, [1]),
      weights: headWeights,
      state: this.#pack({ ...encoded, states }, state.step + 1),
    };
  }

  #pack({ keep, hiddens, states }: EncodedSequence, step: number): DecodeState {
    const carried = states.flatMap(({ hidden, cell }) => cell ? [hidden, cell] : [hidden]);
    return { tensors: [keep, hiddens, ...carried], step };
  }

  #unpack({ tensors: [keep, hiddens, ...carried] }: DecodeState): EncodedSequence {
    const perLayer = this.config.cell === "lstm" ? 2 : 1;
    const states = this.decoder.map((_, i) => {
      const [hidden, cell] = carried.slice(i * perLayer, (i + 1) * perLayer);
      return perLayer === 2 ? { hidden, cell } : { hidden };
    });
    return { keep, hiddens, states };
  }

  /** Its kind, and the axes of what goes in and comes out. */
  override signature(): Signature {
    const { cell, attention = "none", targetVocabularySize } = this.config;
    return {
      kind: `${cell} sequence to sequence${attention === "none" ? "" : `, ${attention} attention`}`,
      inputs: { source: { batch: null, time: null }, target: { batch: null, time: null } },
      output: { batch: null, time: null, vocab: targetVocabularySize },
    };
  }
}

function makeAttention(
  { attention = "none", hiddenSize, attentionSize = hiddenSize }: Seq2SeqConfig,
  random: Random,
): AdditiveAttention | MultiplicativeAttention | undefined {
  const sizes = { querySize: hiddenSize, stateSize: hiddenSize, random };
  if (attention === "additive") return new AdditiveAttention({ ...sizes, attentionSize });
  if (attention === "multiplicative") return new MultiplicativeAttention(sizes);
  return undefined;
}

/** The encoder's time axis is the decoder's key axis. */
function lookedAt(hiddens: tf.Tensor): Axes<"batch key state"> {
  return hiddens;
}
