/**
 * Learning-rate schedules: functions from the step, counted from 1, to the learning rate.
 *
 * Adam divides by a running estimate of each gradient's size, and over the first steps that estimate
 * rests on a handful of batches. A warm-up keeps the steps small until it can be trusted; afterwards
 * the rate falls, so that the weights settle.
 *
 * @module
 */

/** The learning rate of a step; the first step is 1. */
export type Schedule = (step: number) => number;

function assertStep(step: number): void {
  if (!Number.isInteger(step) || step < 1) {
    throw new RangeError(`expected a step counted from 1, got ${step}`);
  }
}

/** The same learning rate at every step. */
export function constantSchedule(learningRate: number): Schedule {
  return (step) => {
    assertStep(step);
    return learningRate;
  };
}

/** What {@linkcode noamSchedule} depends on. */
export interface NoamOptions {
  /** Width of the model, d_model: the wider, the smaller the rate. */
  readonly modelSize: number;
  /** Steps during which the rate rises; it peaks at this step. */
  readonly warmupSteps: number;
  /** Multiplies the whole curve. Default: 1, as published. */
  readonly factor?: number;
}

/**
 * The schedule of "Attention Is All You Need" (Vaswani et al., 2017, section 5.3): linear warm-up,
 * then the inverse square root of the step,
 * `factor · modelSize^-0.5 · min(step^-0.5, step · warmupSteps^-1.5)`.
 *
 * @example The rate peaks where the warm-up ends
 * ```ts
 * import { noamSchedule } from "lib/training/optimizers/schedule.ts";
 * import { assert, assertAlmostEquals } from "@std/assert";
 *
 * const schedule = noamSchedule({ modelSize: 512, warmupSteps: 4000 });
 * assertAlmostEquals(schedule(4000), 1 / Math.sqrt(512 * 4000), 1e-12);
 * assert(schedule(3999) < schedule(4000) && schedule(4001) < schedule(4000));
 * ```
 */
export function noamSchedule({ modelSize, warmupSteps, factor = 1 }: NoamOptions): Schedule {
  if (!(modelSize > 0)) throw new RangeError(`expected modelSize above 0, got ${modelSize}`);
  if (!(warmupSteps > 0)) throw new RangeError(`expected warmupSteps above 0, got ${warmupSteps}`);
  return (step) => {
    assertStep(step);
    return factor * modelSize ** -0.5 * Math.min(step ** -0.5, step * warmupSteps ** -1.5);
  };
}

/** What {@linkcode cosineSchedule} depends on. */
export interface CosineOptions {
  /** The highest learning rate, reached when the warm-up ends. */
  readonly peak: number;
  /** The step from which the rate stays at `floor`. */
  readonly totalSteps: number;
  /** Steps of linear warm-up. Default: 0. */
  readonly warmupSteps?: number;
  /** The learning rate at the end. Default: 0. */
  readonly floor?: number;
}

/**
 * Linear warm-up to `peak`, then half a cosine down to `floor` (Loshchilov and Hutter, 2017, without
 * restarts), for runs whose length is known beforehand.
 *
 * @example
 * ```ts
 * import { cosineSchedule } from "lib/training/optimizers/schedule.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const schedule = cosineSchedule({ peak: 0.4, warmupSteps: 10, totalSteps: 110 });
 * assertAlmostEquals(schedule(5), 0.2); // half-way up
 * assertAlmostEquals(schedule(60), 0.2); // half-way down
 * assertAlmostEquals(schedule(110), 0);
 * ```
 */
export function cosineSchedule(
  { peak, totalSteps, warmupSteps = 0, floor = 0 }: CosineOptions,
): Schedule {
  if (!(warmupSteps >= 0 && totalSteps > warmupSteps)) {
    throw new RangeError(
      `expected 0 ≤ warmupSteps < totalSteps, got ${warmupSteps} and ${totalSteps}`,
    );
  }
  return (step) => {
    assertStep(step);
    if (step < warmupSteps) return peak * step / warmupSteps;
    const fraction = Math.min(1, (step - warmupSteps) / (totalSteps - warmupSteps));
    return floor + (peak - floor) * (1 + Math.cos(Math.PI * fraction)) / 2;
  };
}

/** What {@linkcode trapezoidSchedule} depends on. */
export interface TrapezoidOptions {
  /** The learning rate between warm-up and cool-down. */
  readonly peak: number;
  /** The step at which the rate reaches 0. */
  readonly totalSteps: number;
  /** Steps of linear warm-up. Default: 0. */
  readonly warmupSteps?: number;
  /** Steps of linear cool-down. */
  readonly cooldownSteps: number;
}

/**
 * Linear warm-up, a plateau, linear cool-down (Hägele et al., 2024). Until the cool-down the rate does not
 * depend on the length of the run, which can therefore be decided late, or be changed.
 *
 * @example
 * ```ts
 * import { trapezoidSchedule } from "lib/training/optimizers/schedule.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const options = { peak: 0.4, warmupSteps: 10, totalSteps: 110, cooldownSteps: 20 };
 * const schedule = trapezoidSchedule(options);
 * assertAlmostEquals(schedule(5), 0.2); // half-way up
 * assertEquals([schedule(10), schedule(90)], [0.4, 0.4]);
 * assertAlmostEquals(schedule(100), 0.2); // half-way down
 * assertEquals(schedule(111), 0);
 * ```
 */
export function trapezoidSchedule(
  { peak, totalSteps, warmupSteps = 0, cooldownSteps }: TrapezoidOptions,
): Schedule {
  if (!(warmupSteps >= 0 && cooldownSteps > 0 && totalSteps >= cooldownSteps)) {
    throw new RangeError(
      `expected 0 ≤ warmupSteps and 0 < cooldownSteps ≤ totalSteps, got ${warmupSteps}, ` +
        `${cooldownSteps} and ${totalSteps}`,
    );
  }
  return (step) => {
    assertStep(step);
    const [up, down] = [step / warmupSteps, (totalSteps - step) / cooldownSteps];
    return peak * Math.max(0, Math.min(1, up, down));
  };
}
