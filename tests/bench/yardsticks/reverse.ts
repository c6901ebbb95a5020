/**
 * Reversing sixteen digits with one encoder layer, as the University of Amsterdam's deep learning
 * tutorial 6 does ("Transformers and Multi-Head Attention"): one head has to look from each position at
 * its mirror image, so it is attention by position alone that is examined.
 *
 * @see https://uvadlc-notebooks.readthedocs.io (tutorial 6)
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { Encoder } from "lib/models/encoder.ts";
import { SequenceEmbedding } from "lib/models/sequence_embedding.ts";
import { LayerNorm } from "lib/nn/layer_norm.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import type { Axes } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { batchSource, makeBatch } from "lib/training/batches.ts";
import { train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { type Finding, partOf, type RunOptions, shareOf, type Yardstick } from "./yardstick.ts";

const symbolCount = 10, length = 16, modelSize = 32;

/** An encoder that names one symbol for each position. */
class Tagger extends Module {
  /** Symbols and sinusoids, added as they are. */
  readonly embedding: SequenceEmbedding;
  /** One post-norm layer of one head. */
  readonly encoder: Encoder;
  /** The tutorial's output network: linear, layer norm, relu, linear. */
  readonly hidden: Linear;
  readonly norm: LayerNorm;
  readonly output: Linear;

  constructor(random: Random) {
    super();
    this.embedding = new SequenceEmbedding({
      vocabularySize: symbolCount,
      modelSize,
      positions: "sinusoidal",
      maximumLength: length,
      scale: 1,
      // A linear layer over one-hot vectors begins uniform in ±1/√10: of this spread.
      standardDeviation: 1 / Math.sqrt(3 * symbolCount),
      dropout: 0,
    }, random);
    const layer = { modelSize, headCount: 1, feedForwardSize: 2 * modelSize, dropout: 0 };
    this.encoder = new Encoder({ ...layer, layerCount: 1 }, random);
    this.hidden = new Linear({ inputSize: modelSize, outputSize: modelSize }, random);
    this.norm = new LayerNorm({ modelSize });
    this.output = new Linear({ inputSize: modelSize, outputSize: symbolCount }, random);
  }

  /** int32 [batch, time] → [batch, time, vocab] */
  logits(ids: Axes<"batch time">, mode: Mode): Axes<"batch time vocab"> {
    const { output } = this.encoder.forward(this.embedding.forward(ids, mode), mode);
    return this.output.forward(tf.relu(this.norm.forward(this.hidden.forward(output))));
  }
}

/** Random rows and their mirror images. */
export function reverseRows(
  random: Random,
  count: number,
): { source: number[][]; labels: number[][] } {
  const source = Array.from(
    { length: count },
    () => Array.from({ length }, () => random.integer(symbolCount)),
  );
  return { source, labels: source.map((row) => row.toReversed()) };
}

/** Reverse. */
export const reverse: Yardstick = {
  name: "reverse",
  task: "reverse (UvA DL tutorial 6)",
  publishedSetting: "10 symbols, length 16, 50,000 examples in batches of 128, 1 layer, 1 head, " +
    "d 32, d_ff 64, Adam 5e-4, warm-up 50, cosine, clip 5, 10 epochs",
  ourSetting:
    "the same; weights drawn by Glorot, no bias on the embedding, the last, smaller batch of " +
    "an epoch is used too",
  published: "100.00 % of 160,000 symbols",
  run,
};

async function run({ share, progress }: RunOptions): Promise<Finding> {
  const random = new Random(42);
  using model = new Tagger(random.fork("weights"));
  using optimizer = new Adam(model.parameters());
  const steps = shareOf(3900, share);
  const batches = batchSource({
    columns: reverseRows(random.fork("training"), shareOf(50_000, share, 128)),
    batchSize: 128,
    random: random.fork("order"),
    bucketBatches: 1,
  });
  const { losses } = await train({
    batches,
    loss: ({ source, labels }, { random }) =>
      crossEntropy(model.logits(source, { training: true, random }), labels),
    optimizer,
    schedule: cosineSchedule({
      peak: 5e-4,
      totalSteps: steps,
      warmupSteps: Math.min(50, steps / 2),
    }),
    clipNorm: 5,
    steps,
    progress: partOf(progress, 0, 0.98, steps),
  });
  const count = shareOf(10_000, share);
  const wrong = wrongSymbols(model, reverseRows(random.fork("exam"), count));
  const accuracy = 100 * (1 - wrong / (count * length));
  return {
    found: `${accuracy.toFixed(2)} % of ${(count * length).toLocaleString("en")} symbols ` +
      `(${wrong} wrong)`,
    // As published: to two decimals.
    reached: accuracy.toFixed(2) === "100.00",
    figures: { accuracy, wrong },
    losses,
  };
}

/** How many symbols of an exam the model names wrongly. */
function wrongSymbols(model: Tagger, exam: ReturnType<typeof reverseRows>): number {
  let wrong = 0;
  for (let start = 0; start < exam.source.length; start += 1000) {
    const part = (rows: number[][]) => rows.slice(start, start + 1000);
    using batch = makeBatch({ source: part(exam.source), labels: part(exam.labels) }, 0);
    wrong += tf.tidy(() => {
      const said = tf.argMax(model.logits(batch.source, inference), -1);
      return tf.sum(tf.cast(tf.notEqual(said, batch.labels), "float32")).dataSync()[0];
    });
  }
  return wrong;
}
