/**
 * The homework of notebook 01, "Sequence to sequence, and its bottleneck".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { greedyDecode } from "./greedy_decode/exercise.ts";
import { mistakes as greedyDecodeMistakes } from "./greedy_decode/mistakes.ts";
import { gruStep } from "./gru_step/exercise.ts";
import { mistakes as gruStepMistakes } from "./gru_step/mistakes.ts";
import { rnnStep } from "./rnn_step/exercise.ts";
import { mistakes as rnnStepMistakes } from "./rnn_step/mistakes.ts";
import { shiftRight } from "./shift_right/exercise.ts";
import { mistakes as shiftRightMistakes } from "./shift_right/mistakes.ts";

/** Exercises 01.1 to 01.4. */
export const homework: Homework = {
  notebook: "01",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(rnnStep, rnnStepMistakes),
    withMistakes(gruStep, gruStepMistakes),
    withMistakes(shiftRight, shiftRightMistakes),
    withMistakes(greedyDecode, greedyDecodeMistakes),
  ],
};
