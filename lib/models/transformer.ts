/**
 * The Transformer (Vaswani et al., 2017): an encoder reads the source once, a decoder writes the target
 * token by token, looking back through cross-attention.
 *
 * While it learns, the gold target is its input and the causal mask hides the future, so all positions
 * are learned from at once. When it writes, each step reads one token; keys and values of earlier
 * tokens are kept, not computed again.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { causalMask, paddingMask } from "lib/attention/masks.ts";
import type { KeysAndValues } from "lib/attention/multi_head.ts";
import type { DecodeOutput } from "lib/decoding/step.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";
import { Decoder, type DecoderOutput } from "./decoder.ts";
import { Encoder, type EncoderOutput } from "./encoder.ts";
import { resolveStack, type StackConfig } from "./layers.ts";
import type { PairModel, SentencePairs } from "./pair_model.ts";
import { type PositionKind, SequenceEmbedding } from "./sequence_embedding.ts";

/** The hyperparameters of a {@linkcode Transformer}. */
export interface TransformerConfig extends StackConfig {
  /** Tokens of the source language. */
  readonly sourceVocabularySize: number;
  /** Tokens of the target language. */
  readonly targetVocabularySize: number;
  /** Where positions come from. Default `"sinusoidal"`. */
  readonly positions?: PositionKind;
  /** Positions that can be learned, in tokens. Only for learned positions. Default 512. */
  readonly maximumLength?: number;
  /**
   * Which tables are one: `"output"` uses the target's embedding as the output layer, `"all"` also as
   * the source's embedding (one vocabulary). Default `"none"`.
   */
  readonly tiedEmbeddings?: "none" | "output" | "all";
  /** The id of padding. Default 0. */
  readonly padId?: number;
  /**
   * Whether the decoder's future is hidden. Default `true`; `false` shows what a model learns that may
   * peek at the answer.
   */
  readonly causal?: boolean;
}

/** The configuration with its defaults. */
export function resolveTransformer(config: TransformerConfig): Required<TransformerConfig> {
  const { sourceVocabularySize, targetVocabularySize } = config;
  const { positions = "sinusoidal", maximumLength = 512, tiedEmbeddings = "none" } = config;
  const { padId = 0, causal = true } = config;
  return {
    ...resolveStack(config),
    sourceVocabularySize,
    targetVocabularySize,
    positions,
    maximumLength,
    tiedEmbeddings,
    padId,
    causal,
  };
}

/** Everything that a pass through the model computes. */
export type TransformerOutput = {
  /** [batch, time, vocab] */
  readonly logits: Axes<"batch time vocab">;
  /** The encoder's weights, layer by layer. */
  readonly encoderWeights: EncoderOutput["weights"];
  /** The decoder's weights on its own tokens, layer by layer. */
  readonly decoderWeights: DecoderOutput["selfWeights"];
  /** The decoder's weights on the source, layer by layer. */
  readonly crossWeights: DecoderOutput["crossWeights"];
};

/** What the encoder made of a source. */
export type EncodedSource = {
  /** [batch, time, model] */
  readonly memory: Axes<"batch time model">;
  /** bool [batch, 1, key]; `false` = padding. */
  readonly keep: Axes<"batch query key">;
  /** The encoder's weights, layer by layer. */
  readonly weights: EncoderOutput["weights"];
};

/** What a Transformer remembers between two tokens. */
export type TransformerState = {
  /** How many tokens were read so far. */
  readonly step: number;
  /** Each decoder layer's keys and values of the source; they stay the same. */
  readonly memory: readonly KeysAndValues[];
  /** bool [batch, 1, key]; `false` = padding of the source. */
  readonly memoryKeep: Axes<"batch query key">;
  /** Each decoder layer's keys and values of the tokens so far; none before the first. */
  readonly past: readonly KeysAndValues[];
};

/**
 * An encoder and a decoder.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Transformer } from "lib/models/transformer.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const vocabularies = { sourceVocabularySize: 11, targetVocabularySize: 13 };
 * const config = { ...vocabularies, modelSize: 6, headCount: 2, layerCount: 1 };
 * using model = new Transformer(config, new Random(1));
 * const source = tf.tensor2d([[5, 7, 0], [5, 3, 2]], [2, 3], "int32");
 * const target = tf.ones([2, 5], "int32");
 * assertEquals(model.logits({ source, target }, inference).shape, [2, 5, 13]);
 * ```
 */
