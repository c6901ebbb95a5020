/**
 * Small models of every kind, in every variant that a test should see.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import type { DecodeOutput, DecodeState } from "lib/decoding/step.ts";
import { Bert } from "lib/models/bert.ts";
import { Gpt, type GptState } from "lib/models/gpt.ts";
import type { PairModel } from "lib/models/pair_model.ts";
import { Seq2Seq, type Seq2SeqConfig } from "lib/models/seq2seq.ts";
import { Transformer, type TransformerConfig } from "lib/models/transformer.ts";
import type { Mode } from "lib/nn/mode.ts";
import type { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";

/** Sizes that all differ, so that a swapped axis cannot pass; smooth, so that differences are exact. */
export const stack = {
  modelSize: 6,
  headCount: 2,
  layerCount: 2,
  feedForwardSize: 7,
  dropout: 0,
  activation: "gelu",
} as const;
const vocabularies = { sourceVocabularySize: 11, targetVocabularySize: 13 };

/** The second sentence of the source is padded. */
export const source = [[5, 7, 3, 10, 2], [5, 3, 2, 0, 0]];
/** What the decoder reads. */
export const target = [[1, 12, 4], [1, 6, 9]];

/** Transformers by name. */
export const transformers: Readonly<Record<string, TransformerConfig>> = {
  "post-norm": { ...stack, ...vocabularies },
  "pre-norm": { ...stack, ...vocabularies, normFirst: true },
  "output tied": { ...stack, ...vocabularies, tiedEmbeddings: "output" },
  "all tied": {
    ...stack,
    sourceVocabularySize: 13,
    targetVocabularySize: 13,
    tiedEmbeddings: "all",
  },
  "learned positions": { ...stack, ...vocabularies, positions: "learned", maximumLength: 5 },
  "batch norm": { ...stack, ...vocabularies, norm: "batch" },
  "no norm, no residual": { ...stack, ...vocabularies, norm: "none", residual: false },
  "no positions, relu": { ...stack, ...vocabularies, positions: "none", activation: "relu" },
};

/** Recurrent models by name. */
export const recurrents: Readonly<Record<string, Seq2SeqConfig>> = Object.fromEntries(
  (["rnn", "gru", "lstm"] as const).flatMap((cell) =>
    (["none", "additive", "multiplicative"] as const).map((attention) => [
      `${cell}, attention ${attention}`,
      {
        ...vocabularies,
        cell,
        attention,
        embeddingSize: 3,
        hiddenSize: 5,
        attentionSize: 7,
        layerCount: cell === "gru" ? 2 : 1,
      },
    ])
  ),
);

/** int32 [batch, time] */
export function ids(rows: readonly number[][]): tf.Tensor2D {
  return tf.tensor2d(rows.map((row) => [...row]), undefined, "int32");
}

/** A model and the same task for all of them. */
export interface Subject extends Disposable {
  readonly model: Module;
  /** Scores of the next token for every position of `target`. */
  logits(mode: Mode): tf.Tensor;
  /** How it decodes, if it does. */
  readonly decoding?: {
    start(): DecodeState;
    step(tokens: tf.Tensor, state: DecodeState): DecodeOutput<DecodeState>;
  };
}

/** Every model, by name; made anew at each call, from `seed`. */
export const subjects: Readonly<Record<string, (seed: number) => Subject>> = {
  ...Object.fromEntries(
    Object.entries(transformers).map(([name, config]) => [
      `transformer, ${name}`,
      (seed: number) => pairSubject(new Transformer(config, new Random(seed))),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(recurrents).map(([name, config]) => [
      name,
      (seed: number) => pairSubject(new Seq2Seq(config, new Random(seed))),
    ]),
  ),
  "gpt": (seed) => {
    const config = { ...stack, vocabularySize: 13, maximumLength: 17 };
    const model = new Gpt(config, new Random(seed));
    return {
      model,
      logits: (mode) => model.logits({ tokens: ids(target) }, mode),
      decoding: {
        start: () => model.startDecoding(),
        step: (tokens: tf.Tensor, state: GptState) => model.decodeStep(tokens, state),
      },
      [Symbol.dispose]: () => model[Symbol.dispose](),
    };
  },
  "bert": (seed) => {
    const config = { ...stack, vocabularySize: 13, maximumLength: 17, epsilon: 1e-5 };
    const model = new Bert(config, new Random(seed));
    return {
      model,
      logits: (mode) => {
        const segments = ids([[0, 0, 1], [0, 1, 1]]);
        const { hiddens, pooled } = model.forward({ tokens: ids(target), segments }, mode);
        const sentence = tf.reshape(model.nextSentenceLogits(pooled), [2, 1, 2]);
        return tf.concat([model.maskedLogits(hiddens), tf.tile(sentence, [1, 3, 1])], 2);
      },
      [Symbol.dispose]: () => model[Symbol.dispose](),
    };
  },
};

function pairSubject(model: Module & PairModel): Subject {
  return {
    model,
    logits: (mode) => model.logits({ source: ids(source), target: ids(target) }, mode),
    decoding: {
      start: () => model.startDecoding(ids(source)),
      step: (tokens, state) => model.decodeStep(tokens, state),
    },
    [Symbol.dispose]: () => model[Symbol.dispose](),
  };
}
