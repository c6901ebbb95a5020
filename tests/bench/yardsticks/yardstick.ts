/**
 * What a yardstick is: a result that somebody else published, which the library must reach on the same
 * work, with the same settings or the nearest that fit.
 *
 * @module
 */
import type { Progress } from "lib/progress.ts";

/** How one run of a yardstick is made. */
export interface RunOptions {
  /**
   * The share of the full training and of the exam, in (0, 1]. Only the full run is compared with what
   * was published; a small share shows whether everything is wired rightly.
   */
  readonly share: number;
  /** Where the run reports to: done of 1000. */
  readonly progress: Progress;
  /** The text to learn from, where a yardstick reads one. */
  readonly text?: string;
}

/** What a run found. */
export interface Finding {
  /** The result in words, as the published one is written. */
  readonly found: string;
  /** Whether it is as good as what was published. */
  readonly reached: boolean;
  /** The numbers behind the words, by name. */
  readonly figures: Readonly<Record<string, number>>;
  /** The loss of every training step, in order; of the first run where there are several. */
  readonly losses: readonly number[];
}

/** A published result and the work that should reproduce it. */
export interface Yardstick {
  /** What it is called on the command line. */
  readonly name: string;
  /** The task, and who published it. */
  readonly task: string;
  /** The published setting. */
  readonly publishedSetting: string;
  /** In what ours differs. */
  readonly ourSetting: string;
  /** The published result. */
  readonly published: string;
  /** Whether it needs a text from outside of the course. */
  readonly readsText?: boolean;
  /** Left out unless it is asked for: it is known not to be reached. */
  readonly onlyWhenNamed?: boolean;
  /** Trains and examines. */
  run(options: RunOptions): Promise<Finding>;
}

/** What a report to {@linkcode RunOptions.progress} counts up to. */
export const progressTotal = 1000;

/**
 * A part of a run's progress, for a piece of work that counts its own steps.
 *
 * @param progress The whole run's.
 * @param from Where the piece begins, as a share of the run.
 * @param to Where it ends.
 * @param total The piece's own steps.
 */
export function partOf(progress: Progress, from: number, to: number, total: number): Progress {
  return {
    update(done, note) {
      progress.update(Math.round(progressTotal * (from + (to - from) * done / total)), note);
    },
    finish() {},
  };
}

/** A share of `count`, at least `least`. */
export function shareOf(count: number, share: number, least = 1): number {
  if (!(share > 0 && share <= 1)) throw new RangeError(`expected a share in (0, 1], got ${share}`);
  return Math.max(least, Math.round(count * share));
}

/** `4999/5000`. */
export function fraction(right: number, count: number): string {
  return `${right}/${count}`;
}
