/**
 * A short lesson for a small Transformer, with or without the three aids of training: label smoothing,
 * warm-up, dropout. Notebook 09 leaves out one after the other and compares.
 *
 * @module
 */
import { Transformer } from "lib/models/transformer.ts";
import { Random } from "lib/random.ts";
import { crossEntropy } from "lib/tensor/ops/cross_entropy.ts";
import type { SentencePair } from "lib/text/corpora/korean_english.ts";
import { batchSource } from "lib/training/batches.ts";
import { train } from "lib/training/loop.ts";
import { perplexity } from "lib/training/metrics/metrics.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
import { columnsOf, examine, type Languages } from "./translation.ts";

/** The three aids; 0 leaves one out. */
export interface Aids {
  /** ε of label smoothing. */
  readonly smoothing: number;
  /** Steps in which the learning rate rises. */
  readonly warmup: number;
  /** The share of numbers that is left out. */
  readonly dropout: number;
}

/** What is the same in every lesson that is compared. */
export interface ShortLesson {
  /** What is learned. */
  readonly pairs: readonly SentencePair[];
  /** What is asked at the end: sentences that are not among `pairs`. */
  readonly asked: readonly SentencePair[];
  readonly languages: Languages;
  readonly steps: number;
  /** Decides the weights, the batches and the dropout. */
  readonly seed: number;
}

/** How a lesson ended. */
export interface LessonResult {
  /** Perplexity of the sentences asked, without smoothing. */
  readonly perplexity: number;
  /** BLEU of its translations, 0 to 100. */
  readonly bleu: number;
}

/** Teaches a new Transformer, 64 wide, by Adam at a peak rate of 0.003, in batches of 32 pairs. */
export async function shortLesson(
  { smoothing, warmup, dropout }: Aids,
  { pairs, asked, languages, steps, seed }: ShortLesson,
): Promise<LessonResult> {
  const { korean: { vocabulary: korean }, english: { vocabulary: english } } = languages;
  const random = new Random(seed);
  using model = new Transformer({
    sourceVocabularySize: korean.size,
    targetVocabularySize: english.size,
    modelSize: 64,
    headCount: 4,
    feedForwardSize: 128,
    layerCount: 2,
    dropout,
  }, random.fork("weights"));
  using optimizer = new Adam(model.parameters(), { beta2: 0.98, epsilon: 1e-9 });
  const batches = batchSource({ columns: columnsOf(pairs, languages), batchSize: 32, random });
  await train({
    batches,
    loss: (batch, { random }) =>
      crossEntropy(model.logits(batch, { training: true, random }), batch.labels, {
        ignoredIndex: english.padId,
        labelSmoothing: smoothing,
      }),
    optimizer,
    steps,
    random,
    clipNorm: 1,
    schedule: cosineSchedule({ peak: 0.003, totalSteps: steps, warmupSteps: warmup }),
    progress: false,
  });
  const { loss, bleu } = await examine(model, asked, languages, asked[0].source);
  return { perplexity: perplexity(loss), bleu };
}

/** The same lesson once for each seed, in order. */
export async function shortLessons(
  aids: Aids,
  lesson: Omit<ShortLesson, "seed">,
  seeds: readonly number[],
): Promise<LessonResult[]> {
  const results: LessonResult[] = [];
  for (const seed of seeds) results.push(await shortLesson(aids, { ...lesson, seed }));
  return results;
}
