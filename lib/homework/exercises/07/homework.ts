/**
 * The homework of notebook 07, "Masking".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { causalAttention } from "./causal_attention/exercise.ts";
import { causalMask } from "./causal_mask/exercise.ts";
import { combineMasks } from "./combine_masks/exercise.ts";
import { maskedSoftmax } from "./masked_softmax/exercise.ts";
import { paddingMask } from "./padding_mask/exercise.ts";

/** Exercises 07.1 to 07.5. */
export const homework: Homework = {
  notebook: "07",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(paddingMask, {
      solution: () => import("./padding_mask/solution.ts"),
      mistakes: () => import("./padding_mask/mistakes.ts"),
    }),
    withAnswers(causalMask, {
      solution: () => import("./causal_mask/solution.ts"),
      mistakes: () => import("./causal_mask/mistakes.ts"),
    }),
    withAnswers(maskedSoftmax, {
      solution: () => import("./masked_softmax/solution.ts"),
      mistakes: () => import("./masked_softmax/mistakes.ts"),
    }),
    withAnswers(combineMasks, {
      solution: () => import("./combine_masks/solution.ts"),
      mistakes: () => import("./combine_masks/mistakes.ts"),
    }),
    withAnswers(causalAttention, {
      solution: () => import("./causal_attention/solution.ts"),
      mistakes: () => import("./causal_attention/mistakes.ts"),
    }),
  ],
};
