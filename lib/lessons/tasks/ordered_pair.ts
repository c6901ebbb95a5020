/**
 * Two questions put to one attention layer (notebook 05): a word asks, twelve others answer, and an ordered
 * pair of classes is read off the layer's one output. What is equal for every number of heads stands
 * here: the vectors, the training, the exam.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { MultiHeadAttention, type MultiHeadOutput } from "lib/attention/multi_head.ts";
import { Linear } from "lib/nn/linear.ts";
import { Module } from "lib/nn/module.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { nested, type Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { randomNormal } from "lib/tensor/random.ts";
import {
  type TwoRelations,
  twoRelations,
  type TwoRelationsBatch,
} from "lib/text/tasks/two_relations.ts";
import { budget } from "lib/training/budget.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";

/** 32 words, of which a question shows 12, each beside one of 8 classes. */
export const pairSizes = { vocabularySize: 32, keyCount: 12, classCount: 8 } as const;

const { vocabularySize, keyCount, classCount } = pairSizes;
const modelSize = 64;

/** What differs from reader to reader. */
export interface PairReaderOptions {
  /** Heads of the attention: a divisor of 64. */
  readonly headCount: number;
  /** Units (ReLU) between the attention's output and the answers. Default: none, a linear readout. */
  readonly hiddenSize?: number;
  /** The attention, such as a broken one. */
  readonly Attention?: typeof MultiHeadAttention;
}

/** An attention of width 64, and the two answers read from its output. */
export class PairReader extends Module {
  readonly attention: MultiHeadAttention;
  readonly hidden: Linear | undefined;
  readonly readout: Linear;
  /** 56 random numbers for each word; they are not trained. */
  readonly #words: tf.Tensor;

  constructor({ headCount, hiddenSize, Attention }: PairReaderOptions, random: Random) {
    super();
    this.#words = randomNormal(random, [vocabularySize, modelSize - classCount]);
    this.attention = new (Attention ?? MultiHeadAttention)({ modelSize, headCount }, random);
    this.hidden = hiddenSize === undefined
      ? undefined
      : new Linear({ inputSize: modelSize, outputSize: hiddenSize, activation: "relu" }, random);
    const inputSize = hiddenSize ?? modelSize;
    this.readout = new Linear({ inputSize, outputSize: 2 * classCount }, random);
  }

  /**
   * Scores of each class for both answers, [question · answer, class], and where each head looked,
   * [question, head, 1, key].
   *
   * @param keep Which heads may see something, such as [1, head, 1, 1].
   */
  answer(batch: TwoRelationsBatch, keep?: tf.Tensor): Answers {
    const { output, weights } = this.attention.forward(...this.vectors(batch), { keep });
    const read = this.hidden ? this.hidden.forward(output) : output;
    const logits = tf.reshape(this.readout.forward(read), [-1, classCount]);
    return { logits, weights };
  }

