/**
 * The long lesson of notebook 09: a translator learns, is examined on the way, and keeps its place in a
 * file, so that a run that was stopped goes on where it was.
 *
 * @module
 */
import type { Module } from "lib/nn/module.ts";
import { progressBar } from "lib/progress.ts";
import { Random } from "lib/random.ts";
import { mean } from "lib/statistics.ts";
import { train, type TrainOptions } from "lib/training/loop.ts";
import { Adam } from "lib/training/optimizers/adam.ts";
import { checkpointPath, type Examination, type Mark, TrainingRecord } from "./training_record.ts";

/** What a model learns from and how it is examined. */
export interface LongLessonOptions<Batch>
  extends Pick<TrainOptions<Batch>, "batches" | "loss" | "schedule" | "steps"> {
  /** Steps between two examinations; the checkpoint is written as often. */
  readonly every: number;
  /** One examination of the model as it is. */
  readonly examine: () => Promise<Examination>;
  /** Decides the dropout and whatever else the loss draws. */
  readonly seed: number;
}

/** An examination, and how the training itself went before it. */
export interface LessonMark extends Mark {
  /** Mean loss of the steps since the mark before. */
  readonly trainingLoss: number;
}

/** How a lesson went. */
export interface LongLesson {
  /** The loss of every step. */
  readonly losses: readonly number[];
  /** The examinations, in order. */
  readonly marks: readonly LessonMark[];
}

/**
 * Trains a model by the paper's Adam, with gradients clipped at 1.
 *
 * @param name The run's, in the progress bar and in the name of its checkpoint.
 * @param model Its parameters are moved; it stays the caller's.
 */
export async function longLesson<Batch>(
  name: string,
  model: Module,
  { batches, loss, schedule, steps, every, examine, seed }: LongLessonOptions<Batch>,
): Promise<LongLesson> {
  const record = new TrainingRecord();
  using optimizer = new Adam(model.parameters(), { beta2: 0.98, epsilon: 1e-9 });
  const { losses } = await train({
    batches,
    loss,
    schedule,
    steps,
    optimizer,
    clipNorm: 1,
    random: new Random(seed),
    onStep: async ({ step }) => {
      if (step % every === 0) await record.mark(step, examine);
    },
    checkpoint: {
      path: checkpointPath(`09 ${name}, ${steps} steps`),
      everySteps: every,
      also: { record },
    },
    progress: progressBar({ total: steps, label: name }),
  });
  const marks = record.marks.map((mark) => ({
    ...mark,
    trainingLoss: mean(losses.slice(mark.step - every, mark.step)),
  }));
  return { losses, marks };
}
