/**
 * The homework of notebook 01, "Sequence to sequence, and its bottleneck".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { greedyDecode } from "./greedy_decode/exercise.ts";
import { gruStep } from "./gru_step/exercise.ts";
import { rnnStep } from "./rnn_step/exercise.ts";
import { shiftRight } from "./shift_right/exercise.ts";

/** Exercises 01.1 to 01.4. */
export const homework: Homework = {
  notebook: "01",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(rnnStep, {
      solution: () => import("./rnn_step/solution.ts"),
      mistakes: () => import("./rnn_step/mistakes.ts"),
    }),
    withAnswers(gruStep, {
      solution: () => import("./gru_step/solution.ts"),
      mistakes: () => import("./gru_step/mistakes.ts"),
    }),
    withAnswers(shiftRight, {
      solution: () => import("./shift_right/solution.ts"),
      mistakes: () => import("./shift_right/mistakes.ts"),
    }),
    withAnswers(greedyDecode, {
      solution: () => import("./greedy_decode/solution.ts"),
      mistakes: () => import("./greedy_decode/mistakes.ts"),
    }),
  ],
};
