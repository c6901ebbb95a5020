/**
 * How a sentence enters a Transformer: each token's vector plus its position's.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { LearnedPositions, type PositionOptions } from "lib/attention/learned_positions.ts";
import { addPositions, sinusoidalEncoding } from "lib/attention/positions.ts";
import { dropout } from "lib/nn/dropout.ts";
import { Embedding } from "lib/nn/embedding.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, type Signature } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { assertShape } from "lib/tensor/shape.ts";

/** Where positions come from: fixed waves, a learned table, or nowhere (to see what is lost). */
export type PositionKind = "sinusoidal" | "learned" | "none";

/** How a {@linkcode SequenceEmbedding} is made. */
export interface SequenceEmbeddingConfig {
  /** How many tokens there are. */
  readonly vocabularySize: number;
  /** Length of a position's vector. */
  readonly modelSize: number;
  /** Where positions come from. */
  readonly positions: PositionKind;
  /** How many positions can be learned. Only for `"learned"`. */
  readonly maximumLength: number;
  /** What token vectors are multiplied with. Default √modelSize, as Vaswani et al. */
  readonly scale?: number;
  /** Spread of the first values. Default 1 / √modelSize. */
  readonly standardDeviation?: number;
  /** Share of the sum's numbers left out while learning, in [0, 1). */
  readonly dropout: number;
}

/**
 * Token vectors plus positions.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { SequenceEmbedding } from "lib/models/sequence_embedding.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sizes = { vocabularySize: 11, modelSize: 6, maximumLength: 13 };
 * const config = { ...sizes, positions: "sinusoidal", dropout: 0 } as const;
 * using embedding = new SequenceEmbedding(config, new Random(1));
 * const ids = tf.zeros([2, 3], "int32");
 * assertEquals(embedding.forward(ids, inference).shape, [2, 3, 6]);
 * ```
 */
export class SequenceEmbedding extends Module {
  /** A vector for each token. */
  readonly tokens: Embedding;
  /** A vector for each position; sinusoids need none. */
  readonly positions: LearnedPositions | undefined;
  readonly #config: SequenceEmbeddingConfig;

  constructor(config: SequenceEmbeddingConfig, random: Random) {
    super();
    this.tokens = new Embedding(config, random);
    this.positions = config.positions === "learned"
      ? new LearnedPositions(config, random)
      : undefined;
    this.#config = config;
  }

  /**
   * Looks the tokens up and adds their positions.
   *
   * @param ids int32 [batch, time]
   * @param mode Learning or answering.
   * @param options The position of the first token.
   * @returns [batch, time, model]
   * @throws {RangeError} when learned positions end before the sentence does.
   */
  forward(
    ids: Axes<"batch time">,
    mode: Mode,
    { start = 0 }: PositionOptions = {},
  ): Axes<"batch time model"> {
    assertShape("token ids", ids, { batch: undefined, time: undefined });
    const { modelSize, scale = Math.sqrt(modelSize) } = this.#config;
    const vectors: Axes<"batch time model"> = this.tokens.forward(ids);
    const places = this.#places(ids.shape[1], start);
    const sum = places ? addPositions(vectors, places, scale) : tf.mul(vectors, scale);
    return dropout(sum, this.#config.dropout, mode);
  }

  #places(length: number, start: number): Axes<"time model"> | undefined {
    if (this.positions) return this.positions.forward(length, { start });
    if (this.#config.positions === "none") return undefined;
    return sinusoidalEncoding(length, this.#config.modelSize, start);
  }

  override signature(): Signature {
    const { modelSize, positions } = this.#config;
    return {
      kind: positions === "none" ? "embedding" : `embedding, ${positions} positions`,
      inputs: { ids: { batch: null, time: null } },
      output: { batch: null, time: null, model: modelSize },
    };
  }
}
