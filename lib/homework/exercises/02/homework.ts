/**
 * The homework of notebook 02, "Attention weights".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { additiveScores } from "./additive_scores/exercise.ts";
import { attentionWeights } from "./attention_weights/exercise.ts";
import { contextVector } from "./context_vector/exercise.ts";
import { multiplicativeAttention } from "./multiplicative_attention/exercise.ts";
import { softmax } from "./softmax/exercise.ts";

/** Exercises 02.1 to 02.5. */
export const homework: Homework = {
  notebook: "02",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(softmax, {
      solution: () => import("./softmax/solution.ts"),
      mistakes: () => import("./softmax/mistakes.ts"),
    }),
    withAnswers(additiveScores, {
      solution: () => import("./additive_scores/solution.ts"),
      mistakes: () => import("./additive_scores/mistakes.ts"),
    }),
    withAnswers(attentionWeights, {
      solution: () => import("./attention_weights/solution.ts"),
      mistakes: () => import("./attention_weights/mistakes.ts"),
    }),
    withAnswers(contextVector, {
      solution: () => import("./context_vector/solution.ts"),
      mistakes: () => import("./context_vector/mistakes.ts"),
    }),
    withAnswers(multiplicativeAttention, {
      solution: () => import("./multiplicative_attention/solution.ts"),
      mistakes: () => import("./multiplicative_attention/mistakes.ts"),
    }),
  ],
};
