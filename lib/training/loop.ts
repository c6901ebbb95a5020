/**
 * The training loop: draw a batch, compute the loss and its gradients, move the parameters; again.
 *
 * It knows no model. A notebook hands it a loss, a source of batches, an optimiser and a schedule, and
 * wiring those is the lesson. The loop adds what every long run needs: a progress bar, gradient
 * clipping, a stop that the reader or a signal can ask for, a checkpoint to resume from, and a clear
 * word when the loss is no longer a number.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { breather } from "lib/breather.ts";
import { progressBar } from "lib/progress.ts";
import type { Progress } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import { restoreCheckpoint, saveCheckpoint } from "lib/training/checkpoints/checkpoint.ts";
import type { Run, Savable } from "lib/training/checkpoints/checkpoint.ts";
import { clipByGlobalNorm } from "lib/training/optimizers/clip.ts";
import { disposeOwner } from "lib/training/dispose.ts";
import { lossAndGradients, NotFiniteError, whereNotFinite } from "lib/training/gradients.ts";
import type { Optimizer } from "lib/training/optimizers/optimizer.ts";
import type { Schedule } from "lib/training/optimizers/schedule.ts";

/** What a loss may use besides its batch. */
export interface StepContext {
  /** The step, counted from 1. */
  readonly step: number;
  /** The run's random stream, for dropout and the like. */
  readonly random: Random;
}

/** What is known when a step is over. */
export interface StepReport {
  /** The step, counted from 1. */
  readonly step: number;
  /** The batch's loss before the parameters moved. */
  readonly loss: number;
  /** The rate that the parameters moved with. */
  readonly learningRate: number;
  /** Length of all gradients together before clipping; only when `clipNorm` is given. */
  readonly gradientNorm?: number;
}

/** Where a run keeps what it needs to go on after an interruption. */
export interface CheckpointOptions {
  /** The file. When it is there, the run goes on from it; delete it to start anew. */
  readonly path: string;
  /** Steps between two checkpoints; one more is written when the run ends. Default: 100. */
  readonly everySteps?: number;
  /** What to save. Default: the optimiser's parameters. A model with running means gives them all. */
  readonly parameters?: ReadonlyMap<string, tf.Variable>;
  /** Whatever else the run's course depends on, by name: another stream, say. */
  readonly also?: Readonly<Record<string, Savable>>;
}

/** What {@linkcode train} needs. */
export interface TrainOptions<Batch> {
  /**
   * The batch of a step (counted from 1). What it draws, it draws from `random`, so that a resumed run
   * sees the same batches. A batch with a `[Symbol.dispose]` is disposed of when its step is over.
   */
  readonly batches: (step: number, random: Random) => Batch;
  /**
   * The loss of one batch; computed inside a tidy. Write it after `batches`, from which the compiler
   * learns what a batch is.
   */
  readonly loss: (batch: Batch, context: StepContext) => Scalar;
  /** Moves the parameters; the gradients are taken for its parameters. */
  readonly optimizer: Optimizer;
  /** The learning rate of each step, or one for all. */
  readonly schedule: Schedule | number;
  /** How many steps to make in all, those of a resumed checkpoint included. */
  readonly steps: number;
  /** The run's random stream. Default: seed 0. */
  readonly random?: Random;
  /** Gradients longer than this, all together, are shortened. `Infinity` measures only. */
  readonly clipNorm?: number;
  /** Where the bar is drawn; `false` for nowhere. Default: below the cell, or in the terminal. */
  readonly progress?: Progress | false;
  /** Called after each step, for curves and validation. Returning `"stop"` ends the run. */
  readonly onStep?: (report: StepReport) => "stop" | void | Promise<"stop" | void>;
  /** Ends the run after the step under way. Default: the notebook's Stop, in the course's kernel. */
  readonly signal?: AbortSignal;
  /** Saves the run now and then, and goes on from what was saved. Default: not. */
  readonly checkpoint?: CheckpointOptions;
}

/** How a run went. */
export interface TrainResult {
  /** The loss of every step, in order. */
  readonly losses: readonly number[];
  /** The last step made. */
  readonly step: number;
  /** What ended the run: all steps were made, `onStep` said so, or the signal was given. */
  readonly endedBy: "steps" | "onStep" | "signal";
}

