/**
 * What BERT and GPT share: one vocabulary, learned positions, and first vectors that are small.
 *
 * @module
 */
import type { Random } from "lib/random.ts";
import { resolveStack, type StackConfig } from "./layers.ts";
import { SequenceEmbedding } from "./sequence_embedding.ts";

/** The hyperparameters that BERT and GPT share. */
export interface PretrainedConfig extends StackConfig {
  /** How many tokens there are. */
  readonly vocabularySize: number;
  /** The longest input, in tokens; positions are learned. Default 512 for BERT, 1024 for GPT. */
  readonly maximumLength?: number;
  /**
   * Spread of the first token and position (and BERT's segment) vectors. Default 0.02, as published; a
   * model of few dimensions learns faster with 1 / √modelSize.
   */
  readonly standardDeviation?: number;
}

/** The defaults in which the two differ from one another, or from an encoder. */
export type PublishedDefaults = Required<
  Pick<PretrainedConfig, "maximumLength" | "activation" | "normFirst" | "epsilon">
>;

/** The configuration with its defaults. */
export function resolvePretrained(
  config: PretrainedConfig,
  published: PublishedDefaults,
): Required<PretrainedConfig> {
  const { activation = published.activation, normFirst = published.normFirst } = config;
  const { epsilon = published.epsilon, maximumLength = published.maximumLength } = config;
  const { vocabularySize, standardDeviation = 0.02 } = config;
  return {
    ...resolveStack({ ...config, activation, normFirst, epsilon }),
    vocabularySize,
    maximumLength,
    standardDeviation,
  };
}

/**
 * Token vectors plus learned positions, neither scaled.
 *
 * @param config The model's, with its defaults.
 * @param dropout Share of the sums' numbers left out while learning, in [0, 1).
 */
export function pretrainedEmbedding(
  config: Required<PretrainedConfig>,
  dropout: number,
  random: Random,
): SequenceEmbedding {
  const { vocabularySize, modelSize, maximumLength, standardDeviation } = config;
  return new SequenceEmbedding({
    vocabularySize,
    modelSize,
    positions: "learned",
    maximumLength,
    scale: 1,
    standardDeviation,
    dropout,
  }, random);
}
