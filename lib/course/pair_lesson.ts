/**
 * Training on pairs of sequences over one vocabulary, source in and target out: what the notebooks give
 * to `train` when a task comes as `TaskPair`s. The letters of notebooks 01 and 02 have a lesson of their
 * own in `letter_task.ts`.
 *
 * @module
 */
import type { LetterTraining } from "lib/course/letter_task.ts";
import type { Random } from "lib/random.ts";
import type { TaskPair } from "lib/text/tasks/task.ts";
import type { Vocabulary } from "lib/text/vocabulary.ts";
import { type Batch, makeBatch } from "lib/training/batches.ts";
import { cosineSchedule } from "lib/training/schedule.ts";

/** What is learned, for how long and how fast. */
export interface PairLessonOptions {
  /** How many steps to make. */
  readonly steps: number;
  /** The highest learning rate: reached within a twentieth of the steps, then down to 0. */
  readonly peak: number;
  /** Draws the pairs of a step. */
  readonly draw: (random: Random) => readonly TaskPair[];
}

/**
 * Pairs as a model takes them: `source`; `target`, which begins with `<sos>`; `labels`, which end with
 * `<eos>`.
 *
 * @param words Both sides' tokens.
 * @param pairs One for each row.
 */
export function pairBatch(
  words: Vocabulary,
  pairs: readonly TaskPair[],
): Batch<"source" | "target" | "labels"> {
  const targets = pairs.map(({ target }) => words.ids(target));
  return makeBatch({
    source: pairs.map(({ source }) => words.ids(source)),
    target: targets.map((ids) => [words.sosId, ...ids]),
    labels: targets.map((ids) => [...ids, words.eosId]),
  }, words.padId);
}

/**
 * Batches, schedule and clipping of a run, to spread into `train`.
 *
 * @example
 * ```ts
 * import { pairLesson } from "lib/course/pair_lesson.ts";
 * import { Random } from "lib/random.ts";
 * import { Vocabulary } from "lib/text/vocabulary.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const words = new Vocabulary(["카페", "cafe"]);
 * const draw = () => [{ source: ["카페"], target: ["cafe"] }];
 * using batch = pairLesson(words, { steps: 100, peak: 0.005, draw }).batches(1, new Random(1));
 * assertEquals(batch.source.arraySync(), [[4]]);
 * assertEquals(batch.target.arraySync(), [[words.sosId, 5]]);
 * assertEquals(batch.labels.arraySync(), [[5, words.eosId]]);
 * ```
 */
export function pairLesson(
  words: Vocabulary,
  { steps, peak, draw }: PairLessonOptions,
): LetterTraining {
  const warmupSteps = Math.round(steps / 20);
  return {
    steps,
    schedule: cosineSchedule({ peak, totalSteps: steps, warmupSteps }),
    clipNorm: 1,
    batches: (_step, random) => pairBatch(words, draw(random)),
  };
}
