/**
 * Early stopping (Prechelt, 1998): when the loss on held-out data has not fallen for a while, more
 * training only fits the training data better.
 *
 * @module
 */
import type { Savable } from "lib/training/checkpoint.ts";

/** When to give up. */
export interface EarlyStoppingOptions {
  /** How many measurements in a row may bring nothing better before the run stops. */
  readonly patience: number;
  /** By how much a value must fall below the best to count as better. Default: 0. */
  readonly minimumGain?: number;
}

/**
 * Watches a value that should fall. Give its answer back from `onStep`; name it in the checkpoint's
 * `also`, so that a resumed run remembers how long it has waited.
 *
 * @example
 * ```ts
 * import { EarlyStopping } from "lib/training/early_stopping.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const stopping = new EarlyStopping({ patience: 2 });
 * assertEquals([3, 1, 2, 1].map((loss) => stopping.measure(loss)), [
 *   undefined,
 *   undefined,
 *   undefined,
 *   "stop",
 * ]);
 * assertEquals(stopping.best, 1);
 * ```
 */
export class EarlyStopping implements Savable {
  #patience: number;
  #minimumGain: number;
  #best = Infinity;
  #waited = 0;

  /** Starts with nothing measured. */
  constructor({ patience, minimumGain = 0 }: EarlyStoppingOptions) {
    if (!Number.isInteger(patience) || patience < 1) {
      throw new RangeError(`expected a patience of at least 1, got ${patience}`);
    }
    this.#patience = patience;
    this.#minimumGain = minimumGain;
  }

  /** The lowest value so far; `Infinity` before the first. */
  get best(): number {
    return this.#best;
  }

  /** Takes the next measurement; `"stop"` when patience is at its end. NaN counts as no gain. */
  measure(value: number): "stop" | undefined {
    const better = value < this.#best - this.#minimumGain;
    this.#waited = better ? 0 : this.#waited + 1;
    if (better) this.#best = value;
    return this.#waited >= this.#patience ? "stop" : undefined;
  }

  /** For a checkpoint: the wait so far, then the best value if there is one. */
  state(): readonly number[] {
    return Number.isFinite(this.#best) ? [this.#waited, this.#best] : [this.#waited];
  }

  /** Goes back to where `state` was taken. */
  restore([waited = 0, best = Infinity]: readonly number[]): void {
    [this.#waited, this.#best] = [waited, best];
  }
}