  /**
   * What the attention gets: the askers, [question, 1, 64], and the others, [question, key, 64]. A vector
   * is 56 numbers for the word, then 8 for its class: one of them √8, the rest 0. An asker has no class.
   */
  vectors(
    { queries, keys, classes }: TwoRelationsBatch,
  ): [asker: tf.Tensor3D, others: tf.Tensor3D] {
    const vectorsOf = (ids: number[], classVectors: tf.Tensor): tf.Tensor =>
      tf.concat([
        tf.gather(this.#words, tf.tensor1d(ids, "int32")),
        tf.mul(classVectors, Math.sqrt(classCount)),
      ], 1);
    const noClass = tf.zeros([queries.length, classCount]);
    const oneHot = tf.oneHot(tf.tensor1d(classes.flat(), "int32"), classCount);
    return [
      tf.reshape(vectorsOf(queries, noClass), [queries.length, 1, modelSize]),
      tf.reshape(vectorsOf(keys.flat(), oneHot), [queries.length, keys[0].length, modelSize]),
    ];
  }

  override [Symbol.dispose](): void {
    this.#words.dispose();
    super[Symbol.dispose]();
  }
}

/** What a {@linkcode PairReader} says, and where it looked. */
export interface Answers {
  /** [question · answer, class] */
  readonly logits: tf.Tensor;
  /** [question, head, 1, key] */
  readonly weights: MultiHeadOutput["weights"];
}

/** Shares of an exam, each from 0 to 1. */
export interface PairShares {
  /** Both classes are right, in their order. */
  readonly both: number;
  /** The class beside f(asker) is right. */
  readonly f: number;
  /** The class beside g(asker) is right. */
  readonly g: number;
}

/** Marks an exam. */
export function pairShares(
  reader: PairReader,
  exam: TwoRelationsBatch,
  keep?: tf.Tensor,
): PairShares {
  return tf.tidy(() => {
    const given = tf.argMax(reader.answer(exam, keep).logits, -1).dataSync();
    const right = exam.answers.map((pair, i) =>
      pair.map((wanted, j) => given[2 * i + j] === wanted)
    );
    const share = (ok: (pair: boolean[]) => boolean) => mean(right.map((pair) => ok(pair) ? 1 : 0));
    return { both: share(([f, g]) => f && g), f: share(([f]) => f), g: share(([, g]) => g) };
  });
}

/** A trained reader and how it came to be. */
export interface PairRun {
  readonly reader: PairReader;
  readonly task: TwoRelations;
  /** 500 questions that the training did not draw. */
  readonly exam: TwoRelationsBatch;
  /** How many steps had been made at each mark. */
  readonly steps: readonly number[];
  /** The share of the exam with both answers right, after each of `steps`. */
  readonly marks: readonly number[];
}

/** How long a reader learns. */
export interface PairTraining {
  /** Steps of training at the full budget; 40 at the small one. Default 300. */
  readonly full?: number;
}

/** Trains a reader with Adam on 64 fresh questions a step; equal seeds ask equal questions. */
export async function learnPairs(
  options: PairReaderOptions & PairTraining,
  seed: number,
): Promise<PairRun> {
  const random = new Random(seed);
  const task = twoRelations(random, { vocabularySize, keyCount, classCount });
  const exam = task.ask(random, 500);
  const reader = new PairReader(options, random);
  using optimizer = new Adam(reader.parameters());
  const steps = [0];
  const marks = [pairShares(reader, exam).both];
  await train({
    optimizer,
    batches: () => task.ask(random, 64),
    loss: (batch: TwoRelationsBatch): Scalar =>
      crossEntropy(reader.answer(batch).logits, tf.tensor1d(batch.answers.flat(), "int32")),
    schedule: 0.003,
    steps: budget({ full: options.full ?? 300, small: 40 }),
    onStep({ step }: StepReport) {
      if (step % 20 !== 0) return;
      steps.push(step);
      marks.push(pairShares(reader, exam).both);
    },
    progress: false,
  });
  return { reader, task, exam, steps, marks };
}

/**
 * Where each head looks: one table for each head, with a row for each of the words 0 to 7 as asker and the
 * columns f(asker), g(asker), then six other words.
 *
 * @returns [head][asker][column]
 */
export function pairMaps({ reader, task: { relations: [f, g] } }: PairRun): number[][][] {
  const askers = [0, 1, 2, 3, 4, 5, 6, 7];
  const keys = askers.map((asker) => {
    const wanted = [f[asker], g[asker]];
    const others = f.toSorted((a, b) => a - b).filter((word) => !wanted.includes(word));
    return [...wanted, ...others.slice(0, 6)];
  });
  return tf.tidy(() => {
    const classes = keys.map((row) => row.map(() => 0));
    const { weights } = reader.answer({ queries: askers, keys, classes, answers: [] });
    return nested(tf.transpose(tf.squeeze(weights, [2]), [1, 0, 2]), "head query key");
  });
}

/** The mean weight of a head at f(asker), or at g(asker), over a run's exam: relation 0 or 1. */
export function weightAt({ reader, task, exam }: PairRun, relation: 0 | 1, head = 0): number {
  const weights = tf.tidy(() =>
    nested(tf.squeeze(reader.answer(exam).weights, [2]), "batch head key")
  );
  return mean(
    exam.queries.map((asker, i) =>
      weights[i][head][exam.keys[i].indexOf(task.relations[relation][asker])]
    ),
  );
}