/**
 * Trains, and tells how it went.
 *
 * @example A line through two points
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { Adam } from "lib/training/optimizers/adam.ts";
 * import { train } from "lib/training/loop.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const slope = tf.variable(tf.scalar(0));
 * using optimizer = new Adam(new Map([["slope", slope]]));
 * const { losses } = await train({
 *   optimizer,
 *   schedule: 0.1,
 *   steps: 100,
 *   batches: (_step, random) => ({ x: random.uniform(1, 2) }),
 *   loss: ({ x }) => tf.squaredDifference(tf.mul(slope, x), 3 * x),
 *   progress: false,
 * });
 * assertAlmostEquals((await slope.data())[0], 3, 0.05);
 * console.log(losses.at(-1));
 * ```
 */
export async function train<Batch>(options: TrainOptions<Batch>): Promise<TrainResult> {
  const { optimizer, steps, signal = cellSignal(), onStep, checkpoint } = options;
  if (!Number.isInteger(steps) || steps < 0) {
    throw new RangeError(`expected a whole number of steps, got ${steps}`);
  }
  const random = options.random ?? new Random(0);
  const state: Run = {
    parameters: checkpoint?.parameters ?? optimizer.parameters,
    optimizer,
    random,
    also: checkpoint?.also ?? {},
  };
  const everySteps = checkpoint?.everySteps ?? 100;
  const earlier = checkpoint && await restoreCheckpoint(checkpoint.path, state);
  const losses = [...earlier?.losses ?? []];
  if (earlier?.endedBy === "onStep") return { losses, step: losses.length, endedBy: "onStep" };

  const breathe = breather();
  const progress = options.progress ?? progressBar({ total: steps, label: "training" });
  if (progress && losses.length > 0) progress.update(losses.length, figures(losses));
  let endedBy: TrainResult["endedBy"] | undefined;
  try {
    while (endedBy === undefined) {
      const step = losses.length + 1;
      if (step > steps) {
        endedBy = "steps";
      } else if (signal?.aborted) {
        endedBy = "signal";
      } else {
        const report = await trainStep(options, step, random);
        losses.push(report.loss);
        if (progress) progress.update(step, figures(losses));
        if (await onStep?.(report) === "stop") endedBy = "onStep";
      }
      const isDue = endedBy !== undefined || losses.length % everySteps === 0;
      if (checkpoint && isDue) {
        await saveCheckpoint(checkpoint.path, state, { losses, endedBy: endedBy ?? "" });
      }
      await breathe();
    }
  } finally {
    // The bar's last line stays: it must not look as if all steps had been made.
    const last = losses.length < steps
      ? `stopped after step ${losses.length} · ${figures(losses)}`
      : undefined;
    if (progress) progress.finish(last);
  }
  return { losses, step: losses.length, endedBy };
}

function figures(losses: readonly number[]): string {
  return `loss ${losses[losses.length - 1]?.toPrecision(3) ?? "not known"}`;
}

/** What the course's kernel lets a cell's Stop be heard by; the checkpoint is then written in peace. */
function cellSignal(): AbortSignal | undefined {
  const signal: unknown = Reflect.get(globalThis, Symbol.for("course-stop-signal"));
  return signal instanceof AbortSignal ? signal : undefined;
}

/** One step: loss, gradients, clipping, update. */
async function trainStep<Batch>(
  { optimizer, batches, loss, schedule, clipNorm }: TrainOptions<Batch>,
  step: number,
  random: Random,
): Promise<StepReport> {
  const learningRate = typeof schedule === "number" ? schedule : schedule(step);
  if (!(learningRate >= 0 && learningRate < Infinity)) {
    throw new RangeError(`expected a learning rate for step ${step}, got ${learningRate}`);
  }
  const batch = batches(step, random);
  const owned: tf.Tensor[] = [];
  try {
    const { value, gradients } = lossAndGradients(
      () => loss(batch, { step, random }),
      optimizer.parameters,
    );
    owned.push(value, ...gradients.values());
    let used = gradients;
    let gradientNorm: number | undefined;
    const lossValue = (await value.data())[0];
    if (clipNorm !== undefined) {
      const clipped = clipByGlobalNorm(gradients, clipNorm);
      owned.push(clipped.norm, ...clipped.gradients.values());
      gradientNorm = (await clipped.norm.data())[0];
      used = clipped.gradients;
    }
    if (!Number.isFinite(lossValue) || !Number.isFinite(gradientNorm ?? 0)) {
      const culprit = await whereNotFinite(optimizer.parameters, gradients);
      const what = Number.isFinite(lossValue)
        ? `the gradients' norm is ${gradientNorm}`
        : `the loss is ${lossValue}`;
      throw new NotFiniteError(`${what} at step ${step}: ${culprit}`, step);
    }
    optimizer.step(used, learningRate);
    return { step, loss: lossValue, learningRate, gradientNorm };
  } finally {
    tf.dispose(owned);
    disposeOwner(batch);
  }
}
