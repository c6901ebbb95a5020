/**
 * One layer of attention learns to look two places back (notebook 06), with no positions, sinusoidal or learned
 * ones. What is equal for all of them stands here: the parts, the training, the exam.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { LearnedPositions } from "lib/attention/learned_positions.ts";
import { MultiHeadAttention } from "lib/attention/multi_head.ts";
import { addPositions, sinusoidalEncoding } from "lib/attention/positions.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { type Axes, nested, type Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { lookBack, type LookBackBatch } from "lib/text/tasks/look_back.ts";
import { budget } from "lib/training/budget.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

const symbolCount = 8;
const modelSize = 64;
const examSize = 200;
const markEvery = 40;

/** The shortest sentence of a training. */
const shortestLength = 4;
/** The longest sentence of a training. */
export const trainedLength = 16;
/** How many of a sentence's first symbols have no answer. */
const offset = 2;
/** Among how many positions a training sentence of `anywhere` stands. */
const positionCount = 48;

/** Which positions are added to the symbols; `anywhere`: sinusoidal, each sentence from a random one on. */
export type PositionKind = "none" | "sinusoidal" | "learned" | "anywhere";

/** Sentences of symbols 0 to 7, and the symbol two places to the left of each. */
export function askTwoBack(random: Random, count: number, length: number): LookBackBatch {
  return lookBack(random, { count, length, symbolCount, offset });
}

/** Embedding and positions, attention with one head, a readout. */
export class LookBackReader extends Module {
  readonly symbols: Embedding;
  readonly attention: MultiHeadAttention;
  readonly readout: Linear;
  /** Only of `learned`. */
  readonly table: LearnedPositions | undefined;

  constructor(readonly kind: PositionKind, random: Random) {
    super();
    this.symbols = new Embedding({ vocabularySize: symbolCount, modelSize }, random);
    this.attention = new MultiHeadAttention({ modelSize, headCount: 1 }, random);
    this.readout = new Linear({ inputSize: modelSize, outputSize: symbolCount }, random);
    this.table = kind === "learned"
      ? new LearnedPositions({ maximumLength: trainedLength, modelSize }, random)
      : undefined;
  }

  /**
   * Scores of each symbol at each place, [batch, time, vocab], and who looked where, [batch, 1, query, key].
   *
   * @param sentences Symbols, all of one length: [batch][time].
   * @param start The position of each first symbol. Default 0.
   * @throws {RangeError} If learned positions end before the sentences do.
   */
  answer(sentences: readonly (readonly number[])[], start = 0) {
    const [count, length] = [sentences.length, sentences[0].length];
    const ids = tf.tensor1d(sentences.flat(), "int32");
    const embedded = this.symbols.forward(tf.reshape(ids, [count, length]));
    const inputs = addPositions(embedded, this.#positions(length, start));
    const { output, weights } = this.attention.forward(inputs, inputs);
    return { logits: this.readout.forward(output), weights };
  }

  #positions(length: number, start: number): Axes<"time model"> {
    if (this.kind === "none") return tf.zeros([length, modelSize]);
    return this.table?.forward(length, { start }) ?? sinusoidalEncoding(length, modelSize, start);
  }
}

/** How often each place of a sentence is right, from the third on, in an exam of 200 sentences. */
export function marksByPlace(reader: LookBackReader, length: number): number[] {
  const { sentences, targets } = askTwoBack(new Random(99), examSize, length);
  const given = tf.tidy(() => nested(tf.argMax(reader.answer(sentences).logits, -1), "batch time"));
  return targets[0].map((_, place) =>
    mean(given.map((row, i) => row[place] === targets[i][place] ? 1 : 0))
  ).slice(offset);
}

/** How many symbols are right in an exam of 200 sentences of one length, as a share. */
export function shareRight(reader: LookBackReader, length: number): number {
  return mean(marksByPlace(reader, length));
}

/** Who looks where in one sentence: [query][key]. */
export function readerMap(reader: LookBackReader, sentence: readonly number[]): number[][] {
  return tf.tidy(() => nested(tf.squeeze(reader.answer([sentence]).weights, [0, 1]), "query key"));
}

/**
 * How much of its weight a head gives to the place two back, to the two places beside that, and to all others:
 * means over the queries from the fourth on, which have all of these.
 *
 * @param map Who looks where: [query][key].
 */
export function lookShares(map: readonly (readonly number[])[]) {
  const rows = map.slice(offset + 1);
  const back = mean(rows.map((row, i) => row[i + 1]));
  const beside = mean(rows.map((row, i) => row[i] + row[i + 2]));
  return { back, beside, elsewhere: 1 - back - beside };
}

/**
 * In what share of a training's batches a place was asked: each batch has one length, all lengths are equally
 * likely, and so are the starts of `anywhere`.
 *
 * @param place A position, counted from 0.
 */
export function askedShare(kind: PositionKind, place: number): number {
  const lengths = Array.from(
    { length: trainedLength - shortestLength + 1 },
    (_, i) => shortestLength + i,
  );
  return mean(lengths.map((length) => {
    const starts = startCount(kind, length);
    const first = Math.max(0, place - length + 1);
    const last = Math.min(starts - 1, place - offset);
    return Math.max(0, last - first + 1) / starts;
  }));
}

/** A trained reader and how it came to be. */
export interface LookBackRun {
  readonly reader: LookBackReader;
  /** How many steps had been made at each mark. */
  readonly steps: readonly number[];
  /** The share of symbols that were right at length 16, after each of `steps`. */
  readonly marks: readonly number[];
}

/** The first step after which a run had at least this share right, if it ever had. */
export function firstStepWith(share: number, { steps, marks }: LookBackRun): number | undefined {
  return steps[marks.findIndex((mark) => mark >= share)];
}

/** Trains a reader on lengths from 4 to 16, with Adam on 64 fresh sentences a step. */
export async function learnToLookBack(kind: PositionKind, seed: number): Promise<LookBackRun> {
  const random = new Random(seed);
  const reader = new LookBackReader(kind, random);
  using optimizer = new Adam(reader.parameters());
  const mark = () => shareRight(reader, trainedLength);
  const steps = [0];
  const marks = [mark()];
  await train({
    optimizer,
    batches: () => draw(kind, random),
    loss: ({ sentences, targets, start }: Sentences): Scalar => {
      const { logits } = reader.answer(sentences, start);
      const labels = tf.reshape(tf.tensor1d(targets.flat(), "int32"), logits.shape.slice(0, 2));
      return crossEntropy(logits, labels, { ignoredIndex: -1 });
    },
    schedule: 0.003,
    steps: budget({ full: 800, small: 40 }),
    onStep({ step }: StepReport) {
      if (step % markEvery !== 0) return;
      steps.push(step);
      marks.push(mark());
    },
    progress: false,
  });
  return { reader, steps, marks };
}

interface Sentences extends LookBackBatch {
  readonly start: number;
}

function draw(kind: PositionKind, random: Random): Sentences {
  const length = shortestLength + random.integer(trainedLength - shortestLength + 1);
  const start = kind === "anywhere" ? random.integer(startCount(kind, length)) : 0;
  return { ...askTwoBack(random, 64, length), start };
}

/** At how many positions a sentence of this length may start. */
function startCount(kind: PositionKind, length: number): number {
  return kind === "anywhere" ? positionCount + 1 - length : 1;
}