export class Transformer extends Module implements PairModel {
  /** What the model was made from, defaults included. */
  readonly config: Required<TransformerConfig>;
  /** How the source enters. */
  readonly sourceEmbedding: SequenceEmbedding;
  /** How the target enters; the source's when all tables are one. */
  readonly targetEmbedding: SequenceEmbedding;
  /** Reads. */
  readonly encoder: Encoder;
  /** Writes. */
  readonly decoder: Decoder;
  /** From a vector to a score for each token; none when tied. */
  readonly outputLayer: Linear | undefined;

  constructor(config: TransformerConfig, random: Random) {
    super();
    this.config = resolveTransformer(config);
    const { modelSize, sourceVocabularySize, targetVocabularySize } = this.config;
    const { dropout, positions, maximumLength, tiedEmbeddings: tied } = this.config;
    const embed = (vocabularySize: number) =>
      new SequenceEmbedding(
        { vocabularySize, modelSize, positions, maximumLength, dropout },
        random,
      );
    if (tied === "all" && sourceVocabularySize !== targetVocabularySize) {
      throw new RangeError(
        `expected one vocabulary for tied embeddings, got ${sourceVocabularySize} source and ` +
          `${targetVocabularySize} target tokens`,
      );
    }
    this.sourceEmbedding = embed(sourceVocabularySize);
    this.targetEmbedding = tied === "all" ? this.sourceEmbedding : embed(targetVocabularySize);
    this.encoder = new Encoder(this.config, random);
    this.decoder = new Decoder(this.config, random);
    this.outputLayer = tied === "none"
      ? new Linear({ inputSize: modelSize, outputSize: targetVocabularySize }, random)
      : undefined;
  }

  /** Logits for each position's next token: [batch, time, vocab]. */
  logits(pairs: SentencePairs, mode: Mode): Axes<"batch time vocab"> {
    return this.forward(pairs, mode).logits;
  }

  /** Logits and everything that was looked at. */
  forward({ source, target }: SentencePairs, mode: Mode): TransformerOutput {
    assertShape("the target", target, { batch: source.shape[0], time: undefined });
    const { memory, keep: memoryKeep, weights } = this.encode(source, mode);
    const inputs = this.targetEmbedding.forward(target, mode);
    const keep = this.config.causal ? causalMask(target.shape[1]) : undefined;
    const projected = this.decoder.project(memory);
    const written = this.decoder.forward(inputs, projected, mode, { keep, memoryKeep });
    return {
      logits: this.#score(written.output),
      encoderWeights: weights,
      decoderWeights: written.selfWeights,
      crossWeights: written.crossWeights,
    };
  }

  /** Reads the source, once per sentence. */
  encode(source: Axes<"batch time">, mode: Mode): EncodedSource {
    const inputs = this.sourceEmbedding.forward(source, mode);
    const keep = paddingMask(source, this.config.padId);
    const { output, weights } = this.encoder.forward(inputs, mode, { keep });
    return { memory: output, keep, weights };
  }

  /** The state before the first token: the source's keys and values for each decoder layer. */
  startDecoding(source: Axes<"batch time">): TransformerState {
    const { memory, keep: memoryKeep } = this.encode(source, inference);
    return { step: 0, memory: this.decoder.project(memory), memoryKeep, past: [] };
  }

  /**
   * Reads one token of each sentence and scores the next.
   *
   * @param tokens int32 [batch]
   * @param state From {@linkcode startDecoding} or the step before.
   */
  decodeStep(tokens: Axes<"batch">, state: TransformerState): DecodeOutput<TransformerState> {
    const { step, memory, memoryKeep, past } = state;
    const ids: Axes<"batch time"> = tf.expandDims(tokens, 1);
    const inputs = this.targetEmbedding.forward(ids, inference, { start: step });
    const written = this.decoder.forward(inputs, memory, inference, { memoryKeep, past });
    const logits: Axes<"batch time vocab"> = this.#score(written.output);
    const last = written.crossWeights[written.crossWeights.length - 1];
    return {
      logits: tf.squeeze(logits, [1]),
      weights: tf.squeeze(last, [2]),
      state: { ...state, step: step + 1, past: written.past },
    };
  }

  #score(vectors: Axes<"batch time model">): Axes<"batch time vocab"> {
    return this.outputLayer
      ? this.outputLayer.forward(vectors)
      : this.targetEmbedding.tokens.logits(vectors);
  }

  override signature(): Signature {
    return {
      kind: "transformer",
      inputs: { source: { batch: null, time: null }, target: { batch: null, time: null } },
      output: { batch: null, time: null, vocab: this.config.targetVocabularySize },
    };
  }
}
