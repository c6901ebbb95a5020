/**
 * The homework of notebook 07, "Masking".
 *
 * @module
 */
import { type Homework, withMistakes } from "../../exercise/exercise.ts";
import { causalMask } from "./causal_mask/exercise.ts";
import { mistakes as causalMaskMistakes } from "./causal_mask/mistakes.ts";
import { combineMasks } from "./combine_masks/exercise.ts";
import { mistakes as combineMasksMistakes } from "./combine_masks/mistakes.ts";
import { maskedSoftmax } from "./masked_softmax/exercise.ts";
import { mistakes as maskedSoftmaxMistakes } from "./masked_softmax/mistakes.ts";
import { paddingMask } from "./padding_mask/exercise.ts";
import { mistakes as paddingMaskMistakes } from "./padding_mask/mistakes.ts";

/** Exercises 07.1 to 07.4. */
export const homework: Homework = {
  notebook: "07",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withMistakes(paddingMask, paddingMaskMistakes),
    withMistakes(causalMask, causalMaskMistakes),
    withMistakes(maskedSoftmax, maskedSoftmaxMistakes),
    withMistakes(combineMasks, combineMasksMistakes),
  ],
};
