/**
 * How a translator learns, the one that is shipped and a learner's alike: batches of pairs, label
 * smoothing, dropout, a warm-up (Vaswani et al., 2017, section 5), and a rate that falls in the last quarter.
 *
 * @module
 */
import type { Progress } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";
import { type BatchSource, batchSource } from "lib/training/batches.ts";
import { train, type TrainOptions, type TrainResult } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { trapezoidSchedule } from "lib/training/optimizers/schedule.ts";
import type { TrainedTranslator } from "./trained_translator.ts";

/** Of the pieces of Korean words, the share that is spelled though known: so spelling is learned too. */
const spelledShare = 0.02;

/** Of the sentences that end with a full stop, the share that is read without it, as messages come. */
const bareShare = 0.3;

/** How a translator is trained. */
export interface LearningOptions {
  /** How many steps to make in all, those of a checkpoint included. */
  readonly steps: number;
  /** Pairs of one batch. Default 64. */
  readonly batchSize?: number;
  /** The highest learning rate, held until a quarter of the steps is left. Default 0.0015. */
  readonly peak?: number;
  /** Decides the batches and the dropout. Default 0. */
  readonly seed?: number;
  /** Where the run is kept, and how often. Default: nowhere. */
  readonly checkpoint?: TrainOptions<unknown>["checkpoint"];
  /** Where the bar is drawn; `false` for nowhere. */
  readonly progress?: Progress | false;
  /** Called after each step. Returning `"stop"` ends the run. */
  readonly onStep?: TrainOptions<unknown>["onStep"];
  /** Ends the run after the step under way. */
  readonly signal?: AbortSignal;
}

/**
 * Trains a translator, or goes on training one.
 *
 * @param translator New, or loaded.
 * @param pairs What it learns from; a pair that stands there twice counts twice.
 */
export async function learn(
  translator: TrainedTranslator,
  pairs: readonly SentencePair[],
  { steps, batchSize = 64, peak = 0.0015, seed = 0, ...run }: LearningOptions,
): Promise<TrainResult> {
  const { model, languages: { english } } = translator;
  const random = new Random(seed);
  using optimizer = new Adam(model.parameters(), { beta2: 0.98, epsilon: 1e-9 });
  const batches = pairBatches(translator, pairs, batchSize, random);
  return await train({
    ...run,
    batches,
    loss: (batch, { random }) =>
      crossEntropy(model.logits(batch, { training: true, random }), batch.labels, {
        ignoredIndex: english.vocabulary.padId,
        labelSmoothing: 0.1,
      }),
    optimizer,
    steps,
    clipNorm: 1,
    random,
    schedule: trapezoidSchedule({
      peak,
      totalSteps: steps,
      warmupSteps: Math.min(200, steps / 10),
      cooldownSteps: steps / 4,
    }),
  });
}

/** Batches of pairs; of several translations, each pair is learned with its first. */
function pairBatches(
  { languages: { korean, english } }: TrainedTranslator,
  pairs: readonly SentencePair[],
  batchSize: number,
  random: Random,
): BatchSource<"source" | "target" | "labels"> {
  const { sosId, eosId, padId } = english.vocabulary;
  const [spelling, stops] = [random.fork("spelling"), random.fork("full stops")];
  const typed = ({ source }: SentencePair) =>
    stops.chance(bareShare) ? source.replace(/\.$/, "") : source;
  const targets = pairs.map((pair) => english.encode(pair.targets[0]));
  return batchSource({
    columns: {
      source: pairs.map((pair) => korean.encode(typed(pair), () => spelling.chance(spelledShare))),
      target: targets.map((ids) => [sosId, ...ids]),
      labels: targets.map((ids) => [...ids, eosId]),
    },
    batchSize,
    padId,
    random,
  });
}
