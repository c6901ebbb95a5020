/**
 * Fine-tuning: a pre-trained model with one new layer on top, which sorts whole inputs into classes.
 *
 * What is frozen is decided where the optimizer is made, not here: with all parameters the model is
 * tuned whole, with {@linkcode Classifier.headParameters} only the new layer learns.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { dropout } from "lib/nn/dropout.ts";
import { Linear } from "lib/nn/linear.ts";
import type { Mode } from "lib/nn/mode.ts";
import { Module, selectParameters } from "lib/nn/module.ts";
import type { Random } from "lib/random.ts";
import { type Axes, rename } from "lib/tensor/axes.ts";
import { oneHot } from "lib/tensor/ops/one_hot.ts";
import type { Bert, SegmentedBatch } from "./bert.ts";
import type { Gpt } from "./gpt.ts";

/** How a {@linkcode Classifier} is made. */
export interface ClassifierConfig<Batch> {
  /** The pre-trained model, whose parameters are shared. */
  readonly base: Module;
  /** What the model makes of each input: [batch, model]. */
  readonly read: (batch: Batch, mode: Mode) => Axes<"batch model">;
  /** Length of that vector. */
  readonly modelSize: number;
  /** How many classes there are. */
  readonly classCount: number;
  /** Share of the vector's numbers left out while learning. Default 0.1. */
  readonly dropout?: number;
}

/**
 * A pre-trained model and a new linear layer.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Random } from "lib/random.ts";
 * import { Bert } from "lib/models/bert.ts";
 * import { bertClassifier } from "lib/models/classifier.ts";
 * import { inference } from "lib/nn/mode.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const random = new Random(1);
 * const config = { vocabularySize: 11, modelSize: 6, headCount: 2, layerCount: 1 };
 * using bert = new Bert(config, random);
 * using classifier = bertClassifier(bert, { classCount: 3 }, random);
 * assertEquals(classifier.logits({ tokens: tf.ones([2, 5], "int32") }, inference).shape, [2, 3]);
 * assertEquals([...classifier.headParameters().keys()], ["head.weights", "head.bias"]);
 * ```
 */
export class Classifier<Batch> extends Module {
  /** The pre-trained model. */
  readonly base: Module;
  /** The new layer. */
  readonly head: Linear;
  readonly #read: (batch: Batch, mode: Mode) => Axes<"batch model">;
  readonly #dropout: number;

  constructor(config: ClassifierConfig<Batch>, random: Random) {
    super();
    const { base, read, modelSize, classCount, dropout: rate = 0.1 } = config;
    this.base = base;
    this.head = new Linear({ inputSize: modelSize, outputSize: classCount }, random);
    this.#read = read;
    this.#dropout = rate;
  }

  /** A score for each class: [batch, class]. */
  logits(batch: Batch, mode: Mode): Axes<"batch class"> {
    return this.head.forward(dropout(this.#read(batch, mode), this.#dropout, mode));
  }

  /** Only the new layer's parameters: with these alone, the pre-trained model stays frozen. */
  headParameters(): ReadonlyMap<string, tf.Variable> {
    return selectParameters(this.parameters(), (name) => name.startsWith("head."));
  }

  /** Frees the new layer. The pre-trained model belongs to whoever made it. */
  override [Symbol.dispose](): void {
    this.head[Symbol.dispose]();
  }
}

/** What differs from one classifier to the next. */
export type HeadConfig = Pick<ClassifierConfig<unknown>, "classCount" | "dropout">;

/** A classifier that reads BERT's vector of the whole input, as BERT is fine-tuned. */
export function bertClassifier(
  bert: Bert,
  config: HeadConfig,
  random: Random,
): Classifier<SegmentedBatch> {
  return new Classifier({
    ...config,
    base: bert,
    modelSize: bert.config.modelSize,
    read: (batch: SegmentedBatch, mode) => bert.forward(batch, mode).pooled,
  }, random);
}

/** Texts and where each of them ends. */
export interface EndedBatch {
  /** int32 [batch, time] */
  readonly tokens: Axes<"batch time">;
  /** int32 [batch]: the index of each text's last token. */
  readonly lastIndices: Axes<"batch">;
}

/** A classifier that reads GPT's vector of the last token, the only one that saw the whole text. */
export function gptClassifier(
  gpt: Gpt,
  config: HeadConfig,
  random: Random,
): Classifier<EndedBatch> {
  return new Classifier({
    ...config,
    base: gpt,
    modelSize: gpt.config.modelSize,
    read: ({ tokens, lastIndices }: EndedBatch, mode) =>
      vectorsAt(gpt.forward({ tokens }, mode).hiddens, lastIndices),
  }, random);
}

/** Texts and one word of each. */
export interface WordBatch {
  /** int32 [batch, time] */
  readonly tokens: Axes<"batch time">;
  /** int32 [batch]: the index of the word whose vector is read. */
  readonly places: Axes<"batch">;
}

/** A classifier that reads one word's own vector, in its context. */
export function wordClassifier(
  base: Bert | Gpt,
  config: HeadConfig,
  random: Random,
): Classifier<WordBatch> {
  return new Classifier({
    ...config,
    base,
    modelSize: base.config.modelSize,
    read: ({ tokens, places }: WordBatch, mode) =>
      vectorsAt(base.forward({ tokens }, mode).hiddens, places),
  }, random);
}

/** One position's vector of each text: [batch, time, model] → [batch, model]. */
function vectorsAt(
  hiddens: Axes<"batch time model">,
  places: Axes<"batch">,
): Axes<"batch model"> {
  const isThere = oneHot(rename(places, "row"), hiddens.shape[1]);
  const picked: Axes<"batch one model"> = tf.matMul(tf.expandDims(isThere, 1), hiddens);
  return tf.squeeze(picked, [1]);
}
