/**
 * The homework of notebook 09, "Training a translator".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { beamSearchStep } from "./09/beam_search_step.ts";
import { bleu } from "./09/bleu.ts";
import { labelSmoothing } from "./09/label_smoothing.ts";
import { overfitOneBatch } from "./09/overfit_one_batch.ts";
import { warmupSchedule } from "./09/warmup_schedule.ts";

/** Exercises 09.1 to 09.5. */
export const homework: Homework = {
  notebook: "09",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [labelSmoothing, warmupSchedule, beamSearchStep, bleu, overfitOneBatch],
};
