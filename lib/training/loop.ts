/**
 * The training loop: draw a batch, compute the loss and its gradients, clip them, move the parameters;
 * again.
 *
 * It knows no model. A notebook hands it a loss, a source of batches, an optimiser and a schedule, and
 * wiring those is the lesson. The loop adds what every long run needs: a progress bar, gradient
 * clipping, a stop that the reader or a signal can ask for, a checkpoint to resume from, and a readable
 * message when the loss is no longer a number.
 *
 * @module
 */
import * as tf from "@tensorflow/tfjs";
import { yieldToEventLoop } from "lib/platform/event_loop.ts";
import { type Progress, progressBar } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import type { Scalar } from "lib/tensor/axes.ts";
import {
  restoreCheckpoint,
  type Run,
  type Savable,
  saveCheckpoint,
} from "./checkpoints/checkpoint.ts";
import { disposeOwner } from "./dispose.ts";
import { lossAndGradients, NotFiniteError, whereNotFinite } from "./gradients.ts";
import { clipByGlobalNorm } from "./optimizers/clip.ts";
import type { Gradients, Optimizer } from "./optimizers/optimizer.ts";
import type { Schedule } from "./optimizers/schedule.ts";

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
  const { steps, onStep, random = new Random(0), signal = cellSignal() } = options;
  if (!Number.isInteger(steps) || steps < 0) {
    throw new RangeError(`expected a whole number of steps, got ${steps}`);
  }
  const { everySteps, restore, save } = checkpoints(options, random);
  const earlier = await restore();
  const losses = [...earlier?.losses ?? []];
  if (earlier?.endedBy === "onStep") return { losses, step: losses.length, endedBy: "onStep" };

  const progress = openProgress(options, losses);
  let endedBy: TrainResult["endedBy"] = "steps";
  try {
    for (let step = losses.length + 1; step <= steps; step++) {
      if (signal?.aborted) {
        endedBy = "signal";
        break;
      }
      const report = await trainStep(options, step, random);
      losses.push(report.loss);
      progress?.update(step, figures(losses));
      if (await onStep?.(report) === "stop") {
        endedBy = "onStep";
        break;
      }
      if (step % everySteps === 0) await save(losses, "");
      await yieldToEventLoop();
    }
    await save(losses, endedBy);
  } finally {
    // The bar's last line stays: it must not look as if all steps had been made.
    const stopped = `stopped after step ${losses.length} · ${figures(losses)}`;
    progress?.finish(losses.length < steps ? stopped : undefined);
  }
  return { losses, step: losses.length, endedBy };
}

/** One step: draw, forward and backward, clip, move. */
async function trainStep<Batch>(
  { batches, loss, optimizer, schedule, clipNorm }: TrainOptions<Batch>,
  step: number,
  random: Random,
): Promise<StepReport> {
  const learningRate = learningRateAt(schedule, step);
  const batch = batches(step, random);
  const owned: tf.Tensor[] = [];
  try {
    const { value, gradients } = lossAndGradients(
      () => loss(batch, { step, random }),
      optimizer.parameters,
    );
    owned.push(value, ...gradients.values());
    const clipped = clipNorm === undefined ? undefined : clipByGlobalNorm(gradients, clipNorm);
    if (clipped) owned.push(clipped.norm, ...clipped.gradients.values());

    const gradientNorm = clipped && (await clipped.norm.data())[0];
    const report = { step, loss: (await value.data())[0], learningRate, gradientNorm };
    await assertFinite(report, optimizer.parameters, gradients);
    optimizer.step(clipped?.gradients ?? gradients, learningRate);
    return report;
  } finally {
    tf.dispose(owned);
    disposeOwner(batch);
  }
}

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

function learningRateAt(schedule: Schedule | number, step: number): number {
  const learningRate = typeof schedule === "number" ? schedule : schedule(step);
  if (learningRate >= 0 && learningRate < Infinity) return learningRate;
  throw new RangeError(`expected a learning rate for step ${step}, got ${learningRate}`);
}

/** Throws, and names what is no longer a number, before the parameters are moved by it. */
async function assertFinite(
  { step, loss, gradientNorm = 0 }: StepReport,
  parameters: ReadonlyMap<string, tf.Variable>,
  gradients: Gradients,
): Promise<void> {
  if (Number.isFinite(loss) && Number.isFinite(gradientNorm)) return;
  const what = Number.isFinite(loss)
    ? `the gradients' norm is ${gradientNorm}`
    : `the loss is ${loss}`;
  const culprit = await whereNotFinite(parameters, gradients);
  throw new NotFiniteError(`${what} at step ${step}: ${culprit}`, step);
}

/** Restoring and saving of a run; both do nothing where no checkpoint is asked for. */
function checkpoints<Batch>({ optimizer, checkpoint }: TrainOptions<Batch>, random: Random) {
  const run: Run = {
    parameters: checkpoint?.parameters ?? optimizer.parameters,
    optimizer,
    random,
    also: checkpoint?.also ?? {},
  };
  return {
    everySteps: checkpoint?.everySteps ?? 100,
    restore: async () => checkpoint && await restoreCheckpoint(checkpoint.path, run),
    save: async (losses: readonly number[], endedBy: TrainResult["endedBy"] | "") => {
      if (checkpoint) await saveCheckpoint(checkpoint.path, run, { losses, endedBy });
    },
  };
}

/** The bar, if one is wanted; a resumed run's begins where the run does. */
function openProgress<Batch>(
  { progress, steps }: TrainOptions<Batch>,
  losses: readonly number[],
): Progress | undefined {
  if (progress === false) return undefined;
  const opened = progress ?? progressBar({ total: steps, label: "training" });
  if (losses.length > 0) opened.update(losses.length, figures(losses));
  return opened;
}

function figures(losses: readonly number[]): string {
  return `loss ${losses[losses.length - 1]?.toPrecision(3) ?? "not known"}`;
}

/**
 * The notebook's Stop, in the course's kernel (`lib/jupyter/inside/names.ts` has the same name for it): a
 * run that hears it can still write its checkpoint.
 */
function cellSignal(): AbortSignal | undefined {
  const signal: unknown = Reflect.get(globalThis, Symbol.for("course-stop-signal"));
  return signal instanceof AbortSignal ? signal : undefined;
}
