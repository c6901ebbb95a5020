/**
 * The homework of notebook 09, "Training a translator".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { beamSearchStep } from "./beam_search_step/exercise.ts";
import { bleu } from "./bleu/exercise.ts";
import { labelSmoothing } from "./label_smoothing/exercise.ts";
import { overfitOneBatch } from "./overfit_one_batch/exercise.ts";
import { warmupSchedule } from "./warmup_schedule/exercise.ts";

/** Exercises 09.1 to 09.5. */
export const homework: Homework = {
  notebook: "09",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(labelSmoothing, {
      solution: () => import("./label_smoothing/solution.ts"),
      mistakes: () => import("./label_smoothing/mistakes.ts"),
    }),
    withAnswers(warmupSchedule, {
      solution: () => import("./warmup_schedule/solution.ts"),
      mistakes: () => import("./warmup_schedule/mistakes.ts"),
    }),
    withAnswers(beamSearchStep, {
      solution: () => import("./beam_search_step/solution.ts"),
      mistakes: () => import("./beam_search_step/mistakes.ts"),
    }),
    withAnswers(bleu, {
      solution: () => import("./bleu/solution.ts"),
      mistakes: () => import("./bleu/mistakes.ts"),
    }),
    withAnswers(overfitOneBatch, {
      solution: () => import("./overfit_one_batch/solution.ts"),
      mistakes: () => import("./overfit_one_batch/mistakes.ts"),
    }),
  ],
};
