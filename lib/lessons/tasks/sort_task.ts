/**
 * A stack of encoder layers learns to sort eight letters: output position i names the i-th letter in
 * the alphabet's order. Small enough for seconds, hard enough that positions must meet, so that it
 * shows which parts of a layer a stack cannot do without.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { addPositions, sinusoidalEncoding } from "lib/attention/positions.ts";
import { Encoder } from "lib/models/encoder.ts";
import type { LayerConfig } from "lib/models/layers.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import type { Axes, Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { sortTask, symbols } from "lib/text/tasks/sequences.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import type { Schedule } from "lib/training/optimizers/schedule.ts";

/** How one stack is made and trained. */
export interface SortRun {
  /** Decides weights, letters and exam. */
  readonly seed: number;
  /** The layers' sizes and switches; d_model must be even. */
  readonly layer: LayerConfig;
  /** How many layers. */
  readonly layerCount: number;
  /** How many steps, of 32 sentences each. */
  readonly steps: number;
  /** Adam's learning rate: one for all steps, or a function of the step. */
  readonly learningRate: number | Schedule;
}

const length = 8;
const alphabet = symbols(8);
const batchSize = 32;
const examSize = 200;

/** After how many steps each exam comes. */
export const examEvery = 20;

/**
 * Trains one stack and returns its grades: the share of letters in their place, in an exam of 200
 * sentences before the first step and after every {@linkcode examEvery} steps. A guess gets one in eight.
 */
export async function learnToSort(
  { seed, layer, layerCount, steps, learningRate }: SortRun,
): Promise<number[]> {
  const random = new Random(seed);
  const exam = draw(random, examSize);
  using sorter = new Sorter(layer, layerCount, random);
  using optimizer = new Adam(sorter.parameters());
  const grades = [grade(sorter, exam)];
  await train({
    optimizer,
    random,
    batches: () => draw(random, batchSize),
    loss: ({ sources, answers }, context): Scalar =>
      crossEntropy(
        sorter.logits(sources, { training: true, random: context.random }),
        tf.tensor1d(answers, "int32"),
      ),
    schedule: learningRate,
    steps,
    progress: false,
    onStep: ({ step }: StepReport) =>
      void (step % examEvery === 0 && grades.push(grade(sorter, exam))),
  });
  return grades;
}

interface Letters {
  readonly sources: number[][];
  /** The sorted letters of all sentences, one after the other. */
  readonly answers: number[];
}

function draw(random: Random, count: number): Letters {
  const sizes = { symbolCount: alphabet.length, minimumLength: length, maximumLength: length };
  const pairs = sortTask({ random, count, ...sizes });
  const ids = (letters: readonly string[]) => letters.map((letter) => alphabet.indexOf(letter));
  return {
    sources: pairs.map(({ source }) => ids(source)),
    answers: pairs.flatMap(({ target }) => ids(target)),
  };
}

function grade(sorter: Sorter, { sources, answers }: Letters): number {
  const given = tf.tidy(() => tf.argMax(sorter.logits(sources, inference), -1).dataSync());
  return mean(answers.map((answer, i) => answer === given[i] ? 1 : 0));
}

/** Embedding and positions, the stack, a readout. */
class Sorter implements Disposable {
  readonly #embedding: Embedding;
  readonly #encoder: Encoder;
  readonly #readout: Linear;
  readonly #positions: Axes<"time model">;

  constructor(layer: LayerConfig, layerCount: number, random: Random) {
    const { modelSize } = layer;
    this.#embedding = new Embedding({ vocabularySize: alphabet.length, modelSize }, random);
    this.#encoder = new Encoder({ ...layer, layerCount }, random);
    this.#readout = new Linear({ inputSize: modelSize, outputSize: alphabet.length }, random);
    this.#positions = sinusoidalEncoding(length, modelSize);
  }

  parameters(): Map<string, tf.Variable> {
    return new Map(
      this.#modules().flatMap((module, i) =>
        [...module.parameters()].map(([name, parameter]) => [`${i}.${name}`, parameter] as const)
      ),
    );
  }

  /** A score for each letter: [batch · time, vocab]. */
  logits(sources: number[][], mode: Mode): Axes<"position vocab"> {
    const ids: Axes<"batch time"> = tf.tensor2d(sources, [sources.length, length], "int32");
    const inputs = addPositions(this.#embedding.forward(ids), this.#positions);
    const logits = this.#readout.forward(this.#encoder.forward(inputs, mode).output);
    return tf.reshape(logits, [sources.length * length, alphabet.length]);
  }

  [Symbol.dispose](): void {
    for (const module of this.#modules()) module[Symbol.dispose]();
    this.#positions.dispose();
  }

  #modules() {
    return [this.#embedding, this.#encoder, this.#readout];
  }
}
