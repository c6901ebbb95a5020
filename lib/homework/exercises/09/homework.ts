/**
 * The homework of notebook 09, "Training a translator".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { beamSearchStep } from "./beam_search_step/exercise.ts";
import { mistakes as beamSearchStepMistakes } from "./beam_search_step/mistakes.ts";
import { bleu } from "./bleu/exercise.ts";
import { mistakes as bleuMistakes } from "./bleu/mistakes.ts";
import { labelSmoothing } from "./label_smoothing/exercise.ts";
import { mistakes as labelSmoothingMistakes } from "./label_smoothing/mistakes.ts";
import { overfitOneBatch } from "./overfit_one_batch/exercise.ts";
import { mistakes as overfitOneBatchMistakes } from "./overfit_one_batch/mistakes.ts";
import { warmupSchedule } from "./warmup_schedule/exercise.ts";
import { mistakes as warmupScheduleMistakes } from "./warmup_schedule/mistakes.ts";

/** Exercises 09.1 to 09.5. */
export const homework: Homework = {
  notebook: "09",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(labelSmoothing, labelSmoothingMistakes),
    withMistakes(warmupSchedule, warmupScheduleMistakes),
    withMistakes(beamSearchStep, beamSearchStepMistakes),
    withMistakes(bleu, bleuMistakes),
    withMistakes(overfitOneBatch, overfitOneBatchMistakes),
  ],
};
