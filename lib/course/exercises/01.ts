/**
 * The homework of notebook 01, "Sequence to sequence, and its bottleneck".
 *
 * @module
 */
import type { Homework } from "../exercise.ts";
import { greedyDecode } from "./01/greedy_decode.ts";
import { gruStep } from "./01/gru_step.ts";
import { rnnStep } from "./01/rnn_step.ts";
import { shiftRight } from "./01/shift_right.ts";

/** Exercises 01.1 to 01.4. */
export const homework: Homework = {
  notebook: "01",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [rnnStep, gruStep, shiftRight, greedyDecode],
};
