/**
 * Whole models against PyTorch; `make_golden.py` made the files.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Bert } from "lib/models/bert.ts";
import { bertClassifier, type Classifier, gptClassifier } from "lib/models/classifier.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Seq2Seq } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import { inference } from "lib/nn/mode.ts";
import type { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { assign, compareTensors, type Comparison } from "./compare.ts";
import type { GoldenCase } from "./golden.ts";

/** The id that files give to padding; where it is a target, the position does not count. */
const padId = 0;

/** One of the words that a field may hold. */
function choice<const T extends string>(golden: GoldenCase, name: string, words: readonly T[]): T {
  const value = golden.string(name);
  const found = words.find((word) => word === value);
  if (found === undefined) throw new Error(`expected ${name} among ${words}, got ${value}`);
  return found;
}

function seq2seq(golden: GoldenCase): Seq2Seq {
  return new Seq2Seq({
    cell: choice(golden, "cell", ["rnn", "gru", "lstm"]),
    attention: choice(golden, "attention", ["none", "additive", "multiplicative"]),
    sourceVocabularySize: golden.number("source_vocabulary_size"),
    targetVocabularySize: golden.number("target_vocabulary_size"),
    embeddingSize: golden.number("embedding_size"),
    hiddenSize: golden.number("hidden_size"),
    attentionSize: golden.number("attention_size"),
    layerCount: golden.number("layer_count"),
    padId,
  }, new Random(1));
}

/** What all Transformers' files say; activations and epsilons are each model's defaults. */
function layerConfig(golden: GoldenCase) {
  return {
    modelSize: golden.number("model_size"),
    headCount: golden.number("num_heads"),
    layerCount: golden.number("layer_count"),
    feedForwardSize: golden.number("feed_forward_size"),
    maximumLength: golden.number("maximum_length"),
    normFirst: golden.boolean("norm_first"),
    dropout: 0,
  };
}

function transformer(golden: GoldenCase): Transformer {
  return new Transformer({
    ...layerConfig(golden),
    positions: choice(golden, "positions", ["sinusoidal", "learned"]),
    tiedEmbeddings: choice(golden, "tied_embeddings", ["none", "output", "all"]),
    sourceVocabularySize: golden.number("source_vocabulary_size"),
    targetVocabularySize: golden.number("target_vocabulary_size"),
    padId,
  }, new Random(1));
}

function bert(golden: GoldenCase): Bert {
  return new Bert({
    ...layerConfig(golden),
    vocabularySize: golden.number("vocabulary_size"),
    segmentCount: golden.number("segment_count"),
    padId,
  }, new Random(1));
}

function gpt(golden: GoldenCase): Gpt {
  const config = { ...layerConfig(golden), vocabularySize: golden.number("vocabulary_size") };
  return new Gpt(config, new Random(1));
}

function headConfig(golden: GoldenCase) {
  return { classCount: golden.number("class_count"), dropout: 0 };
}

/** Gives the model the case's parameters, runs it, and compares outputs and gradients. */
function compareModel(
  what: string,
  golden: GoldenCase,
  model: Module,
  forward: () => { probed: tf.Tensor; outputs: Record<string, tf.Tensor> },
): void {
  const expected = golden.record("grads");
  const parameters = assign(model, golden.record("params"));
  const learned = new Map([...parameters].filter(([name]) => expected.has(name)));
  compareTensors(what, golden, learned, forward, expected);
}

function compareClassifier<Batch>(
  what: string,
  golden: GoldenCase,
  classifier: Classifier<Batch>,
  batch: Batch,
): void {
  const targets = golden.int32("targets");
  compareModel(what, golden, classifier, () => {
    const logits = classifier.logits(batch, inference);
    const loss = crossEntropy(logits, targets);
    return { probed: loss, outputs: { logits, loss } };
  });
}

/** By file name. */
export const models: Readonly<Record<string, Comparison>> = {
  "seq2seq.json"(what, golden) {
    using model = seq2seq(golden);
    const pairs = { source: golden.int32("source"), target: golden.int32("target") };
    compareModel(what, golden, model, () => {
      const { logits, weights, states } = model.forward(pairs, inference);
      const cells = states.flatMap(({ cell }) => cell ?? []);
      const optional = {
        ...weights && { weights },
        ...cells.length > 0 && { last_cells: tf.stack(cells) },
      };
      const hiddens = tf.stack(states.map(({ hidden }) => hidden));
      return { probed: logits, outputs: { logits, last_hiddens: hiddens, ...optional } };
    });
  },

  "transformer.json"(what, golden) {
    using model = transformer(golden);
    const pairs = { source: golden.int32("source"), target: golden.int32("target") };
    compareModel(what, golden, model, () => {
      const { memory } = model.encode(pairs.source, inference);
      const { logits, ...weights } = model.forward(pairs, inference);
      return {
        probed: logits,
        outputs: {
          memory,
          logits,
          encoder_weights: tf.stack(weights.encoderWeights),
          decoder_weights: tf.stack(weights.decoderWeights),
          cross_weights: tf.stack(weights.crossWeights),
        },
      };
    });
  },

  "bert.json"(what, golden) {
    using model = bert(golden);
    const batch = { tokens: golden.int32("tokens"), segments: golden.int32("segments") };
    const maskedTargets = golden.int32("masked_targets");
    const nextSentenceTargets = golden.int32("next_sentence_targets");
    compareModel(what, golden, model, () => {
      const { hiddens, pooled, weights } = model.forward(batch, inference);
      const masked = model.maskedLogits(hiddens);
      const nextSentence = model.nextSentenceLogits(pooled);
      const loss = tf.add(
        crossEntropy(masked, maskedTargets, { ignoredIndex: padId }),
        crossEntropy(nextSentence, nextSentenceTargets),
      );
      return {
        probed: loss,
        outputs: {
          hiddens,
          pooled,
          masked_logits: masked,
          next_sentence_logits: nextSentence,
          weights: tf.stack(weights),
          loss,
        },
      };
    });
  },

  "gpt.json"(what, golden) {
    using model = gpt(golden);
    const batch = { tokens: golden.int32("tokens") };
    const targets = golden.int32("targets");
    compareModel(what, golden, model, () => {
      const { hiddens, logits, weights } = model.forward(batch, inference);
      const loss = crossEntropy(logits, targets, { ignoredIndex: padId });
      return { probed: loss, outputs: { hiddens, logits, weights: tf.stack(weights), loss } };
    });
  },

  "classifier.json"(what, golden) {
    const tokens = golden.int32("tokens");
    if (choice(golden, "base", ["bert", "gpt"]) === "bert") {
      using base = bert(golden);
      using classifier = bertClassifier(base, headConfig(golden), new Random(2));
      compareClassifier(what, golden, classifier, { tokens, segments: golden.int32("segments") });
    } else {
      using base = gpt(golden);
      using classifier = gptClassifier(base, headConfig(golden), new Random(2));
      const lastIndices = golden.int32("last_indices");
      compareClassifier(what, golden, classifier, { tokens, lastIndices });
    }
  },
};
