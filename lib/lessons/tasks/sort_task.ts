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
import type { LayerConfig, StackConfig } from "lib/models/layers.ts";
import { Embedding } from "lib/nn/embedding.ts";
import { Linear } from "lib/nn/linear.ts";
import { inference, type Mode } from "lib/nn/mode.ts";
import { Module } from "lib/nn/module.ts";
import { notebookLanguage } from "lib/notebook_language.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import type { Axes, Scalar } from "lib/tensor/axes.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import { sortTask, symbols } from "lib/text/tasks/sequences.ts";
import { budget } from "lib/training/budget.ts";
import { type StepReport, train } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import type { Schedule } from "lib/training/optimizers/schedule.ts";
import { experiment } from "./experiment.ts";

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
  /** Whether layers hold a feed-forward network; `false` leaves attention alone. Default `true`. */
  readonly network?: boolean;
}

/** How a training went. */
export interface SortRecord {
  /** The loss of each step's sentences. */
  readonly losses: readonly number[];
  /** The share of letters in their place, in the exam before the first step and after every {@linkcode examEvery}. */
  readonly grades: readonly number[];
}

const length = 8;
const alphabet = symbols(8);
const batchSize = 32;
const examSize = 200;

/** After how many steps each exam comes. */
export const examEvery = 20;

/**
 * What the best answers are worth of positions that do not meet, computed: each knows its place and its own letter,
 * not the seven others. It names the likeliest letter, or gives each letter its true probability. A guess has the
 * loss ln 8 and is right once in eight.
 */
export function withoutMeeting(): { readonly loss: number; readonly right: number } {
  const letters = alphabet.length;
  const known = alphabet.flatMap((_, own) =>
    Array.from({ length }, (_, place) => {
      /** How probable it is that no more than `place` letters of the sentence are among the alphabet's first `first`. */
      const tooFew = (first: number) =>
        binomialAtMost(place - (own < first ? 1 : 0), length - 1, first / letters);
      return alphabet.map((_, letter) => tooFew(letter) - tooFew(letter + 1));
    })
  );
  const entropy = (p: number[]) =>
    -p.reduce((sum, each) => sum + (each > 0 ? each * Math.log(each) : 0), 0);
  return { loss: mean(known.map(entropy)), right: mean(known.map((p) => Math.max(...p))) };
}

/** How probable at most `most` successes are in `count` trials, each with the probability `p`. */
function binomialAtMost(most: number, count: number, p: number): number {
  let [sum, ways] = [0, 1];
  for (let k = 0; k <= Math.min(most, count); k++) {
    sum += ways * p ** k * (1 - p) ** (count - k);
    ways *= (count - k) / (k + 1);
  }
  return sum;
}

/** Trains one stack, with exams of 200 sentences. */
export async function learnToSort(
  { seed, layer, layerCount, steps, learningRate, network = true }: SortRun,
): Promise<SortRecord> {
  const random = new Random(seed);
  const exam = draw(random, examSize);
  using sorter = new Sorter({ ...layer, layerCount }, network, random);
  using optimizer = new Adam(sorter.parameters());
  const grades = [grade(sorter, exam)];
  const { losses } = await train({
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
  return { losses, grades };
}

/** How a plan of {@linkcode compareSorters} differs from six post-norm layers at a constant rate of 0.001. */
export interface SortPlan extends Pick<LayerConfig, "residual" | "norm" | "normFirst"> {
  /** See {@linkcode SortRun}. */
  readonly network?: boolean;
  /** Default 6. */
  readonly layerCount?: number;
  /** Adam's learning rate. Default 0.001. */
  readonly rate?: number;
  /** Over how many steps the rate rises from 0. Default: none. */
  readonly warmUp?: number;
}

/**
 * Trains a stack of layers, 32 numbers wide with four heads, for each plan and each of three seeds.
 *
 * @param steps At the full budget; 20 steps and one seed at the small one.
 * @returns [plan][seed]
 */
export function compareSorters(
  plans: readonly SortPlan[],
  steps: number,
): Promise<SortRecord[][]> {
  const seeds = budget({ full: [1, 2, 3], small: [1] });
  const label = { en: "training", ko: "학습" }[notebookLanguage()];
  return experiment(label, plans, seeds, (plan, seed) => {
    const { network, layerCount = 6, rate = 0.001, warmUp, ...parts } = plan;
    return learnToSort({
      seed,
      layer: { modelSize: 32, headCount: 4, dropout: 0, ...parts },
      network,
      layerCount,
      steps: budget({ full: steps, small: 20 }),
      learningRate: (step) => warmUp ? rate * Math.min(1, step / warmUp) : rate,
    });
  });
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
class Sorter extends Module {
  readonly embedding: Embedding;
  readonly encoder: Encoder;
  readonly readout: Linear;
  readonly #network: boolean;
  readonly #positions: Axes<"time model">;

  constructor(config: StackConfig, network: boolean, random: Random) {
    super();
    const { modelSize } = config;
    this.embedding = new Embedding({ vocabularySize: alphabet.length, modelSize }, random);
    this.encoder = new Encoder(config, random);
    this.readout = new Linear({ inputSize: modelSize, outputSize: alphabet.length }, random);
    this.#network = network;
    this.#positions = sinusoidalEncoding(length, modelSize);
  }

  /** A score for each letter: [batch · time, vocab]. */
  logits(sources: number[][], mode: Mode): Axes<"position vocab"> {
    const ids: Axes<"batch time"> = tf.tensor2d(sources, [sources.length, length], "int32");
    const inputs = addPositions(this.embedding.forward(ids), this.#positions);
    const states = this.#network
      ? this.encoder.forward(inputs, mode).output
      : attendOnly(this.encoder, inputs, mode);
    return tf.reshape(this.readout.forward(states), [sources.length * length, alphabet.length]);
  }

  override [Symbol.dispose](): void {
    this.#positions.dispose();
    super[Symbol.dispose]();
  }
}

/** The stack without its networks: each layer attends, and its norm and way around are those of attention. */
function attendOnly(encoder: Encoder, inputs: Axes<"batch time model">, mode: Mode): tf.Tensor {
  let states = inputs;
  for (const { selfAttention, selfAttentionResidual } of encoder.layers) {
    const entered = selfAttentionResidual.enter(states, mode);
    const { output } = selfAttention.forward(entered, entered);
    states = selfAttentionResidual.leave(states, output, mode);
  }
  return encoder.finalNorm?.forward(states, mode) ?? states;
}
