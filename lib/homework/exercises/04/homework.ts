/**
 * The homework of notebook 04, "Scaling by √d_k".
 *
 * @module
 */
import { type Homework, withAnswers } from "../../exercise/exercise.ts";
import { dotProductVariance } from "./dot_product_variance/exercise.ts";
import { entropy } from "./entropy/exercise.ts";
import { scaledDotProductAttention } from "./scaled_dot_product_attention/exercise.ts";
import { scoreGradient } from "./score_gradient/exercise.ts";
import { softmaxJacobian } from "./softmax_jacobian/exercise.ts";

/** Exercises 04.1 to 04.5. */
export const homework: Homework = {
  notebook: "04",
  setup: `import * as tf from "@tensorflow/tfjs";
import type { Axes } from "lib/tensor/axes.ts";`,
  exercises: [
    withAnswers(dotProductVariance, {
      solution: () => import("./dot_product_variance/solution.ts"),
      mistakes: () => import("./dot_product_variance/mistakes.ts"),
    }),
    withAnswers(scaledDotProductAttention, {
      solution: () => import("./scaled_dot_product_attention/solution.ts"),
      mistakes: () => import("./scaled_dot_product_attention/mistakes.ts"),
    }),
    withAnswers(softmaxJacobian, {
      solution: () => import("./softmax_jacobian/solution.ts"),
      mistakes: () => import("./softmax_jacobian/mistakes.ts"),
    }),
    withAnswers(entropy, {
      solution: () => import("./entropy/solution.ts"),
      mistakes: () => import("./entropy/mistakes.ts"),
    }),
    withAnswers(scoreGradient, {
      solution: () => import("./score_gradient/solution.ts"),
      mistakes: () => import("./score_gradient/mistakes.ts"),
    }),
  ],
};
