/**
 * Trains each kind of model that a notebook trains for a few steps, at the notebook's sizes, on the backend
 * that the environment names. Prints one line of JSON: what it ran on, and for each model a hash over
 * every bit of its weights and losses.
 */
import * as tf from "@tensorflow/tfjs";
import { createHash } from "node:crypto";
import { askTwoBack, LookBackReader } from "lib/lessons/tasks/look_back_reader.ts";
import { PairReader, pairSizes } from "lib/lessons/tasks/ordered_pair.ts";
import { TableReader } from "lib/lessons/tasks/table_reader.ts";
import { Bert } from "lib/models/bert.ts";
import { bertClassifier, wordClassifier } from "lib/models/classifier.ts";
import { Encoder } from "lib/models/encoder.ts";
import { Gpt } from "lib/models/gpt.ts";
import { Seq2Seq, type Seq2SeqConfig } from "lib/models/seq2seq.ts";
import { Transformer } from "lib/models/transformer.ts";
import type { Mode } from "lib/nn/mode.ts";
import type { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { ready } from "lib/tensor/ready.ts";
import { twoRelations } from "lib/text/tasks/two_relations.ts";
import { lossAndGradients } from "lib/training/gradients.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { clipByGlobalNorm } from "lib/training/optimizers/clip.ts";

/** A model, and the loss of a step. */
interface Training {
  readonly model: Module;
  readonly loss: (mode: Mode) => tf.Scalar;
}

const random = new Random(11);

/** Ids [batch, time], none of them padding. */
const ids = (batch: number, time: number, vocabulary: number): tf.Tensor2D =>
  tf.tensor2d(
    Int32Array.from({ length: batch * time }, () => 1 + random.integer(vocabulary - 1)),
    [batch, time],
    "int32",
  );

type PairReading = Module & {
  logits(pairs: { source: tf.Tensor2D; target: tf.Tensor2D }, mode: Mode): tf.Tensor;
};

/** Learns to write random sentences. */
function pairs(
  model: PairReading,
  { batch, source: read, target: write, vocabulary }: Record<
    "batch" | "source" | "target" | "vocabulary",
    number
  >,
): Training {
  const source = ids(batch, read, vocabulary);
  const [target, wanted] = [ids(batch, write, vocabulary), ids(batch, write, vocabulary)];
  return { model, loss: (mode) => crossEntropy(model.logits({ source, target }, mode), wanted) };
}

/** Notebooks 01 and 02: letters, 14 tokens. */
function letters(sizes: Pick<Seq2SeqConfig, "cell" | "hiddenSize" | "attention">): Training {
  const vocabularies = { sourceVocabularySize: 14, targetVocabularySize: 14, embeddingSize: 16 };
  const model = new Seq2Seq({ ...vocabularies, ...sizes }, random);
  return pairs(model, { batch: 64, source: 10, target: 11, vocabulary: 14 });
}

/** Notebook 09: sentences, some 700 words on each side. */
const words = { sourceVocabularySize: 701, targetVocabularySize: 701, dropout: 0.1 };
const sentences = { batch: 64, source: 13, target: 11, vocabulary: 701 };

/** Notebook 08's stacks of encoder layers. */
function stack(config: { normFirst?: boolean; norm?: "batch" | "none"; layerCount: number }) {
  const model = new Encoder({ modelSize: 32, headCount: 4, dropout: 0, ...config }, random);
  const inputs = tf.tensor3d(random.normals(64 * 8 * 32), [64, 8, 32]);
  return {
    model,
    loss: (mode: Mode) => tf.mean<tf.Scalar>(tf.square(model.forward(inputs, mode).output)),
  };
}

/** Notebook 10's sizes. */
const stories = {
  vocabularySize: 331,
  modelSize: 64,
  headCount: 4,
  layerCount: 2,
  dropout: 0,
  normFirst: true,
  standardDeviation: 1 / 8,
  maximumLength: 64,
};

/** Each kind of model that the notebooks train, by name. */
const trainings: Readonly<Record<string, () => Training>> = {
  "01 RNN": () => letters({ cell: "rnn", hiddenSize: 61 }),
  "01 GRU": () => letters({ cell: "gru", hiddenSize: 32 }),
  "01 LSTM": () => letters({ cell: "lstm", hiddenSize: 27 }),
  "02 additive": () => letters({ cell: "gru", hiddenSize: 26, attention: "additive" }),
  "02 multiplicative": () => letters({ cell: "gru", hiddenSize: 27, attention: "multiplicative" }),
  "02 table": () => {
    const sizes = { embeddingSize: 16, hiddenSize: 32, longestSource: 10, longestTarget: 11 };
    const vocabularies = { sourceVocabularySize: 14, targetVocabularySize: 14 };
    const model = new TableReader({ ...vocabularies, ...sizes, cell: "gru" }, random);
    return pairs(model, { batch: 64, source: 10, target: 11, vocabulary: 14 });
  },
  "05 two heads": () => {
    const model = new PairReader({ headCount: 2, hiddenSize: 256 }, random);
    const batch = twoRelations(random, pairSizes).ask(random, 64);
    const wanted = tf.tensor1d(batch.answers.flat(), "int32");
    return { model, loss: () => crossEntropy(model.answer(batch).logits, wanted) };
  },
  "06 learned positions": () => {
    const model = new LookBackReader("learned", random);
    const { sentences, targets } = askTwoBack(random, 64, 13);
    const wanted = tf.tensor2d(targets, undefined, "int32");
    const loss = () => crossEntropy(model.answer(sentences).logits, wanted, { ignoredIndex: -1 });
    return { model, loss };
  },
  "08 post-norm": () => stack({ layerCount: 4 }),
  "08 pre-norm": () => stack({ layerCount: 12, normFirst: true }),
  "08 batch norm": () => stack({ layerCount: 4, norm: "batch" }),
  "09 GRU": () =>
    pairs(
      new Seq2Seq({ ...words, cell: "gru", embeddingSize: 128, hiddenSize: 256 }, random),
      sentences,
    ),
  "09 GRU + attention": () => {
    const sizes = { embeddingSize: 128, hiddenSize: 221, attention: "multiplicative" } as const;
    return pairs(new Seq2Seq({ ...words, ...sizes, cell: "gru" }, random), sentences);
  },
  "09 Transformer": () => {
    const sizes = { modelSize: 128, headCount: 4, feedForwardSize: 256, layerCount: 2 };
    return pairs(new Transformer({ ...words, ...sizes }, random), sentences);
  },
  "10 BERT": () => {
    const model = new Bert(stories, random);
    const [tokens, wanted] = [ids(32, 41, 331), ids(32, 41, 331)];
    const follows = tf.tensor1d(Array.from({ length: 32 }, (_, i) => i % 2), "int32");
    return {
      model,
      loss: (mode) => {
        const { hiddens, pooled } = model.forward({ tokens }, mode);
        const masked = crossEntropy(model.maskedLogits(hiddens), wanted);
        return tf.add(masked, crossEntropy(model.nextSentenceLogits(pooled), follows));
      },
    };
  },
  "10 GPT": () => {
    const model = new Gpt({ ...stories, feedForwardSize: 290 }, random);
    const [tokens, wanted] = [ids(32, 41, 331), ids(32, 41, 331)];
    return { model, loss: (mode) => crossEntropy(model.logits({ tokens }, mode), wanted) };
  },
  "10 BERT, fine-tuned": () => {
    const model = bertClassifier(new Bert(stories, random), { classCount: 4 }, random);
    const tokens = ids(32, 41, 331);
    const wanted = tf.tensor1d(Array.from({ length: 32 }, (_, i) => i % 4), "int32");
    return { model, loss: (mode) => crossEntropy(model.logits({ tokens }, mode), wanted) };
  },
  "10 GPT, a word's vector": () => {
    const model = wordClassifier(new Gpt(stories, random), { classCount: 4 }, random);
    const tokens = ids(32, 41, 331);
    const places = tf.tensor1d(Array.from({ length: 32 }, (_, i) => i), "int32");
    const wanted = tf.tensor1d(Array.from({ length: 32 }, (_, i) => i % 4), "int32");
    return { model, loss: (mode) => crossEntropy(model.logits({ tokens, places }, mode), wanted) };
  },
};

/** Two steps; the hash of every weight and loss. */
function train({ model, loss }: Training): string {
  const parameters = model.parameters(), hash = createHash("sha256");
  const mode: Mode = { training: true, random: new Random(5) };
  using adam = new Adam(parameters);
  for (let step = 0; step < 2; step++) {
    tf.tidy(() => {
      const { value, gradients } = lossAndGradients(() => loss(mode), parameters);
      adam.step(clipByGlobalNorm(gradients, 1).gradients, 1e-3);
      hash.update(new Uint8Array(value.dataSync().buffer));
    });
  }
  for (const variable of parameters.values()) {
    hash.update(new Uint8Array(variable.dataSync().buffer));
  }
  return hash.digest("hex");
}

const { name } = await ready();
const hashes = Object.entries(trainings).map(([model, build]) => [model, train(build())]);
console.log(JSON.stringify({ name, hashes: Object.fromEntries(hashes) }));
